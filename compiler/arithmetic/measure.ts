import { fraction, ofInteger, parse, round, zero, type Rational } from '../../runtime/rational.ts'
import { partsOf } from '../program/build.ts'
import type { Dataset, DatasetColumn, Definition, Expr, Program } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import { isAtMost } from './at-most.ts'
import { daysOf, yearsBetween, type Days } from './days.ts'
import {
  allOver,
  commonDenominator,
  greatestCommonDivisor,
  productDenominator,
  type Denominator,
} from './denominator.ts'
import { customary, denominatorOfField, rangeOfField, type Limits } from './limits.ts'
import { countOver, largest, magnitude, type Magnitude } from './magnitude.ts'
import * as ranges from './range.ts'
import type { Range } from './range.ts'
import { mayRefuse, ratioOf, type Ratio } from './ratio.ts'

type Of<Kind extends Expr['kind']> = Extract<Expr, { kind: Kind }>

/** The numbers of a program, of which each case lies within some limits. */
export interface Measures {
  /** Of a number; for bands: of each of their rates. */
  readonly magnitudeOf: (expr: Expr) => Magnitude
  /** Of a definition that is a number or bands, by its identifier. */
  readonly definition: (id: string) => Magnitude
  readonly column: (dataset: string, column: string) => Magnitude
  /** What both ends and all edges of a stretch over bands are whole over. */
  readonly positionsOver: (expr: Of<'integrate'>) => Denominator
  /** What is rounded, where it is a quotient: numbers that have denominators over others. */
  readonly ratioOf: (expr: Of<'round'>) => Ratio | null
  /**
   * The largest whole number, without its sign, that computing the expression takes, beside those that computing its
   * parts takes; null where no bound is known.
   */
  readonly needs: (expr: Expr) => bigint | null
}

export function measure(program: Program, limits: Limits): Measures {
  const definitions = new Map<string, Magnitude>()
  const days = new Map<string, Days>()
  const columns = new Map<string, Magnitude>()
  const known = new WeakMap<Expr, Magnitude>()

  const magnitudeOf = (expr: Expr): Magnitude => {
    const found = known.get(expr)
    if (found) return found
    const result = measured(expr)
    known.set(expr, result)
    return result
  }
  const facts = { definitions: new Map(program.definitions.map((each) => [each.id, each])), magnitudeOf }
  const overOf = (expr: Expr): Denominator => magnitudeOf(expr).over
  const rangeOf = (expr: Expr): Range | null => magnitudeOf(expr).range

  const column = (dataset: string, name: string): Magnitude => {
    const key = `${dataset} ${name}`
    const found =
      columns.get(key) ??
      measuredColumn(
        name,
        program.datasets.find(({ id }) => id === dataset),
      )
    columns.set(key, found)
    return found
  }

  const measured = (expr: Expr): Magnitude => {
    switch (expr.kind) {
      case 'constant':
        return measuredConstant(expr)
      case 'input':
      case 'field':
        return magnitude(denominatorOfField(expr.type), rangeOfField(expr.type, limits))
      case 'ref':
        return definitions.get(expr.id) ?? nothing
      case 'arithmetic':
        return ofArithmetic(expr)
      case 'cases':
        return either([...expr.branches.map(({ value }) => value), ...(expr.otherwise ? [expr.otherwise] : [])])
      case 'schedule':
        return either(expr.rates)
      case 'integrate':
        return ofIntegral(expr)
      case 'round':
        return ofRounded(expr)
      case 'fold':
        if (expr.quantifier === 'sum' && expr.value) {
          const each = magnitudeOf(expr.value)
          return magnitude(each.over, ranges.upTo(BigInt(limits.longestList), each.range))
        }
        return magnitude(1n, ranges.range(zero, ofInteger(limits.longestList)))
      case 'orElse':
        return either([expr.value, expr.fallback])
      case 'exactly': {
        const [value, limit] = [magnitudeOf(expr.value), magnitudeOf(expr.limit)]
        const range = limit.range && { least: zero, most: limit.range.most }
        const capped = value.range ? ranges.lesserOf(value.range, range) : range
        return magnitude(commonDenominator(value.over, limit.over), ranges.greaterOf(capped, ranges.exactly(zero)))
      }
      case 'lookup':
        return column(expr.dataset, expr.column)
      case 'monthOf':
        return magnitude(1n, ranges.range(ofInteger(1), ofInteger(12)))
      case 'fullYears': {
        const years = yearsBetween(daysOfDate(expr.from), daysOfDate(expr.to))
        return magnitude(1n, years && ranges.range(ofInteger(years.least), ofInteger(years.most)))
      }
      case 'compare':
      case 'isOneOf':
      case 'liesIn':
      case 'and':
      case 'or':
      case 'not':
      case 'isAbsent':
      case 'listAll':
      case 'isGiven':
      case 'addMonths':
      case 'addDays':
      case 'boundary':
      case 'widen':
        return nothing
    }
  }

  const daysOfDate = (expr: Expr): Days => daysOf(expr, days, rangeOf)

  /** One of several; what is absent is none. */
  const either = (values: readonly Expr[]): Magnitude => {
    const [first, ...others] = values.filter(isPresent).map(magnitudeOf)
    if (!first) return nothing
    return others.reduce((a, b) => magnitude(commonDenominator(a.over, b.over), ranges.join(a.range, b.range)), first)
  }

  const ofArithmetic = ({ operator, left, right }: Of<'arithmetic'>): Magnitude => {
    const [a, b] = [magnitudeOf(left), magnitudeOf(right)]
    const common = commonDenominator(a.over, b.over)
    switch (operator) {
      case 'add':
        return magnitude(common, ranges.sum(a.range, b.range))
      case 'subtract': {
        const range = ranges.sum(a.range, ranges.opposite(b.range))
        // What is left of an amount from which a part of it is taken.
        const isRest = range !== null && range.least.n < 0n && isAtMost(right, left, facts)
        return magnitude(common, isRest ? ranges.greaterOf(range, ranges.exactly(zero)) : range)
      }
      case 'lesser':
        return magnitude(common, ranges.lesserOf(a.range, b.range))
      case 'greater':
        return magnitude(common, ranges.greaterOf(a.range, b.range))
      case 'multiply':
        return magnitude(productDenominator(a.over, b.over), ranges.product(a.range, b.range))
      case 'divide': {
        const divisor = mayRefuse(right) ? null : constantDivisor(b)
        const over = divisor ? productDenominator(a.over, divisor.n < 0n ? -divisor.n : divisor.n) : 'any'
        const step = b.over === 'any' ? null : fraction(1n, b.over)
        return magnitude(over, ranges.quotient(a.range, b.range, step))
      }
    }
  }

  const positionsOver = ({ schedule, from, to }: Of<'integrate'>): Denominator =>
    allOver([overOf(from), overOf(to), ...edgesOf(schedule.type).map(({ d }) => d)])

  const ofIntegral = (expr: Of<'integrate'>): Magnitude => {
    const rates = magnitudeOf(expr.schedule)
    const over = productDenominator(rates.over, positionsOver(expr))
    // The bands part the stretch, and each part is taken once.
    const one = lengthOf(expr)
    return magnitude(over, ranges.product(one, rates.range && ranges.join(rates.range, ranges.exactly(zero))))
  }

  const lengthOf = ({ from, to }: Of<'integrate'>): Range | null => {
    const length = ranges.sum(rangeOf(to), ranges.opposite(rangeOf(from)))
    return length && ranges.range(zero, length.most.n > 0n ? length.most : zero)
  }

  const ratioOfRounded = ({ value }: Of<'round'>): Ratio | null =>
    overOf(value) === 'any' ? ratioOf(value, (part) => overOf(part) !== 'any') : null

  const ofRounded = ({ value, decimals, mode }: Of<'round'>): Magnitude => {
    const range = rangeOf(value)
    const rounded = (each: Rational): Rational => round(each, decimals, mode)
    return magnitude(10n ** BigInt(decimals), range && ranges.range(rounded(range.least), rounded(range.most)))
  }

  const needs = (expr: Expr): bigint | null => {
    const own = magnitudeOf(expr)
    const value = (): bigint | null => countOver(own, own.over)
    switch (expr.kind) {
      case 'constant':
        return expr.value.kind === 'exact' ? value() : 0n
      case 'ref':
        return isNumber(expr.type) ? value() : 0n
      case 'input':
      case 'field':
      case 'lookup':
        return isNumber(expr.type) ? value() : 0n
      case 'arithmetic': {
        const sides = [magnitudeOf(expr.left), magnitudeOf(expr.right)]
        const isScaled = expr.operator !== 'multiply' && expr.operator !== 'divide'
        return largest([value(), ...(isScaled ? sides.map((side) => countOver(side, own.over)) : [])])
      }
      case 'cases':
      case 'orElse':
      case 'schedule':
        return isNumber(expr.type) ? value() : 0n
      case 'exactly':
        return largest([expr.value, expr.limit].map((part) => countOver(magnitudeOf(part), own.over)))
      case 'integrate': {
        const over = positionsOver(expr)
        const ends = [expr.from, expr.to].map((part) => countOver(magnitudeOf(part), over))
        const edges = edgesOf(expr.schedule.type).map((edge) =>
          countOver(magnitude(edge.d, ranges.exactly(edge)), over),
        )
        return largest([value(), ...ends, ...edges, countOver(magnitude(over, lengthOf(expr)), over)])
      }
      case 'round':
        return needsOfRounding(expr)
      case 'fold':
        return expr.type.kind === 'boolean' ? 0n : value()
      case 'compare': {
        if (!isNumber(expr.left.type)) return 0n
        const sides = [magnitudeOf(expr.left), magnitudeOf(expr.right)] as const
        const common = commonDenominator(sides[0].over, sides[1].over)
        return largest(sides.map((side) => countOver(side, common)))
      }
      case 'monthOf':
      case 'fullYears':
        return value()
      case 'isOneOf':
      case 'liesIn':
      case 'and':
      case 'or':
      case 'not':
      case 'isAbsent':
      case 'listAll':
      case 'isGiven':
      case 'addMonths':
      case 'addDays':
      case 'boundary':
      case 'widen':
        return 0n
    }
  }

  /** A quotient of whole numbers is rounded down exactly while both together are no more than is exact. */
  const needsOfRounding = (expr: Of<'round'>): bigint | null => {
    const { value, decimals } = expr
    const step = 10n ** BigInt(decimals)
    const own = magnitudeOf(value)
    if (own.over !== 'any') {
      const divisor = greatestCommonDivisor(step, own.over)
      const dividend = countOver(own, own.over)
      if (dividend === null) return null
      if (own.over === divisor) return dividend * (step / divisor)
      return roundingNeeds(dividend * (step / divisor), own.over / divisor)
    }
    const ratio = ratioOfRounded(expr)
    if (!ratio) return null
    const [above, below] = [ratio.dividends, ratio.divisors].map((parts) => {
      const [over, count] = [allOverProduct(parts.map(overOf)), countsOf(parts.map(magnitudeOf))]
      return over === 'any' || count === null ? null : { over, count }
    })
    if (!above || !below) return null
    // a/da over b/db is a × db over b × da.
    const { dividend, divisor } = crossed(above.over, below.over, step)
    return roundingNeeds(above.count * dividend, below.count * divisor)
  }

  for (const definition of program.definitions) {
    const { id, type, value } = definition
    const own = magnitudeOf(value)
    definitions.set(id, magnitude(commonDenominator(own.over, customary(type)), own.range))
    if (isDate(definition)) days.set(id, daysOfDate(value))
  }
  const definition = (id: string): Magnitude => definitions.get(id) ?? nothing
  return { magnitudeOf, definition, column, positionsOver, ratioOf: ratioOfRounded, needs }
}

/** By what the dividends and the divisors of a ratio are multiplied, for it to count steps of `step`. */
export function crossed(
  above: bigint,
  below: bigint,
  step: bigint,
): { readonly dividend: bigint; readonly divisor: bigint } {
  const common = greatestCommonDivisor(below * step, above)
  return { dividend: (below * step) / common, divisor: above / common }
}

/** What is taken to round a quotient, whatever the mode: twice the dividend, so that half a divisor is a whole number. */
function roundingNeeds(dividend: bigint, divisor: bigint): bigint {
  return 2n * dividend + 3n * divisor
}

/** The largest product of counts, and of some of them, where others are nothing. */
function countsOf(magnitudes: readonly Magnitude[]): bigint | null {
  let product = 1n
  for (const each of magnitudes) {
    const count = countOver(each, each.over)
    if (count === null) return null
    if (count > 1n) product *= count
  }
  return product
}

function allOverProduct(denominators: readonly Denominator[]): Denominator {
  return denominators.reduce(productDenominator, 1n)
}

const nothing = magnitude(1n, ranges.exactly(zero))

function measuredConstant({ value }: Of<'constant'>): Magnitude {
  if (value.kind !== 'exact') return nothing
  const exact = parse(value.exact)
  return magnitude(exact.d, ranges.exactly(exact))
}

/** What the data say: the least and the largest value of the column, and what all are whole over. */
function measuredColumn(name: string, dataset: Dataset | undefined): Magnitude {
  const place = dataset?.columns.findIndex(({ id }: DatasetColumn) => id === name) ?? -1
  const values = (dataset?.rows ?? []).flatMap((row) => {
    const value = row[place]
    return value?.kind === 'exact' ? [parse(value.exact)] : []
  })
  const range = values.map(ranges.exactly).reduce(ranges.join, values[0] ? ranges.exactly(values[0]) : nothing.range)
  return magnitude(allOver(values.map(({ d }) => d)), range)
}

/** The divisor where it can only be one number, other than zero. */
export function constantDivisor({ range }: Magnitude): Rational | null {
  return ranges.isExactly(range) && range.least.n !== 0n ? range.least : null
}

function edgesOf(type: Type): readonly Rational[] {
  return type.kind === 'schedule' ? type.edges.map(parse) : []
}

function isPresent(expr: Expr): boolean {
  return expr.kind !== 'constant' || expr.value.kind !== 'absent'
}

function isDate({ type }: Definition): boolean {
  return (type.kind === 'optional' ? type.of : type).kind === 'date'
}

/** Is it a number, or bands of numbers? */
export function isNumber(type: Type): boolean {
  switch (type.kind) {
    case 'money':
    case 'rate':
    case 'points':
    case 'number':
    case 'months':
    case 'days':
    case 'age':
    case 'schedule':
      return true
    case 'optional':
      return isNumber(type.of)
    case 'date':
    case 'region':
    case 'boolean':
    case 'text':
    case 'texts':
    case 'choice':
    case 'list':
    case 'unknown':
      return false
  }
}

/** The parts whose computing is a part of computing the expression: of a rounded quotient its factors. */
export function computedParts(expr: Expr, measures: Measures): readonly Expr[] {
  const ratio = expr.kind === 'round' ? measures.ratioOf(expr) : null
  return ratio ? [...ratio.dividends, ...ratio.divisors] : partsOf(expr)
}
