import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rational, roundDivide, type Rational, type RoundingMode } from '../../runtime/index.ts'

const { add, compare, decimalsOf, divide, fraction, greater, lesser, multiply, parse, round, subtract } = rational
const { toDecimal, toText, one, zero } = rational

const whole = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })
const anyRational = fc.tuple(whole, fc.bigInt({ min: 1n, max: 10n ** 6n })).map(([n, d]) => fraction(n, d))
const modes: readonly RoundingMode[] = ['halfUp', 'up', 'down', 'halfEven']

describe('parse and write', () => {
  test.each([
    ['3/20', { n: 3n, d: 20n }, '0.15'],
    ['6/40', { n: 3n, d: 20n }, '0.15'],
    ['-7', { n: -7n, d: 1n }, '-7'],
    ['1200.50', { n: 2401n, d: 2n }, '1200.5'],
    ['-0.05', { n: -1n, d: 20n }, '-0.05'],
    ['73/63', { n: 73n, d: 63n }, '73/63'],
    ['0', { n: 0n, d: 1n }, '0'],
    ['-0.00', { n: 0n, d: 1n }, '0'],
  ])('%s', (text, expected, written) => {
    expect(parse(text)).toEqual(expected)
    expect(toText(parse(text))).toBe(written)
  })

  test.each(['', ' 1', '1 ', '1.', '.5', '1e3', '0x10', '１２', '1/0', '1/2/3', '1/-2', '+1', 'NaN', '1.5/2'])(
    'refuses %j',
    (text) => {
      expect(() => parse(text)).toThrow(RangeError)
    },
  )

  test('writes exactly so many decimals, or refuses', () => {
    expect(toDecimal(parse('1200.5'), 2)).toBe('1200.50')
    expect(toDecimal(parse('-1/20'), 2)).toBe('-0.05')
    expect(toDecimal(parse('7'), 0)).toBe('7')
    expect(() => toDecimal(parse('1/8'), 2)).toThrow(RangeError)
    expect(() => toDecimal(parse('1/3'), 9)).toThrow(RangeError)
  })

  test('what is written is read back', () => {
    fc.assert(
      fc.property(anyRational, (a) => {
        expect(parse(toText(a))).toEqual(a)
      }),
    )
  })

  test('knows how many decimals a number has', () => {
    expect(['3', '1/8', '1/50', '4/3', '-7/1000'].map((text) => decimalsOf(parse(text)))).toEqual([0, 3, 2, null, 3])
  })
})

describe('arithmetic', () => {
  const isLowest = ({ n, d }: Rational) => {
    const half = fraction(n, d)
    return d > 0n && half.n === n && half.d === d
  }

  test('is that of fractions over one denominator', () => {
    fc.assert(
      fc.property(whole, whole, fc.bigInt({ min: 1n, max: 10n ** 6n }), (a, b, d) => {
        expect(add(fraction(a, d), fraction(b, d))).toEqual(fraction(a + b, d))
        expect(subtract(fraction(a, d), fraction(b, d))).toEqual(fraction(a - b, d))
        expect(multiply(fraction(a, d), fraction(b, d))).toEqual(fraction(a * b, d * d))
        expect(compare(fraction(a, d), fraction(b, d))).toBe(a < b ? -1 : a > b ? 1 : 0)
      }),
    )
  })

  test('keeps the laws, in lowest terms', () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a))
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)))
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)))
        expect(add(subtract(a, b), b)).toEqual(a)
        if (b.n !== 0n) expect(multiply(divide(a, b), b)).toEqual(a)
        expect(isLowest(multiply(a, b))).toBe(true)
        expect(compare(lesser(a, b), greater(a, b))).toBeLessThanOrEqual(0)
        expect(add(lesser(a, b), greater(a, b))).toEqual(add(a, b))
      }),
    )
  })

  test('180 months × 4/3 are 240', () => {
    expect(multiply(parse('180'), parse('4/3'))).toEqual(parse('240'))
  })

  test('zero and one are that', () => {
    expect([zero, one]).toEqual([parse('0'), parse('1')])
  })

  test('a division by zero throws', () => {
    expect(() => divide(one, zero)).toThrow(RangeError)
  })
})

describe('rounding', () => {
  // value, then halfUp, up, down, halfEven, to two decimals.
  test.each([
    ['0.125', '0.13', '0.13', '0.12', '0.12'],
    ['0.135', '0.14', '0.14', '0.13', '0.14'],
    ['-0.125', '-0.13', '-0.13', '-0.12', '-0.12'],
    ['-0.135', '-0.14', '-0.14', '-0.13', '-0.14'],
    ['0.121', '0.12', '0.13', '0.12', '0.12'],
    ['-0.121', '-0.12', '-0.13', '-0.12', '-0.12'],
    ['0.129', '0.13', '0.13', '0.12', '0.13'],
    ['-0.001', '0', '-0.01', '0', '0'],
    ['0.005', '0.01', '0.01', '0', '0'],
    ['2.5', '2.5', '2.5', '2.5', '2.5'],
    ['1/3', '0.33', '0.34', '0.33', '0.33'],
    ['2/3', '0.67', '0.67', '0.66', '0.67'],
  ])('%s', (value, ...expected) => {
    expect(modes.map((mode) => toText(round(parse(value), 2, mode)))).toEqual(expected)
  })

  test('to whole numbers: 2.5 is 3 half up, 2 half to even; both mirrored below zero', () => {
    expect([5n, -5n, 7n, -7n].map((n) => roundDivide(n, 2n, 'halfUp'))).toEqual([3n, -3n, 4n, -4n])
    expect([5n, -5n, 7n, -7n].map((n) => roundDivide(n, 2n, 'halfEven'))).toEqual([2n, -2n, 4n, -4n])
    expect([5n, -5n, 7n, -7n].map((n) => roundDivide(n, -2n, 'halfUp'))).toEqual([-3n, 3n, -4n, 4n])
  })

  test('chooses, of the two whole numbers around a fraction, the one that the mode says', () => {
    fc.assert(
      fc.property(whole, fc.bigInt({ min: 1n, max: 1000n }), (n, d) => {
        // The brute way: the greatest whole number not above n / d, found from the sign of the rest.
        const floor = (n - (((n % d) + d) % d)) / d
        const rest = n - floor * d
        const ceiling = rest === 0n ? floor : floor + 1n
        const [inner, outer] = n < 0n ? [ceiling, floor] : [floor, ceiling]
        const toOuter = n < 0n ? d - rest : rest
        const isTie = rest * 2n === d
        const nearest = rest === 0n || toOuter * 2n < d ? inner : outer
        expect(roundDivide(n, d, 'down')).toBe(inner)
        expect(roundDivide(n, d, 'up')).toBe(outer)
        expect(roundDivide(n, d, 'halfUp')).toBe(rest === 0n ? floor : isTie ? outer : nearest)
        expect(roundDivide(n, d, 'halfEven')).toBe(isTie ? (inner % 2n === 0n ? inner : outer) : nearest)
      }),
    )
  })
})
