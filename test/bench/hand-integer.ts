/**
 * `ningbo.employee.settle`, edition 2023, as a good engineer would write it by hand for speed: amounts in whole fen,
 * rates in whole percent, both plain numbers. An amount has at most ten digits before the point, so that every sum
 * of products stays below 2^53 and the arithmetic is exact. It takes and gives objects with decimal strings.
 */
import type { Filing, Setting, Settlement, Tier, Visit } from '../ningbo/bill.ts'
import { BadBill, type CheckedBill, checkBill, refuse } from './door.ts'

export function settleWithIntegers(input: unknown): Settlement {
  const bill = checkBill(input)
  const { person, visit } = bill

  const total = readFen(bill.costs.total, 'costs.total')
  const ownExpense = readFen(bill.costs.ownExpense, 'costs.ownExpense')
  const overLimit = readFen(bill.costs.overLimit, 'costs.overLimit')
  const firstPay = readFen(bill.costs.firstPay, 'costs.firstPay')
  const inpatientEligible = readFen(bill.yearToDate.inpatientEligible, 'yearToDate.inpatientEligible')
  const deductiblePaid = readFen(bill.yearToDate.deductiblePaid, 'yearToDate.deductiblePaid')
  const outpatientSelfPaid = readFen(bill.yearToDate.outpatientSelfPaid, 'yearToDate.outpatientSelfPaid')
  const base = readFen(bill.yearToDate.criticalIllnessBase, 'yearToDate.criticalIllnessBase')
  const currentAccount = readFen(bill.yearToDate.currentAccount, 'yearToDate.currentAccount')

  const eligible = total - ownExpense - overLimit - firstPay
  if (eligible < 0) throw new BadBill('costs', `eligible would be ${yuan(eligible)}: the parts exceed the total`)

  const setting = settingOf(bill)
  const points = pointsOff(setting)
  const isRetired = person.status === 'retired'
  const isStay = visit.kind === 'inpatient' || visit.kind === 'homeBed'

  let account = 0
  let deductible = 0
  let selfPaySegment = 0
  let fund = 0
  let newBase = base
  if (visit.kind === 'outpatient') {
    const limit = isRetired ? 300_00 : isAtLeast45(person.birthDate, visit.settledOn) ? 600_00 : 900_00
    account = Math.min(eligible, currentAccount)
    selfPaySegment = Math.min(eligible - account, Math.max(0, limit - outpatientSelfPaid))
    fund = percent((eligible - account - selfPaySegment) * (outpatientRate(visit.tier, isRetired) - points))
  } else if (visit.kind === 'specialOutpatient') {
    fund = percent(eligible * (92 - points))
  } else {
    const hasNone = person.specialDiseaseFiled || (visit.kind === 'homeBed' && visit.settledOn >= '2023-02-01')
    const standard = hasNone ? 0 : standardOf(visit.tier)
    deductible = Math.min(eligible, Math.max(0, standard - deductiblePaid))
    fund = stayFund(inpatientEligible + deductible, inpatientEligible + eligible, visit.tier, isRetired, points)
  }
  const coPay = eligible - account - deductible - selfPaySegment - fund
  if (visit.kind !== 'outpatient') newBase += firstPay + deductible + coPay
  const criticalIllness = newBase > base ? percent(criticalIllnessTo(newBase) - criticalIllnessTo(base)) : 0
  const fundTotal = fund + criticalIllness
  const cash = total - fundTotal - account

  return {
    policy: 'ningbo.employee',
    edition: '2023',
    setting,
    total: yuan(total),
    ownExpense: yuan(ownExpense),
    overLimit: yuan(overLimit),
    firstPay: yuan(firstPay),
    eligible: yuan(eligible),
    deductible: yuan(deductible),
    selfPaySegment: yuan(selfPaySegment),
    coPay: yuan(coPay),
    fund: yuan(fund),
    criticalIllness: yuan(criticalIllness),
    assistance: '0.00',
    fundTotal: yuan(fundTotal),
    account: yuan(account),
    cash: yuan(cash),
    person: yuan(account + cash),
    yearToDate: {
      inpatientEligible: yuan(isStay ? inpatientEligible + eligible : inpatientEligible),
      deductiblePaid: yuan(deductiblePaid + deductible),
      outpatientSelfPaid: yuan(outpatientSelfPaid + selfPaySegment),
      criticalIllnessBase: yuan(newBase),
      currentAccount: yuan(currentAccount - account),
    },
  }
}

function settingOf({ visit, filings }: CheckedBill): Setting {
  if (visit.place.startsWith('3302')) return 'local'
  let isReferred = false
  for (const filing of filings) {
    if (filing.kind === 'temporary' || !isValid(filing, visit)) continue
    if (filing.kind === 'longTermResidence') return 'longTermResidence'
    isReferred = true
  }
  if (visit.emergency) return 'emergency'
  if (visit.place.startsWith('33')) return 'inProvince'
  return isReferred ? 'referral' : 'temporary'
}

function isValid(filing: Filing, visit: Visit): boolean {
  if (!covers(filing.region, visit.place) || filing.madeOn > visit.settledOn) return false
  if (visit.admittedOn < filing.from) return false
  if (filing.until !== null) return visit.admittedOn <= filing.until
  return filing.kind === 'longTermResidence' || visit.admittedOn < sameDayNextYear(filing.from)
}

function covers(region: string, place: string): boolean {
  if (region.charCodeAt(0) !== place.charCodeAt(0) || region.charCodeAt(1) !== place.charCodeAt(1)) return false
  if (region.charCodeAt(2) === place.charCodeAt(2) && region.charCodeAt(3) === place.charCodeAt(3)) return true
  switch (region.slice(0, 2)) {
    case '11':
    case '12':
    case '31':
    case '46':
    case '50':
    case '54':
      return true
    default:
      return false
  }
}

/** The same day next year; 29 February gives 28. */
function sameDayNextYear(date: string): string {
  const monthAndDay = date.endsWith('-02-29') ? '-02-28' : date.slice(4)
  return String(Number(date.slice(0, 4)) + 1).padStart(4, '0') + monthAndDay
}

/** Percentage points off the fund's rate. The lowest rate is 75 %, so none falls below zero. */
export function pointsOff(setting: Setting): number {
  switch (setting) {
    case 'local':
    case 'longTermResidence':
    case 'emergency':
      return 0
    case 'inProvince':
    case 'referral':
      return 10
    case 'temporary':
      return 20
  }
}

export function outpatientRate(tier: Tier, isRetired: boolean): number {
  if (tier === 'community') return isRetired ? 92 : 86
  return tier === 'tertiary' ? 75 : 80
}

export function standardOf(tier: Tier): number {
  if (tier === 'community') return 300_00
  return tier === 'tertiary' ? 1200_00 : 600_00
}

/** What the fund pays of the part of the year's running total from `from` to `to`, in fen. */
export function stayFund(from: number, to: number, tier: Tier, isRetired: boolean, points: number): number {
  const first = 80 + (tier === 'community' ? 5 : 0) + (isRetired ? 5 : 0) - points
  const inFirst = Math.max(0, Math.min(to, 35_000_00) - from)
  const inSecond = Math.max(0, Math.min(to, 70_000_00) - Math.max(from, 35_000_00))
  const inThird = Math.max(0, to - Math.max(from, 70_000_00))
  return percent(inFirst * first + inSecond * (first + 5) + inThird * (95 - points))
}

/** What critical illness insurance has paid when the base has grown to `base`: a hundred times the fen. */
export function criticalIllnessTo(base: number): number {
  const inFirst = Math.max(0, Math.min(base, 20_000_00) - 5_000_00)
  const inSecond = Math.max(0, Math.min(base, 500_000_00) - 20_000_00)
  return inFirst * 80 + inSecond * 90
}

/** Born on the same day forty-five years before or earlier; the edition knows no other year than 2023. */
function isAtLeast45(birthDate: string, settledOn: string): boolean {
  return birthDate <= `1978${settledOn.slice(4)}`
}

/** A hundredth, half up. */
export function percent(hundredfold: number): number {
  return Math.floor((hundredfold + 50) / 100)
}

// ---------------------------------------------------------------------------------------------------------------
// Amounts in and out

const mostYuan = 9_999_999_999
const allowed = 'an amount in yuan: up to ten digits, and up to two decimals'

function readFen(value: unknown, path: string): number {
  if (typeof value === 'string') {
    const point = value.length - 3
    const isPlain = value.charCodeAt(point) === 46
    const fen = readDigits(value, isPlain ? point : value.length)
    if (isPlain) {
      const tens = value.charCodeAt(point + 1) - 48
      const ones = value.charCodeAt(point + 2) - 48
      if (fen >= 0 && tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9) return fen * 100 + tens * 10 + ones
    } else if (fen >= 0) {
      return fen * 100
    } else if (/^\d{1,10}\.\d$/.test(value)) {
      return Math.round(Number(value) * 100)
    }
  } else if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= mostYuan) {
    return value * 100
  }
  return refuse(path, value, allowed)
}

/** The number that the first `end` characters spell, or −1 unless they are one to ten digits. */
function readDigits(text: string, end: number): number {
  if (end < 1 || end > 10) return -1
  let number = 0
  for (let i = 0; i < end; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

// Numbers are slow to print, and most of those here are small: they are printed once, ahead of time.
const cents = Array.from({ length: 100 }, (_, n) => `.${String(n).padStart(2, '0')}`)
const upToFourDigits = Array.from({ length: 10_000 }, (_, n) => String(n))
const fourDigits = Array.from({ length: 10_000 }, (_, n) => String(n).padStart(4, '0'))

function yuan(fen: number): string {
  if (fen === 0) return '0.00'
  if (fen < 0) return `-${yuan(-fen)}`
  const whole = Math.floor(fen / 100)
  return printed(whole) + (cents[fen - whole * 100] ?? '')
}

function printed(whole: number): string {
  const high = Math.floor(whole / 10_000)
  if (high === 0) return upToFourDigits[whole] ?? ''
  return (upToFourDigits[high] ?? String(high)) + (fourDigits[whole - high * 10_000] ?? '')
}
