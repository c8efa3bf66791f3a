/**
 * `ningbo.employee.settle` over plain counts: amounts in fen, dates in days since 1 January 1970. What its two
 * implementations by hand have in common: the shape, the check of everything but amounts' arithmetic, the setting.
 */
import type { Bill, FilingKind, Kind, Setting, Settlement, Status, Tier } from '../ningbo/bill.ts'
import { isRegion } from './door.ts'

export interface CountedBill {
  readonly person: { readonly status: Status; readonly birthDate: number; readonly specialDiseaseFiled: boolean }
  readonly visit: CountedVisit
  readonly filings: readonly CountedFiling[]
  readonly costs: {
    readonly total: number
    readonly ownExpense: number
    readonly overLimit: number
    readonly firstPay: number
  }
  readonly yearToDate: CountedYear
}

interface CountedVisit {
  readonly kind: Kind
  readonly tier: Tier
  readonly place: string
  readonly emergency: boolean
  readonly admittedOn: number
  readonly settledOn: number
}

interface CountedFiling {
  readonly kind: FilingKind
  readonly region: string
  readonly from: number
  readonly until: number | null
  readonly madeOn: number
}

interface CountedYear {
  readonly inpatientEligible: number
  readonly deductiblePaid: number
  readonly outpatientSelfPaid: number
  readonly criticalIllnessBase: number
  readonly currentAccount: number
}

export type CountedSettlement = Omit<Settlement, AmountName | 'yearToDate'> &
  Readonly<Record<AmountName, number>> & { readonly yearToDate: CountedYear }

type AmountName = Exclude<keyof Settlement, 'policy' | 'edition' | 'setting' | 'yearToDate'>

/** A bill of texts as counts. */
export function counted({ person, visit, filings, costs, yearToDate }: Bill): CountedBill {
  const until = (text: string | null): number | null => (text === null ? null : dayOf(text))
  return {
    person: { ...person, birthDate: dayOf(person.birthDate) },
    visit: { ...visit, admittedOn: dayOf(visit.admittedOn), settledOn: dayOf(visit.settledOn) },
    filings: filings.map((filing) => ({
      kind: filing.kind,
      region: filing.region,
      from: dayOf(filing.from),
      until: until(filing.until),
      madeOn: dayOf(filing.madeOn),
    })),
    costs: inFen(costs),
    yearToDate: inFen(yearToDate),
  }
}

/** A settlement of texts as counts. */
export function settlementCounted({ policy, edition, setting, yearToDate, ...amounts }: Settlement): CountedSettlement {
  return { policy, edition, setting, ...inFen(amounts), yearToDate: inFen(yearToDate) }
}

function inFen<Name extends string>(amounts: Readonly<Record<Name, string>>): Record<Name, number> {
  const fen = Object.entries<string>(amounts).map(([name, yuan]) => [name, Number(yuan.replace('.', ''))])
  return Object.fromEntries(fen) as Record<Name, number>
}

function dayOf(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / 86_400_000
}

// ---------------------------------------------------------------------------------------------------------------
// The check

const firstDay = dayOf('1900-01-01')
const lastDay = dayOf('9999-12-31')
const firstOf2023 = dayOf('2023-01-01')
const lastOf2023 = dayOf('2023-12-31')
const firstOfFebruary2023 = dayOf('2023-02-01')
/** Up to here fen times percent, summed over bands, stay far below 2^53. */
const most = 100_000_000_000

/** Throws RangeError at the first thing that is wrong. */
export function checkCounts({ person, visit, filings, costs, yearToDate }: CountedBill): void {
  if (person.status !== 'active' && person.status !== 'retired') refuse('person.status')
  checkDay(person.birthDate, 'person.birthDate')
  checkFlag(person.specialDiseaseFiled, 'person.specialDiseaseFiled')
  const { kind, tier } = visit
  if (kind !== 'outpatient' && kind !== 'inpatient' && kind !== 'specialOutpatient' && kind !== 'homeBed') {
    refuse('visit.kind')
  }
  if (tier !== 'tertiary' && tier !== 'secondary' && tier !== 'primary' && tier !== 'community') refuse('visit.tier')
  if (!isRegion(visit.place)) refuse('visit.place')
  checkFlag(visit.emergency, 'visit.emergency')
  checkDay(visit.admittedOn, 'visit.admittedOn')
  checkDay(visit.settledOn, 'visit.settledOn')
  if (visit.settledOn < firstOf2023 || visit.settledOn > lastOf2023) refuse('visit.settledOn')
  for (let i = 0; i < filings.length; i++) checkFiling(filings[i]!)
  checkAmount(costs.total, 'costs.total')
  checkAmount(costs.ownExpense, 'costs.ownExpense')
  checkAmount(costs.overLimit, 'costs.overLimit')
  checkAmount(costs.firstPay, 'costs.firstPay')
  checkAmount(yearToDate.inpatientEligible, 'yearToDate.inpatientEligible')
  checkAmount(yearToDate.deductiblePaid, 'yearToDate.deductiblePaid')
  checkAmount(yearToDate.outpatientSelfPaid, 'yearToDate.outpatientSelfPaid')
  checkAmount(yearToDate.criticalIllnessBase, 'yearToDate.criticalIllnessBase')
  checkAmount(yearToDate.currentAccount, 'yearToDate.currentAccount')
}

function checkFiling({ kind, region, from, until, madeOn }: CountedFiling): void {
  if (kind !== 'longTermResidence' && kind !== 'referral' && kind !== 'temporary') refuse('filing.kind')
  if (!isRegion(region)) refuse('filing.region')
  checkDay(from, 'filing.from')
  if (until !== null) checkDay(until, 'filing.until')
  checkDay(madeOn, 'filing.madeOn')
}

function checkDay(day: number, path: string): void {
  if (!Number.isInteger(day) || day < firstDay || day > lastDay) refuse(path)
}

function checkAmount(fen: number, path: string): void {
  if (!Number.isInteger(fen) || fen < 0 || fen > most) refuse(path)
}

function checkFlag(flag: boolean, path: string): void {
  if (typeof flag !== 'boolean') refuse(path)
}

function refuse(path: string): never {
  throw new RangeError(`${path} is wrong`)
}

// ---------------------------------------------------------------------------------------------------------------
// What the days say

/** Born on the same day forty-five years before or earlier: 1978 and 2023 have the same days. */
export function isAtLeast45({ person, visit }: CountedBill): boolean {
  return person.birthDate <= visit.settledOn - 16_436
}

export function hasNoDeductible({ person, visit }: CountedBill): boolean {
  return person.specialDiseaseFiled || (visit.kind === 'homeBed' && visit.settledOn >= firstOfFebruary2023)
}

export function settingOf({ visit, filings }: CountedBill): Setting {
  if (visit.place.startsWith('3302')) return 'local'
  let isReferred = false
  for (let i = 0; i < filings.length; i++) {
    const filing = filings[i]!
    if (filing.kind === 'temporary' || !isValid(filing, visit)) continue
    if (filing.kind === 'longTermResidence') return 'longTermResidence'
    isReferred = true
  }
  if (visit.emergency) return 'emergency'
  if (visit.place.startsWith('33')) return 'inProvince'
  return isReferred ? 'referral' : 'temporary'
}

function isValid({ kind, region, from, until, madeOn }: CountedFiling, visit: CountedVisit): boolean {
  const day = visit.admittedOn
  if (!covers(region, visit.place) || madeOn > visit.settledOn || day < from) return false
  if (until !== null) return day <= until
  return kind === 'longTermResidence' || day < from + 365 || (day === from + 365 && hasLeapDay(from))
}

const filedAsAWhole: readonly string[] = ['11', '12', '31', '46', '50', '54']

function covers(region: string, place: string): boolean {
  if (region.charCodeAt(0) !== place.charCodeAt(0) || region.charCodeAt(1) !== place.charCodeAt(1)) return false
  if (region.charCodeAt(2) === place.charCodeAt(2) && region.charCodeAt(3) === place.charCodeAt(3)) return true
  return filedAsAWhole.includes(region.slice(0, 2))
}

/** Whether the same day next year is 366 days away: a 29 February lies behind the day, up to that. */
function hasLeapDay(day: number): boolean {
  const date = new Date(day * 86_400_000)
  const year = date.getUTCFullYear() + (date.getUTCMonth() > 1 ? 1 : 0)
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return isLeap && !(date.getUTCMonth() === 1 && date.getUTCDate() === 29)
}
