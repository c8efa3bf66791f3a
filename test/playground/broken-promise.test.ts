/** An analyst tries what a circular may not say: the page tells so, and shows what it would come to. */
import { expect, it } from 'vitest'
import { browsing, goToLine } from './page.ts'
import { shippedFiles } from './worker-state.ts'

const { open } = browsing()

const settlement = 'ningbo/employee.settle.policy'
const row = (shippedFiles.get(settlement) ?? '').split('\n').findIndex((line) => line.includes('| 10个百分点 |')) + 1

it.each([
  {
    language: 'zh' as const,
    title: '保证“转诊、急诊抢救下浮不超过10个百分点”不成立：结算日期 = 2023-01-01，就医情形 = 异地转诊',
    formula: '0.05 × 共负段',
    cell: '15个百分点',
  },
  {
    language: 'en' as const,
    title: 'It does not hold that “转诊、急诊抢救下浮不超过10个百分点”: 结算日期 = 2023-01-01, 就医情形 = 异地转诊',
    formula: '0.05 × sharedSegment',
    cell: '15pp',
  },
])(
  'shows who pays 15 percentage points, though no more than 10 are allowed ($language)',
  async (meant) => {
    const { page, faults, close } = await open({ language: meant.language })
    await goToLine(page, row)
    await page.keyboard.press('End')
    await page.keyboard.press('Shift+Home')
    await page.keyboard.insertText('| 省内异地、异地转诊 | 15个百分点 |')
    const notice = page.locator('.broken-promises')
    await notice.waitFor()
    expect(await notice.getByRole('button').allTextContents()).toEqual([expect.stringContaining(meant.title)])
    expect(await page.locator('.problems li button.error').count()).toBe(1)
    await page.locator('#tab-comparison').click()
    await page.locator('.comparison[data-found]').waitFor({ timeout: 60_000 })
    expect(await page.locator('[data-output=person]').first().getAttribute('data-verdict')).toBe('neverLess')
    expect(await page.locator('[data-output=fund]').first().getAttribute('data-verdict')).toBe('neverMore')
    // One cell is two rows of the table.
    expect(await page.locator('.comparison .cells .is').allTextContents()).toEqual([meant.cell, meant.cell])
    expect(await page.locator('.comparison').textContent()).toContain('办理转外就医备案，或出院结算前按规定申请补办')
    await page.locator('.comparison[data-found=full]').waitFor({ timeout: 120_000 })
    expect(await page.locator('.comparison').textContent()).toContain(meant.formula)
    await page.locator('.comparison button.witness').first().click()
    await page.locator('#panel-case .bill tbody').first().waitFor()
    await page.locator('#tab-curve').click()
    await page.locator('.curve .chart svg').waitFor()
    await notice.getByRole('button').first().click()
    await page.locator('.file-tabs [aria-current][title="national/principles.policy"]').waitFor()
    // Taken back, the promise holds.
    await page.locator(`.file-tabs [title="${settlement}"]`).click()
    await goToLine(page, row)
    await page.keyboard.press('End')
    await page.keyboard.press('Shift+Home')
    await page.keyboard.insertText('| 省内异地、异地转诊 | 10个百分点 |')
    await notice.waitFor({ state: 'hidden' })
    expect(faults).toEqual([])
    await close()
  },
  240_000,
)
