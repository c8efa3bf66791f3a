// The quick reading gives up at the first doubt, and the slow one says what is wrong; together they are the
// interpreter's door, whatever comes.
import { beforeAll, describe, expect, test } from 'vitest'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { counted } from '../bench/counts.ts'
import { ningbo } from '../interpret/ningbo.ts'
import { randomBill, seededRandom } from '../ningbo/bills.ts'
import { completeBill } from '../ningbo/hand.ts'
import { outcome, runProgram, type Settle } from './generated.ts'

const program = ningbo()
let settle: Settle
let settleCounts: Settle
beforeAll(async () => {
  settle = await runProgram(program)
  settleCounts = await runProgram(program, 'settleCounts')
})

const interpreted = (input: unknown): unknown => {
  const result = interpret(program, input)
  return result.ok ? result.evaluation.output : result.issues
}

const filing = { kind: 'referral', region: '310000', from: '2023-02-01', until: null, madeOn: '2023-01-30' } as const
const bill = { ...completeBill({}), filings: [filing] }
const { visit, costs, person } = bill

const withHole = (): unknown => {
  const filings: unknown[] = [filing]
  filings[2] = filing
  return filings
}
const unseen = (record: object, key: string, value: unknown): object =>
  Object.defineProperty({ ...record }, key, { value, enumerable: false })
const without = (record: object, key: string): object =>
  Object.fromEntries(Object.entries(record).filter(([each]) => each !== key))
const once = (first: unknown, later: unknown): unknown => {
  let asked = 0
  return Object.defineProperty({ ...without(visit, 'tier') }, 'tier', {
    get: () => (asked++ === 0 ? first : later),
    enumerable: true,
  })
}

describe('is that of the interpreter', () => {
  test.each<[string, unknown]>([
    ['keys in another order', Object.fromEntries(Object.entries(bill).toReversed())],
    ['no prototype', { ...bill, visit: Object.assign(Object.create(null), visit) }],
    ['another prototype', { ...bill, visit: Object.assign(Object.create({ extra: 1 }), visit) }],
    [
      'an inherited key',
      { ...bill, visit: Object.assign(Object.create({ tier: 'tertiary' }), without(visit, 'tier')) },
    ],
    ['an instance of a class', { ...bill, visit: Object.assign(new (class Visit {})(), visit) }],
    ['a key that nobody sees', { ...bill, visit: unseen(without(visit, 'tier'), 'tier', 'tertiary') }],
    [
      'a key that nobody sees in place of another',
      { ...bill, visit: unseen({ ...without(visit, 'tier'), extra: 1 }, 'tier', 'tertiary') },
    ],
    ['a symbol', { ...bill, visit: { ...visit, [Symbol('extra')]: 1 } }],
    ['a key that is undefined', { ...bill, visit: { ...visit, extra: undefined } }],
    ['the other of a pair that is undefined', { ...bill, items: undefined }],
    ['both of a pair', { ...bill, items: [] }],
    ['none of a pair', without(bill, 'costs')],
    ['a proxy', { ...bill, visit: new Proxy(visit, {}) }],
    [
      'a getter',
      { ...bill, visit: Object.defineProperty({ ...visit }, 'tier', { get: () => 'primary', enumerable: true }) },
    ],
    ['a list with holes', { ...bill, filings: withHole() }],
    ['a list with more', { ...bill, filings: Object.assign([filing], { extra: 1 }) }],
    ['a record like a list', { ...bill, filings: { 0: filing, length: 1 } }],
    ['a list where a record is meant', { ...bill, visit: Object.assign([], visit) }],
    [
      'a list that is no list any more',
      { ...bill, visit: Object.setPrototypeOf(Object.assign([], visit), Object.prototype) },
    ],
    ['minus zero', { ...bill, costs: { ...costs, firstPay: -0 } }],
    ['a text object', { ...bill, visit: { ...visit, tier: new String('tertiary') } }],
    ['a number object', { ...bill, costs: { ...costs, total: new Number(5) } }],
    ['__proto__', { ...bill, visit: JSON.parse('{"__proto__": {"tier": "tertiary"}}') as unknown }],
    ['nothing of a visit', { ...bill, visit: null, person: undefined }],
    ['all of it wrong', { ...bill, visit: 1, person: { ...person, status: 'x', extra: 1 }, filings: [1, {}] }],
  ])('%s', (_, input) => {
    expect(outcome(settle, input)).toEqual(interpreted(input))
  })

  test('a value that changes between two looks is one that was looked at', () => {
    for (const later of ['primary', 'nobody', undefined]) {
      const outcomes = ['tertiary', 'primary', 'nobody'].map((tier) =>
        outcome(settle, { ...bill, visit: { ...visit, tier } }),
      )
      const seen = outcome(settle, { ...bill, visit: once('tertiary', later) })
      const isRefused = Array.isArray(seen)
      if (!isRefused) expect(outcomes).toContainEqual(seen)
    }
  })
})

test('over counts, too, random bills that are spoilt are refused where those of texts are', () => {
  const random = seededRandom(Number(process.env['FC_SEED']))
  const draw = <Item>(from: readonly Item[]): Item => from[Math.floor(random() * from.length)]!
  for (let round = 0; round < 2000; round++) {
    const plain = counted(randomBill(random))
    const record = draw(['person', 'visit', 'costs', 'yearToDate'] as const)
    const key = draw(Object.keys(plain[record]))
    // None of these is right anywhere: half a fen or day, no member, no truth, no region.
    const value = draw([0.5, 'x', null, undefined, NaN, 2 ** 60, [], {}, 10n])
    const issues = outcome(settleCounts, { ...plain, [record]: { ...plain[record], [key]: value } })
    expect(issues, `${record}.${key}`).toMatchObject([{ path: `${record}.${key}` }])
    expect(outcome(settleCounts, { ...plain, [record]: without(plain[record], key) })).toMatchObject([
      { code: 'missing', path: `${record}.${key}` },
    ])
    expect(outcome(settleCounts, { ...plain, [record]: { ...plain[record], extra: value } })).toMatchObject([
      { code: 'unknown-key', path: `${record}.extra` },
    ])
  }
})
