import { expect, it } from 'vitest'
import { browsing } from './page.ts'

const { open } = browsing()

it('is walked through by doing what it says, and begins once by itself', async () => {
  const { page, faults, close } = await open({ hasTour: true })
  const step = (name: string) => page.locator(`.tour[data-step=${name}]:not(.done)`).waitFor()
  await step('rate')
  expect(await page.locator('#decision').inputValue()).toBe('ningbo.employee.retirementYears')
  // What is to be changed is selected.
  await page.keyboard.type('7%')
  await step('break')
  await page.keyboard.type('15')
  await step('mend')
  await page.keyboard.press('Control+.')
  await page.getByText('把“15”改为“15%”').waitFor()
  await page.keyboard.press('Enter')
  await step('settle')
  const total = page.locator('#panel-case').getByLabel('上传总额')
  await total.fill('50000')
  await total.press('Tab')
  await step('compare')
  expect(await page.locator('#decision').inputValue()).toBe('ningbo.employee.retirementYears')
  await page.locator('#other-edition').selectOption('20年')
  await page.locator('#tab-comparison').click()
  await step('build')
  await page.locator('#tab-typescript').click()
  await step('finished')
  await page.locator('.tour button:visible').click()
  expect(await page.locator('.tour').count()).toBe(0)
  await page.reload()
  await page.locator('body[data-ready]').waitFor()
  expect(await page.locator('.tour').count()).toBe(0)
  expect(faults).toEqual([])
  await close()
}, 120_000)

it('can be skipped, left, and begun again from the header, in English, by the keyboard', async () => {
  const { page, faults, close } = await open({ language: 'en', hasTour: true })
  for (const name of ['rate', 'break', 'mend', 'settle', 'compare', 'build']) {
    await page.locator(`.tour[data-step=${name}]`).waitFor()
    expect(await page.locator('.tour [role=status]').textContent()).not.toBe('')
    await page.locator('.tour button').first().press('Enter')
  }
  await page.locator('.tour[data-step=finished]').waitFor()
  await page.locator('.tour-start').press('Enter')
  await page.locator('.tour[data-step=rate]').waitFor()
  await page.locator('.tour button').last().press('Enter')
  expect(await page.locator('.tour').count()).toBe(0)
  expect(await page.locator('.tour-target').count()).toBe(0)
  expect(faults).toEqual([])
  await close()
}, 60_000)
