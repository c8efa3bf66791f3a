import { outputColumns } from '../../compiler/columns/pack.ts'
import type { Columns } from '../../runtime/index.ts'
import { loadColumns } from '../columns/load.ts'
import { seededRandom } from '../ningbo/bills.ts'
import { bundled } from './bundled.ts'
import type { Figure } from './figure.ts'
import { billColumns, settlementAt, type SettlementColumns } from './inpatient/columns.ts'
import { settleExactly } from './inpatient/exact.ts'
import type * as integers from './inpatient/integers.ts'
import { inpatientProgram } from './inpatient/program.ts'
import { randomBill } from './inpatient/random.ts'
import { ratioOf, settling, speedOf, takeTurns, type Contestant } from './protocol.ts'

const BILLS = 100_000

/** The inpatient bill over columns, beside objects settled by integers by hand; first the results. */
export async function measureColumns(): Promise<readonly Figure[]> {
  const { layout, settleColumns } = await loadColumns(inpatientProgram())
  const random = seededRandom(20230101)
  const bills = Array.from({ length: BILLS }, () => randomBill(random))
  const input = billColumns(bills) as unknown as Columns
  const output = outputColumns(layout, BILLS)
  settleColumns(input, output, 0, BILLS)
  const { settleWithIntegers } = await bundled<typeof integers>('test/bench/inpatient/integers.ts')
  for (const [row, bill] of bills.entries()) {
    const exact = JSON.stringify(settleExactly(bill))
    const found = [settlementAt(output as unknown as SettlementColumns, row), settleWithIntegers(bill)]
    if (!found.every((each) => JSON.stringify(each) === exact)) throw new Error(`row ${row} is not ${exact}`)
  }
  const byColumns: Contestant = {
    run: (count) => {
      for (let rest = count; rest > 0; rest -= BILLS) settleColumns(input, output, 0, Math.min(rest, BILLS))
    },
    costs: [],
  }
  const byIntegers = await settling(bills, settleWithIntegers)
  await takeTurns([byColumns, byIntegers])
  return [
    {
      name: 'inpatient bill over columns in JavaScript, to objects and integers by hand',
      ratio: ratioOf(byIntegers, byColumns),
      floor: 3,
      aim: 4,
      better: 'more',
      measured: `plain counts, columns checked, objects trusted: ${speedOf(byColumns)} against ${speedOf(byIntegers)}`,
    },
  ]
}
