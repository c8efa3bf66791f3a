/**
 * The shape of a bill and of its settlement, as the contract prints them. Amounts are yuan in decimal strings with
 * two places, dates are `YYYY-MM-DD`, regions are six-digit GB/T 2260 codes.
 */

export type Status = 'active' | 'retired'
export type Kind = 'outpatient' | 'inpatient' | 'specialOutpatient' | 'homeBed'
export type Tier = 'tertiary' | 'secondary' | 'primary' | 'community'
export type FilingKind = 'longTermResidence' | 'referral' | 'temporary'
export type Setting = 'local' | 'inProvince' | 'longTermResidence' | 'referral' | 'temporary' | 'emergency'

export interface Person {
  status: Status
  birthDate: string
  specialDiseaseFiled: boolean
}

export interface Visit {
  kind: Kind
  tier: Tier
  place: string
  emergency: boolean
  admittedOn: string
  settledOn: string
}

export interface Filing {
  kind: FilingKind
  region: string
  from: string
  until: string | null
  madeOn: string
}

export interface Costs {
  total: string
  ownExpense: string
  overLimit: string
  firstPay: string
}

export interface YearToDate {
  inpatientEligible: string
  deductiblePaid: string
  outpatientSelfPaid: string
  criticalIllnessBase: string
  currentAccount: string
}

export interface Bill {
  person: Person
  visit: Visit
  filings: Filing[]
  costs: Costs
  yearToDate: YearToDate
}

export interface Settlement {
  policy: string
  edition: string
  setting: Setting
  total: string
  ownExpense: string
  overLimit: string
  firstPay: string
  eligible: string
  deductible: string
  selfPaySegment: string
  coPay: string
  fund: string
  criticalIllness: string
  assistance: string
  fundTotal: string
  account: string
  cash: string
  person: string
  yearToDate: YearToDate
}
