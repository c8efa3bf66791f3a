/** An inpatient bill of `inpatient.policy` in plain counts: amounts in fen, dates in days since 1 January 1970. */
export const statuses = ['active', 'retired'] as const
export const tiers = ['tertiary', 'secondary', 'primary', 'community'] as const
export const settings = ['local', 'inProvince', 'longTermResidence', 'referral', 'temporary', 'emergency'] as const

export type Status = (typeof statuses)[number]
export type Tier = (typeof tiers)[number]
export type Setting = (typeof settings)[number]

export interface Bill {
  readonly person: { readonly status: Status }
  readonly visit: {
    readonly tier: Tier
    readonly setting: Setting
    readonly settledOn: number
    readonly eligible: number
  }
  readonly yearToDate: YearToDate
}

export interface YearToDate {
  readonly inpatientEligible: number
  readonly deductiblePaid: number
  readonly criticalIllnessBase: number
}

export interface Settlement {
  readonly deductible: number
  readonly coPay: number
  readonly fund: number
  readonly criticalIllness: number
  readonly person: number
  readonly yearToDate: YearToDate
}

/** The days of the edition: 1 January to 31 December 2023. */
export const firstDay = Date.UTC(2023, 0, 1) / 86_400_000
export const lastDay = Date.UTC(2023, 11, 31) / 86_400_000

/** The bill as the contract has it: amounts as texts in yuan, dates as YYYY-MM-DD. */
export function asTexts({ person, visit, yearToDate }: Bill): unknown {
  return {
    person,
    visit: { ...visit, settledOn: isoDate(visit.settledOn), eligible: yuan(visit.eligible) },
    yearToDate: yearAsTexts(yearToDate),
  }
}

/** The settlement as the contract has it. */
export function settlementAsTexts(settlement: Settlement): unknown {
  const { deductible, coPay, fund, criticalIllness, person, yearToDate } = settlement
  return {
    policy: 'inpatient',
    edition: '2023',
    deductible: yuan(deductible),
    coPay: yuan(coPay),
    fund: yuan(fund),
    criticalIllness: yuan(criticalIllness),
    person: yuan(person),
    yearToDate: yearAsTexts(yearToDate),
  }
}

function yearAsTexts({ inpatientEligible, deductiblePaid, criticalIllnessBase }: YearToDate): unknown {
  return {
    inpatientEligible: yuan(inpatientEligible),
    deductiblePaid: yuan(deductiblePaid),
    criticalIllnessBase: yuan(criticalIllnessBase),
  }
}

/** Exact up to 2^53 fen: the digits are moved, nothing is divided. */
function yuan(fen: number): string {
  const digits = String(fen).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function isoDate(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}
