/** The status of one filing on a day and at a place: contract, `filing.status`; N175, N177, N186, T023. */
import { dayBefore, monthsLater } from './civil.ts'
import type { Filing } from './filing.ts'

export interface StatusCase {
  readonly filing: Filing
  readonly on: string
  readonly place: string
}

/** `isOpen`: kinds of filings without an end of their own; `lockedMonths`: for how long residence can't be revoked. */
interface City {
  readonly code: string
  readonly isOpen: (kind: Filing['kind']) => boolean
  readonly lockedMonths: number | null
}
export const ningbo: City = { code: '3302', isOpen: (kind) => kind !== 'referral', lockedMonths: 3 }
export const nantong: City = { code: '3206', isOpen: (kind) => kind === 'longTermResidence', lockedMonths: null }

export const filingStatus =
  (city: City) =>
  ({ filing, on, place }: StatusCase): object => {
    const { kind, region, from, until, madeOn } = filing
    const validUntil = until ?? (city.isOpen(kind) ? null : dayBefore(monthsLater(from, 12)))
    const digits = /^(11|12|31|46|50|54)/.test(region) ? 2 : 4
    const isCovered = region.slice(0, digits) === place.slice(0, digits)
    const isInTime = from <= on && madeOn <= on && (validUntil === null || on <= validUntil)
    const valid = isCovered && isInTime
    const isLocked = kind === 'longTermResidence' && city.lockedMonths !== null
    return {
      valid,
      setting: settingOf(city.code, place, valid ? kind : null),
      validUntil,
      revocableFrom: isLocked ? monthsLater(from, city.lockedMonths) : null,
    }
  }

function settingOf(code: string, place: string, filed: Filing['kind'] | null): string {
  if (place.startsWith(code)) return 'local'
  if (filed === 'longTermResidence') return filed
  if (place.startsWith(code.slice(0, 2))) return 'inProvince'
  return filed === 'referral' ? filed : 'temporary'
}
