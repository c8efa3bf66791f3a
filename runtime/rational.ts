import { roundDivide, type RoundingMode } from './round.ts'

/** An exact number: n / d in lowest terms, d > 0. Plain data; equal numbers have equal fields. */
export interface Rational {
  readonly n: bigint
  readonly d: bigint
}

export const zero: Rational = { n: 0n, d: 1n }
export const one: Rational = { n: 1n, d: 1n }

const literal = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/

/** The number that a text such as "3/20", "-7" or "1200.50" says. Throws RangeError for anything else. */
export function parse(text: string): Rational {
  const [, sign, whole = '', decimals = '', denominator = `1${'0'.repeat(decimals.length)}`] = literal.exec(text) ?? []
  if (sign === undefined) throw new RangeError(`not an exact number: ${text.slice(0, 40)}`)
  const size = BigInt(whole + decimals)
  return fraction(sign === '-' ? -size : size, BigInt(denominator))
}

/** n / d in lowest terms. Throws RangeError when d is zero. */
export function fraction(n: bigint, d: bigint): Rational {
  if (d === 1n) return { n, d }
  if (d === 0n) throw new RangeError('division by zero')
  const divisor = greatestCommonDivisor(n < 0n ? -n : n, d < 0n ? -d : d)
  const scale = d < 0n ? -divisor : divisor
  return { n: n / scale, d: d / scale }
}

/** Throws RangeError for a number that is not a whole one. */
export function ofInteger(value: number | bigint): Rational {
  return { n: BigInt(value), d: 1n }
}

export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? fraction(a.n + b.n, a.d) : fraction(a.n * b.d + b.n * a.d, a.d * b.d)
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, { n: -b.n, d: b.d })
}

export function multiply(a: Rational, b: Rational): Rational {
  return fraction(a.n * b.n, a.d * b.d)
}

/** Throws RangeError when b is zero. */
export function divide(a: Rational, b: Rational): Rational {
  return fraction(a.n * b.d, a.d * b.n)
}

/** Below zero where a < b, zero where they are equal, above zero where a > b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function lesser(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b
}

export function greater(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b
}

/** The multiple of 10^-decimals that the mode chooses. A tie goes away from zero in halfUp, on both sides of it. */
export function round(value: Rational, decimals: number, mode: RoundingMode): Rational {
  const scale = 10n ** BigInt(decimals)
  return fraction(roundDivide(value.n * scale, value.d, mode), scale)
}

/** With exactly so many digits after the point. Throws RangeError when they are not enough: nothing is rounded here. */
export function toDecimal(value: Rational, decimals: number): string {
  const scale = 10n ** BigInt(decimals)
  if (scale % value.d !== 0n) throw new RangeError(`${toText(value)} has more than ${decimals} decimals`)
  const scaled = value.n * (scale / value.d)
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return `${scaled < 0n ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`
}

/** The shortest text that `parse` reads back as the same number: "0.15", "-7", "4/3". */
export function toText(value: Rational): string {
  const decimals = decimalsOf(value)
  return decimals === null ? `${value.n}/${value.d}` : toDecimal(value, decimals)
}

/** How many digits after the point the number has; null where no number of digits is enough. */
export function decimalsOf(value: Rational): number | null {
  const [withoutTwos, twos] = divideOut(value.d, 2n)
  const [rest, fives] = divideOut(withoutTwos, 5n)
  return rest === 1n ? Math.max(twos, fives) : null
}

function divideOut(value: bigint, factor: bigint): [rest: bigint, times: number] {
  let [rest, times] = [value, 0]
  for (; rest % factor === 0n; times++) rest /= factor
  return [rest, times]
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
