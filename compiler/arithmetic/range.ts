import { add, compare, divide, fraction, greater, lesser, multiply, zero } from '../../runtime/rational.ts'
import type { Rational } from '../../runtime/rational.ts'

/** All that a number can be, both ends included, in the unit that it is kept in. */
export interface Range {
  readonly least: Rational
  readonly most: Rational
}

/** Null stands for a range of which no bound is known. */
type MaybeRange = Range | null

export function range(least: Rational, most: Rational): MaybeRange {
  return isLarge(least) || isLarge(most) ? null : { least, most }
}

export function exactly(value: Rational): MaybeRange {
  return range(value, value)
}

/** From `-size` to `size`. */
export function within(size: Rational): MaybeRange {
  return range(negative(size), size)
}

export function isExactly(value: MaybeRange): value is Range {
  return value !== null && compare(value.least, value.most) === 0
}

export function sum(a: MaybeRange, b: MaybeRange): MaybeRange {
  return a && b && range(add(a.least, b.least), add(a.most, b.most))
}

export function opposite(a: MaybeRange): MaybeRange {
  return a && { least: negative(a.most), most: negative(a.least) }
}

export function product(a: MaybeRange, b: MaybeRange): MaybeRange {
  if (!a || !b) return null
  const corners = [a.least, a.most].flatMap((x) => [multiply(x, b.least), multiply(x, b.most)])
  return range(corners.reduce(lesser), corners.reduce(greater))
}

/** `step` divides every value of b: a divisor that can be zero is refused there, so that it is a step at least. */
export function quotient(a: MaybeRange, b: MaybeRange, step: Rational | null): MaybeRange {
  if (!a || !b) return null
  const reciprocals: Rational[] = []
  const one = { n: 1n, d: 1n }
  if (b.most.n > 0n) {
    reciprocals.push(divide(one, b.most))
    const nearest = b.least.n > 0n ? b.least : step
    if (!nearest) return null
    reciprocals.push(divide(one, nearest))
  }
  if (b.least.n < 0n) {
    reciprocals.push(divide(one, b.least))
    const nearest = b.most.n < 0n ? b.most : step && negative(step)
    if (!nearest) return null
    reciprocals.push(divide(one, nearest))
  }
  if (reciprocals.length === 0) return exactly(zero)
  return product(a, { least: reciprocals.reduce(lesser), most: reciprocals.reduce(greater) })
}

export function lesserOf(a: MaybeRange, b: MaybeRange): MaybeRange {
  return a && b && { least: lesser(a.least, b.least), most: lesser(a.most, b.most) }
}

export function greaterOf(a: MaybeRange, b: MaybeRange): MaybeRange {
  return a && b && { least: greater(a.least, b.least), most: greater(a.most, b.most) }
}

/** One or the other. */
export function join(a: MaybeRange, b: MaybeRange): MaybeRange {
  return a && b && { least: lesser(a.least, b.least), most: greater(a.most, b.most) }
}

/** The sum of none to so many of them. */
export function upTo(count: bigint, each: MaybeRange): MaybeRange {
  return each && product({ least: zero, most: fraction(count, 1n) }, each)
}

function negative({ n, d }: Rational): Rational {
  return { n: -n, d }
}

// Names that are multiplied by themselves grow without end.
const largest = 1n << 2048n

function isLarge({ n, d }: Rational): boolean {
  return n > largest || -n > largest || d > largest
}
