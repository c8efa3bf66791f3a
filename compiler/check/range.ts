import { addExact, compareExact, greaterExact, lesserExact, multiplyExact, subtractExact } from '../program/exact.ts'
import type { Expr } from '../program/program.ts'
import type { Exact, Type } from '../program/type.ts'
import { byId } from './by-id.ts'
import type { TypedEdition, TypedTerm } from './typed.ts'
import { once } from '../once.ts'

/** The least and the greatest value; null where there is no bound. */
export interface Range {
  readonly least: Exact | null
  readonly greatest: Exact | null
}

const unbounded: Range = { least: null, greatest: null }
const notNegative: Range = { least: '0', greatest: null }
const part: Range = { least: '0', greatest: '1' }

/** Bounds of a number, from constants and from what amounts can't be: never narrower than the truth. */
export function rangeOf(expr: Expr, typed: TypedEdition): Range {
  const of = (each: Expr): Range => rangeOf(each, typed)
  switch (expr.kind) {
    case 'constant':
      return expr.value.kind === 'exact' ? { least: expr.value.exact, greatest: expr.value.exact } : unbounded
    case 'input':
    case 'field':
    case 'lookup':
      return rangeOfGiven(expr.type)
    case 'ref': {
      const { terms, shares } = byId(typed)
      const term = terms.get(expr.id)
      if (term) return knownRange(term, typed)
      return shares.has(expr.id) ? notNegative : unbounded
    }
    case 'cases':
      return [...expr.branches.map((branch) => branch.value), ...(expr.otherwise ? [expr.otherwise] : [])]
        .map(of)
        .reduce(hull)
    case 'orElse':
      return hull(of(expr.value), of(expr.fallback))
    case 'schedule':
      return expr.rates.map(of).reduce(hull)
    case 'round': {
      // Rounding moves a number by less than one, and never past zero.
      const { least, greatest } = of(expr.value)
      const isNotBelow = least !== null && compareExact(least, '0') >= 0
      return { least: isNotBelow ? '0' : both(subtractExact, least, '1'), greatest: both(addExact, greatest, '1') }
    }
    case 'arithmetic': {
      const a = of(expr.left)
      const b = of(expr.right)
      switch (expr.operator) {
        case 'add':
          return { least: both(addExact, a.least, b.least), greatest: both(addExact, a.greatest, b.greatest) }
        case 'subtract':
          return { least: both(subtractExact, a.least, b.greatest), greatest: both(subtractExact, a.greatest, b.least) }
        case 'lesser':
          return { least: both(lesserExact, a.least, b.least), greatest: either(lesserExact, a.greatest, b.greatest) }
        case 'greater':
          return { least: either(greaterExact, a.least, b.least), greatest: both(greaterExact, a.greatest, b.greatest) }
        case 'multiply':
          return product(a, b)
        case 'divide':
          return isNotNegative(a) && isNotNegative(b) ? notNegative : unbounded
      }
      return unbounded
    }
    case 'integrate':
      return isNotNegative(of(expr.schedule)) ? notNegative : unbounded
    case 'fold':
      if (expr.quantifier === 'count') return notNegative
      return expr.quantifier === 'sum' && expr.value && isNotNegative(of(expr.value)) ? notNegative : unbounded
    case 'monthOf':
      return { least: '1', greatest: '12' }
    case 'addDays':
    case 'addMonths':
    case 'boundary':
    case 'and':
    case 'compare':
    case 'exactly':
    case 'fullYears':
    case 'isAbsent':
    case 'isGiven':
    case 'isOneOf':
    case 'liesIn':
    case 'listAll':
    case 'not':
    case 'or':
    case 'widen':
      return unbounded
  }
}

/** What a case or a dataset states: rates are parts of the whole, amounts and months are not below zero. */
function rangeOfGiven(type: Type): Range {
  const { kind } = type.kind === 'optional' ? type.of : type
  if (kind === 'rate') return part
  return kind === 'money' || kind === 'months' ? notNegative : unbounded
}

// A name that is used twice is looked into once: otherwise a chain of doublings would take for ever.
const known = new WeakMap<TypedTerm, Range>()

function knownRange(term: TypedTerm, typed: TypedEdition): Range {
  return once(known, term, () => rangeOfTerm(term, typed))
}

/** The range of a term's value with what adjusts it; the bounds are those that lowering and raising keep to. */
function rangeOfTerm({ general, exceptions, adjustments }: TypedTerm, typed: TypedEdition): Range {
  const stated = [...general, ...exceptions].map(({ value }) => rangeOf(value, typed)).reduce(hull)
  return adjustments.reduce<Range>((before, { operator, by }) => {
    const change = rangeOf(by, typed)
    if (operator === 'multipliedBy') return hull(before, product(before, change))
    if (!isNotNegative(change)) return hull(before, part)
    const adjusted = operator === 'loweredBy' ? { ...before, least: '0' } : { ...before, greatest: '1' }
    return hull(before, adjusted)
  }, stated)
}

function product(a: Range, b: Range): Range {
  return isNotNegative(a) && isNotNegative(b)
    ? { least: both(multiplyExact, a.least, b.least), greatest: both(multiplyExact, a.greatest, b.greatest) }
    : unbounded
}

/** Does a value lie between nothing and the whole, as a share of an amount has to? */
export function isPart(range: Range): boolean {
  return isNotNegative(range) && range.greatest !== null && compareExact(range.greatest, '1') <= 0
}

export function isNotNegative(range: Range): boolean {
  return range.least !== null && compareExact(range.least, '0') >= 0
}

type Operation = (a: Exact, b: Exact) => Exact
const both = (operation: Operation, a: Exact | null, b: Exact | null): Exact | null =>
  a === null || b === null ? null : short(operation(a, b))
/** A bound of more digits than any amount has is as good as none, and a chain of products would never end. */
const short = (bound: Exact): Exact | null => (bound.length > 100 ? null : bound)
const either = (operation: Operation, a: Exact | null, b: Exact | null): Exact | null =>
  a === null ? b : b === null ? a : operation(a, b)
function hull(a: Range, b: Range): Range {
  return { least: both(lesserExact, a.least, b.least), greatest: both(greaterExact, a.greatest, b.greatest) }
}
