import { addMonths, parseDate } from '../../../../runtime/date.ts'
import { partsOf } from '../../../program/build.ts'
import type { Expr, Program } from '../../../program/program.ts'
import type { CaseState } from './case-state.ts'

/**
 * Dates for a case, out of those that are possible: the one that selects the edition well inside a period in which one
 * is in force; a date from which years are counted half as many years earlier as could matter; all others on the day of
 * the first, or as near to it as they can be.
 */
export class PlausibleDates {
  readonly #selecting: string
  readonly #periods: readonly (readonly [first: number, last: number])[]
  /** By the path of a date from which years are counted, the path of the date up to which they are. */
  readonly #origins = new Map<string, string>()
  #mostYears = 0

  constructor(before: Program, after: Program, exprs: readonly Expr[]) {
    this.#selecting = after.edition.selectedBy
    this.#periods = [after, before].map(({ edition: { from, until } }) => {
      const [first, last] = [from === null ? null : parseDate(from), until === null ? null : parseDate(until)]
      const start = first ?? (last === null ? parseDate('2023-01-01')! : addMonths(last, -12))
      return [start, last ?? addMonths(start, 12)]
    })
    const collect = (expr: Expr): void => {
      if (expr.kind === 'fullYears' && expr.from.kind === 'input' && expr.to.kind === 'input')
        this.#origins.set(expr.from.path, expr.to.path)
      if (expr.kind === 'constant' && expr.type.kind === 'age' && expr.value.kind === 'exact')
        this.#mostYears = Math.max(this.#mostYears, Number(expr.value.exact))
      partsOf(expr).forEach(collect)
    }
    exprs.forEach(collect)
  }

  /** The days of all dates, and the amounts of elements as low as they can be then, by their names in the state. */
  choose({ days, dates, amounts }: CaseState): ReadonlyMap<string, number> {
    const chosen = new Map<string, number>()
    const isOrigin = (name: string): boolean => this.#origins.has(name)
    const rest = [...dates.keys()].filter((name) => name !== this.#selecting)
    const fix = (name: string, near: (low: number, high: number) => number): void => {
      const point = dates.get(name) ?? amounts.get(name)
      if (!point) return
      const id = point.variable!
      chosen.set(name, days.fix(point, near(days.earliest(id), days.latest()[id]!)))
    }
    fix(this.#selecting, (low, high) => {
      const period = this.#periods.find(([first, last]) => first <= high && last >= low)
      return period ? middle(Math.max(period[0], low), Math.min(period[1], high)) : this.#periods[0]![0]
    })
    const day = chosen.get(this.#selecting) ?? this.#periods[0]![0]
    for (const name of rest.filter((each) => !isOrigin(each))) fix(name, () => day)
    for (const name of rest.filter(isOrigin))
      fix(name, (low, high) => {
        const end = chosen.get(this.#origins.get(name)!) ?? day
        const start = addMonths(end, -24 * this.#mostYears)
        return middle(Math.max(start, low), Math.min(end, high))
      })
    for (const name of amounts.keys()) fix(name, (low) => low)
    return chosen
  }
}

function middle(first: number, last: number): number {
  return Math.floor((first + last) / 2)
}
