import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  amountBetween,
  CaseError,
  divide,
  exactAmountBetween,
  exactly,
  exactRational,
  greater,
  largeAmountBetween,
  lesser,
  nonZero,
  rational,
  roundTo,
  scaled,
  whole,
  wholeOrText,
} from '../../runtime/index.ts'

const { fraction } = rational

describe('an amount between two positions', () => {
  const [edges, rates] = [
    [100, 300],
    [1, 2, 5],
  ] as const

  test('takes each part at the rate of its band', () => {
    // 50 × 1 + 200 × 2 + 20 × 5
    expect(amountBetween(edges, rates, 50, 320)).toBe(550)
    expect(amountBetween(edges, rates, 100, 300)).toBe(400)
    expect(amountBetween(edges, rates, 300, 301)).toBe(5)
    expect(amountBetween(edges, rates, -10, 10)).toBe(20)
    expect(amountBetween([], [7], 3, 5)).toBe(14)
  })

  test('is nothing where the second position is not after the first', () => {
    expect(amountBetween(edges, rates, 200, 200)).toBe(0)
    expect(amountBetween(edges, rates, 320, 50)).toBe(0)
  })

  test('is the same of plain numbers, large whole ones and rationals, and of stretches taken one by one', () => {
    const number = fc.bigInt({ min: -500n, max: 500n })
    const steps = fc.uniqueArray(number, { maxLength: 4 }).map((some) => some.toSorted((a, b) => (a < b ? -1 : 1)))
    const property = fc.property(
      steps,
      fc.array(number, { minLength: 5, maxLength: 5 }),
      number,
      number,
      number,
      (...all) => {
        const [floors, many, from, middle, to] = all
        const some = many.slice(0, floors.length + 1)
        const of = (values: readonly bigint[]) => values.map((value) => fraction(value, 100n))
        const [start, end] = of([from, to]) as [rational.Rational, rational.Rational]
        const exact = exactAmountBetween(of(floors), of(some), start, end)
        expect(exact).toEqual(fraction(largeAmountBetween(floors, some, from, to), 10_000n))
        const numbers = [floors, some].map((values) => values.map(Number)) as [number[], number[]]
        expect(exact).toEqual(fraction(BigInt(amountBetween(...numbers, Number(from), Number(to))), 10_000n))
        const [a, b, c] = [from, middle, to].toSorted((x, y) => (x < y ? -1 : 1)) as [bigint, bigint, bigint]
        const parts = largeAmountBetween(floors, some, a, b) + largeAmountBetween(floors, some, b, c)
        expect(parts).toBe(largeAmountBetween(floors, some, a, c))
      },
    )
    fc.assert(property)
  })
})

test('the lesser and the greater', () => {
  expect([lesser(1n, -2n), greater(1n, -2n), lesser(3n, 3n), greater(3n, 3n)]).toEqual([-2n, 1n, 3n, 3n])
})

test('a quotient, or an issue that names what was computed', () => {
  expect(divide(fraction(1n, 2n), fraction(3n, 4n), '占比')).toEqual(fraction(2n, 3n))
  expect(issuesOf(() => divide(rational.one, rational.zero, '占比'))).toMatchObject([
    { code: 'division-by-zero', facts: { label: '占比' } },
  ])
})

test('a divisor that is not zero, or an issue', () => {
  expect([nonZero(-3, '占比'), nonZero(3n, '占比')]).toEqual([-3, 3n])
  const issue = { code: 'division-by-zero', facts: { label: '占比' } }
  expect(issuesOf(() => nonZero(0, '占比'))).toMatchObject([issue])
  expect(issuesOf(() => nonZero(0n, '占比'))).toMatchObject([issue])
})

test('an amount that lies between zero and a limit, or an issue', () => {
  expect(exactly(5n, 5n, 100n, 'costs', '自费')).toBe(5n)
  expect(exactly(0, 5, 100, 'costs', '自费')).toBe(0)
  expect(exactRational(fraction(1n, 3n), fraction(1n, 3n), 'costs', '自费')).toEqual(fraction(1n, 3n))
  const issue = { code: 'amount-outside', path: 'costs', value: '0.06', facts: { label: '自费', limit: '0.05' } }
  expect(issuesOf(() => exactly(6n, 5n, 100n, 'costs', '自费'))).toEqual([issue])
  expect(issuesOf(() => exactly(6, 5, 100, 'costs', '自费'))).toEqual([issue])
  expect(issuesOf(() => exactly(-1n, 5n, 100n, 'costs', '自费'))).toEqual([{ ...issue, value: '-0.01' }])
})

test('counts of a part: rounded where it is said, else exact or refused', () => {
  expect(roundTo(fraction(1n, 3n), 100n, 'halfUp')).toBe(33n)
  expect(roundTo(fraction(-1n, 200n), 100n, 'halfUp')).toBe(-1n)
  expect(scaled(fraction(3n, 20n), 1_000_000n)).toBe(150_000n)
  expect(() => scaled(fraction(1n, 3n), 100n)).toThrow(RangeError)
})

test('whole numbers of the output', () => {
  expect([whole(240n), whole(fraction(4n, 2n))]).toEqual([240, 2])
  expect(() => whole(fraction(1n, 2n))).toThrow(RangeError)
  expect(() => whole(2n ** 53n)).toThrow(RangeError)
  const texts = [fraction(4n, 2n), fraction(1n, 2n), fraction(4n, 3n), fraction(2n ** 60n, 1n)].map(wholeOrText)
  expect(texts).toEqual([2, '0.5', '4/3', String(2n ** 60n)])
})

function issuesOf(compute: () => unknown): unknown {
  try {
    return compute()
  } catch (error) {
    return error instanceof CaseError ? error.issues : error
  }
}
