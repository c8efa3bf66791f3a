import { FIRST_DAY, LAST_DAY, parseDate } from '../../runtime/date.ts'
import type { Expr } from '../program/program.ts'
import type { Range } from './range.ts'

/** The first and the last day that a date can be, as day numbers; an open end is none of them. */
export interface Days {
  readonly first: number
  readonly last: number
}

const everyDay: Days = { first: FIRST_DAY, last: LAST_DAY }

/** The days of a date that is computed; `of` gives those of its parts, `amountOf` how far it is moved. */
export function daysOf(
  expr: Expr,
  definitions: ReadonlyMap<string, Days>,
  amountOf: (amount: Expr) => Range | null,
): Days {
  const of = (part: Expr): Days => daysOf(part, definitions, amountOf)
  switch (expr.kind) {
    case 'constant': {
      const day = expr.value.kind === 'date' ? parseDate(expr.value.date) : null
      return day === null ? everyDay : { first: day, last: day }
    }
    case 'ref':
      return definitions.get(expr.id) ?? everyDay
    case 'cases':
      return [...expr.branches.map(({ value }) => value), ...(expr.otherwise ? [expr.otherwise] : [])]
        .map(of)
        .reduce(either, { first: Infinity, last: -Infinity })
    case 'orElse':
      return either(of(expr.value), of(expr.fallback))
    case 'addMonths':
    case 'addDays': {
      const [days, amount] = [of(expr.date), amountOf(expr.amount)]
      if (!amount) return { first: -Infinity, last: Infinity }
      const each = expr.kind === 'addMonths' ? 31 : 1
      return {
        first: days.first + Math.min(0, Math.floor(Number(amount.least.n) / Number(amount.least.d))) * each,
        last: days.last + Math.max(0, Math.ceil(Number(amount.most.n) / Number(amount.most.d))) * each,
      }
    }
    case 'boundary': {
      const days = of(expr.date)
      return { first: days.first - 366, last: days.last + 366 }
    }
    case 'input':
    case 'field':
    case 'lookup':
    case 'arithmetic':
    case 'compare':
    case 'isOneOf':
    case 'liesIn':
    case 'and':
    case 'or':
    case 'not':
    case 'listAll':
    case 'schedule':
    case 'integrate':
    case 'round':
    case 'fold':
    case 'isGiven':
    case 'isAbsent':
    case 'monthOf':
    case 'fullYears':
    case 'widen':
    case 'exactly':
      return everyDay
  }
}

/** The full years from one day to another: a year has 365 days at least. */
export function yearsBetween(from: Days, to: Days): { readonly least: number; readonly most: number } | null {
  const [least, most] = [Math.floor((to.first - from.last) / 365) - 1, Math.ceil((to.last - from.first) / 365)]
  return Number.isSafeInteger(least) && Number.isSafeInteger(most) ? { least, most } : null
}

function either(a: Days, b: Days): Days {
  return { first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) }
}
