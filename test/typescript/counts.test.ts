import { beforeAll, describe, expect, test } from 'vitest'
import { counted, settlementCounted, type CountedBill } from '../bench/counts.ts'
import { ningbo } from '../interpret/ningbo.ts'
import { randomBill, seededRandom } from '../ningbo/bills.ts'
import { completeBill, handBills } from '../ningbo/hand.ts'
import { referenceSettle } from '../ningbo/reference.ts'
import { outcome, runProgram, type Settle } from './generated.ts'

const rounds = Number(process.env['DEEP_ROUNDS'] ?? 20_000)

let settle: Settle
let settleCounts: Settle
beforeAll(async () => {
  settle = await runProgram(ningbo())
  settleCounts = await runProgram(ningbo(), 'settleCounts')
})

test.each(handBills)('by hand: $name', ({ given }) => {
  const bill = completeBill(given)
  expect(outcome(settleCounts, counted(bill))).toEqual(settlementCounted(referenceSettle(bill)))
})

test('is the reference on random bills', { timeout: 3_600_000 }, () => {
  const random = seededRandom(Number(process.env['FC_SEED']))
  for (let round = 0; round < rounds; round++) {
    const bill = randomBill(random)
    const [expected, actual] = [settlementCounted(referenceSettle(bill)), outcome(settleCounts, counted(bill))]
    if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual, JSON.stringify(bill)).toEqual(expected)
  }
})

test('items are counted too', () => {
  const { costs: _, ...bill } = completeBill({})
  const items = [{ code: 'SAMPLE-B01', amount: '12.30' }]
  const { costs: _costs, ...counts } = counted(completeBill({}))
  const expected = settle({ ...bill, items }) as Record<string, string>
  const actual = settleCounts({ ...counts, items: [{ code: 'SAMPLE-B01', amount: 1230 }] }) as Record<string, number>
  for (const name of ['total', 'firstPay', 'fund', 'person']) {
    expect(actual[name]).toBe(Number(expected[name]!.replace('.', '')))
  }
})

describe('what is no count is refused, all at once', () => {
  const bill = counted(completeBill({}))
  const withFiling = (filing: object): unknown => ({
    ...bill,
    filings: [{ kind: 'referral', region: '310000', from: 19_400, until: null, madeOn: 19_400, ...filing }],
  })
  const withTotal = (total: unknown): unknown => ({ ...bill, costs: { ...bill.costs, total } })
  const fen = { part: 'fen', least: 0, most: 999_999_999_999_999 }
  // 1 January 1900 is 25 567 days before 1970, 31 December 9999 is 2 932 896 days after.
  const day = { part: 'day', least: -25_567, most: 2_932_896 }

  test.each<[string, unknown, readonly object[]]>([
    ['half a fen', withTotal(0.5), [{ code: 'not-a-count', path: 'costs.total', value: '0.5', facts: fen }]],
    ['yuan as text', withTotal('1200.50'), [{ code: 'not-a-count', path: 'costs.total', facts: fen }]],
    ['less than nothing', withTotal(-1), [{ code: 'not-a-count', path: 'costs.total', facts: fen }]],
    ['more than the door lets in', withTotal(1e15), [{ code: 'not-a-count', path: 'costs.total', facts: fen }]],
    ['no number', withTotal(NaN), [{ code: 'not-a-count', path: 'costs.total', facts: fen }]],
    ['a bigint', withTotal(100n), [{ code: 'not-a-count', path: 'costs.total', facts: fen }]],
    ['nothing', withTotal(undefined), [{ code: 'missing', path: 'costs.total' }]],
    [
      'a date as text, and a day before 1900',
      withFiling({ from: '2023-02-01', madeOn: -25_568 }),
      [
        { code: 'not-a-count', path: 'filings[0].from', facts: day },
        { code: 'not-a-count', path: 'filings[0].madeOn', facts: day },
      ],
    ],
    [
      'no member, and one key too many',
      withFiling({ kind: 'other', extra: 1 }),
      [
        { code: 'unknown-key', path: 'filings[0].extra' },
        { code: 'not-a-member', path: 'filings[0].kind' },
      ],
    ],
    [
      'a day of no edition',
      { ...bill, visit: { ...bill.visit, settledOn: 20_000 } },
      [{ code: 'outside-edition', path: 'visit.settledOn', value: '2024-10-04' }],
    ],
  ])('%s', (_, input, issues) => {
    expect(outcome(settleCounts, input)).toMatchObject(issues)
    expect(outcome(settleCounts, input)).toHaveLength(issues.length)
  })
})

test('minus zero is zero', () => {
  const bill = completeBill({})
  const total = (input: unknown): unknown => (settleCounts(input) as { total: number }).total
  const counts: CountedBill = counted({ ...bill, costs: { ...bill.costs, total: '0.00' } })
  expect(total({ ...counts, costs: { ...counts.costs, total: -0 } })).toBe(0)
})

test('amounts beyond the proof come out exactly, or are refused where no number holds them', () => {
  const bill = completeBill({ costs: { total: '9999999999999.99' } })
  expect(settleCounts(counted(bill))).toEqual(settlementCounted(referenceSettle(bill)))
  const most = 999_999_999_999_999
  const { costs: _, ...counts } = counted(completeBill({}))
  const items = Array.from({ length: 10 }, () => ({ code: 'SAMPLE-C01', amount: most }))
  expect(outcome(settleCounts, { ...counts, items })).toMatchObject([
    { code: 'amount-outside', path: 'total', value: '99999999999999.90' },
    { code: 'amount-outside', path: 'ownExpense' },
    { code: 'amount-outside', path: 'cash' },
    { code: 'amount-outside', path: 'person' },
  ])
})
