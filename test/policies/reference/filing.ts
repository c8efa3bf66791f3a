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

/** The last day; null where there is none. */
function lastDay({ kind, from, until }: Filing): string | null {
  if (until !== null) return until
  return kind === 'longTermResidence' ? null : dayBefore(monthsLater(from, 12))
}

function isValid(filing: Filing, { place, admittedOn, settledOn }: Whereabouts): boolean {
  const last = lastDay(filing)
  return (
    covers(filing.region, place) &&
    filing.from <= admittedOn &&
    (last === null || admittedOn <= last) &&
    filing.madeOn <= settledOn
  )
}

/** The first that holds; `insured` is the four digits of the prefecture that insures. */
export function settingOf(insured: string, filings: readonly Filing[], visit: Whereabouts): Setting {
  const has = (kind: Filing['kind']): boolean => filings.some((each) => each.kind === kind && isValid(each, visit))
  if (visit.place.startsWith(insured)) return 'local'
  if (has('longTermResidence')) return 'longTermResidence'
  if (visit.emergency) return 'emergency'
  if (visit.place.startsWith(insured.slice(0, 2))) return 'inProvince'
  return has('referral') ? 'referral' : 'temporary'
}
