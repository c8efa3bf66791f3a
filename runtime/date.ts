/**
 * Civil dates as whole numbers: days since 1 January 1970 in the Gregorian calendar, with no time and no zone.
 * JavaScript's Date is not used: it reads '2021/07/01' in the zone of the machine and turns 30 February into 2 March.
 */
export const FIRST_YEAR = 1900
export const LAST_YEAR = 9999

/** Later than every date. Arithmetic leaves it as it is; it can't be written as a date. */
export const OPEN_ENDED = 2 ** 31 - 1

interface CivilDate {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
}

const form = /^(\d{4})-(\d{2})-(\d{2})$/

/** The day number of a text YYYY-MM-DD; null where the form is another, the day does not exist, or the year is below 1900. */
export function parseDate(text: string): number | null {
  const [isForm, ...parts] = form.exec(text) ?? []
  const [year = 0, month = 0, day = 0] = parts.map(Number)
  if (isForm === undefined || year < FIRST_YEAR || month < 1 || month > 12) return null
  return day < 1 || day > daysInMonth(year, month) ? null : toDay({ year, month, day })
}

/** The day number of the first of a month YYYY-MM; null where the form is another, or there is no such month or year. */
export function parseMonth(text: string): number | null {
  return parseDate(`${text}-01`)
}

/** The month YYYY-MM in which a day lies. Throws RangeError for OPEN_ENDED. */
export function formatMonth(day: number): string {
  return formatDate(day).slice(0, 7)
}

/** YYYY-MM-DD. Throws RangeError for OPEN_ENDED, which is no date. */
export function formatDate(day: number): string {
  const { year, month, day: ofMonth } = toCivil(day)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(ofMonth, 2)}`
}

/** The same day so many months later (earlier when negative); 31 January + 1 month is the last day of February. */
export function addMonths(day: number, months: number): number {
  if (day === OPEN_ENDED) return OPEN_ENDED
  const from = toCivil(day)
  const count = from.year * 12 + from.month - 1 + months
  const year = Math.floor(count / 12)
  const month = count - year * 12 + 1
  return toDay({ year, month, day: Math.min(from.day, daysInMonth(year, month)) })
}

export function addDays(day: number, days: number): number {
  return day === OPEN_ENDED ? OPEN_ENDED : day + days
}

/**
 * Full years from one day to another: the most n for which 12 n months after `from` is not after `to`. On the
 * birthday itself a person is n years old. Who was born on 29 February is so on 28 February of a common year: the
 * clock is that of addMonths, so that an age and a term of so many years never disagree. Negative when `to` lies
 * before `from`. Throws RangeError for OPEN_ENDED.
 */
export function fullYears(from: number, to: number): number {
  const years = toCivil(to).year - toCivil(from).year
  return addMonths(from, years * 12) <= to ? years : years - 1
}

/** The first or last day of the month or year in which a day lies. */
export function boundary(day: number, side: 'first' | 'last', of: 'month' | 'year'): number {
  if (day === OPEN_ENDED) return OPEN_ENDED
  const { year, month } = toCivil(day)
  if (of === 'year') return toDay(side === 'first' ? { year, month: 1, day: 1 } : { year, month: 12, day: 31 })
  return toDay({ year, month, day: side === 'first' ? 1 : daysInMonth(year, month) })
}

/** How many months of its year have begun by a day: 1 in January, 12 in December. Throws RangeError for OPEN_ENDED. */
export function monthOf(day: number): number {
  return toCivil(day).month
}

/** Throws RangeError for OPEN_ENDED. */
function toCivil(day: number): CivilDate {
  if (day === OPEN_ENDED) throw new RangeError('an open end is no date')
  // Years counted from 1 March, so that the leap day comes last; 400 years have 146 097 days.
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * ofYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  }
}

function toDay({ year, month, day }: CivilDate): number {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + ofYear - 719_468
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}
