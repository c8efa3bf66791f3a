/** Ningbo's benefits of 2023: N087 to N093, N100 to N110, N120 to N124, N134, N135, C05 to C07, C20, C21. */
import { amountsOf, type Bill, type Settled, type Tier, type Year } from './bill.ts'
import { ageOn } from './civil.ts'
import { isLess, least, minus, most, plus, ratio, times, toFen, zero, type Rational } from './rational.ts'

/** One slice of a sum: up to where, and the hundredths paid of what lies in it. */
interface Slice {
  readonly upTo: number
  readonly percent: number
}

const endless = Number.MAX_SAFE_INTEGER

/** What is paid of the stretch from one amount to another, slice by slice, not rounded. */
function paidBetween(slices: readonly Slice[], from: Rational, to: Rational): Rational {
  return slices.reduce(
    ({ sum, start }, { upTo, percent }) => {
      const low = most(from, start)
      const high = least(to, ratio(upTo))
      const part = isLess(low, high) ? minus(high, low) : zero
      return { sum: plus(sum, times(part, ratio(Math.max(0, percent), 100))), start: ratio(upTo) }
    },
    { sum: zero, start: zero },
  ).sum
}

function standard(tier: Tier): number {
  switch (tier) {
    case 'tertiary':
      return 1200
    case 'secondary':
    case 'primary':
      return 600
    case 'community':
      return 300
  }
}

/** The fund's hundredths of an inpatient bill, on the year's eligible total. */
function inpatientSlices({ person, visit }: Bill, points: number): Slice[] {
  const self = (person.status === 'active' ? 20 : 15) - (visit.tier === 'community' ? 5 : 0)
  return [
    { upTo: 35_000, percent: 100 - self - points },
    { upTo: 70_000, percent: 100 - (self - 5) - points },
    { upTo: endless, percent: 95 - points },
  ]
}

const criticalIllness: readonly Slice[] = [
  { upTo: 5_000, percent: 0 },
  { upTo: 20_000, percent: 80 },
  { upTo: 500_000, percent: 90 },
]

function outpatientPercent({ person, visit }: Bill): number {
  switch (visit.tier) {
    case 'community':
      return person.status === 'active' ? 86 : 92
    case 'tertiary':
      return 75
    case 'secondary':
    case 'primary':
      return 80
  }
}

function selfPayLimit({ person, visit }: Bill): Rational {
  if (person.status === 'retired') return ratio(300)
  return ratio(ageOn(person.birthDate, visit.settledOn) < 45 ? 900 : 600)
}

interface Shares {
  readonly deductible: Rational
  readonly selfPaySegment: Rational
  readonly fund: Rational
  readonly account: Rational
}

function outpatient(bill: Bill, year: Year<Rational>, eligible: Rational, points: number): Shares {
  const account = least(year.currentAccount, eligible)
  const afterAccount = minus(eligible, account)
  const open = most(zero, minus(selfPayLimit(bill), year.outpatientSelfPaid))
  const selfPaySegment = least(afterAccount, open)
  const percent = Math.max(0, outpatientPercent(bill) - points)
  const fund = toFen(times(minus(afterAccount, selfPaySegment), ratio(percent, 100)))
  return { deductible: zero, selfPaySegment, fund, account }
}

function inpatient(bill: Bill, year: Year<Rational>, eligible: Rational, points: number): Shares {
  const { person, visit } = bill
  const isFree = person.specialDiseaseFiled || (visit.kind === 'homeBed' && visit.settledOn >= '2023-02-01')
  const open = most(zero, minus(ratio(isFree ? 0 : standard(visit.tier)), year.deductiblePaid))
  const deductible = least(eligible, open)
  const start = plus(year.inpatientEligible, deductible)
  const end = plus(year.inpatientEligible, eligible)
  const fund = toFen(paidBetween(inpatientSlices(bill, points), start, end))
  return { deductible, selfPaySegment: zero, fund, account: zero }
}

function sharesOf(bill: Bill, year: Year<Rational>, eligible: Rational, points: number): Shares {
  switch (bill.visit.kind) {
    case 'outpatient':
      return outpatient(bill, year, eligible, points)
    case 'inpatient':
    case 'homeBed':
      return inpatient(bill, year, eligible, points)
    case 'specialOutpatient': {
      const fund = toFen(times(eligible, ratio(Math.max(0, 92 - points), 100)))
      return { deductible: zero, selfPaySegment: zero, fund, account: zero }
    }
  }
}

/**
 * Settles a bill by Ningbo's benefits, with so many points off the fund's rates. `eligible` and `firstPay` are given
 * apart from the bill, for who pays a share of the bill first.
 */
export function ningboBenefits(bill: Bill, points: number, firstPay: Rational, eligible: Rational): Settled {
  const year = amountsOf(bill.yearToDate)
  const { kind } = bill.visit
  const shares = sharesOf(bill, year, eligible, points)
  const { deductible, selfPaySegment, fund, account } = shares
  const coPay = minus(eligible, plus(deductible, selfPaySegment, fund, account))
  const isStay = kind === 'inpatient' || kind === 'homeBed'
  const grown = kind === 'outpatient' ? zero : plus(firstPay, deductible, coPay)
  const base = plus(year.criticalIllnessBase, grown)
  return {
    ...shares,
    firstPay,
    eligible,
    coPay,
    criticalIllness: toFen(paidBetween(criticalIllness, year.criticalIllnessBase, base)),
    yearToDate: {
      inpatientEligible: isStay ? plus(year.inpatientEligible, eligible) : year.inpatientEligible,
      deductiblePaid: plus(year.deductiblePaid, deductible),
      outpatientSelfPaid: plus(year.outpatientSelfPaid, selfPaySegment),
      criticalIllnessBase: base,
      currentAccount: minus(year.currentAccount, account),
    },
  }
}
