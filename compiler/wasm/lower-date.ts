import type { Expr } from '../program/program.ts'
import { LaneDates } from './dates.ts'
import type { Numbers } from './nodes.ts'
import { hindered, number, type LaneValue, type Surroundings } from './surroundings.ts'

type DateExpr = Extract<Expr, { kind: 'addDays' | 'addMonths' | 'boundary' | 'monthOf' | 'fullYears' }>

/** What is computed from dates; null where it can't be computed in lanes. `lower` lowers a part. */
export function lowerDate(
  expr: DateExpr,
  here: Surroundings,
  lower: (part: Expr) => LaneValue | null,
): LaneValue | null {
  const { lanes } = here
  const dates = new LaneDates(lanes)
  const date = lower(expr.kind === 'fullYears' ? expr.from : expr.date)
  if (!date) return null
  if (date.kind !== 'date' || !dates.isInReach(date.numbers)) return hindered(expr, here)
  /** A date that is computed with has to have an end. */
  const ended = (numbers: Numbers): Numbers => {
    here.leave(lanes.and(here.reached, dates.isOpenEnded(numbers)))
    return numbers
  }
  switch (expr.kind) {
    case 'addDays':
    case 'addMonths': {
      const amount = lower(expr.amount)
      if (!amount) return null
      if (amount.kind !== 'number' || amount.over !== 1n) return hindered(expr, here)
      const numbers =
        expr.kind === 'addDays'
          ? dates.addDays(date.numbers, amount.numbers)
          : dates.addMonths(date.numbers, amount.numbers)
      return { kind: 'date', numbers, given: lanes.and(date.given, amount.given) }
    }
    case 'boundary':
      return { ...date, numbers: dates.boundary(date.numbers, expr.side, expr.of) }
    case 'monthOf':
      return number({ numbers: dates.monthOf(ended(date.numbers)), over: 1n }, date.given)
    case 'fullYears': {
      const to = lower(expr.to)
      if (!to) return null
      if (to.kind !== 'date' || !dates.isInReach(to.numbers)) return hindered(expr, here)
      const years = dates.fullYears(ended(date.numbers), ended(to.numbers))
      return number({ numbers: years, over: 1n }, lanes.and(date.given, to.given))
    }
  }
}
