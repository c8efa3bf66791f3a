import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { browsing } from './page.ts'

const { open } = browsing()
const root = join(import.meta.dirname, '..', '..')
const decision = 'ningbo.employee.settle'
type Case = Record<string, Record<string, unknown>>
const shipped = (): Case =>
  JSON.parse(readFileSync(join(root, 'policies/ningbo/employee.settle.case.json'), 'utf8')) as Case

/** What the command line says of cases, by path. */
function commandLine(...inputs: Case[]): Record<string, string>[] {
  const words = ['--import', 'tsx', 'compiler/cli/main.ts', 'run', decision, '--input', '-', '--format', 'json']
  const input = `${inputs.map((each) => JSON.stringify(each)).join('\n')}\n`
  const out = execFileSync(process.execPath, words, { cwd: root, input, encoding: 'utf8' })
  return out
    .trim()
    .split('\n')
    .map((line) => flat(JSON.parse(line) as object))
}

function flat(record: object, below = ''): Record<string, string> {
  const entries = Object.entries(record).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? Object.entries(flat(value, `${below}${key}.`))
      : [[below + key, String(value)] as const],
  )
  return Object.fromEntries(entries)
}

/** The results on the page by path, as JSON writes them. */
async function results(page: Page): Promise<Record<string, string>> {
  const rows = await page.locator('.results tr[data-key]').all()
  const pairs = await Promise.all(
    rows.map(async (row) => {
      const key = (await row.getAttribute('data-key')) ?? ''
      return [key.slice(1), ((await row.locator('.amount').first().textContent()) ?? '').replaceAll(' ', '')] as const
    }),
  )
  return Object.fromEntries(pairs)
}

const amounts = (all: Record<string, string>) =>
  Object.fromEntries(Object.entries(all).filter(([, value]) => /^\d+\.\d\d$/.test(value)))
const result = (page: Page, path: string): Locator => page.locator(`tr[data-key="=${path}"] .amount`).first()
const eventually = (locator: Locator, text: string) => expect.poll(() => locator.textContent()).toBe(text)
const lines = (page: Page) => page.locator('#policy .view-line')

/** Puts the cursor into a line of the policy that is on the screen. */
async function cursorIn(page: Page, words: string | RegExp): Promise<void> {
  await lines(page).filter({ hasText: words }).first().click()
}

it('settles as the command line does, and lines add up to the fen', async () => {
  const { page, faults, close } = await open({ width: 1920, height: 1080 })
  const abroad = shipped()
  abroad['visit']!['place'] = '310000'
  const dear = shipped()
  dear['costs']!['total'] = '612345.67'
  const [first, second, third] = commandLine(shipped(), abroad, dear)
  await eventually(result(page, 'fund'), '85 290.00')
  expect(await results(page)).toMatchObject(amounts(first!))

  await page.getByLabel('现成账单').selectOption('同一账单，在上海，没有转诊')
  await eventually(result(page, 'fund'), '65 530.00')
  expect(await results(page)).toMatchObject(amounts(second!))
  expect(await page.getByLabel('就医地').inputValue()).toBe('310000')

  await page.getByLabel('现成账单').selectOption('employee.settle.case.json')
  await page.getByLabel('上传总额').fill('612345.67')
  await eventually(result(page, 'total'), '612 345.67')
  expect(await results(page)).toMatchObject(amounts(third!))

  const fen = (text: string | null) => BigInt((text ?? '').replaceAll(/[ .]/g, ''))
  const tables = await page.locator('.split').all()
  expect(tables.length).toBeGreaterThan(2)
  for (const table of tables) {
    const parts = await table.locator('tr.line > .amount').allTextContents()
    const whole = fen(await table.locator('tr.whole > .amount').textContent())
    expect(parts.map(fen).reduce((sum, each) => sum + each, 0n)).toBe(whole)
    expect(fen(await table.locator(':scope > tfoot .amount').textContent())).toBe(whole)
  }
  expect(faults).toEqual([])
  await close()
})

it('a line shows its sentence and its rule; a rule lights the lines that it fed', async () => {
  const { page, faults, close } = await open({ width: 1920, height: 1080 })
  await eventually(result(page, 'deductible'), '1 200.00')
  await page.locator('tr.line', { hasText: '本次起付线' }).getByRole('button').click()
  const opened = page.locator('tr.opened')
  await expect.poll(() => opened.textContent()).toContain('三（八）住院就医可享受什么样的医保待遇？')
  const said = await opened.textContent()
  for (const part of ['官方', 'N100', '三级 | 1200元', '起付线以下部分全部由个人自付']) expect(said).toContain(part)
  // The line of the split is in the editor, lit.
  await expect.poll(() => page.locator('#policy .lit-line').count()).toBeGreaterThan(0)
  expect((await lines(page).allTextContents()).join('\n').replaceAll('\u00a0', ' ')).toMatch(
    /不足为零 +计入 本次起付线/,
  )

  await page.locator('tr.whole', { hasText: '共负段' }).getByRole('button').click()
  await cursorIn(page, /其余\s+计入\s+按比例自付/)
  await expect.poll(() => page.locator('.fed').textContent()).toContain('按比例自付')
  const lit = await page.locator('.split tr.lit .entry').allTextContents()
  expect(lit).toEqual(['其余 → 按比例自付'])
  // Their sum, the totals, have it too; what the fund pays has not.
  expect(
    await page.locator('.results tr.lit').evaluateAll((rows) => rows.map((row) => row.dataset['key'])),
  ).not.toContain('=fund')
  expect(faults).toEqual([])
  await close()
})

it('follows the policy while it is typed, and keeps the bill, greyed, while there are errors', async () => {
  const { page, close } = await open({ width: 1920, height: 1080 })
  await eventually(result(page, 'fund'), '85 290.00')
  await page.locator('tr.line', { hasText: '本次起付线' }).getByRole('button').click()
  await cursorIn(page, '基金支付比例 是指 100%')
  await page.keyboard.press('End')
  await page.keyboard.insertText(' − 10个百分点')
  // Ten points less in each band: 33 800 × 70% + 35 000 × 75% + 30 000 × 85% = 75 410.
  await eventually(result(page, 'fund'), '75 410.00')
  await page.keyboard.insertText('（')
  await expect.poll(() => page.locator('.bill-body.stale').count()).toBe(1)
  expect(await page.locator('.notes').textContent()).toMatch(/政策有 \d+ 处错误.*改动之前/)
  expect(await result(page, 'fund').textContent()).toBe('75 410.00')
  await page.keyboard.press('Backspace')
  await expect.poll(() => page.locator('.bill-body.stale').count()).toBe(0)
  await close()
})

it.each([
  ['上传总额', '<img src=x onerror=alert(1)>', '不是金额'],
  ['上传总额', '9OO', '不是金额'],
  ['上传总额', '1e3', '不是金额'],
  ['上传总额', '-5', '不得为负'],
  ['上传总额', '9'.repeat(60), '不是金额'],
  ['入院日期', '2023-02-31', '没有这一天'],
  ['入院日期', '0000-01-01', '年份须在'],
  ['就医地', '990000', '没有以这两位数字开头的省级代码'],
])('what can’t be in %s, %s, is told there and not lost', async (field, typed, told) => {
  const { page, faults, close } = await open()
  const input = page.getByLabel(field, { exact: true })
  await input.fill(typed)
  await expect.poll(() => input.getAttribute('aria-invalid')).toBe('true')
  expect(await page.locator(`#${await input.getAttribute('aria-describedby')}`).textContent()).toContain(told)
  expect(await input.inputValue()).toBe(typed)
  await page.getByRole('button', { name: 'JSON', exact: true }).click()
  expect(await page.locator('.case-json').inputValue()).toContain(JSON.stringify(typed))
  expect(faults).toEqual([])
  await close()
})

it('adds and removes rows, and takes one of two inputs without losing the other', async () => {
  const { page, close } = await open()
  await page.getByRole('button', { name: '添加备案' }).click()
  await page.getByLabel('备案类型').selectOption('异地转诊')
  await page.getByLabel('备案地区').fill('上海')
  expect(await page.getByLabel('备案地区').inputValue()).toBe('310000')
  const json = page.locator('.case-json')
  const input = async (): Promise<Record<string, unknown>> =>
    JSON.parse(await json.inputValue()) as Record<string, unknown>
  expect(await input()).toMatchObject({ filings: [{ kind: 'referral', region: '310000', until: null }] })
  await page.getByRole('button', { name: '删除第 1 项备案' }).click()
  expect(await input()).toMatchObject({ filings: [] })

  await page.getByRole('radio', { name: '明细' }).check()
  await page.getByRole('button', { name: '添加明细' }).click()
  await page.getByLabel('明细金额').fill('12.50')
  const items = await input()
  expect(items).toMatchObject({ items: [{ code: '', amount: '12.50' }] })
  expect(items).not.toHaveProperty('costs')
  await page.getByRole('radio', { name: '账单' }).check()
  expect(await input()).toMatchObject({ costs: { total: '100000.00' } })
  await page.getByRole('radio', { name: '明细' }).check()
  expect(await page.getByLabel('明细金额').inputValue()).toBe('12.50')
  await close()
})

it('form and JSON are two views of one case', async () => {
  const { page, faults, close } = await open()
  await page.getByRole('button', { name: 'JSON', exact: true }).click()
  const json = page.locator('.case-json')
  const pasted = shipped()
  pasted['person']!['status'] = 'retired'
  pasted['visit']!['tier'] = '<b>none</b>'
  await json.fill('{"person": {"person": 1, "person": 2}')
  expect(await page.locator('#case-json-fault').textContent()).toMatch(/重复给出|不合 JSON 格式/)
  await json.fill(JSON.stringify(pasted))
  await expect.poll(() => page.locator('.notes').textContent()).toContain('visit.tier')
  await page.getByRole('button', { name: '表单', exact: true }).click()
  expect(await page.getByLabel('人员类别').inputValue()).toBe('退休')
  // What can't be chosen is shown all the same.
  expect(await page.getByLabel('医院等级').inputValue()).toBe('<b>none</b>')
  await page.getByLabel('医院等级').selectOption('社区')
  // Retired, community, 100 000: 300 deductible; 34 700 × 90% + 35 000 × 95% + 30 000 × 95% = 92 980.
  await eventually(result(page, 'fund'), '92 980.00')
  expect(faults).toEqual([])
  await close()
})

it('says which editions there are, and which guarantee an edition breaks', async () => {
  const { page, close } = await open({ width: 1920, height: 1080 })
  await page.getByLabel('结算日期').fill('1999-12-31')
  await expect
    .poll(() => page.locator('.notes').textContent())
    .toMatch(/没有施行的版本.*2022.*2023|没有施行的版本.*2023.*2022/)
  await page.getByRole('button', { name: '看政策怎么写' }).first().click()
  await page.getByLabel('结算日期').fill('2023-03-10')
  // Without a filing, 2022 took 30 points off at other than tertiary hospitals; more than 20 break a guarantee.
  await page.getByLabel('就医地').fill('310000')
  await page.getByLabel('医院等级').selectOption('二级')
  await page.locator('#other-edition').selectOption('2022')
  await expect.poll(() => page.locator('.notes').textContent()).toContain('版本「2022」不能结算这份账单')
  expect(await page.locator('.notes').textContent()).toContain('异地就医下浮不超过20个百分点')
  expect(await page.locator('.bill-body.stale').count()).toBe(0)
  await close()
})

it('shows what another edition pays and the difference', async () => {
  const { page, faults, close } = await open()
  await page.locator('#decision').selectOption('ningbo.employee.retirementYears')
  await page.locator('#edition').selectOption('15年')
  await page.locator('#other-edition').selectOption('20年')
  await page.getByLabel('现成账单').selectOption('2022年退休，179个月')
  // One month short under both: 288.86 and 224.36 (the documents’ example), 64.50 less.
  const cells = page.locator('tr[data-key="=topUp"] .amount')
  await expect.poll(() => cells.allTextContents()).toEqual(['288.86', '224.36', '−64.50'])
  expect(await page.locator('.results thead th').allTextContents()).toEqual(['15年', '20年', '差额'])
  await expect.poll(() => page.locator('.notes').textContent()).toContain('退休日期 2022-01-01 不在其内，照样重算')
  // The other way round the later edition is still the second, and what it changes the difference.
  await page.locator('#edition').selectOption('20年')
  await page.locator('#other-edition').selectOption('15年')
  const heads = page.locator('.results thead th')
  await expect.poll(() => page.locator('.notes').textContent()).not.toContain('不在其内')
  await expect.poll(() => heads.allTextContents()).toEqual(['15年', '20年', '差额'])
  await expect.poll(() => cells.allTextContents()).toEqual(['288.86', '224.36', '−64.50'])
  // An amount as people write it.
  await page.getByLabel('补缴时征缴依据').fill('3,957.00元')
  await expect.poll(() => cells.allTextContents()).toEqual(['288.86', '224.36', '−64.50'])
  expect(await page.locator('[aria-invalid]').count()).toBe(0)
  expect(faults).toEqual([])
  await close()
})

it('hands over the bill and the case as files', async () => {
  const { page, close } = await open()
  await eventually(result(page, 'fund'), '85 290.00')
  const files = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载账单（网页）' }).click(),
  ])
  const html = readFileSync(await files[0].path(), 'utf8')
  expect(html).toMatch(/^<!doctype html>/i)
  expect(html).toContain('85 290.00')
  const [taken] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载案例（JSON）' }).click(),
  ])
  expect(taken.suggestedFilename()).toBe(`${decision}.case.json`)
  expect(JSON.parse(readFileSync(await taken.path(), 'utf8'))).toEqual(shipped())
  await close()
})

it('in English asks and answers by identifiers', async () => {
  const { page, faults, close } = await open({ language: 'en' })
  await page.getByLabel('costs.total').fill('50000')
  // 33 800 × 80% + 15 000 × 85% = 39 790.
  await eventually(result(page, 'fund'), '39 790.00')
  expect(await page.locator('.notes').textContent()).toBe(
    'Edition 2023 (2023-01-01 to 2023-12-31), selected by visit.settledOn 2023-03-10.',
  )
  expect(faults).toEqual([])
  await close()
})
