/** Threads settle columns in a memory that they share by the kernel, each its own rows. */
import { afterAll, expect, it } from 'vitest'
import { analyse } from '../../compiler/arithmetic/analyse.ts'
import { ColumnThreads } from '../../compiler/cli/columns/threads.ts'
import { newColumns, type ColumnArray } from '../../runtime/index.ts'
import { billColumns, settlementAt, type SettlementColumns } from '../bench/inpatient/columns.ts'
import { settleExactly } from '../bench/inpatient/exact.ts'
import { inpatientProgram } from '../bench/inpatient/program.ts'
import { randomBill } from '../bench/inpatient/random.ts'
import { loadColumns } from '../columns/load.ts'
import { seededRandom } from '../ningbo/bills.ts'

const program = inpatientProgram()
const loaded = await loadColumns(program)
const threads = new ColumnThreads(loaded.module, 2)
afterAll(() => threads.end())

// Rows of such an amount are too large for the columns in JavaScript, and not for the kernel.
const large = Number(analyse(program).amountLimit) + 1

it('give the fens of the exact computation', async () => {
  const random = seededRandom(Number(process.env['FC_SEED']))
  const bills = Array.from({ length: 70_003 }, (_, row) => {
    const drawn = randomBill(random)
    return row % 1000 === 8 ? { ...drawn, visit: { ...drawn.visit, eligible: large } } : drawn
  })
  const { memory, input, output } = newColumns(loaded.layout, bills.length)
  expect(memory).not.toBe(null)
  for (const [name, cells] of Object.entries(billColumns(bills))) (input[name] as ColumnArray).set(cells as ColumnArray)
  await threads.settle(loaded.layout, input, output, bills.length, memory)
  expect((output['#status'] as ColumnArray).every((status) => status === 0)).toBe(true)
  const settled = output as unknown as SettlementColumns
  for (const [row, bill] of bills.entries()) {
    const [found, expected] = [settlementAt(settled, row), settleExactly(bill)]
    if (JSON.stringify(found) !== JSON.stringify(expected)) expect(found, `row ${row}`).toEqual(expected)
  }
  // Without the memory the large ones are told apart: what settled them above was the kernel.
  loaded.settleColumns(input, output, 0, 16)
  expect((output['#status'] as ColumnArray)[8]).toBe(1)
})
