import { addExact, greaterExact, lesserExact, multiplyExact, subtractExact } from '../program/exact.ts'
import { compareExact } from '../program/exact.ts'
import type { Expr } from '../program/program.ts'
import type { Exact } from '../program/type.ts'
import type { TypedEdition } from './typed.ts'

/** The least and the greatest value; null where there is no bound. */
export interface Range {
  readonly least: Exact | null
  readonly greatest: Exact | null
}

const unbounded: Range = { least: null, greatest: null }
const notNegative: Range = { least: '0', greatest: null }

/** Bounds of a number, from constants and from what amounts can't be: never narrower than the truth. */
export function rangeOf(expr: Expr, typed: TypedEdition): Range {
  const of = (each: Expr): Range => rangeOf(each, typed)
  switch (expr.kind) {
    case 'constant':
      return expr.value.kind === 'exact' ? { least: expr.value.exact, greatest: expr.value.exact } : unbounded
    case 'input':
    case 'field':
      return expr.type.kind === 'money' || expr.type.kind === 'months' ? notNegative : unbounded
    case 'ref': {
      const term = typed.terms.find((each) => each.defined.id === expr.id)
      if (term)
        return term.adjustments.length > 0
          ? unbounded
          : [...term.general, ...term.exceptions].map((each) => of(each.value)).reduce(hull)
      return typed.symbols.defined.some((each) => each.kind === 'share' && each.id === expr.id)
        ? notNegative
        : unbounded
    }
    case 'cases':
      return [...expr.branches.map((branch) => branch.value), ...(expr.otherwise ? [expr.otherwise] : [])]
        .map(of)
        .reduce(hull)
    case 'round':
      return of(expr.value)
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
          return isNotNegative(a) && isNotNegative(b)
            ? { least: both(multiplyExact, a.least, b.least), greatest: both(multiplyExact, a.greatest, b.greatest) }
            : unbounded
        case 'divide':
          return isNotNegative(a) && isNotNegative(b) ? notNegative : unbounded
      }
      return unbounded
    }
    case 'integrate':
      return notNegative
    case 'fold':
      if (expr.quantifier === 'count') return notNegative
      return expr.quantifier === 'sum' && expr.value && isNotNegative(of(expr.value)) ? notNegative : unbounded
    default:
      return unbounded
  }
}

export function isNotNegative(range: Range): boolean {
  return range.least !== null && compareExact(range.least, '0') >= 0
}

type Operation = (a: Exact, b: Exact) => Exact
const both = (operation: Operation, a: Exact | null, b: Exact | null): Exact | null =>
  a === null || b === null ? null : operation(a, b)
const either = (operation: Operation, a: Exact | null, b: Exact | null): Exact | null =>
  a === null ? b : b === null ? a : operation(a, b)
function hull(a: Range, b: Range): Range {
  return { least: both(lesserExact, a.least, b.least), greatest: both(greaterExact, a.greatest, b.greatest) }
}
