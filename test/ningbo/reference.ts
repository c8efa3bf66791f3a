/**
 * The reference: `ningbo.employee.settle`, edition 2023, written by hand from 宁波市区职工基本医疗保险政策问答（2023年度版）.
 * It shares no code with the product. Amounts are whole fen in BigInt, rates are whole percent; N… and C… are the
 * numbers of the fact table. It assumes valid input, except that a bill whose eligible amount is negative throws.
 */
import type { Bill, Filing, FilingKind, Setting, Settlement, Tier, Visit } from './bill.ts'

const insuredPrefecture = '3302'
const insuredProvince = '33'

/** How the eligible amount of one visit is shared out: account + deductible + selfPaySegment + fund + coPay. */
interface Shares {
  account: bigint
  deductible: bigint
  selfPaySegment: bigint
  fund: bigint
  coPay: bigint
}

export function referenceSettle(bill: Bill): Settlement {
  const total = fen(bill.costs.total)
  const ownExpense = fen(bill.costs.ownExpense) // N164
  const overLimit = fen(bill.costs.overLimit) // C08: a bucket of its own
  const firstPay = fen(bill.costs.firstPay) // N151, N165
  const eligible = total - ownExpense - overLimit - firstPay
  if (eligible < 0n) throw new RangeError(`costs: the eligible amount is ${yuan(eligible)}, below zero`)

  const setting = settingOf(bill)
  const shares = sharesOf(bill, eligible, pointsOff(setting))

  // N120: first pay, deductible and proportional share of inpatient and special-disease bills, nothing of ordinary
  // outpatient ones. C06: what the reduction costs the person is proportional share like the rest. C08, N120: own
  // expense and over-limit amounts are not in the list.
  const baseBefore = fen(bill.yearToDate.criticalIllnessBase) // N121: over the year
  const grows = bill.visit.kind === 'outpatient' ? 0n : firstPay + shares.deductible + shares.coPay
  const criticalIllness = criticalIllnessBetween(baseBefore, baseBefore + grows)

  const fundTotal = shares.fund + criticalIllness
  const cash = total - fundTotal - shares.account // N163, N168, C26: what remains is the person's, in cash
  const isStay = bill.visit.kind === 'inpatient' || bill.visit.kind === 'homeBed'

  return {
    policy: 'ningbo.employee',
    edition: '2023', // N003
    setting,
    total: yuan(total),
    ownExpense: yuan(ownExpense),
    overLimit: yuan(overLimit),
    firstPay: yuan(firstPay),
    eligible: yuan(eligible),
    deductible: yuan(shares.deductible),
    selfPaySegment: yuan(shares.selfPaySegment),
    coPay: yuan(shares.coPay),
    fund: yuan(shares.fund),
    criticalIllness: yuan(criticalIllness),
    assistance: yuan(0n), // the document has no medical assistance
    fundTotal: yuan(fundTotal),
    account: yuan(shares.account),
    cash: yuan(cash),
    person: yuan(shares.account + cash),
    yearToDate: {
      inpatientEligible: yuan(fen(bill.yearToDate.inpatientEligible) + (isStay ? eligible : 0n)), // N100
      deductiblePaid: yuan(fen(bill.yearToDate.deductiblePaid) + shares.deductible), // N109
      outpatientSelfPaid: yuan(fen(bill.yearToDate.outpatientSelfPaid) + shares.selfPaySegment), // N088
      criticalIllnessBase: yuan(baseBefore + grows), // N121
      currentAccount: yuan(fen(bill.yearToDate.currentAccount) - shares.account), // N088
    },
  }
}

// ---------------------------------------------------------------------------------------------------------------
// Where the care was given, and what that takes off the fund's rate

/** The first setting that holds; the order is the contract's. */
function settingOf(bill: Bill): Setting {
  const { visit } = bill
  if (visit.place.startsWith(insuredPrefecture)) return 'local'
  if (hasValidFiling(bill, 'longTermResidence')) return 'longTermResidence' // N184, N187
  if (visit.emergency) return 'emergency' // C04: the flag that the hospital uploads
  if (visit.place.startsWith(insuredProvince)) return 'inProvince' // N172: no filing needed
  if (hasValidFiling(bill, 'referral')) return 'referral' // N174, N175
  return 'temporary' // N180: whether filed as temporary or not
}

/** Percentage points taken off the fund's rate in every band and segment (C05: the basic fund only). */
function pointsOff(setting: Setting): bigint {
  switch (setting) {
    case 'local':
      return 0n
    case 'longTermResidence':
      return 0n // N187, P004: as at home
    case 'emergency':
      return 0n // N173 inside the province, N181 outside
    case 'inProvince':
      return 10n // N172
    case 'referral':
      return 10n // N179
    case 'temporary':
      return 20n // N180
  }
}

function hasValidFiling(bill: Bill, kind: FilingKind): boolean {
  return bill.filings.some((filing) => filing.kind === kind && isValidFor(filing, bill.visit))
}

function isValidFor(filing: Filing, visit: Visit): boolean {
  if (!covers(filing.region, visit.place)) return false
  if (visit.admittedOn < filing.from) return false // C22: valid on admission is enough
  if (isOver(filing, visit.admittedOn)) return false
  return filing.madeOn <= visit.settledOn // C24: a late filing counts until the settlement
}

/** Dates are compared as text: `YYYY-MM-DD` sorts as the calendar does. */
function isOver(filing: Filing, day: string): boolean {
  if (filing.until !== null) return day > filing.until // the last day still counts
  if (filing.kind === 'referral') return day >= sameDayNextYear(filing.from) // N175: twelve months
  return false // C11, Z017: long-term residence is open-ended
}

function sameDayNextYear(day: string): string {
  const next = String(Number(day.slice(0, 4)) + 1).padStart(4, '0')
  const monthAndDay = day.slice(4)
  return next + (monthAndDay === '-02-29' ? '-02-28' : monthAndDay)
}

/** N177: a filed place is its prefecture; in six provinces and municipalities it is the whole of them. */
function covers(region: string, place: string): boolean {
  const wholeProvince = ['11', '12', '31', '46', '50', '54'].includes(region.slice(0, 2))
  return place.startsWith(region.slice(0, wholeProvince ? 2 : 4))
}

// ---------------------------------------------------------------------------------------------------------------
// The basic fund

function sharesOf(bill: Bill, eligible: bigint, points: bigint): Shares {
  switch (bill.visit.kind) {
    case 'outpatient':
      return outpatientShares(bill, eligible, points)
    case 'specialOutpatient':
      return specialOutpatientShares(eligible, points)
    case 'inpatient':
    case 'homeBed': // N001, N110: a home bed is settled as a stay
      return stayShares(bill, eligible, points)
  }
}

/** N087, N088: the current-year account, then the self-pay segment, then the shared segment. */
function outpatientShares(bill: Bill, eligible: bigint, points: bigint): Shares {
  const account = least(eligible, fen(bill.yearToDate.currentAccount)) // N055
  const limitLeft = notNegative(selfPayLimit(bill) - fen(bill.yearToDate.outpatientSelfPaid)) // C21
  const selfPaySegment = least(eligible - account, limitLeft)
  const shared = eligible - account - selfPaySegment
  const fund = roundHalfUp(shared * lowered(outpatientRate(bill), points), 100n)
  return { account, deductible: 0n, selfPaySegment, fund, coPay: shared - fund }
}

/** The year's self-pay segment in fen, by status and age on the day of settlement (C21). */
function selfPayLimit(bill: Bill): bigint {
  if (bill.person.status === 'retired') return 300_00n // N091
  return age(bill.person.birthDate, bill.visit.settledOn) >= 45 ? 600_00n : 900_00n // N090, N089
}

function outpatientRate(bill: Bill): bigint {
  switch (bill.visit.tier) {
    case 'community':
      return bill.person.status === 'retired' ? 92n : 86n // N092
    case 'tertiary':
      return 75n // N093
    case 'secondary':
    case 'primary':
      return 80n // N093: other hospitals
  }
}

/** N134: 92 % without segment or deductible, whatever the hospital or the person; the account is not used (N055). */
function specialOutpatientShares(eligible: bigint, points: bigint): Shares {
  const fund = roundHalfUp(eligible * lowered(92n, points), 100n)
  return { account: 0n, deductible: 0n, selfPaySegment: 0n, fund, coPay: eligible - fund }
}

/** N100 to N111: the deductible first, then three bands over the year's running total. */
function stayShares(bill: Bill, eligible: bigint, points: bigint): Shares {
  const paid = fen(bill.yearToDate.deductiblePaid)
  const deductible = least(eligible, notNegative(deductibleStandard(bill) - paid)) // N109: once, topped up

  // C07: the bands lie over the running total, the deductible included.
  const before = fen(bill.yearToDate.inpatientEligible)
  const from = before + deductible
  const to = before + eligible
  const [first, second, third] = stayRates(bill)
  const hundredfold =
    overlap(from, to, 0n, 35_000_00n) * lowered(first, points) + // N102
    overlap(from, to, 35_000_00n, 70_000_00n) * lowered(second, points) + // N104
    overlap(from, to, 70_000_00n, null) * lowered(third, points) // N108
  const fund = roundHalfUp(hundredfold, 100n) // C26: rounded once, on the sum
  return { account: 0n, deductible, selfPaySegment: 0n, fund, coPay: eligible - deductible - fund }
}

function deductibleStandard(bill: Bill): bigint {
  const { visit, person } = bill
  if (person.specialDiseaseFiled) return 0n // N135, C25
  if (visit.kind === 'homeBed' && visit.settledOn >= '2023-02-01') return 0n // N110
  return standardOfTier(visit.tier)
}

/** N101 */
function standardOfTier(tier: Tier): bigint {
  switch (tier) {
    case 'tertiary':
      return 1200_00n
    case 'secondary':
    case 'primary':
      return 600_00n
    case 'community':
      return 300_00n
  }
}

/** The fund's rates in the three bands: a hundred less what the table says the person pays. */
function stayRates(bill: Bill): [bigint, bigint, bigint] {
  const community = bill.visit.tier === 'community'
  if (bill.person.status === 'retired') return community ? [90n, 95n, 95n] : [85n, 90n, 95n] // N106, N107, N108
  return community ? [85n, 90n, 95n] : [80n, 85n, 95n] // N103, N105, N108
}

// ---------------------------------------------------------------------------------------------------------------
// Critical illness insurance

/** N122, N123, N124: 80 % of what lies in 5 000 … 20 000 and 90 % in 20 000 … 500 000; nothing above (C20). */
function criticalIllnessBetween(before: bigint, after: bigint): bigint {
  const hundredfold =
    overlap(before, after, 5_000_00n, 20_000_00n) * 80n + overlap(before, after, 20_000_00n, 500_000_00n) * 90n
  return roundHalfUp(hundredfold, 100n) // once per bill
}

// ---------------------------------------------------------------------------------------------------------------
// Small arithmetic

/** How much of `from … to` lies inside the band `floor … ceiling`; a ceiling of null is none. */
function overlap(from: bigint, to: bigint, floor: bigint, ceiling: bigint | null): bigint {
  const start = from > floor ? from : floor
  const end = ceiling !== null && ceiling < to ? ceiling : to
  return notNegative(end - start)
}

/** Points come off a rate, never below zero. */
function lowered(rate: bigint, points: bigint): bigint {
  return notNegative(rate - points)
}

/** n / d to the nearest whole, half up; n is not negative. */
function roundHalfUp(n: bigint, d: bigint): bigint {
  return (2n * n + d) / (2n * d)
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}

function notNegative(a: bigint): bigint {
  return a > 0n ? a : 0n
}

/** Completed years; the birthday itself completes one. */
function age(birthDate: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) >= birthDate.slice(5) ? years : years - 1
}

/** '1200.50' is 120050 fen. */
function fen(amount: string): bigint {
  const [whole = '', cents = ''] = amount.split('.')
  return BigInt(whole) * 100n + BigInt(cents.padEnd(2, '0'))
}

/** 120050 fen is '1200.50'. */
function yuan(amount: bigint): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
