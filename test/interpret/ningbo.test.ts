import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { describeIssue, readJson } from '../../runtime/index.ts'
import { badInputs } from '../ningbo/bad-input.ts'
import { randomBill, seededRandom } from '../ningbo/bills.ts'
import { completeBill, handBills } from '../ningbo/hand.ts'
import { referenceSettle } from '../ningbo/reference.ts'
import { ningbo } from './ningbo.ts'

const program = ningbo()

const settle = (input: unknown) => {
  const result = interpret(program, input)
  return result.ok ? result.evaluation.output : result.issues
}

test('100 000 yuan at home: employed, tertiary', () => {
  // 33 800 × 80% + 35 000 × 85% + 30 000 × 95% = 27 040 + 29 750 + 28 500 = 85 290; 98 800 − 85 290 = 13 510.
  // 1 200 + 13 510 = 14 710; (14 710 − 5 000) × 80% = 7 768. 100 000 − 85 290 − 7 768 = 6 942.
  expect(settle(completeBill({ costs: { total: '100000.00' } }))).toMatchObject({
    fund: '85290.00',
    coPay: '13510.00',
    criticalIllness: '7768.00',
    cash: '6942.00',
  })
})

test.each(handBills)('by hand: $name', ({ given, expect: expected }) => {
  expect(settle(completeBill(given))).toMatchObject(expected)
})

test('is the reference on random bills', () => {
  const random = seededRandom(Number(process.env['FC_SEED']))
  for (let round = 0; round < 5_000; round++) {
    const bill = randomBill(random)
    const expected = referenceSettle(bill)
    const actual = settle(bill)
    if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual, JSON.stringify(bill)).toEqual(expected)
  }
})

describe('whatever comes in', () => {
  // Either a settlement or issues, each with short sentences on one line; never an exception.
  const pathsOf = (input: unknown) => {
    const result = interpret(program, input)
    const issues = result.ok ? [] : result.issues
    for (const issue of issues)
      for (const language of ['zh', 'en'] as const)
        expect(describeIssue(issue, language)).toMatch(/^[^\p{Cc}\p{Cf}]{1,500}$/u)
    return issues.map(({ path }) => path)
  }

  test('issues come out', () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true })
    fc.assert(fc.property(anything, (input) => pathsOf(input).length > 0))
  })

  test('or a settlement, where one part of a good bill is anything', () => {
    const paths = program.input.fields.map(({ path }) => path)
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.anything(), (path, value) => {
        const [part = '', key = ''] = path.split('.')
        const bill = structuredClone(completeBill({})) as unknown as Record<string, Record<string, unknown>>
        if (bill[part]) bill[part][key] = value
        return pathsOf(bill).every((each) => each === path || each === part)
      }),
    )
  })
})

describe('refuses, at the path', () => {
  test.each(badInputs)('$name', (bad) => {
    const read = 'json' in bad ? readJson(bad.json) : { ok: true as const, value: bad.input }
    const result = read.ok ? interpret(program, read.value) : read
    const issues = result.ok ? [] : result.issues
    expect(issues.map(({ path }) => path)).toContain(bad.path)
    for (const language of ['zh', 'en'] as const) {
      const sentences = issues.filter(({ path }) => path === bad.path).map((issue) => describeIssue(issue, language))
      expect(sentences.join('\n')).toContain(bad.says)
    }
  })
})
