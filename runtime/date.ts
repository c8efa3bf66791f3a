import { twoDigits } from './digits.ts'

/**
 * Civil dates as whole numbers: days since 1 January 1970 in the Gregorian calendar, with no time and no zone.
 * JavaScript's Date is not used: it reads '2021/07/01' in the zone of the machine and turns 30 February into 2 March.
 */
export const FIRST_YEAR = 1900
export const LAST_YEAR = 9999

/** The first and the last day that there are. */
export const FIRST_DAY = toDay(FIRST_YEAR, 1, 1)
export const LAST_DAY = toDay(LAST_YEAR, 12, 31)

/** Later than every date. Arithmetic leaves it as it is; it can't be written as a date. */
export const OPEN_ENDED = 2 ** 31 - 1

const DASH = 45

/** The day number of a text YYYY-MM-DD; null where the form is another, the day does not exist, or the year is below 1900. */
export function parseDate(text: string): number | null {
  const day = dayOf(text)
  return Number.isNaN(day) ? null : day
}

/** The day number of the first of a month YYYY-MM; null where the form is another, or there is no such month or year. */
export function parseMonth(text: string): number | null {
  const day = monthStartOf(text)
  return Number.isNaN(day) ? null : day
}

/** What parseDate gives, NaN for whatever is no such text. */
export function dayOf(value: unknown): number {
  if (typeof value !== 'string' || value.length !== 10 || value.charCodeAt(7) !== DASH) return Number.NaN
  return dayIn(value, twoDigits(value, 8))
}

/** What parseMonth gives, NaN for whatever is no such text. */
export function monthStartOf(value: unknown): number {
  return typeof value === 'string' && value.length === 7 ? dayIn(value, 1) : Number.NaN
}

/** That day of the month YYYY-MM that the text begins with; NaN where there is none. */
function dayIn(text: string, day: number): number {
  const century = twoDigits(text, 0)
  const ofCentury = twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const year = century * 100 + ofCentury
  const isDay = ofCentury >= 0 && year >= FIRST_YEAR && month >= 1 && month <= 12 && day >= 1
  return text.charCodeAt(4) === DASH && isDay && day <= daysInMonth(year, month) ? toDay(year, month, day) : Number.NaN
}

/** The month YYYY-MM in which a day lies. Throws RangeError for OPEN_ENDED. */
export function formatMonth(day: number): string {
  return formatDate(day).slice(0, 7)
}

/** YYYY-MM-DD. Throws RangeError for OPEN_ENDED, which is no date. */
export function formatDate(day: number): string {
  const civil = toCivil(day)
  return `${padded(yearOf(civil), 4)}-${padded(monthIn(civil), 2)}-${padded(dayInMonth(civil), 2)}`
}

/** The same day so many months later (earlier when negative); 31 January + 1 month is the last day of February. */
export function addMonths(day: number, months: number): number {
  if (day === OPEN_ENDED) return OPEN_ENDED
  const from = toCivil(day)
  const count = yearOf(from) * 12 + monthIn(from) - 1 + months
  const year = Math.floor(count / 12)
  const month = count - year * 12 + 1
  return toDay(year, month, Math.min(dayInMonth(from), daysInMonth(year, month)))
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
  const [start, end] = [toCivil(from), toCivil(to)]
  const year = yearOf(end)
  const month = monthIn(start)
  const isReached =
    month === monthIn(end)
      ? Math.min(dayInMonth(start), daysInMonth(year, month)) <= dayInMonth(end)
      : month < monthIn(end)
  return year - yearOf(start) - (isReached ? 0 : 1)
}

/** The first or last day of the month or year in which a day lies. */
export function boundary(day: number, side: 'first' | 'last', of: 'month' | 'year'): number {
  if (day === OPEN_ENDED) return OPEN_ENDED
  const civil = toCivil(day)
  const year = yearOf(civil)
  if (of === 'year') return side === 'first' ? toDay(year, 1, 1) : toDay(year, 12, 31)
  const month = monthIn(civil)
  return toDay(year, month, side === 'first' ? 1 : daysInMonth(year, month))
}

/** How many months of its year have begun by a day: 1 in January, 12 in December. Throws RangeError for OPEN_ENDED. */
export function monthOf(day: number): number {
  return monthIn(toCivil(day))
}

/** A civil date as one number, so that none has to be kept in memory: year, month and day of the month by their bits. */
type CivilDate = number

function yearOf(civil: CivilDate): number {
  return Math.floor(civil / 512)
}

function monthIn(civil: CivilDate): number {
  return (civil >> 5) & 15
}

function dayInMonth(civil: CivilDate): number {
  return civil & 31
}

/** Throws RangeError for OPEN_ENDED. */
function toCivil(day: number): CivilDate {
  if (day === OPEN_ENDED) throw new RangeError('an open end is no date')
  // Years counted from 1 March, so that the leap day comes last; 400 years have 146 097 days.
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  // Whole numbers of 32 bits from here on: quick to divide.
  const ofEra = (shifted - era * 146_097) | 0
  const leapDays = ((ofEra / 1460) | 0) - ((ofEra / 36_524) | 0) + ((ofEra / 146_096) | 0)
  const yearOfEra = ((ofEra - leapDays) / 365) | 0
  const ofYear = ofEra - (yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0))
  const marchMonth = ((5 * ofYear + 2) / 153) | 0
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return year * 512 + month * 32 + (ofYear - (((153 * marchMonth + 2) / 5) | 0) + 1)
}

function toDay(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = (marchYear - era * 400) | 0
  const ofYear = (((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) | 0) + day - 1
  const leapDays = ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0)
  return era * 146_097 + yearOfEra * 365 + leapDays + ofYear - 719_468
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}
