/** Days as numbers, by the calendar that JavaScript has for UTC; `Infinity` is without end. */
const aDay = 86_400_000

function dayOf(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  return Math.round(date.getTime() / aDay)
}

export function readDay(text: string): number {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return dayOf(year, month - 1, day)
}

export function writeDay(day: number): string {
  return new Date(day * aDay).toISOString().slice(0, 10)
}

/** So many months later; the last day of a month that is too short. */
export function shiftMonths(day: number, months: number): number {
  if (day === Infinity) return day
  const date = new Date(day * aDay)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months]
  return Math.min(dayOf(year, month, date.getUTCDate()), dayOf(year, month + 1, 0))
}

/** How many steps of twelve months fit between two days. */
export function yearsBetween(from: number, to: number): number {
  let years = new Date(to * aDay).getUTCFullYear() - new Date(from * aDay).getUTCFullYear()
  while (shiftMonths(from, 12 * years) > to) years--
  while (shiftMonths(from, 12 * (years + 1)) <= to) years++
  return years
}

/** The first or the last day of the month, or of the year, in which a day lies. */
export function edgeOf(day: number, isFirst: boolean, isYear: boolean): number {
  if (day === Infinity) return day
  const date = new Date(day * aDay)
  const year = date.getUTCFullYear()
  if (isYear) return isFirst ? dayOf(year, 0, 1) : dayOf(year, 11, 31)
  return dayOf(year, date.getUTCMonth() + (isFirst ? 0 : 1), isFirst ? 1 : 0)
}

/** From 1 for January. */
export const monthIn = (day: number): number => new Date(day * aDay).getUTCMonth() + 1
