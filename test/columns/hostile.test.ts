// Cells that no case has, amounts on the limits of what is proved, columns that are none: refused, or exact.
import { describe, expect, test } from 'vitest'
import { outputColumns, packCases } from '../../compiler/columns/pack.ts'
import type { ColumnArray, Columns } from '../../runtime/index.ts'
import * as make from '../interpret/make.ts'
import { ningbo } from '../interpret/ningbo.ts'
import { columns as target } from '../targets/columns.ts'
import { compareTargets, newTallies } from '../targets/compare.ts'
import { loadColumns } from './load.ts'

const program = ningbo()
const loaded = await loadColumns(program)
const { layout, refusals, settleColumns } = loaded

const bill = {
  person: { status: 'active', birthDate: '1980-05-01', specialDiseaseFiled: false },
  visit: {
    kind: 'inpatient',
    tier: 'tertiary',
    place: '330200',
    emergency: false,
    admittedOn: '2023-03-01',
    settledOn: '2023-03-10',
  },
  filings: [
    { kind: 'referral', region: '310000', from: '2023-01-01', until: null as string | null, madeOn: '2023-01-01' },
  ],
  costs: { total: '100000.00', ownExpense: '0.00', overLimit: '0.00', firstPay: '0.00' },
  yearToDate: {
    inpatientEligible: '0.00',
    deductiblePaid: '0.00',
    outpatientSelfPaid: '0.00',
    criticalIllnessBase: '0.00',
    currentAccount: '0.00',
  },
}
const { costs: _, ...withoutCosts } = bill
const itemised = { ...withoutCosts, items: [{ code: 'SAMPLE-A01', amount: '12.30' }] }

/** The middle one of three bills with something put into a cell: what it is refused for; the others have to be settled. */
function refused(name: string, value: number, cases: readonly unknown[] = [bill, bill, bill], place = 1): string {
  const { columns } = packCases(layout, cases)
  ;(columns[name] as ColumnArray)[place] = value
  const output = outputColumns(layout, 3)
  settleColumns(columns, output, 0, 3)
  const status = output['#status'] as Uint16Array
  expect([status[0], status[2]]).toEqual([0, 0])
  // (100 000 − 1 200) in three bands, as in test/bench/inpatient: 85 290.
  if (cases[0] === bill) expect([output['fund']![0], output['fund']![2]]).toEqual([8_529_000, 8_529_000])
  const { code, path } = refusals[status[1]! - 2] ?? { code: `status ${status[1]}`, path: '' }
  return `${code} ${path}`
}

/** How many of the cases are settled in plain numbers, and how many are taken exactly; all as the interpreter says. */
async function compared(
  cases: readonly unknown[],
  settledBy = program,
): Promise<{ readonly settled: number; readonly exactly: number }> {
  const tallies = newTallies([target])
  await compareTargets([target], settledBy, cases, tallies)
  expect(tallies.get(target.name)).toMatchObject({ rows: cases.length, differences: [] })
  const own = settledBy === program ? loaded : await loadColumns(settledBy)
  const output = outputColumns(own.layout, cases.length)
  own.settleColumns(packCases(own.layout, cases).columns, output, 0, cases.length)
  const status = [...(output['#status'] as Uint16Array)]
  const count = (found: number): number => status.filter((each) => each === found).length
  return { settled: count(0), exactly: count(1) }
}

describe('a cell that no case has', () => {
  test.each([
    ['costs.total', Number.NaN, 'not-money costs.total'],
    ['costs.total', 0.5, 'not-money costs.total'],
    ['costs.total', -1, 'not-money costs.total'],
    ['costs.total', Infinity, 'not-money costs.total'],
    ['costs.total', 1e15, 'not-money costs.total'],
    ['costs.firstPay', 10_000_001, 'amount-outside costs'],
    ['person.status', 2, 'not-a-member person.status'],
    ['visit.kind', 255, 'not-a-member visit.kind'],
    ['visit.emergency', 2, 'not-a-boolean visit.emergency'],
    ['visit.place', 990_000, 'not-a-region visit.place'],
    ['visit.place', -330_200, 'not-a-region visit.place'],
    ['person.birthDate', -25_568, 'not-a-date person.birthDate'],
    ['person.birthDate', 2 ** 31 - 1, 'not-a-date person.birthDate'],
    // 2022-12-31 and 2024-01-01
    ['visit.settledOn', 19_357, 'outside-edition visit.settledOn'],
    ['visit.settledOn', 19_723, 'outside-edition visit.settledOn'],
    ['filings.kind', 3, 'not-a-member filings[].kind'],
    ['filings.until.given', 2, 'not-a-date filings[].until'],
    ['costs|items', 2, 'not-one-of costs'],
  ])('%s is %s', (name, value, expected) => {
    expect(refused(name, value)).toBe(expected)
  })

  test('elements of a list that are not there', () => {
    const none = { ...bill, filings: [] }
    const { columns } = packCases(layout, [none, none, none])
    for (const [from, to] of [
      [0, 5],
      [3, 1],
      [-1, 0],
    ] as const) {
      const offsets = columns['filings'] as Int32Array
      offsets[1] = from
      offsets[2] = to
      const output = outputColumns(layout, 3)
      settleColumns(columns, output, 1, 2)
      expect(refusals[(output['#status']![1] as number) - 2]).toMatchObject({ code: 'not-a-list', path: 'filings' })
    }
  })

  test('a text that the dictionary has not', () => {
    const cases = [itemised, itemised, itemised]
    expect(refused('items.code', 9, cases)).toBe('not-a-text items[].code')
    expect(refused('items.code', -1, cases)).toBe('not-a-text items[].code')
    expect(refused('items.amount', 0.1, cases)).toBe('not-money items[].amount')
  })
})

test('a row never depends on its neighbours', () => {
  const cases = [
    bill,
    itemised,
    { ...bill, filings: [] },
    { ...bill, visit: { ...bill.visit, settledOn: '2024-01-01' } },
  ]
  const { columns } = packCases(layout, [...cases, ...cases.toReversed()])
  const output = outputColumns(layout, 8)
  settleColumns(columns, output, 0, 8)
  for (const cells of Object.values(output)) {
    if (Array.isArray(cells)) continue
    for (const row of cases.keys()) expect(cells[row]).toBe(cells[7 - row])
  }
})

test('on the limits of what is proved, a fen beside them, and far beyond', async () => {
  const limit = 1_000_000_000n
  const yuan = (fen: bigint): string => `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`
  const amounts = [limit - 1n, limit, limit + 1n, 10n ** 13n, 10n ** 15n - 1n]
  const cases = amounts.flatMap((fen) => [
    { ...bill, costs: { ...bill.costs, total: yuan(fen) } },
    { ...bill, yearToDate: { ...bill.yearToDate, inpatientEligible: yuan(fen), criticalIllnessBase: yuan(fen) } },
    { ...itemised, items: [{ code: 'SAMPLE-B01', amount: yuan(fen) }, itemised.items[0]] },
  ])
  expect(await compared(cases)).toEqual({ settled: 6, exactly: 9 })
})

test('a list that is longer than what is proved is taken exactly', async () => {
  // 10^9 fen × 4999 × 1000 elements is below 2^53, ten times as much is not.
  const part = make.arithmetic(
    'multiply',
    make.field('items', 'amount', make.money),
    make.exact('4999/10000', make.rate),
  )
  const isLess = make.compare(make.fold('sum', 'items', null, part), 'less', make.exact('500', make.money))
  const amount = { path: 'amount', label: '', type: { kind: 'money', optional: false }, platform: null } as const
  const summed = make.program({
    input: { eitherOf: [], fields: [make.onField], lists: [{ path: 'items', label: '', fields: [amount] }] },
    output: [{ path: 'isLess', label: '', platform: null, type: make.truth, value: isLess }],
  })
  const items = (count: number) => ({
    on: '2023-06-01',
    items: Array.from({ length: count }, () => ({ amount: '1.00' })),
  })
  expect(await compared([items(1000), items(1001)], summed)).toEqual({ settled: 1, exactly: 1 })
})

test('a list that is as long as the door lets in is proved of a settlement', async () => {
  const items = (count: number) => ({ ...itemised, items: Array.from({ length: count }, () => itemised.items[0]) })
  expect(await compared([items(1001), items(10_000)])).toEqual({ settled: 2, exactly: 0 })
})

describe('columns that are none', () => {
  const { columns } = packCases(layout, [bill])
  const output = outputColumns(layout, 1)
  const calls: readonly (readonly [string, Columns, Columns, number, number, RegExp])[] = [
    ['one is missing', { ...columns, 'visit.tier': undefined as never }, output, 0, 1, /visit\.tier is missing/],
    [
      'one is of another kind',
      { ...columns, 'visit.tier': new Float64Array(1) },
      output,
      0,
      1,
      /visit\.tier is no Uint8Array/,
    ],
    ['one is too short', columns, output, 0, 2, /costs\.total has 1 cells, and 2 are needed/],
    ['the output is too short', columns, { ...output, fund: new Float64Array(0) }, 0, 1, /fund has 0 cells/],
    ['a dictionary is missing', { ...columns, 'items.code.texts': undefined as never }, output, 0, 1, /has no texts/],
    ['rows that are none', columns, output, 1, 0, /rows 1 to 0/],
    ['rows that are none', columns, output, 0, Number.NaN, /rows 0 to NaN/],
  ]
  test.each(calls)('%s', (_name, input, out, from, to, message) => {
    expect(() => settleColumns(input, out, from, to)).toThrow(message)
  })
})
