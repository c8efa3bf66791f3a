import { fraction, type Rational } from '../../../../runtime/rational.ts'
import { gcd, lcm } from './numbers.ts'

/**
 * A line of a tableau: den × (the row's variable) = the sum of factors × variables that are not in a row; the variables
 * ascend, and no factor is zero. In plain numbers while all are below 2^53, and they nearly always are.
 */
export type Row = PlainRow | BigRow
interface PlainRow {
  readonly den: number
  readonly variables: readonly number[]
  readonly factors: readonly number[]
}
interface BigRow {
  readonly den: bigint
  readonly variables: readonly number[]
  readonly factors: readonly bigint[]
}
export type LinearTerms = readonly (readonly [variable: number, factor: Rational])[]

const MOST = Number.MAX_SAFE_INTEGER

/** Below zero, zero or above: how the variable counts in the row. */
export function signIn({ variables, factors }: Row, variable: number): number {
  for (let at = 0; at < variables.length; at++) {
    if (variables[at]! >= variable) return variables[at] === variable ? (factors[at]! > 0 ? 1 : -1) : 0
  }
  return 0
}

/** How much the row's variable grows with another that is in the row. */
export function factorIn({ den, variables, factors }: Row, variable: number): Rational {
  return fraction(BigInt(factors[variables.indexOf(variable)]!), BigInt(den))
}

/** The sum of the terms, each variable that has a row by its row. */
export function rowOf(terms: LinearTerms, rows: ReadonlyMap<number, Row>): Row {
  return terms.reduce<Row>((sum, [variable, factor]) => {
    const row = rows.get(variable) ?? { den: 1, variables: [variable], factors: [1] }
    return plus(sum, row, factor)
  }, nothing)
}

const nothing: PlainRow = { den: 1, variables: [], factors: [] }

/** a + factor × b */
function plus(a: Row, b: Row, { n, d }: Rational): Row {
  if (isPlain(a) && isPlain(b) && n <= MOST && n >= -MOST && d <= MOST) {
    const own = b.den * Number(d)
    const divisor = plainGcd(a.den, own)
    const sum = own > MOST ? null : plainSum(a, own / divisor, b, (a.den / divisor) * Number(n), -1)
    if (sum) return sum
  }
  const [left, right] = [widened(a), widened(b)]
  const den = lcm(left.den, right.den * d)
  return exactSum(left, den / left.den, right, (den / (right.den * d)) * n, -1)
}

/** The row of `entering` instead, in which `basic`, whose row it was, is one of the others. */
export function solved(row: Row, basic: number, entering: number): Row {
  const at = row.variables.indexOf(entering)
  const before = row.variables.findIndex((variable) => variable > basic)
  const place = before < 0 ? row.variables.length : before
  const variables = row.variables.toSpliced(place, 0, basic)
  const out = at < place ? at : at + 1
  const without = <Value>(values: readonly Value[]): readonly Value[] => values.toSpliced(out, 1)
  if (isPlain(row)) {
    const factor = row.factors[at]!
    const sign = Math.sign(factor)
    const factors = row.factors.map((each) => -sign * each).toSpliced(place, 0, sign * row.den)
    return reduced(factor * sign, without(variables), without(factors))
  }
  const factor = row.factors[at]!
  const sign = factor > 0n ? 1n : -1n
  const factors = row.factors.map((each) => -sign * each).toSpliced(place, 0, sign * row.den)
  return reducedExactly(factor * sign, without(variables), without(factors))
}

/** The row with what `made` says of `entering` in its place. */
export function substituted(row: Row, entering: number, made: Row): Row {
  const at = row.variables.indexOf(entering)
  if (isPlain(row) && isPlain(made)) {
    const factor = row.factors[at]!
    const divisor = plainGcd(made.den, factor)
    const sum = plainSum(row, made.den / divisor, made, factor / divisor, entering)
    if (sum) return sum
  }
  const [left, right] = [widened(row), widened(made)]
  return exactSum(left, right.den, right, left.factors[at]!, entering)
}

/** times × a + by × b without `left`, over times × the denominator of a; null where a number gets too large. */
function plainSum(a: PlainRow, times: number, b: PlainRow, by: number, left: number): Row | null {
  const variables: number[] = []
  const factors: number[] = []
  let most = Math.max(a.den * times, by, -by)
  let [i, j] = [0, 0]
  while (i < a.variables.length || j < b.variables.length) {
    const [one, other] = [a.variables[i] ?? Infinity, b.variables[j] ?? Infinity]
    const own = one <= other ? a.factors[i++]! * times : 0
    const added = other <= one ? b.factors[j++]! * by : 0
    const total = own + added
    most = Math.max(most, own, -own, added, -added, total, -total)
    const variable = Math.min(one, other)
    if (variable === left || total === 0) continue
    variables.push(variable)
    factors.push(total)
  }
  return most > MOST ? null : reduced(a.den * times, variables, factors)
}

/** The same, however large the numbers get. */
function exactSum(a: BigRow, times: bigint, b: BigRow, by: bigint, left: number): Row {
  const sums = new Map(a.variables.map((variable, at) => [variable, a.factors[at]! * times]))
  for (const [at, variable] of b.variables.entries()) {
    sums.set(variable, (sums.get(variable) ?? 0n) + b.factors[at]! * by)
  }
  const terms = [...sums].filter(([variable, factor]) => variable !== left && factor !== 0n).sort(([x], [y]) => x - y)
  return reducedExactly(
    a.den * times,
    terms.map(([variable]) => variable),
    terms.map(([, factor]) => factor),
  )
}

function isPlain(row: Row): row is PlainRow {
  return typeof row.den === 'number'
}

function widened(row: Row): BigRow {
  return isPlain(row) ? { ...row, den: BigInt(row.den), factors: row.factors.map(BigInt) } : row
}

/** In lowest terms. */
function reduced(den: number, variables: readonly number[], factors: readonly number[]): PlainRow {
  let divisor = den
  for (let at = 0; at < factors.length && divisor !== 1; at++) divisor = plainGcd(divisor, factors[at]!)
  if (divisor === 1) return { den, variables, factors }
  return { den: den / divisor, variables, factors: factors.map((factor) => factor / divisor) }
}

/** In lowest terms, and in plain numbers if they fit. */
function reducedExactly(den: bigint, variables: readonly number[], factors: readonly bigint[]): Row {
  const divisor = factors.reduce((all, factor) => (all === 1n ? all : gcd(all, factor)), den)
  const row = { den: den / divisor, variables, factors: factors.map((factor) => factor / divisor) }
  const fits = [row.den, ...row.factors].every((each) => each <= MOST && each >= -MOST)
  return fits ? { den: Number(row.den), variables, factors: row.factors.map(Number) } : row
}

function plainGcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}
