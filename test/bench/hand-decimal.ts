/**
 * `ningbo.employee.settle`, edition 2023, as it is usually written by hand: amounts in yuan with decimal.js. An amount
 * has at most ten digits before the point and rates have two decimals, so forty digits keep everything exact until
 * the one rounding to the fen. It takes and gives objects with decimal strings.
 */
import { Decimal } from 'decimal.js'
import type { Costs, Filing, FilingKind, Kind, Setting, Settlement, Status, Tier, YearToDate } from '../ningbo/bill.ts'
import { BadBill, type CheckedBill, checkBill, refuse } from './door.ts'

export const Yuan = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP, defaults: true })
const zero = new Yuan(0)

/** What a bill is, but for its amounts. */
export interface Facts {
  readonly kind: Kind
  readonly tier: Tier
  readonly status: Status
  readonly setting: Setting
  readonly isAtLeast45: boolean
  readonly hasNoDeductible: boolean
}

/** The amounts of a bill, in yuan. */
export type Given = Readonly<Record<keyof Costs | keyof YearToDate, Decimal>>

interface Shares {
  account: Decimal
  deductible: Decimal
  selfPaySegment: Decimal
  coPay: Decimal
  fund: Decimal
}

export function settleWithDecimals(input: unknown): Settlement {
  const bill = checkBill(input)
  const { person, visit, costs, yearToDate } = bill
  const facts: Facts = {
    kind: visit.kind,
    tier: visit.tier,
    status: person.status,
    setting: settingOf(bill),
    isAtLeast45: isAtLeast45(person.birthDate, visit.settledOn),
    hasNoDeductible: person.specialDiseaseFiled || (visit.kind === 'homeBed' && visit.settledOn >= '2023-02-01'),
  }
  const given: Given = {
    total: readYuan(costs.total, 'costs.total'),
    ownExpense: readYuan(costs.ownExpense, 'costs.ownExpense'),
    overLimit: readYuan(costs.overLimit, 'costs.overLimit'),
    firstPay: readYuan(costs.firstPay, 'costs.firstPay'),
    inpatientEligible: readYuan(yearToDate.inpatientEligible, 'yearToDate.inpatientEligible'),
    deductiblePaid: readYuan(yearToDate.deductiblePaid, 'yearToDate.deductiblePaid'),
    outpatientSelfPaid: readYuan(yearToDate.outpatientSelfPaid, 'yearToDate.outpatientSelfPaid'),
    criticalIllnessBase: readYuan(yearToDate.criticalIllnessBase, 'yearToDate.criticalIllnessBase'),
    currentAccount: readYuan(yearToDate.currentAccount, 'yearToDate.currentAccount'),
  }
  return settleFacts(facts, given, (amount) => amount.toFixed(2))
}

type Written<Amount> = {
  [Name in keyof Settlement]: Name extends 'policy' | 'edition' | 'setting'
    ? Settlement[Name]
    : Name extends 'yearToDate'
      ? Record<keyof YearToDate, Amount>
      : Amount
}

/** The settlement, its amounts as `write` gives them. */
export function settleFacts<Amount>(facts: Facts, given: Given, write: (amount: Decimal) => Amount): Written<Amount> {
  const { kind, setting } = facts
  const { total, ownExpense, overLimit, firstPay, criticalIllnessBase: base } = given
  const eligible = total.minus(ownExpense).minus(overLimit).minus(firstPay)
  if (eligible.lt(0)) {
    throw new BadBill('costs', `eligible would be ${eligible.toFixed(2)}: the parts exceed the total`)
  }
  const shares = sharesOf(facts, given, eligible)
  const { account, deductible, selfPaySegment, coPay, fund } = shares
  const newBase = kind === 'outpatient' ? base : base.plus(firstPay).plus(deductible).plus(coPay)
  const criticalIllness = criticalIllnessTo(newBase).minus(criticalIllnessTo(base)).toDecimalPlaces(2)
  const fundTotal = fund.plus(criticalIllness)
  const cash = total.minus(fundTotal).minus(account)
  const stays = kind === 'inpatient' || kind === 'homeBed' ? eligible : zero

  return {
    policy: 'ningbo.employee',
    edition: '2023',
    setting,
    total: write(total),
    ownExpense: write(ownExpense),
    overLimit: write(overLimit),
    firstPay: write(firstPay),
    eligible: write(eligible),
    deductible: write(deductible),
    selfPaySegment: write(selfPaySegment),
    coPay: write(coPay),
    fund: write(fund),
    criticalIllness: write(criticalIllness),
    assistance: write(zero),
    fundTotal: write(fundTotal),
    account: write(account),
    cash: write(cash),
    person: write(account.plus(cash)),
    yearToDate: {
      inpatientEligible: write(given.inpatientEligible.plus(stays)),
      deductiblePaid: write(given.deductiblePaid.plus(deductible)),
      outpatientSelfPaid: write(given.outpatientSelfPaid.plus(selfPaySegment)),
      criticalIllnessBase: write(newBase),
      currentAccount: write(given.currentAccount.minus(account)),
    },
  }
}

function sharesOf(facts: Facts, given: Given, eligible: Decimal): Shares {
  const reduction = reductionOf(facts.setting)
  switch (facts.kind) {
    case 'outpatient':
      return outpatientShares(facts, given, eligible, reduction)
    case 'specialOutpatient': {
      const fund = paid([[eligible, specialRate]], reduction)
      return { account: zero, deductible: zero, selfPaySegment: zero, fund, coPay: eligible.minus(fund) }
    }
    case 'inpatient':
    case 'homeBed':
      return stayShares(facts, given, eligible, reduction)
  }
}

const specialRate = new Yuan('0.92')
const outpatientRates = {
  tertiary: new Yuan('0.75'),
  other: new Yuan('0.80'),
  community: { active: new Yuan('0.86'), retired: new Yuan('0.92') },
}

function outpatientShares(facts: Facts, given: Given, eligible: Decimal, reduction: Decimal): Shares {
  const { status, tier } = facts
  const limit = status === 'retired' ? 300 : facts.isAtLeast45 ? 600 : 900
  const account = Yuan.min(eligible, given.currentAccount)
  const limitLeft = Yuan.max(0, new Yuan(limit).minus(given.outpatientSelfPaid))
  const selfPaySegment = Yuan.min(eligible.minus(account), limitLeft)
  const shared = eligible.minus(account).minus(selfPaySegment)
  const { tertiary, other, community } = outpatientRates
  const rate = tier === 'community' ? community[status] : tier === 'tertiary' ? tertiary : other
  const fund = paid([[shared, rate]], reduction)
  return { account, deductible: zero, selfPaySegment, fund, coPay: shared.minus(fund) }
}

const firstEdge = new Yuan(35_000)
const secondEdge = new Yuan(70_000)
const stayRates = { r80: new Yuan('0.80'), r85: new Yuan('0.85'), r90: new Yuan('0.90'), r95: new Yuan('0.95') }

function stayShares(facts: Facts, given: Given, eligible: Decimal, reduction: Decimal): Shares {
  const standard = facts.hasNoDeductible ? zero : standardOf(facts.tier)
  const deductible = Yuan.min(eligible, Yuan.max(0, standard.minus(given.deductiblePaid)))

  const { r80, r85, r90, r95 } = stayRates
  const isRetired = facts.status === 'retired'
  const isCommunity = facts.tier === 'community'
  const first = isRetired ? (isCommunity ? r90 : r85) : isCommunity ? r85 : r80
  const second = isRetired ? (isCommunity ? r95 : r90) : isCommunity ? r90 : r85
  const from = given.inpatientEligible.plus(deductible)
  const to = given.inpatientEligible.plus(eligible)
  const fund = paid(
    [
      [Yuan.max(0, Yuan.min(to, firstEdge).minus(from)), first],
      [Yuan.max(0, Yuan.min(to, secondEdge).minus(Yuan.max(from, firstEdge))), second],
      [Yuan.max(0, to.minus(Yuan.max(from, secondEdge))), r95],
    ],
    reduction,
  )
  return { account: zero, deductible, selfPaySegment: zero, fund, coPay: eligible.minus(deductible).minus(fund) }
}

/** The sum of each amount at its rate less the reduction, rounded once. */
function paid(parts: [Decimal, Decimal][], reduction: Decimal): Decimal {
  let sum = zero
  for (const [amount, rate] of parts) sum = sum.plus(amount.times(Yuan.max(0, rate.minus(reduction))))
  return sum.toDecimalPlaces(2)
}

const standards = { tertiary: new Yuan(1200), other: new Yuan(600), community: new Yuan(300) }

function standardOf(tier: Tier): Decimal {
  if (tier === 'community') return standards.community
  return tier === 'tertiary' ? standards.tertiary : standards.other
}

const criticalIllnessRates = { first: new Yuan('0.80'), second: new Yuan('0.90') }

/** What critical illness insurance pays in a year whose base has grown to `base`, not rounded. */
function criticalIllnessTo(base: Decimal): Decimal {
  const inFirst = Yuan.max(0, Yuan.min(base, 20_000).minus(5_000))
  const inSecond = Yuan.max(0, Yuan.min(base, 500_000).minus(20_000))
  return inFirst.times(criticalIllnessRates.first).plus(inSecond.times(criticalIllnessRates.second))
}

function settingOf(bill: CheckedBill): Setting {
  const { place, emergency } = bill.visit
  if (place.startsWith('3302')) return 'local'
  if (isFiled(bill, 'longTermResidence')) return 'longTermResidence'
  if (emergency) return 'emergency'
  if (place.startsWith('33')) return 'inProvince'
  return isFiled(bill, 'referral') ? 'referral' : 'temporary'
}

function isFiled({ filings, visit }: CheckedBill, kind: FilingKind): boolean {
  return filings.some(
    (filing) =>
      filing.kind === kind &&
      visit.place.startsWith(filing.region.slice(0, /^(?:11|12|31|46|50|54)/.test(filing.region) ? 2 : 4)) &&
      filing.madeOn <= visit.settledOn &&
      filing.from <= visit.admittedOn &&
      !isOver(filing, visit.admittedOn),
  )
}

function isOver({ kind, from, until }: Filing, day: string): boolean {
  if (until !== null) return day > until
  if (kind !== 'referral') return false
  const monthAndDay = from.endsWith('-02-29') ? '-02-28' : from.slice(4)
  return day >= String(Number(from.slice(0, 4)) + 1).padStart(4, '0') + monthAndDay
}

const tenPoints = new Yuan('0.10')
const twentyPoints = new Yuan('0.20')

function reductionOf(setting: Setting): Decimal {
  switch (setting) {
    case 'local':
    case 'longTermResidence':
    case 'emergency':
      return zero
    case 'inProvince':
    case 'referral':
      return tenPoints
    case 'temporary':
      return twentyPoints
  }
}

function isAtLeast45(birthDate: string, day: string): boolean {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return years > 45 || (years === 45 && day.slice(5) >= birthDate.slice(5))
}

function readYuan(value: unknown, path: string): Decimal {
  if (!isAmount(value)) refuse(path, value, 'an amount in yuan: up to ten digits, and up to two decimals')
  return new Yuan(String(value))
}

function isAmount(value: unknown): boolean {
  if (typeof value === 'string') return /^\d{1,10}(?:\.\d{1,2})?$/.test(value)
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 9_999_999_999
}
