/** `ningbo.employee.settle` over plain counts as a good engineer writes it for speed: checked, fen and percent. */
import {
  checkCounts,
  hasNoDeductible,
  isAtLeast45,
  settingOf,
  type CountedBill,
  type CountedSettlement,
} from './counts.ts'
import { criticalIllnessTo, outpatientRate, percent, pointsOff, standardOf, stayFund } from './hand-integer.ts'

export function settleCountsWithIntegers(bill: CountedBill): CountedSettlement {
  checkCounts(bill)
  const { visit, costs, yearToDate } = bill
  const { kind, tier } = visit
  const { total, ownExpense, overLimit, firstPay } = costs
  const eligible = total - ownExpense - overLimit - firstPay
  if (eligible < 0) throw new RangeError('costs: the parts exceed the total')

  const setting = settingOf(bill)
  const points = pointsOff(setting)
  const isRetired = bill.person.status === 'retired'
  const isStay = kind === 'inpatient' || kind === 'homeBed'

  let account = 0
  let deductible = 0
  let selfPaySegment = 0
  let fund = 0
  if (kind === 'outpatient') {
    const limit = isRetired ? 300_00 : isAtLeast45(bill) ? 600_00 : 900_00
    account = Math.min(eligible, yearToDate.currentAccount)
    selfPaySegment = Math.min(eligible - account, Math.max(0, limit - yearToDate.outpatientSelfPaid))
    fund = percent((eligible - account - selfPaySegment) * (outpatientRate(tier, isRetired) - points))
  } else if (kind === 'specialOutpatient') {
    fund = percent(eligible * (92 - points))
  } else {
    const standard = hasNoDeductible(bill) ? 0 : standardOf(tier)
    deductible = Math.min(eligible, Math.max(0, standard - yearToDate.deductiblePaid))
    const before = yearToDate.inpatientEligible
    fund = stayFund(before + deductible, before + eligible, tier, isRetired, points)
  }
  const coPay = eligible - account - deductible - selfPaySegment - fund
  const base = yearToDate.criticalIllnessBase
  const newBase = kind === 'outpatient' ? base : base + firstPay + deductible + coPay
  const criticalIllness = newBase > base ? percent(criticalIllnessTo(newBase) - criticalIllnessTo(base)) : 0
  const fundTotal = fund + criticalIllness
  const cash = total - fundTotal - account
  return {
    policy: 'ningbo.employee',
    edition: '2023',
    setting,
    total,
    ownExpense,
    overLimit,
    firstPay,
    eligible,
    deductible,
    selfPaySegment,
    coPay,
    fund,
    criticalIllness,
    assistance: 0,
    fundTotal,
    account,
    cash,
    person: account + cash,
    yearToDate: {
      inpatientEligible: isStay ? yearToDate.inpatientEligible + eligible : yearToDate.inpatientEligible,
      deductiblePaid: yearToDate.deductiblePaid + deductible,
      outpatientSelfPaid: yearToDate.outpatientSelfPaid + selfPaySegment,
      criticalIllnessBase: newBase,
      currentAccount: yearToDate.currentAccount - account,
    },
  }
}
