/** `daiyu year`: the bills of a year, settled one after the other. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { events, lines } from '../year/hand-year.ts'
import { daiyu, root, talk } from './daiyu.ts'
import { folderWith } from './folder-with.ts'

const decision = 'ningbo.employee.settle'
const written = (all: readonly object[]) => all.map((each) => `${JSON.stringify(each)}\n`).join('')
const year = (input: string, ...words: string[]) => daiyu(['year', decision, '--input', '-', ...words], { input })
const parsed = (out: string): { [key: string]: unknown }[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
const [start, credit, ...bills] = events as [object, object, ...object[]]

it('a year worked out by hand, line by line', () => {
  const { status, out, error } = year(written(events), '--format', 'json')
  expect({ status, error }).toEqual({ status: 0, error: '' })
  const found = parsed(out)
  expect(found).toHaveLength(lines.length)
  for (const [index, line] of lines.entries()) expect(found[index]).toMatchObject(line)
})

it('the same year for people', () => {
  const { status, out } = year(written(events), '--language', 'zh')
  expect(status).toBe(0)
  expect(out).toContain('2023 年度（2023-01-01 — 2023-12-31）')
  expect(out).toContain('第 2 行：2023-01-01  划入  当年账户余额 +800.00')
  expect(out).toContain('第 11 行：2023-02-15  补报  以后 4 笔重新结算')
  expect(out).toMatch(/更正第 6 行（2023-03-20），因第 11 行：\n +按比例自付 {2}9 680\.00 → 8 930\.00\n/)
  expect(out).toMatch(/统筹基金支付 .* 75 470\.00\n/)
  expect(out).toMatch(/年内住院费用 .* 88 000\.00\n/)
  expect(out.split('\n').every((line) => line.length <= 100)).toBe(true)
  expect(year(written(events), '--language', 'en').out).toMatch(
    /Correction of line 6 \(2023-03-20\), because of line 11:/,
  )
})

it('the whole year explained', () => {
  const { out } = year(written(events), '--explain', '--language', 'zh')
  // The two bands of line 6 as it stands in the end.
  expect(out).toMatch(/16 400\.00 × 80% = +13 120\.00/)
  expect(out).not.toMatch(/21 400\.00 × 80%/)
  expect(out).toMatch(/300\.00 × 75% = +225\.00/)
  const corrected = parsed(year(written(events), '--explain', '--format', 'json').out).filter(
    ({ event }) => event === 'correction',
  )
  expect(corrected[0]).toMatchObject({ explanation: { policy: { id: 'ningbo.employee' } } })
})

it('the year that comes with the policies', () => {
  const path = join(root, 'policies', 'ningbo', 'employee.settle.year.ndjson')
  const { status, out } = daiyu(['year', decision, '--input', path, '--format', 'json'])
  expect(status).toBe(0)
  // 3.4 % of 5000 a month below 45 years of age: 170 × 12.
  expect(parsed(out)[1]).toMatchObject({ event: 'credit', amount: '2040.00' })
  expect(readFileSync(path, 'utf8').split('\n').filter(Boolean)).toHaveLength(6)
})

it('each line is answered before the next comes', async () => {
  const { process: child, line, ended } = talk(['year', decision, '--input', '-', '--format', 'json'])
  child.stdin.write(written([start]))
  expect(JSON.parse(await line())).toMatchObject({ line: 1, event: 'start' })
  child.stdin.write(written([credit]))
  expect(JSON.parse(await line())).toMatchObject({ line: 2, event: 'credit' })
  child.stdin.end()
  await ended
})

describe('what is wrong', () => {
  const bill = bills[0] as { visit: object }
  const errorOf = (...all: (object | string)[]) => {
    const text = all.map((each) => (typeof each === 'string' ? each : JSON.stringify(each))).join('\n')
    const { status, out } = year(text, '--format', 'json')
    expect(status).toBe(1)
    return parsed(out).find(({ error }) => error)
  }

  it.each<[string, (object | string)[], number, object]>([
    ['an event of no kind', [start, { event: 'visit' }], 2, { code: 'unknown-event', path: 'event' }],
    ['no event', [start, { on: '2023-01-01' }], 2, { code: 'missing', path: 'event' }],
    ['no JSON, after a blank line', [start, '', '{"event":'], 3, { code: 'json-syntax' }],
    ['no object', [start, '[1]'], 2, { code: 'not-a-record' }],
    ['a second start', [start, start], 2, { code: 'start-again' }],
    ['a start without a day', [{ event: 'start' }], 1, { code: 'missing', path: 'on' }],
    [
      'a start with an unknown key',
      [{ event: 'start', on: '2023-01-01', x: 1 }],
      1,
      { code: 'unknown-key', path: 'x' },
    ],
    [
      'a status that there is not',
      [start, { event: 'status', on: '2023-01-01', person: { status: 'dead' } }],
      2,
      { code: 'not-a-member', path: 'person.status' },
    ],
    [
      'a bill before the start',
      [start, { ...bill, visit: { ...bill.visit, settledOn: '2022-11-30' } }],
      2,
      { code: 'before-start', path: 'visit.settledOn' },
    ],
    ['a credit before the start', [start, { ...credit, on: '2022-11-30' }], 2, { code: 'before-start', path: 'on' }],
    [
      'a figure in a bill',
      [start, { ...bill, yearToDate: { currentAccount: '1' } }],
      2,
      { code: 'figure-given', path: 'yearToDate.currentAccount' },
    ],
    ['an amount that is none', [start, { ...credit, amount: '1.234' }], 2, { code: 'not-money', path: 'amount' }],
    ['a credit to nothing', [start, { ...credit, to: 'person.status' }], 2, { code: 'not-a-figure', path: 'to' }],
    ['a credit of two kinds', [start, { ...credit, decision: 'x' }], 2, { code: 'amount-or-decision' }],
    [
      'a credit by no decision',
      [start, { ...credit, amount: undefined, decision: 'x.y', input: {}, output: 'z' }],
      2,
      { code: 'no-such-decision', path: 'decision' },
    ],
    [
      'a debit that leaves less than nothing',
      [start, { ...credit, event: 'debit' }],
      2,
      { code: 'amount-outside', path: 'yearToDate.currentAccount' },
    ],
    ['an incomplete bill', [start, { event: 'bill', visit: bill.visit }], 2, { code: 'not-one-of', path: 'costs' }],
  ])('%s', (_, given, line, error) => {
    expect(errorOf(...given)).toMatchObject({ line, error })
  })

  it('a bill before one that is settled, unless it says that it is late', () => {
    const [first, second] = [bills[0]!, bills[1]!]
    expect(errorOf(start, second, first)).toMatchObject({
      line: 3,
      error: { code: 'out-of-order', path: 'visit.settledOn', message: expect.stringContaining('2023-01-31') },
    })
    expect(year(written([start, second, { ...first, event: 'late' }])).status).toBe(0)
  })

  it('a credit whose case is wrong: the path leads into it', () => {
    const by = { decision: 'ningbo.employee.accountCredit', input: { status: 'active' }, output: 'credited' }
    expect(errorOf(start, { ...credit, amount: undefined, ...by })).toMatchObject({
      line: 2,
      error: { path: expect.stringMatching(/^input\./) },
    })
  })

  it('stands in its place, and the others are settled', () => {
    const wrong = { ...bill, visit: { ...bill.visit, tier: 'x' } }
    const { status, out } = year(written([start, wrong, bill]), '--format', 'json')
    expect(status).toBe(1)
    expect(parsed(out)).toMatchObject([
      { line: 1 },
      { line: 2, error: { path: 'visit.tier' } },
      { line: 3, event: 'bill' },
      { event: 'summary', year: '2022' },
      { event: 'summary', year: '2023' },
    ])
    const text = year(written([start, wrong, bill]))
    expect(text.error).toMatch(/^Line 2: visit\.tier: /)
    expect(text.out).toMatch(/fund +7 395\.00 +7 395\.00\n/)
  })

  it('at the beginning ends it', () => {
    const { status, out } = year(written([bill, bill]), '--format', 'json')
    expect(status).toBe(1)
    expect(parsed(out)).toMatchObject([{ line: 1, error: { code: 'start-missing' } }])
  })

  it('a decision without figures, or without a year', () => {
    const words = (name: string) => ['year', name, '--input', '-']
    const cwd = folderWith()
    expect(daiyu(words('test.small.settle'), { cwd, input: '' })).toMatchObject({
      status: 1,
      out: '',
      error: expect.stringContaining('daiyu run'),
    })
  })
})
