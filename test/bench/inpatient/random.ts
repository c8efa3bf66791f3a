import { firstDay, lastDay, settings, statuses, tiers, type Bill } from './bill.ts'

const edges = [300_00, 600_00, 1200_00, 35_000_00, 70_000_00]
const illnessEdges = [5000_00, 20_000_00, 500_000_00]

/**
 * A bill that lies where settlements go wrong: on an edge or a fen beside it, on half fens, or anywhere up to
 * 200 000 yuan. `random` gives numbers from 0 up to but not including 1; a seed gives the same bills again.
 */
export function randomBill(random: () => number): Bill {
  const draw = (options: number): number => Math.floor(random() * options)
  const pick = <T>(list: readonly T[]): T => list[draw(list.length)] as T
  const near = (amount: number): number => Math.max(0, amount + draw(3) - 1)

  const inpatientEligible = pick([0, near(35_000_00), near(70_000_00), draw(100_000_00), draw(100_000_00)])
  const deductiblePaid = pick([0, 0, near(300_00), near(600_00), near(1200_00), draw(1200_00)])
  const criticalIllnessBase = pick([0, near(pick(illnessEdges)), draw(30_000_00), draw(600_000_00)])
  const left = Math.max(0, pick([300_00, 600_00, 1200_00]) - deductiblePaid)
  // 75, 85 and 95 % of it end in half a fen.
  const tie = draw(5000) * 20 + 10
  const eligible = pick([
    draw(200_000_00),
    draw(200_000_00),
    draw(20_000_00),
    left + tie,
    near(left),
    near(pick(edges)),
    near(Math.max(0, pick(edges) - inpatientEligible)),
    near(0),
  ])
  return {
    person: { status: pick(statuses) },
    visit: {
      tier: pick(tiers),
      setting: pick(settings),
      settledOn: firstDay + draw(lastDay - firstDay + 1),
      eligible,
    },
    yearToDate: { inpatientEligible, deductiblePaid, criticalIllnessBase },
  }
}
