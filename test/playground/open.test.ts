import { expect, it } from 'vitest'
import { browsing } from './page.ts'

const { open } = browsing()

it.each(['zh', 'en'] as const)('opens in %s with the settlement of Ningbo', async (language) => {
  const { page, faults, close } = await open({ language })
  expect(await page.locator('#decision').inputValue()).toBe('ningbo.employee.settle')
  expect(await page.locator('#edition').inputValue()).toBe('2023')
  expect(await page.locator('.view-lines').first().textContent()).toContain('政策')
  expect(faults).toEqual([])
  await close()
})
