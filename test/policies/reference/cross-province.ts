/** zhejiang.crossProvince.settle: Z009, Z012, C01 on top of Ningbo's local benefits. */
import { eligibleOf, statement, type Bill } from './bill.ts'
import { ningbo, settingOf, type Setting } from './filing.ts'
import { ningboBenefits } from './ningbo-benefits.ts'
import { minus, plus, ratio, times, toFen, yuan } from './rational.ts'

/** The hundredths of the eligible amount that the person pays before anything else. */
function firstPercent(setting: Setting): number {
  switch (setting) {
    case 'temporary':
      return 20
    case 'local':
    case 'longTermResidence':
    case 'emergency':
    case 'inProvince':
    case 'referral':
      return 0
  }
}

/** Null where the bill has to be refused: its parts exceed it, or it is not settled in 2023. */
export function crossProvince(bill: Bill): object | null {
  const inScope = eligibleOf(bill.costs)
  if (inScope.over < 0n || !bill.visit.settledOn.startsWith('2023-')) return null
  const setting = settingOf(ningbo, bill.filings, bill.visit)
  const first = toFen(times(inScope, ratio(firstPercent(setting), 100)))
  const firstPay = plus(yuan(bill.costs.firstPay), first)
  return statement(setting, bill, ningboBenefits(bill, 0, firstPay, minus(inScope, first)))
}
