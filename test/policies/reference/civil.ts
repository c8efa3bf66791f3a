/** Civil dates without a clock: `YYYY-MM-DD` in, `YYYY-MM-DD` out; such texts compare as the days do. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function parts(date: string): Day {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return { year, month, day }
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

export const lengthOf = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0)

export const text = ({ year, month, day }: Day): string =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')

/** So many months on, on the same day, or on the month's last where it has no such day. */
export function monthsLater(date: string, months: number): string {
  const { year, month, day } = parts(date)
  const index = year * 12 + month - 1 + months
  const to = { year: Math.floor(index / 12), month: (index % 12) + 1 }
  return text({ ...to, day: Math.min(day, lengthOf(to.year, to.month)) })
}

export function dayAfter(date: string): string {
  const { year, month, day } = parts(date)
  if (day < lengthOf(year, month)) return text({ year, month, day: day + 1 })
  return firstOf(monthsLater(date, 1))
}

export function dayBefore(date: string): string {
  const { year, month, day } = parts(date)
  if (day > 1) return text({ year, month, day: day - 1 })
  const last = parts(monthsLater(date, -1))
  return text({ ...last, day: lengthOf(last.year, last.month) })
}

/** The first day of the month that the date is in. */
export const firstOf = (date: string): string => `${date.slice(0, 8)}01`

/** Completed years: one more from the birthday on; who was born on 29 February has it on the 28th in common years. */
export function ageOn(birthDate: string, on: string): number {
  const years = parts(on).year - parts(birthDate).year
  return on < monthsLater(birthDate, 12 * years) ? years - 1 : years
}
