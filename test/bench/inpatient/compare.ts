import type { Bill, Settlement } from './bill.ts'
import { settlementAt, type SettlementColumns } from './columns.ts'
import { settleExactly } from './exact.ts'

/** Throws where a row, or what is settled as an object, is not the exact result. */
export function compareWithExact(
  bills: readonly Bill[],
  settled: SettlementColumns,
  settle: (bill: Bill) => Settlement,
): void {
  for (const [row, bill] of bills.entries()) {
    const exact = JSON.stringify(settleExactly(bill))
    const found = [settlementAt(settled, row), settle(bill)]
    if (!found.every((each) => JSON.stringify(each) === exact)) throw new Error(`row ${row} is not ${exact}`)
  }
}
