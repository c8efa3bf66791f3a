/** The inpatient bill as it is usually written by hand: decimal.js in yuan; objects of fen in and out. */
import { Decimal } from 'decimal.js'
import type { Bill, Setting, Settlement, Tier } from './bill.ts'

const Yuan = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP, defaults: true })

/** The most yuan of the band, and its rate for each: active or retired, in other hospitals and in the community. */
const bands = [
  { upTo: new Yuan(35_000), active: ['0.80', '0.85'], retired: ['0.85', '0.90'] },
  { upTo: new Yuan(70_000), active: ['0.85', '0.90'], retired: ['0.90', '0.95'] },
  { upTo: new Yuan(Infinity), active: ['0.95', '0.95'], retired: ['0.95', '0.95'] },
].map(({ upTo, active, retired }) => ({
  upTo,
  active: active.map((rate) => new Yuan(rate)),
  retired: retired.map((rate) => new Yuan(rate)),
}))
const criticalIllnessBands = [
  { upTo: new Yuan(5000), rate: new Yuan(0) },
  { upTo: new Yuan(20_000), rate: new Yuan('0.80') },
  { upTo: new Yuan(500_000), rate: new Yuan('0.90') },
]

export function settleWithDecimals({ person, visit, yearToDate }: Bill): Settlement {
  const eligible = yuan(visit.eligible)
  const inpatientEligible = yuan(yearToDate.inpatientEligible)
  const deductiblePaid = yuan(yearToDate.deductiblePaid)
  const base = yuan(yearToDate.criticalIllnessBase)

  const deductible = Yuan.min(eligible, Yuan.max(0, standardOf(visit.tier).minus(deductiblePaid)))
  const reduction = reductionOf(visit.setting)
  const column = visit.tier === 'community' ? 1 : 0
  const rates = bands.map((band) => ({
    upTo: band.upTo,
    rate: Yuan.max(0, band[person.status][column]!.minus(reduction)),
  }))
  const to = inpatientEligible.plus(eligible)
  const fund = paid(rates, inpatientEligible.plus(deductible), to)
  const newBase = base.plus(eligible).minus(fund)
  const criticalIllness = paid(criticalIllnessBands, base, newBase)
  return {
    deductible: fen(deductible),
    coPay: fen(eligible.minus(deductible).minus(fund)),
    fund: fen(fund),
    criticalIllness: fen(criticalIllness),
    person: fen(eligible.minus(fund).minus(criticalIllness)),
    yearToDate: {
      inpatientEligible: fen(to),
      deductiblePaid: fen(deductiblePaid.plus(deductible)),
      criticalIllnessBase: fen(newBase),
    },
  }
}

interface Band {
  readonly upTo: Decimal
  readonly rate: Decimal
}

/** What is paid between two positions, rounded once, half up to the fen. */
function paid(schedule: readonly Band[], from: Decimal, to: Decimal): Decimal {
  let sum = new Yuan(0)
  let floor = new Yuan(0)
  for (const { upTo, rate } of schedule) {
    const amount = Yuan.min(to, upTo).minus(Yuan.max(from, floor))
    if (amount.gt(0)) sum = sum.plus(amount.times(rate))
    floor = upTo
  }
  return sum.toDecimalPlaces(2)
}

const standards = { tertiary: new Yuan(1200), other: new Yuan(600), community: new Yuan(300) }

function standardOf(tier: Tier): Decimal {
  return tier === 'tertiary' || tier === 'community' ? standards[tier] : standards.other
}

const reductions = { none: new Yuan(0), ten: new Yuan('0.10'), twenty: new Yuan('0.20') }

function reductionOf(setting: Setting): Decimal {
  if (setting === 'temporary') return reductions.twenty
  return setting === 'referral' || setting === 'inProvince' ? reductions.ten : reductions.none
}

function yuan(amount: number): Decimal {
  return new Yuan(amount).dividedBy(100)
}

function fen(amount: Decimal): number {
  return amount.times(100).toNumber()
}
