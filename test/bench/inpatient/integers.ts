/** The inpatient bill as a good engineer writes it for speed: fen and percent as plain numbers, objects in and out. */
import { firstDay, lastDay, type Bill, type Setting, type Settlement } from './bill.ts'

/** Every amount is at most so many fen, so that nothing inside comes near 2^53. */
const most = 10_000_000_000

/** The bill is checked first. Throws RangeError. */
export function settleCheckedWithIntegers(bill: Bill): Settlement {
  check(bill)
  return settleWithIntegers(bill)
}

/** The bill is trusted. */
export function settleWithIntegers({ person, visit, yearToDate }: Bill): Settlement {
  const { eligible, tier } = visit
  const { inpatientEligible, deductiblePaid, criticalIllnessBase } = yearToDate
  const standard = tier === 'tertiary' ? 1200_00 : tier === 'community' ? 300_00 : 600_00
  const deductible = Math.min(eligible, Math.max(0, standard - deductiblePaid))
  const points = pointsOff(visit.setting)
  const firstRate = 80 + (tier === 'community' ? 5 : 0) + (person.status === 'retired' ? 5 : 0) - points
  const from = inpatientEligible + deductible
  const to = inpatientEligible + eligible
  const fund = percent(
    Math.max(0, Math.min(to, 35_000_00) - from) * firstRate +
      Math.max(0, Math.min(to, 70_000_00) - Math.max(from, 35_000_00)) * (firstRate + 5) +
      Math.max(0, to - Math.max(from, 70_000_00)) * (95 - points),
  )
  const base = criticalIllnessBase + eligible - fund
  const criticalIllness = percent(
    Math.max(0, Math.min(base, 20_000_00) - Math.max(criticalIllnessBase, 5000_00)) * 80 +
      Math.max(0, Math.min(base, 500_000_00) - Math.max(criticalIllnessBase, 20_000_00)) * 90,
  )
  return {
    deductible,
    coPay: eligible - deductible - fund,
    fund,
    criticalIllness,
    person: eligible - fund - criticalIllness,
    yearToDate: {
      inpatientEligible: to,
      deductiblePaid: deductiblePaid + deductible,
      criticalIllnessBase: base,
    },
  }
}

function pointsOff(setting: Setting): number {
  if (setting === 'temporary') return 20
  return setting === 'referral' || setting === 'inProvince' ? 10 : 0
}

/** A hundredth, half up. */
function percent(hundredfold: number): number {
  return Math.floor((hundredfold + 50) / 100)
}

function check({ person, visit, yearToDate }: Bill): void {
  const { status } = person
  const { tier, setting, settledOn, eligible } = visit
  if (status !== 'active' && status !== 'retired') throw new RangeError(`person.status: ${String(status)}`)
  if (tier !== 'tertiary' && tier !== 'secondary' && tier !== 'primary' && tier !== 'community') {
    throw new RangeError(`visit.tier: ${String(tier)}`)
  }
  if (!isSetting(setting)) throw new RangeError(`visit.setting: ${String(setting)}`)
  if (!Number.isInteger(settledOn) || settledOn < firstDay || settledOn > lastDay) {
    throw new RangeError(`visit.settledOn: ${settledOn}`)
  }
  checkAmount('visit.eligible', eligible)
  checkAmount('yearToDate.inpatientEligible', yearToDate.inpatientEligible)
  checkAmount('yearToDate.deductiblePaid', yearToDate.deductiblePaid)
  checkAmount('yearToDate.criticalIllnessBase', yearToDate.criticalIllnessBase)
}

function isSetting(setting: string): boolean {
  return (
    setting === 'local' ||
    setting === 'inProvince' ||
    setting === 'longTermResidence' ||
    setting === 'referral' ||
    setting === 'temporary' ||
    setting === 'emergency'
  )
}

function checkAmount(path: string, fen: number): void {
  if (!Number.isInteger(fen) || fen < 0 || fen > most) throw new RangeError(`${path}: ${fen}`)
}
