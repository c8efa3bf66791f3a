/** nantong.employee.settle: reductions T018 to T021, C02, C05, C06; local figures from editions.md F, as far as known. */
import { amountsOf, eligibleOf, statement, type Bill, type Settled, type Tier, type Year } from './bill.ts'
import { isValid, nantong, settingOf, type Setting } from './filing.ts'
import { isLess, least, minus, most, plus, ratio, times, toFen, yuan, zero, type Rational } from './rational.ts'

/** The inpatient deductible, and the fund's hundredths: of the first 100 000 yuan of a year, and of outpatient care. */
interface Local {
  readonly standard: number
  readonly inpatient: { readonly active: number; readonly retired: number }
  readonly outpatient: { readonly active: number; readonly retired: number }
}

/** Of community hospitals only the deductible is told; the ratios are those of the lowest level. */
function local(tier: Tier): Local {
  const lowest = { inpatient: { active: 98, retired: 98 }, outpatient: { active: 75, retired: 80 } }
  switch (tier) {
    case 'tertiary':
      return { standard: 1000, inpatient: { active: 91, retired: 95 }, outpatient: { active: 60, retired: 65 } }
    case 'secondary':
      return { standard: 750, inpatient: { active: 92, retired: 96 }, outpatient: { active: 65, retired: 70 } }
    case 'primary':
      return { standard: 500, ...lowest }
    case 'community':
      return { standard: 300, ...lowest }
  }
}

/** The hundredths of the eligible amount by which the sum of all layers is lower, inside the province and beyond. */
function reduction(setting: Setting, bill: Bill): number {
  switch (setting) {
    case 'local':
    case 'longTermResidence':
      return 0
    case 'emergency':
    case 'referral':
      return 10
    case 'inProvince':
    case 'temporary': {
      const isReferred = bill.filings.some((filing) => filing.kind === 'referral' && isValid(nantong, filing, bill.visit))
      return isReferred ? 10 : 20
    }
  }
}

/** What the local rules make of the eligible amount. */
interface Home {
  readonly deductible: Rational
  readonly selfPaySegment: Rational
  readonly account: Rational
  readonly fund: Rational
}

function outpatient({ person, visit }: Bill, year: Year<Rational>, eligible: Rational): Home {
  const account = least(year.currentAccount, eligible)
  const open = most(zero, minus(ratio(800), year.outpatientSelfPaid))
  const selfPaySegment = least(minus(eligible, account), open)
  const shared = minus(eligible, plus(account, selfPaySegment))
  const fund = toFen(times(shared, ratio(local(visit.tier).outpatient[person.status], 100)))
  return { deductible: zero, selfPaySegment, account, fund }
}

function inpatient({ person, visit }: Bill, year: Year<Rational>, eligible: Rational): Home {
  const { standard, inpatient: percent } = local(visit.tier)
  const deductible = least(eligible, most(zero, minus(ratio(standard), year.deductiblePaid)))
  const fund = toFen(times(minus(eligible, deductible), ratio(percent[person.status], 100)))
  return { deductible, selfPaySegment: zero, account: zero, fund }
}

/** Null where a figure is not known: above 100 000 yuan of inpatient care a year, of home beds, of special diseases. */
function atHome(bill: Bill, year: Year<Rational>, eligible: Rational): Home | null {
  switch (bill.visit.kind) {
    case 'outpatient':
      return outpatient(bill, year, eligible)
    case 'inpatient':
      if (isLess(ratio(100_000), plus(year.inpatientEligible, eligible))) return null
      return inpatient(bill, year, eligible)
    case 'specialOutpatient':
    case 'homeBed':
      return null
  }
}

/** Null where the bill has to be refused, or where a figure is not known. */
export function nantongEmployee(bill: Bill): object | null {
  const eligible = eligibleOf(bill.costs)
  const year = amountsOf(bill.yearToDate)
  const home = atHome(bill, year, eligible)
  if (eligible.over < 0n || !home || bill.visit.settledOn < '2025-08-01') return null
  const setting = settingOf(nantong, bill.filings, bill.visit)
  // What is paid at home, and what is taken off it, are amounts: each rounded to fen.
  const lost = toFen(times(eligible, ratio(reduction(setting, bill), 100)))
  const fund = most(zero, minus(home.fund, lost))
  const { deductible, selfPaySegment, account } = home
  const apart = plus(deductible, selfPaySegment, account)
  const firstPay = yuan(bill.costs.firstPay)
  const isStay = bill.visit.kind === 'inpatient'
  const settled: Settled = {
    firstPay,
    eligible,
    deductible,
    selfPaySegment,
    account,
    fund,
    coPay: minus(eligible, plus(apart, fund)),
    criticalIllness: zero,
    yearToDate: {
      inpatientEligible: isStay ? plus(year.inpatientEligible, eligible) : year.inpatientEligible,
      deductiblePaid: plus(year.deductiblePaid, deductible),
      outpatientSelfPaid: plus(year.outpatientSelfPaid, selfPaySegment),
      // What is lost by the reduction does not count.
      criticalIllnessBase: isStay
        ? plus(year.criticalIllnessBase, firstPay, minus(eligible, home.fund))
        : year.criticalIllnessBase,
      currentAccount: minus(year.currentAccount, account),
    },
  }
  return statement(setting, bill, settled)
}
