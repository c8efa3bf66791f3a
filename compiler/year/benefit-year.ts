import { formatDate, parseDate } from '../../runtime/date.ts'

/** A year for which yearly figures are kept. `name` is the calendar year in which it starts; days are inclusive. */
export interface BenefitYear {
  readonly name: string
  readonly from: number
  readonly until: number
}

/** The year in which a day lies, where years start on this day of the calendar. */
export function yearOf(start: { readonly month: number; readonly day: number }, day: number): BenefitYear {
  const calendarYear = Number(formatDate(day).slice(0, 4))
  const thisYear = firstDay(start, calendarYear)
  const year = thisYear <= day ? calendarYear : calendarYear - 1
  return { name: String(year), from: firstDay(start, year), until: firstDay(start, year + 1) - 1 }
}

function firstDay({ month, day }: { readonly month: number; readonly day: number }, year: number): number {
  const two = (number: number): string => String(number).padStart(2, '0')
  return parseDate(`${year}-${two(month)}-${two(day)}`) ?? 0
}
