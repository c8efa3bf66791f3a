import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { comparing } from '../../playground/worker/comparing.ts'
import { browsing, goToLine } from './page.ts'
import { shippedFiles, side, stateWith } from './worker-state.ts'

const { open } = browsing()

const settlement = 'ningbo/employee.settle.policy'
const text = shippedFiles.get(settlement) ?? ''
const edited = text.replace('| 20个百分点 |', '| 15个百分点 |')

/** Writes in the editor what was edited, over the one line that is. */
async function edit(page: Page): Promise<void> {
  const [before, after] = [text, edited].map((each) => each.split('\n'))
  const line = (before ?? []).findIndex((each, index) => each !== after?.[index])
  await goToLine(page, line + 1)
  await page.keyboard.press('End')
  await page.keyboard.press('Shift+Home')
  await page.keyboard.insertText(after?.[line]?.trim() ?? '')
}

it('draws the curve of the case, with its breakpoints, their rules and a table of the same', async () => {
  const { page, faults, close } = await open()
  await page.locator('#tab-curve').click()
  const chart = page.locator('.curve .chart svg')
  await chart.waitFor()
  // Fund, critical illness, person: 统筹基金支付, 大病保险支付, 个人负担.
  expect(await page.locator('.curve .values tbody th').allTextContents()).toEqual([
    '统筹基金支付',
    '大病保险支付',
    '个人负担',
  ])
  const next = page.getByRole('button', { name: '下一个折点' })
  await next.press('Enter')
  // The deductible of a tertiary hospital is 1200 yuan (N101): all of it is the person's.
  expect(await page.locator('.curve .values tbody td').allTextContents()).toEqual(['0.00', '0.00', '1 200.00'])
  await page.locator('.curve .turning button').first().click()
  // The rule stands in another file, which is opened.
  await page.locator('[aria-current]').filter({ hasText: 'settlement' }).waitFor()
  const slider = page.getByRole('slider', { name: '横轴上的位置' })
  await slider.press('ArrowRight')
  expect(await slider.getAttribute('aria-valuetext')).toContain('统筹基金支付')
  const rows = page.locator('.curve .points').first().locator('tbody tr')
  expect((await rows.allTextContents()).map((each) => /^[\d ]+/u.exec(each)?.[0])).toHaveLength(4)
  await page.locator('#curve-other').selectOption('@2022')
  await page.locator('.curve path.line.other').first().waitFor()
  expect(faults).toEqual([])
  await close()
})

it('says who pays more when a number is changed, with regions and cases as the handlers give them', async () => {
  const { page, faults, close } = await open()
  await edit(page)
  await page.locator('#tab-comparison').click()
  await page.locator('.comparison[data-found]').waitFor()
  expect(await page.locator('#comparison-pair').inputValue()).toBe('shipped')
  expect(await page.locator('[data-output=person]').first().getAttribute('data-verdict')).toBe('neverMore')
  expect(await page.locator('.comparison .cells .is').textContent()).toBe('15个百分点')
  await page.locator('.comparison[data-found=full]').waitFor({ timeout: 120_000 })
  const state = stateWith({ [settlement]: edited })
  const is = side('ningbo.employee.settle@2023')
  const told = comparing.compare(state, {
    before: { ...is, isShipped: true },
    after: is,
    like: null,
    isQuick: false,
    language: 'zh',
  })
  if (!told.ok) throw new Error(JSON.stringify(told))
  const bounds = told.told.blocks.flatMap(({ rows }) => rows.flatMap(({ lines }) => lines.map((each) => each.bounds)))
  expect(await page.locator('.comparison tr.region td.amount').allTextContents()).toEqual(bounds)
  // The form takes the case of a region.
  await page.locator('.comparison button.witness').first().click()
  expect(await page.locator('#tab-case').getAttribute('aria-selected')).toBe('true')
  expect(faults).toEqual([])
  await close()
}, 180_000)

it('downloads the report of the command line', async () => {
  const { page, faults, close } = await open()
  await page.locator('#decision').selectOption('ningbo.employee.contribution')
  await page.locator('#edition').selectOption('2024')
  await page.locator('#other-edition').selectOption('2023')
  await page.locator('#tab-comparison').click()
  await page.locator('.comparison[data-found=full]').waitFor({ timeout: 60_000 })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载比较报告' }).click(),
  ])
  const asked = { like: null, isQuick: false, language: 'zh' } as const
  const [before, after] = [side('ningbo.employee.contribution@2023'), side('ningbo.employee.contribution@2024')]
  // That this is what the command line writes, comparing.test.ts shows.
  const report = await comparing.comparisonReport(stateWith(), { ...asked, before, after })
  expect(report).toEqual({ ok: true, html: readFileSync(await download.path(), 'utf8') })
  expect(faults).toEqual([])
  await close()
}, 120_000)

it('leaves the page usable while a slow comparison runs, until it is stopped', async () => {
  const { page, faults, close } = await open()
  await page.locator('#tab-comparison').click()
  await page.locator('#comparison-pair').selectOption('nantong.employee.settle@2025')
  // Over all cases, of which there are very many ways.
  await page.locator('#comparison-like').uncheck()
  const stop = page.getByRole('button', { name: '停止' })
  await stop.waitFor()
  await page.locator('#tab-case').click()
  const total = page.locator('#panel-case').getByLabel('上传总额')
  await total.fill('50000')
  await total.press('Tab')
  await page.locator('#panel-case .bill').getByText('50 000.00').first().waitFor({ timeout: 5000 })
  await page.locator('#tab-comparison').click()
  await stop.click()
  await page.locator('.comparison .status').filter({ hasText: '已停止' }).waitFor()
  expect(await stop.isVisible()).toBe(false)
  expect(faults).toEqual([])
  await close()
}, 120_000)

it('counts gainers and losers of generated cases, and maps the case by two categories', async () => {
  const { page, faults, close } = await open({ language: 'en' })
  await page.locator('#tab-comparison').click()
  await page.locator('.comparison[data-found]').waitFor({ timeout: 60_000 })
  await page.locator('.population summary').click()
  await page.getByLabel('How many').fill('100000')
  await page.locator('.generate').click()
  await page.locator('.population progress').waitFor()
  await page.locator('.population').getByRole('button', { name: 'Stop' }).click()
  await page.locator('.population [role=status]').filter({ hasText: 'Stopped' }).waitFor()
  await page.getByLabel('How many').fill('300')
  await page.locator('.generate').click()
  await page.locator('.moving').waitFor({ timeout: 60_000 })
  await page.locator('.heat summary').click()
  await page.locator('.heat-table').waitFor()
  expect(await page.locator('.heat-table tbody tr').count()).toBe(3)
  expect(faults).toEqual([])
  await close()
}, 180_000)

it('compares again what was left while its verdict was looked for', async () => {
  const { page, faults, close } = await open()
  await page.locator('#tab-comparison').click()
  await page.locator('.comparison[aria-busy]').waitFor()
  await page.locator('#tab-case').click()
  await page.locator('#decision').selectOption('ningbo.employee.contribution')
  await page.locator('.comparison:not([aria-busy])').waitFor({ state: 'attached', timeout: 60_000 })
  await page.locator('#decision').selectOption('ningbo.employee.settle')
  await page.locator('#tab-comparison').click()
  await page.locator('.comparison[data-found]').waitFor({ timeout: 60_000 })
  expect(await page.locator('[data-output=fund]').first().getAttribute('data-verdict')).not.toBeNull()
  expect(faults).toEqual([])
  await close()
}, 120_000)
