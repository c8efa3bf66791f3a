/** Off-site settings and filings: contract, "Decisions"; N172 to N188, T020 to T030, C03, C11. */
import { dayBefore, monthsLater } from './civil.ts'

export interface Filing {
  readonly kind: 'longTermResidence' | 'referral' | 'temporary'
  readonly region: string
  readonly from: string
  readonly until: string | null
  readonly madeOn: string
}

export type Setting = 'local' | 'longTermResidence' | 'emergency' | 'inProvince' | 'referral' | 'temporary'

/** A visit as far as its setting goes: where, admitted and settled when, and whether an emergency. */
export interface Whereabouts {
  readonly place: string
  readonly admittedOn: string
  readonly settledOn: string
  readonly emergency: boolean
}

const wholeProvinces = ['11', '12', '31', '46', '50', '54']

function covers(region: string, place: string): boolean {
  const digits = wholeProvinces.includes(region.slice(0, 2)) ? 2 : 4
  return region.slice(0, digits) === place.slice(0, digits)
}

/** What each city says of filings: its four digits, and months where it names any. */
export interface City {
  readonly insured: string
  /** After which a long-term filing may be revoked; null: not said. */
  readonly lockedMonths: number | null
  /** For which other filings hold where they name no end, referrals in any case; null: not said. */
  readonly temporaryMonths: number | null
}

export const ningbo: City = { insured: '3302', lockedMonths: 3, temporaryMonths: null }
export const nantong: City = { insured: '3206', lockedMonths: null, temporaryMonths: 12 }

/** The last day; null where there is none. */
function lastDay({ temporaryMonths }: City, { kind, from, until }: Filing): string | null {
  if (until !== null || kind === 'longTermResidence') return until
  const months = kind === 'referral' ? 12 : temporaryMonths
  return months === null ? null : dayBefore(monthsLater(from, months))
}

export function isValid(city: City, filing: Filing, { place, admittedOn, settledOn }: Whereabouts): boolean {
  const last = lastDay(city, filing)
  return (
    covers(filing.region, place) &&
    filing.from <= admittedOn &&
    (last === null || admittedOn <= last) &&
    filing.madeOn <= settledOn
  )
}

/** The first that holds. */
export function settingOf(city: City, filings: readonly Filing[], visit: Whereabouts): Setting {
  const has = (kind: Filing['kind']): boolean =>
    filings.some((each) => each.kind === kind && isValid(city, each, visit))
  if (visit.place.startsWith(city.insured)) return 'local'
  if (has('longTermResidence')) return 'longTermResidence'
  if (visit.emergency) return 'emergency'
  if (visit.place.startsWith(city.insured.slice(0, 2))) return 'inProvince'
  return has('referral') ? 'referral' : 'temporary'
}

export interface FilingCase {
  readonly filing: Filing
  readonly on: string
  readonly place: string
}

/** Without the documents, whose words no contract fixes. */
export function filingStatus(city: City, { filing, on, place }: FilingCase): object {
  const visit = { place, admittedOn: on, settledOn: on, emergency: false }
  const isLocked = filing.kind === 'longTermResidence' && city.lockedMonths !== null
  return {
    valid: isValid(city, filing, visit),
    setting: settingOf(city, [filing], visit),
    validUntil: lastDay(city, filing),
    revocableFrom: isLocked ? monthsLater(filing.from, city.lockedMonths) : null,
  }
}
