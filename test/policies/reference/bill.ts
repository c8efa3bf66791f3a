/** A visit to settle and what settling makes of it: contract, "Decisions". */
import type { Filing } from './filing.ts'
import { minus, plus, written, yuan, type Rational } from './rational.ts'

export type Tier = 'tertiary' | 'secondary' | 'primary' | 'community'

export interface Year<Amount> {
  readonly inpatientEligible: Amount
  readonly deductiblePaid: Amount
  readonly outpatientSelfPaid: Amount
  readonly criticalIllnessBase: Amount
  readonly currentAccount: Amount
}

export interface Bill {
  readonly person: {
    readonly status: 'active' | 'retired'
    readonly birthDate: string
    readonly specialDiseaseFiled: boolean
  }
  readonly visit: {
    readonly kind: 'outpatient' | 'inpatient' | 'specialOutpatient' | 'homeBed'
    readonly tier: Tier
    readonly place: string
    readonly emergency: boolean
    readonly admittedOn: string
    readonly settledOn: string
  }
  readonly filings: readonly Filing[]
  readonly costs: {
    readonly total: string
    readonly ownExpense: string
    readonly overLimit: string
    readonly firstPay: string
  }
  readonly yearToDate: Year<string>
}

/** What is paid, exactly what the contract names, still as fractions. */
export interface Settled {
  readonly firstPay: Rational
  readonly eligible: Rational
  readonly deductible: Rational
  readonly selfPaySegment: Rational
  readonly coPay: Rational
  readonly fund: Rational
  readonly criticalIllness: Rational
  readonly account: Rational
  readonly yearToDate: Year<Rational>
}

export function eligibleOf({ total, ownExpense, overLimit, firstPay }: Bill['costs']): Rational {
  return minus(yuan(total), plus(yuan(ownExpense), yuan(overLimit), yuan(firstPay)))
}

export const amountsOf = (year: Year<string>): Year<Rational> => ({
  inpatientEligible: yuan(year.inpatientEligible),
  deductiblePaid: yuan(year.deductiblePaid),
  outpatientSelfPaid: yuan(year.outpatientSelfPaid),
  criticalIllnessBase: yuan(year.criticalIllnessBase),
  currentAccount: yuan(year.currentAccount),
})

/** The output, without the names of policy and edition. */
export function statement(setting: string, { costs }: Bill, settled: Settled): object {
  const fundTotal = plus(settled.fund, settled.criticalIllness)
  const person = minus(yuan(costs.total), fundTotal)
  const { yearToDate: year } = settled
  return {
    setting,
    total: written(yuan(costs.total)),
    ownExpense: written(yuan(costs.ownExpense)),
    overLimit: written(yuan(costs.overLimit)),
    firstPay: written(settled.firstPay),
    eligible: written(settled.eligible),
    deductible: written(settled.deductible),
    selfPaySegment: written(settled.selfPaySegment),
    coPay: written(settled.coPay),
    fund: written(settled.fund),
    criticalIllness: written(settled.criticalIllness),
    assistance: '0.00',
    fundTotal: written(fundTotal),
    account: written(settled.account),
    cash: written(minus(person, settled.account)),
    person: written(person),
    yearToDate: {
      inpatientEligible: written(year.inpatientEligible),
      deductiblePaid: written(year.deductiblePaid),
      outpatientSelfPaid: written(year.outpatientSelfPaid),
      criticalIllnessBase: written(year.criticalIllnessBase),
      currentAccount: written(year.currentAccount),
    },
  }
}
