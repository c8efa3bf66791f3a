/** ningbo.employee.settle: N172, N173, N179 to N181 of 2023, editions.md E of 2022, C01, C02, C05. */
import { eligibleOf, statement, type Bill } from './bill.ts'
import { ningbo, settingOf, type Setting } from './filing.ts'
import { ningboBenefits } from './ningbo-benefits.ts'
import { yuan } from './rational.ts'

/** Points off the fund's rates. Of 2022 hospitals below tertiary lose ten more out of the province. */
function points(setting: Setting, { visit }: Bill): number {
  const more = visit.settledOn < '2023-01-01' && visit.tier !== 'tertiary' ? 10 : 0
  switch (setting) {
    case 'local':
    case 'longTermResidence':
    case 'emergency':
      return 0
    case 'inProvince':
      return 10
    case 'referral':
      return 10 + more
    case 'temporary':
      return 20 + more
  }
}

/** Null where the bill has to be refused: its parts exceed it, or it is settled neither in 2022 nor in 2023. */
export function ningboEmployee(bill: Bill): object | null {
  const eligible = eligibleOf(bill.costs)
  if (eligible.over < 0n || !/^202[23]-/.test(bill.visit.settledOn)) return null
  const setting = settingOf(ningbo, bill.filings, bill.visit)
  return statement(setting, bill, ningboBenefits(bill, points(setting, bill), yuan(bill.costs.firstPay), eligible))
}
