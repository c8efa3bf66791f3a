/** Dates moved by counting days one by one, so that the test leans on no formula. */
interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const read = (text: string): Day => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return { year, month, day }
}
const write = ({ year, month, day }: Day): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** The same day of another month; where it has no such day, its last. */
export function monthsLater(date: string, months: number): string {
  let { year, month, day } = read(date)
  for (let left = Math.abs(months); left > 0; left--) {
    month += Math.sign(months)
    if (month === 13) [year, month] = [year + 1, 1]
    if (month === 0) [year, month] = [year - 1, 12]
  }
  return write({ year, month, day: Math.min(day, lastDay(year, month)) })
}

export function daysLater(date: string, days: number): string {
  let { year, month, day } = read(date)
  for (let left = Math.abs(days); left > 0; left--) {
    day += Math.sign(days)
    if (day > lastDay(year, month)) [month, day] = [month + 1, 1]
    if (month === 13) [year, month] = [year + 1, 1]
    if (day > 0) continue
    month -= 1
    if (month === 0) [year, month] = [year - 1, 12]
    day = lastDay(year, month)
  }
  return write({ year, month, day })
}

function lastDay(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}
