/**
 * `ningbo.employee.settle`, edition 2023, as it is usually written by hand: amounts in yuan with decimal.js. An amount
 * has at most ten digits before the point and rates have two decimals, so forty digits keep everything exact until
 * the one rounding to the fen. It takes and gives objects with decimal strings.
 */
import { Decimal } from 'decimal.js'
import type { Filing, FilingKind, Setting, Settlement, Tier } from '../ningbo/bill.ts'
import { BadBill, type CheckedBill, checkBill, refuse } from './door.ts'

const Yuan = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP, defaults: true })
const zero = new Yuan(0)

interface Shares {
  account: Decimal
  deductible: Decimal
  selfPaySegment: Decimal
  coPay: Decimal
  fund: Decimal
}

interface Amounts {
  eligible: Decimal
  inpatientEligible: Decimal
  deductiblePaid: Decimal
  outpatientSelfPaid: Decimal
  currentAccount: Decimal
}

export function settleWithDecimals(input: unknown): Settlement {
  const bill = checkBill(input)
  const total = readYuan(bill.costs.total, 'costs.total')
  const ownExpense = readYuan(bill.costs.ownExpense, 'costs.ownExpense')
  const overLimit = readYuan(bill.costs.overLimit, 'costs.overLimit')
  const firstPay = readYuan(bill.costs.firstPay, 'costs.firstPay')
  const base = readYuan(bill.yearToDate.criticalIllnessBase, 'yearToDate.criticalIllnessBase')
  const amounts: Amounts = {
    eligible: total.minus(ownExpense).minus(overLimit).minus(firstPay),
    inpatientEligible: readYuan(bill.yearToDate.inpatientEligible, 'yearToDate.inpatientEligible'),
    deductiblePaid: readYuan(bill.yearToDate.deductiblePaid, 'yearToDate.deductiblePaid'),
    outpatientSelfPaid: readYuan(bill.yearToDate.outpatientSelfPaid, 'yearToDate.outpatientSelfPaid'),
    currentAccount: readYuan(bill.yearToDate.currentAccount, 'yearToDate.currentAccount'),
  }
  const { eligible } = amounts
  if (eligible.lt(0)) {
    throw new BadBill('costs', `eligible would be ${eligible.toFixed(2)}: the parts exceed the total`)
  }

  const setting = settingOf(bill)
  const reduction = reductionOf(setting)
  const { account, deductible, selfPaySegment, coPay, fund } = sharesOf(bill, amounts, reduction)

  const { kind } = bill.visit
  const newBase = kind === 'outpatient' ? base : base.plus(firstPay).plus(deductible).plus(coPay)
  const criticalIllness = criticalIllnessTo(newBase).minus(criticalIllnessTo(base)).toDecimalPlaces(2)
  const fundTotal = fund.plus(criticalIllness)
  const cash = total.minus(fundTotal).minus(account)
  const stays = kind === 'inpatient' || kind === 'homeBed' ? eligible : zero

  return {
    policy: 'ningbo.employee',
    edition: '2023',
    setting,
    total: total.toFixed(2),
    ownExpense: ownExpense.toFixed(2),
    overLimit: overLimit.toFixed(2),
    firstPay: firstPay.toFixed(2),
    eligible: eligible.toFixed(2),
    deductible: deductible.toFixed(2),
    selfPaySegment: selfPaySegment.toFixed(2),
    coPay: coPay.toFixed(2),
    fund: fund.toFixed(2),
    criticalIllness: criticalIllness.toFixed(2),
    assistance: '0.00',
    fundTotal: fundTotal.toFixed(2),
    account: account.toFixed(2),
    cash: cash.toFixed(2),
    person: account.plus(cash).toFixed(2),
    yearToDate: {
      inpatientEligible: amounts.inpatientEligible.plus(stays).toFixed(2),
      deductiblePaid: amounts.deductiblePaid.plus(deductible).toFixed(2),
      outpatientSelfPaid: amounts.outpatientSelfPaid.plus(selfPaySegment).toFixed(2),
      criticalIllnessBase: newBase.toFixed(2),
      currentAccount: amounts.currentAccount.minus(account).toFixed(2),
    },
  }
}

function sharesOf(bill: CheckedBill, amounts: Amounts, reduction: Decimal): Shares {
  switch (bill.visit.kind) {
    case 'outpatient':
      return outpatientShares(bill, amounts, reduction)
    case 'specialOutpatient': {
      const fund = paid([[amounts.eligible, specialRate]], reduction)
      return { account: zero, deductible: zero, selfPaySegment: zero, fund, coPay: amounts.eligible.minus(fund) }
    }
    case 'inpatient':
    case 'homeBed':
      return stayShares(bill, amounts, reduction)
  }
}

const specialRate = new Yuan('0.92')
const outpatientRates = {
  tertiary: new Yuan('0.75'),
  other: new Yuan('0.80'),
  community: { active: new Yuan('0.86'), retired: new Yuan('0.92') },
}

function outpatientShares({ person, visit }: CheckedBill, amounts: Amounts, reduction: Decimal): Shares {
  const { eligible, currentAccount, outpatientSelfPaid } = amounts
  const limit = person.status === 'retired' ? 300 : isAtLeast45(person.birthDate, visit.settledOn) ? 600 : 900
  const account = Yuan.min(eligible, currentAccount)
  const selfPaySegment = Yuan.min(eligible.minus(account), Yuan.max(0, new Yuan(limit).minus(outpatientSelfPaid)))
  const shared = eligible.minus(account).minus(selfPaySegment)
  const { tertiary, other, community } = outpatientRates
  const rate = visit.tier === 'community' ? community[person.status] : visit.tier === 'tertiary' ? tertiary : other
  const fund = paid([[shared, rate]], reduction)
  return { account, deductible: zero, selfPaySegment, fund, coPay: shared.minus(fund) }
}

const firstEdge = new Yuan(35_000)
const secondEdge = new Yuan(70_000)
const stayRates = { r80: new Yuan('0.80'), r85: new Yuan('0.85'), r90: new Yuan('0.90'), r95: new Yuan('0.95') }

function stayShares({ person, visit }: CheckedBill, amounts: Amounts, reduction: Decimal): Shares {
  const { eligible, inpatientEligible, deductiblePaid } = amounts
  const hasNone = person.specialDiseaseFiled || (visit.kind === 'homeBed' && visit.settledOn >= '2023-02-01')
  const standard = hasNone ? zero : standardOf(visit.tier)
  const deductible = Yuan.min(eligible, Yuan.max(0, standard.minus(deductiblePaid)))

  const { r80, r85, r90, r95 } = stayRates
  const isRetired = person.status === 'retired'
  const isCommunity = visit.tier === 'community'
  const first = isRetired ? (isCommunity ? r90 : r85) : isCommunity ? r85 : r80
  const second = isRetired ? (isCommunity ? r95 : r90) : isCommunity ? r90 : r85
  const from = inpatientEligible.plus(deductible)
  const to = inpatientEligible.plus(eligible)
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
