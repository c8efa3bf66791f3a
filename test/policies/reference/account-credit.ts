/** ningbo.employee.accountCredit: N042 to N051; 2022's retired amounts by N043, 2021's by editions.md E. */
import { ageOn, parts } from './civil.ts'
import { ratio, times, written, yuan, type Rational } from './rational.ts'

export interface CreditCase {
  readonly status: 'active' | 'retired'
  readonly birthDate: string
  readonly on: string
  readonly base: string
  readonly joinedOn: string | null
}

/** What a retired person's account is credited with a month, before and from 70. */
const retired = new Map([
  [2021, { younger: 260, older: 285 }],
  [2022, { younger: 270, older: 295 }],
  [2023, { younger: 280, older: 305 }],
])

/** Null where the case has to be refused. */
export function accountCredit({ status, birthDate, on, base, joinedOn }: CreditCase): object | null {
  const amounts = retired.get(parts(on).year)
  if (!amounts) return null
  const age = ageOn(birthDate, on)
  const each: Rational =
    status === 'active'
      ? times(yuan(base), age < 45 ? ratio(34, 1000) : ratio(37, 1000))
      : ratio(age < 70 ? amounts.younger : amounts.older)
  const months = joinedOn === null ? 12 : 12 - parts(joinedOn).month
  return { monthly: written(each), months, credited: written(times(each, ratio(months))) }
}
