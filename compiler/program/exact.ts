import {
  add,
  compare,
  divide,
  multiply,
  parse as parseRational,
  subtract,
  type Rational,
} from '../../runtime/rational.ts'
import type { Exact } from './type.ts'

// A policy says the same few numbers again and again.
function remembering<Result>(compute: (value: string) => Result): (value: string) => Result {
  const known = new Map<string, Result>()
  return (value) => {
    const found = known.get(value)
    if (found !== undefined) return found
    const result = compute(value)
    if (known.size > 4_096) known.clear()
    known.set(value, result)
    return result
  }
}

const parse = remembering(parseRational)

/** Exact numbers as text: what constants of a program and facts of problems are. */
const text = (value: Rational): Exact => (value.d === 1n ? `${value.n}` : `${value.n}/${value.d}`)

/** "3.5*10000", "14/100", "1200.50": a written number with at most one power of ten or denominator behind it. */
export const exactFrom = remembering((written): Exact => {
  const [, digits = '0', operator, second = '1'] = /^([\d.-]+)(?:([*/])(\d+))?$/.exec(written) ?? []
  const value = parse(digits)
  return text(
    operator === '*' ? multiply(value, parse(second)) : operator === '/' ? divide(value, parse(second)) : value,
  )
})

const binary =
  (operation: (a: Rational, b: Rational) => Rational) =>
  (a: Exact, b: Exact): Exact =>
    text(operation(parse(a), parse(b)))
export const addExact = binary(add)
export const subtractExact = binary(subtract)
export const multiplyExact = binary(multiply)
/** The divisor must not be zero. */
export const divideExact = binary(divide)
export const compareExact = (a: Exact, b: Exact): number => (a === b ? 0 : compare(parse(a), parse(b)))
export const lesserExact = (a: Exact, b: Exact): Exact => (compareExact(a, b) <= 0 ? a : b)
export const greaterExact = (a: Exact, b: Exact): Exact => (compareExact(a, b) >= 0 ? a : b)

/** How many digits after the point write the number exactly; null when none do. */
export const decimalsOf = remembering((value: Exact): number | null => {
  let { d } = parse(value)
  let twos = 0
  let fives = 0
  for (; d % 2n === 0n; d /= 2n) twos++
  for (; d % 5n === 0n; d /= 5n) fives++
  return d === 1n ? Math.max(twos, fives) : null
})

/** A number as an author would write it; fractions without end stay fractions. */
export function plain(value: Exact): string {
  const decimals = decimalsOf(value)
  if (decimals === null || decimals === 0) return value
  const scaled = multiplyExact(value, `1${'0'.repeat(decimals)}`)
  const negative = scaled.startsWith('-')
  const digits = scaled.replace('-', '').padStart(decimals + 1, '0')
  return `${negative ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
