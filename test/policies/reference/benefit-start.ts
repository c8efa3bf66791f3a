/** ningbo.employee.benefitStart: N070 to N075, N078 to N081, C15. */
import { dayAfter, firstOf, monthsLater } from './civil.ts'

export interface StartCase {
  readonly category: 'employee' | 'flexible'
  readonly event: 'first' | 'continued' | 'fromResident'
  readonly registeredOn: string
  readonly paidOn: string | null
  readonly gapMonths: number
  readonly benefitsNormal: boolean
}

/** The month of registration is the first natural month. */
const naturalMonth = (registeredOn: string, nth: number): string => firstOf(monthsLater(registeredOn, nth - 1))

function continuedIn({ gapMonths, benefitsNormal }: StartCase): number {
  if (gapMonths === 0) return benefitsNormal ? 1 : 2
  return gapMonths <= 3 ? 2 : 3
}

function startsOn(given: StartCase): string | null {
  switch (given.event) {
    case 'first':
      if (given.category === 'employee') return naturalMonth(given.registeredOn, 2)
      return given.paidOn === null ? null : dayAfter(given.paidOn)
    case 'continued':
      return naturalMonth(given.registeredOn, continuedIn(given))
    case 'fromResident':
      return naturalMonth(given.registeredOn, given.category === 'employee' ? 1 : 2)
  }
}

/** A flexible worker's first time starts on no day yet where nothing is paid. */
export function benefitStart(given: StartCase): object {
  const gapClaimable = given.event === 'continued' && given.gapMonths >= 1 && given.gapMonths <= 3
  return { startsOn: startsOn(given), gapClaimable }
}
