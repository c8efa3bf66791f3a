/** The inpatient bill over columns as one writes it by hand: a loop over typed arrays, rates by category in a table. */
import { settings, statuses, tiers } from './bill.ts'
import { settlementColumns, type BillColumns, type SettlementColumns } from './columns.ts'

const standards = Float64Array.from(tiers, (tier) =>
  tier === 'tertiary' ? 1200_00 : tier === 'community' ? 300_00 : 600_00,
)
const pointsOff = Float64Array.from(settings, (setting) =>
  setting === 'temporary' ? 20 : setting === 'inProvince' || setting === 'referral' ? 10 : 0,
)
/** By status, then by tier. */
const firstRates = Float64Array.from(
  statuses.flatMap((status) =>
    tiers.map((tier) => 80 + (status === 'retired' ? 5 : 0) + (tier === 'community' ? 5 : 0)),
  ),
)

export function newSettlementColumns(rows: number): SettlementColumns {
  return Object.fromEntries(settlementColumns.map((name) => [name, new Float64Array(rows)])) as SettlementColumns
}

/** Settles the rows from `from` up to but not including `to`; trusts the columns. */
export function settleColumnsByHand(bills: BillColumns, settled: SettlementColumns, from: number, to: number): void {
  const status = bills['person.status']
  const tier = bills['visit.tier']
  const setting = bills['visit.setting']
  const eligible = bills['visit.eligible']
  const inpatientEligible = bills['yearToDate.inpatientEligible']
  const deductiblePaid = bills['yearToDate.deductiblePaid']
  const criticalIllnessBase = bills['yearToDate.criticalIllnessBase']
  const {
    deductible,
    coPay,
    fund,
    criticalIllness,
    person,
    'yearToDate.inpatientEligible': newInpatientEligible,
    'yearToDate.deductiblePaid': newDeductiblePaid,
    'yearToDate.criticalIllnessBase': newCriticalIllnessBase,
  } = settled
  for (let row = from; row < to; row++) {
    const cost = eligible[row]!
    const before = inpatientEligible[row]!
    const paid = deductiblePaid[row]!
    const base = criticalIllnessBase[row]!
    const points = pointsOff[setting[row]!]!
    const rate = firstRates[status[row]! * 4 + tier[row]!]! - points
    const taken = Math.min(cost, Math.max(0, standards[tier[row]!]! - paid))
    const start = before + taken
    const end = before + cost
    const fundPays = percent(
      Math.max(0, Math.min(end, 35_000_00) - start) * rate +
        Math.max(0, Math.min(end, 70_000_00) - Math.max(start, 35_000_00)) * (rate + 5) +
        Math.max(0, end - Math.max(start, 70_000_00)) * (95 - points),
    )
    const newBase = base + cost - fundPays
    const illness = percent(
      Math.max(0, Math.min(newBase, 20_000_00) - Math.max(base, 5000_00)) * 80 +
        Math.max(0, Math.min(newBase, 500_000_00) - Math.max(base, 20_000_00)) * 90,
    )
    deductible[row] = taken
    coPay[row] = cost - taken - fundPays
    fund[row] = fundPays
    criticalIllness[row] = illness
    person[row] = cost - fundPays - illness
    newInpatientEligible[row] = end
    newDeductiblePaid[row] = paid + taken
    newCriticalIllnessBase[row] = newBase
  }
}

/** A hundredth, half up. */
function percent(hundredfold: number): number {
  return Math.floor((hundredfold + 50) / 100)
}
