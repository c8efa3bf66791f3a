import { CaseError } from './case-error.ts'
import {
  add,
  compare,
  divide as divideExactly,
  fraction,
  greater as greaterOf,
  lesser as lesserOf,
} from './rational.ts'
import { multiply, subtract, toText, zero, type Rational } from './rational.ts'
import { refuseAmount, refuseDivision } from './refusal.ts'
import { roundDivide, type RoundingMode } from './round.ts'

/** An amount in fen. */
export type Fen = number
/** A rate or a difference of rates in hundredths: 15 is 15 %. */
export type Percent = number

// Numbers in compiled policies are whole counts of a part that is known when compiling: fen, hundredths, thousandths;
// plain numbers where it is proved that they stay below 2^53, else bigints. Where no such part is known, after a
// division by a value, they are Rationals.

export function lesser(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

export function greater(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}

/**
 * The amount between two positions, each part times the rate of its band: from the first band, which has no floor,
 * to the last, which has no ceiling. `rates` is one longer than `edges`, which ascend and count the same part as the
 * positions do. The result counts that part times the part of the rates. Zero where `to` is not after `from`.
 */
export function amountBetween(edges: readonly number[], rates: readonly number[], from: number, to: number): number {
  let sum = 0
  let start = from
  for (let band = 0; start < to; band++) {
    const end = band < edges.length ? Math.min(edges[band]!, to) : to
    if (end <= start) continue
    sum += (end - start) * rates[band]!
    start = end
  }
  return sum
}

/** The same of numbers that may be too large for plain ones. */
export function largeAmountBetween(
  edges: readonly (number | bigint)[],
  rates: readonly (number | bigint)[],
  from: bigint,
  to: bigint,
): bigint {
  let [sum, start] = [0n, from]
  for (let band = 0; start < to; band++) {
    const ceiling = edges[band]
    const end = ceiling === undefined || ceiling > to ? to : BigInt(ceiling)
    if (end <= start) continue
    sum += (end - start) * BigInt(rates[band] ?? 0)
    start = end
  }
  return sum
}

/** The same of Rationals. */
export function exactAmountBetween(
  edges: readonly Rational[],
  rates: readonly Rational[],
  from: Rational,
  to: Rational,
): Rational {
  return rates.reduce((sum, rate, band) => {
    const [floor, ceiling] = [edges[band - 1], edges[band]]
    const start = floor ? greaterOf(from, floor) : from
    const end = ceiling ? lesserOf(to, ceiling) : to
    return compare(end, start) > 0 ? add(sum, multiply(subtract(end, start), rate)) : sum
  }, zero)
}

/** Throws a CaseError that names the definition being computed when b is zero. */
export function divide(a: Rational, b: Rational, label: string): Rational {
  if (b.n === 0n) throw new CaseError([refuseDivision(label)])
  return divideExactly(a, b)
}

/** The divisor itself. Throws a CaseError that names the definition being computed when it is zero. */
export function nonZero<Whole extends number | bigint>(divisor: Whole, label: string): Whole {
  if (divisor === 0 || divisor === 0n) throw new CaseError([refuseDivision(label)])
  return divisor
}

/** Rounded once to a count of 1/denominator. */
export function roundTo(value: Rational, denominator: bigint, mode: RoundingMode): bigint {
  return roundDivide(value.n * denominator, value.d, mode)
}

/** The amount itself; throws a CaseError when it is below zero or above the limit. Both count 1/denominator. */
export function exactly<Whole extends number | bigint>(
  value: Whole,
  limit: Whole,
  denominator: number | bigint,
  path: string,
  label: string,
): Whole {
  if (value < 0 || value > limit) {
    const [amount, most] = [value, limit].map((each) => fraction(BigInt(each), BigInt(denominator)))
    exactRational(amount ?? zero, most ?? zero, path, label)
  }
  return value
}

/** The same of Rationals. */
export function exactRational(value: Rational, limit: Rational, path: string, label: string): Rational {
  const issue = refuseAmount(value, limit, path, label)
  if (issue) throw new CaseError([issue])
  return value
}

/** As a count of 1/denominator. Throws RangeError where it is not a whole count: nothing is rounded here. */
export function scaled(value: Rational, denominator: bigint): bigint {
  if (denominator % value.d !== 0n) throw new RangeError(`${toText(value)} is no whole number of 1/${denominator}`)
  return value.n * (denominator / value.d)
}

/** As a JavaScript number. Throws RangeError for what is no whole number, or beyond 2^53. */
export function whole(value: bigint | Rational): number {
  const { n, d } = typeof value === 'bigint' ? { n: value, d: 1n } : value
  const number = Number(n)
  if (d !== 1n || !Number.isSafeInteger(number)) throw new RangeError(`${toText({ n, d })} is no safe whole number`)
  return number
}

/** As it stands in the output: a whole number, or a text where it is not one. */
export function wholeOrText(value: Rational): number | string {
  const number = Number(value.n)
  return value.d === 1n && Number.isSafeInteger(number) ? number : toText(value)
}

/** The texts whose conditions hold, in their order; `otherwise`, where there is one, if none does. */
export function listAll(
  rows: readonly (readonly [holds: boolean, text: string])[],
  otherwise: string | null,
): readonly string[] {
  const texts = rows.filter(([holds]) => holds).map(([, text]) => text)
  return texts.length === 0 && otherwise !== null ? [otherwise] : texts
}
