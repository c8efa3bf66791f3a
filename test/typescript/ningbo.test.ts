import { beforeAll, describe, expect, test } from 'vitest'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { readJson } from '../../runtime/index.ts'
import { ningbo } from '../interpret/ningbo.ts'
import { badInputs } from '../ningbo/bad-input.ts'
import { randomBill, seededRandom } from '../ningbo/bills.ts'
import { completeBill, handBills } from '../ningbo/hand.ts'
import { referenceSettle } from '../ningbo/reference.ts'
import { outcome, runProgram, type Settle } from './generated.ts'

// More rounds by `npm run test:deep`.
const rounds = Number(process.env['DEEP_ROUNDS'] ?? 20_000)

const program = ningbo()
let settle: Settle
beforeAll(async () => {
  settle = await runProgram(program)
})

const interpreted = (input: unknown): unknown => {
  const result = interpret(program, input)
  return result.ok ? result.evaluation.output : result.issues
}

test.each(handBills)('by hand: $name', ({ given, expect: expected }) => {
  expect(outcome(settle, completeBill(given))).toMatchObject(expected)
})

test('is the reference on random bills', { timeout: 3_600_000 }, () => {
  const random = seededRandom(Number(process.env['FC_SEED']))
  for (let round = 0; round < rounds; round++) {
    const bill = randomBill(random)
    const [expected, actual] = [referenceSettle(bill), outcome(settle, bill)]
    if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual, JSON.stringify(bill)).toEqual(expected)
  }
})

test('is the interpreter on random bills, right or wrong', { timeout: 3_600_000 }, () => {
  const random = seededRandom(Number(process.env['FC_SEED']) + 1)
  for (let round = 0; round < rounds; round++) {
    const bill: unknown = round % 4 === 0 ? spoilt(randomBill(random), random) : randomBill(random)
    const [expected, actual] = [interpreted(bill), outcome(settle, bill)]
    if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual, JSON.stringify(bill)).toEqual(expected)
  }
})

describe('refuses what the interpreter refuses, with the same issues', () => {
  test.each(badInputs)('$name', (bad) => {
    const read = 'json' in bad ? readJson(bad.json) : { ok: true as const, value: bad.input }
    if (read.ok) expect(outcome(settle, read.value)).toEqual(interpreted(read.value))
  })
})

/** The bill with some of its values replaced by values that may be wrong there. */
function spoilt(bill: object, random: () => number): unknown {
  const values = [null, '', '1.005', -1, 0.5, 3, true, '2023-02-30', '2022-12-31', '330200', [], {}, '99999999.99']
  const spoil = (value: unknown): unknown => {
    if (random() < 0.04) return values[Math.floor(random() * values.length)]
    if (Array.isArray(value)) return value.map(spoil)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).flatMap(([key, each]) => (random() < 0.01 ? [] : [[key, spoil(each)]]))
    return Object.fromEntries(random() < 0.02 ? [...entries, ['extra', 1]] : entries)
  }
  return spoil(bill)
}
