/**
 * The small decisions once more, written from the documents and the contract without the compiler: amounts in fen as
 * BigInt, days as texts and as numbers of days. `null` stands for a case that has no edition.
 */

type Day = string

interface Civil {
  readonly year: number
  readonly month: number
  readonly day: number
}

const civil = (day: Day): Civil => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { year, month, day: date }
}
const text = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const lengthOf = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** The same day so many months later, or the last of that month. */
export function monthsLater(from: Day, months: number): Day {
  const { year, month, day } = civil(from)
  const count = year * 12 + month - 1 + months
  const toYear = Math.floor(count / 12)
  const toMonth = (count % 12) + 1
  return text(toYear, toMonth, Math.min(day, lengthOf(toYear, toMonth)))
}
export function dayAfter(from: Day): Day {
  const { year, month, day } = civil(from)
  if (day < lengthOf(year, month)) return text(year, month, day + 1)
  return month < 12 ? text(year, month + 1, 1) : text(year + 1, 1, 1)
}
export function dayBefore(from: Day): Day {
  const { year, month, day } = civil(from)
  if (day > 1) return text(year, month, day - 1)
  return month > 1 ? text(year, month - 1, lengthOf(year, month - 1)) : text(year - 1, 12, 31)
}
const firstOfMonth = (day: Day): Day => `${day.slice(0, 8)}01`

/** Full years: a person born on 29 February is a year older on 28 February of a common year. */
function age(birth: Day, on: Day): number {
  const years = civil(on).year - civil(birth).year
  return monthsLater(birth, years * 12) <= on ? years : years - 1
}

const fen = (amount: string): bigint => BigInt(amount.replace('.', ''))
const yuan = (amount: bigint): string => {
  const digits = String(amount).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
/** Fen times so many thousandths, half up. */
const share = (amount: bigint, millesimals: bigint, times = 1n): bigint => (amount * millesimals * times + 500n) / 1000n

export interface Contribution {
  readonly month: string
  readonly category: 'employee' | 'flexible' | 'unemployed' | 'retiredContinuing'
  readonly wage: string
}
export function contribution({ month, category, wage }: Contribution): object | null {
  const [floor, cap] =
    month < '2020-01' || month > '2025-12'
      ? []
      : month <= '2021-12'
        ? [395700n, 1978300n]
        : month <= '2023-11'
          ? [395700n, 2231100n]
          : month <= '2023-12'
            ? [446200n, 2406000n]
            : month <= '2024-12'
              ? [481200n, 2493000n]
              : [501300n, 2506500n]
  if (floor === undefined || cap === undefined) return null
  if (category !== 'employee')
    return {
      base: yuan(floor),
      person: yuan(share(floor, category === 'flexible' ? 105n : 100n)),
      employer: '0.00',
    }
  const paid = fen(wage)
  const base = paid < floor ? floor : paid > cap ? cap : paid
  return { base: yuan(base), person: yuan(share(base, 20n)), employer: yuan(share(base, 85n)) }
}

export interface AccountCredit {
  readonly status: 'active' | 'retired'
  readonly birthDate: Day
  readonly on: Day
  readonly base: string
  readonly joinedOn: Day | null
}
export function accountCredit({ status, birthDate, on, base, joinedOn }: AccountCredit): object | null {
  const year = civil(on).year
  if (year < 2021 || year > 2023) return null
  const months = joinedOn === null ? 12 : 12 - civil(joinedOn).month
  const years = age(birthDate, on)
  if (status === 'active') {
    const rate = years < 45 ? 34n : 37n
    return {
      monthly: yuan(share(fen(base), rate)),
      months,
      credited: yuan(share(fen(base), rate, BigInt(months))),
    }
  }
  const monthly = BigInt((years < 70 ? 280 : 305) - 10 * (2023 - year)) * 100n
  return { monthly: yuan(monthly), months, credited: yuan(monthly * BigInt(months)) }
}

export interface BenefitStart {
  readonly category: 'employee' | 'flexible'
  readonly event: 'first' | 'continued' | 'fromResident'
  readonly registeredOn: Day
  readonly paidOn: Day | null
  readonly gapMonths: number
  readonly benefitsNormal: boolean
}
export function benefitStart(given: BenefitStart): object {
  const inMonth = (later: number): Day => monthsLater(firstOfMonth(given.registeredOn), later)
  const gap = given.gapMonths
  if (given.event === 'fromResident')
    return { startsOn: inMonth(given.category === 'employee' ? 0 : 1), gapClaimable: false }
  if (given.event === 'continued') {
    const later = gap > 3 ? 2 : gap > 0 || !given.benefitsNormal ? 1 : 0
    return { startsOn: inMonth(later), gapClaimable: gap > 0 && gap <= 3 }
  }
  if (given.category === 'employee') return { startsOn: inMonth(1), gapClaimable: false }
  return { startsOn: given.paidOn === null ? null : dayAfter(given.paidOn), gapClaimable: false }
}

export interface Claim {
  readonly invoicedOn: Day
  readonly incurredOn: Day
  readonly specialCircumstances: boolean
}
export function deadline({ invoicedOn, incurredOn, specialCircumstances }: Claim, city: 'ningbo' | 'nantong'): object {
  if (city === 'ningbo') return { latestOn: monthsLater(invoicedOn, 12) }
  const year = civil(incurredOn).year
  return { latestOn: specialCircumstances ? `${year + 1}-03-31` : `${year}-12-31` }
}
