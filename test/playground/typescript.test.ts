import { expect, it } from 'vitest'
import { browsing } from './page.ts'

const { open } = browsing()

it('shows the lines that a rule became, and the rule that a line came from', async () => {
  const { page, faults, close } = await open({ width: 1920, height: 1080 })
  await page.getByRole('tab', { name: 'TypeScript' }).click()
  const code = page.locator('#panel-typescript .view-lines')
  await expect.poll(() => code.textContent(), { timeout: 30_000 }).toContain('PersonStatus')
  await page.locator('#policy .view-line', { hasText: '异地下浮幅度 按照' }).first().click()
  const lit = page.locator('#panel-typescript .lit-line')
  await expect.poll(() => lit.count()).toBeGreaterThan(0)
  // The function of the table stands there, with its doc comment.
  await expect.poll(() => code.textContent()).toContain('offSiteReduction')

  await page.locator('#policy .view-line').first().click()
  await page.locator('#panel-typescript .view-line', { hasText: 'offSiteReduction' }).last().click()
  await expect.poll(() => page.locator('#policy .view-lines').textContent()).toContain('异地下浮幅度')
  await expect.poll(() => page.locator('#policy .selected-text').count()).toBeGreaterThan(0)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载程序（.ts）' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('ningbo.employee.settle.2023.ts')
  expect(faults).toEqual([])
  await close()
})
