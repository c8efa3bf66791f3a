import { fraction, greater, lesser, ofInteger, type Rational } from '../../../../runtime/rational.ts'

export const half = fraction(1n, 2n)
export const minusOne = ofInteger(-1)

export function negated({ n, d }: Rational): Rational {
  return { n: -n, d }
}

/** The number without its sign. */
export function sizeOf({ n, d }: Rational): Rational {
  return { n: n < 0n ? -n : n, d }
}

export function floorOf({ n, d }: Rational): bigint {
  return n >= 0n ? n / d : -((-n + d - 1n) / d)
}

export function ceilingOf(value: Rational): bigint {
  return -floorOf(negated(value))
}

/** The greatest common divisor, never below zero. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** The least common multiple. */
export function lcm(a: bigint, b: bigint): bigint {
  return (a / gcd(a, b)) * b
}

/** The largest fraction of which both are whole multiples. */
export function commonPart(a: Rational, b: Rational): Rational {
  return fraction(gcd(a.n, b.n), lcm(a.d, b.d))
}

/** The lesser of two bounds; none where one of them is none. */
export function leastOf(a: Rational | null, b: Rational | null): Rational | null {
  return a && b && lesser(a, b)
}

/** The greater of two bounds, or the only one. */
export function greatestOf(a: Rational | null, b: Rational | null): Rational | null {
  return a && b ? greater(a, b) : (a ?? b)
}

/** The same for the same bound. */
export function boundKey(bound: Rational | null): string {
  return bound === null ? '∞' : `${bound.n}/${bound.d}`
}
