/** `ningbo.employee.settle` over plain counts with decimal.js: fen to yuan at the door, and back. */
import type { Decimal } from 'decimal.js'
import {
  checkCounts,
  hasNoDeductible,
  isAtLeast45,
  settingOf,
  type CountedBill,
  type CountedSettlement,
} from './counts.ts'
import { settleFacts, Yuan, type Facts, type Given } from './hand-decimal.ts'

export function settleCountsWithDecimals(bill: CountedBill): CountedSettlement {
  checkCounts(bill)
  const { person, visit, costs, yearToDate } = bill
  const facts: Facts = {
    kind: visit.kind,
    tier: visit.tier,
    status: person.status,
    setting: settingOf(bill),
    isAtLeast45: isAtLeast45(bill),
    hasNoDeductible: hasNoDeductible(bill),
  }
  const given: Given = {
    total: yuan(costs.total),
    ownExpense: yuan(costs.ownExpense),
    overLimit: yuan(costs.overLimit),
    firstPay: yuan(costs.firstPay),
    inpatientEligible: yuan(yearToDate.inpatientEligible),
    deductiblePaid: yuan(yearToDate.deductiblePaid),
    outpatientSelfPaid: yuan(yearToDate.outpatientSelfPaid),
    criticalIllnessBase: yuan(yearToDate.criticalIllnessBase),
    currentAccount: yuan(yearToDate.currentAccount),
  }
  return settleFacts(facts, given, fen)
}

function yuan(amount: number): Decimal {
  return new Yuan(amount).dividedBy(100)
}

function fen(amount: Decimal): number {
  return amount.times(100).toNumber()
}
