import { randomBill } from '../bench/inpatient/random.ts'
import { formatDate } from '../../runtime/date.ts'
import { seededRandom } from '../ningbo/bills.ts'

/** The inpatient bill of the benchmarks: the words of a command line that settles a file of them. */
export const inpatient = ['inpatient.settle', '--policies', 'test/bench/inpatient'] as const

const yuan = (fen: number): string => (fen / 100).toFixed(2)

/** So many random bills as CSV, numbered in the column `id` after `before`, a thousand of them again and again. */
export function inpatientCsv(rows: number, seed = 1, before = 0): string {
  const random = seededRandom(seed)
  const bills = Array.from({ length: Math.min(rows, 1000) }, () => {
    const { person, visit, yearToDate } = randomBill(random)
    return [
      person.status,
      visit.tier,
      visit.setting,
      formatDate(visit.settledOn),
      yuan(visit.eligible),
      yuan(yearToDate.inpatientEligible),
      yuan(yearToDate.deductiblePaid),
      yuan(yearToDate.criticalIllnessBase),
    ].join(',')
  })
  const names =
    'id,person.status,visit.tier,visit.setting,visit.settledOn,visit.eligible,yearToDate.inpatientEligible,yearToDate.deductiblePaid,yearToDate.criticalIllnessBase'
  const lines = Array.from(
    { length: rows },
    (_, index) => `${before + index + 1},${bills[(index * 7919) % bills.length]}\n`,
  )
  return `${names}\n${lines.join('')}`
}
