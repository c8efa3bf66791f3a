/**
 * The inpatient bill once more, exact whatever the amounts: in BigInt, and as differences of what a year comes to.
 * Slow, plain, and what every other way of computing is held against.
 */
import type { Bill, Setting, Settlement, Status, Tier } from './bill.ts'

const standards: Readonly<Record<Tier, bigint>> = {
  tertiary: 120_000n,
  secondary: 60_000n,
  primary: 60_000n,
  community: 30_000n,
}
const points: Readonly<Record<Setting, bigint>> = {
  local: 0n,
  inProvince: 10n,
  longTermResidence: 0n,
  referral: 10n,
  temporary: 20n,
  emergency: 0n,
}
/** What the person pays, in percent, as the document prints it. */
const personPays: Readonly<Record<Status, Readonly<Record<Tier, readonly [bigint, bigint, bigint]>>>> = {
  active: { tertiary: [20n, 15n, 5n], secondary: [20n, 15n, 5n], primary: [20n, 15n, 5n], community: [15n, 10n, 5n] },
  retired: { tertiary: [15n, 10n, 5n], secondary: [15n, 10n, 5n], primary: [15n, 10n, 5n], community: [10n, 5n, 5n] },
}

export function settleExactly({ person, visit, yearToDate }: Bill): Settlement {
  const eligible = BigInt(visit.eligible)
  const before = BigInt(yearToDate.inpatientEligible)
  const paidBefore = BigInt(yearToDate.deductiblePaid)
  const base = BigInt(yearToDate.criticalIllnessBase)

  const left = standards[visit.tier] > paidBefore ? standards[visit.tier] - paidBefore : 0n
  const deductible = left < eligible ? left : eligible
  const [first, second, third] = personPays[person.status][visit.tier].map(
    (rate) => 100n - rate - points[visit.setting],
  ) as [bigint, bigint, bigint]
  const fundOfYear = (position: bigint): bigint =>
    yearly(position, [
      [0n, first],
      [3_500_000n, second],
      [7_000_000n, third],
    ])
  const fund = halfUp(fundOfYear(before + eligible) - fundOfYear(before + deductible))
  const newBase = base + eligible - fund
  const illnessOfYear = (position: bigint): bigint =>
    yearly(position, [
      [500_000n, 80n],
      [2_000_000n, 90n],
      [50_000_000n, 0n],
    ])
  const criticalIllness = halfUp(illnessOfYear(newBase) - illnessOfYear(base))
  return {
    deductible: Number(deductible),
    coPay: Number(eligible - deductible - fund),
    fund: Number(fund),
    criticalIllness: Number(criticalIllness),
    person: Number(eligible - fund - criticalIllness),
    yearToDate: {
      inpatientEligible: Number(before + eligible),
      deductiblePaid: Number(paidBefore + deductible),
      criticalIllnessBase: Number(newBase),
    },
  }
}

/** What is paid of a year up to a position, in hundredths of a fen; each rate counts from its edge on. */
function yearly(position: bigint, schedule: readonly (readonly [edge: bigint, rate: bigint])[]): bigint {
  let sum = 0n
  let rateBefore = 0n
  for (const [edge, rate] of schedule) {
    if (position > edge) sum += (position - edge) * (rate - rateBefore)
    rateBefore = rate
  }
  return sum
}

/** A hundredth of an amount that is not negative, half up. */
function halfUp(hundredfold: bigint): bigint {
  const rest = hundredfold % 100n
  return (hundredfold - rest) / 100n + (rest >= 50n ? 1n : 0n)
}
