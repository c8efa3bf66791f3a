import { outputColumns } from '../../compiler/columns/pack.ts'
import { ColumnThreads } from '../../compiler/cli/columns/threads.ts'
import { arrayFor } from '../../runtime/columns/buffers.ts'
import { inputBuffers, outputBuffers, type Buffer, type Columns, type Layout } from '../../runtime/index.ts'
import { loadColumns } from '../columns/load.ts'
import { seededRandom } from '../ningbo/bills.ts'
import { bundled } from './bundled.ts'
import { median, type Figure } from './figure.ts'
import { billColumns, type SettlementColumns } from './inpatient/columns.ts'
import { compareWithExact } from './inpatient/compare.ts'
import type * as integers from './inpatient/integers.ts'
import { inpatientProgram } from './inpatient/program.ts'
import { randomBill } from './inpatient/random.ts'
import { ratioOf, settling, speedOf, takeTurns, type Contestant } from './protocol.ts'

const BILLS = 100_000

/** The inpatient bill over columns, beside objects settled by integers by hand; first the results. */
export async function measureColumns(): Promise<readonly Figure[]> {
  const { layout, settleColumns, module } = await loadColumns(inpatientProgram())
  const random = seededRandom(20230101)
  const bills = Array.from({ length: BILLS }, () => randomBill(random))
  const input = billColumns(bills) as unknown as Columns
  const output = outputColumns(layout, BILLS)
  settleColumns(input, output, 0, BILLS)
  const { settleWithIntegers } = await bundled<typeof integers>('test/bench/inpatient/integers.ts')
  compareWithExact(bills, output as unknown as SettlementColumns, settleWithIntegers)
  const byColumns: Contestant = {
    run: (count) => {
      for (let rest = count; rest > 0; rest -= BILLS) settleColumns(input, output, 0, Math.min(rest, BILLS))
    },
    costs: [],
  }
  const byIntegers = await settling(bills, settleWithIntegers)
  await takeTurns([byColumns, byIntegers])
  const threads = await measureThreads(module, layout, input, output)
  return [
    {
      name: 'inpatient bill over columns in JavaScript, to objects and integers by hand',
      ratio: ratioOf(byIntegers, byColumns),
      floor: 3,
      aim: 4,
      better: 'more',
      measured: `plain counts, columns checked, objects trusted: ${speedOf(byColumns)} against ${speedOf(byIntegers)}`,
    },
    threads,
  ]
}

/** So many times the same bills, in memory that threads share. */
const TIMES = 10

/** Two threads beside one: by the clock, since it is the clock that they are for. */
async function measureThreads(module: URL, layout: Layout, input: Columns, expected: Columns): Promise<Figure> {
  const rows = TIMES * BILLS
  const cells = (buffers: readonly Buffer[]): Columns =>
    Object.fromEntries(buffers.map((buffer) => [buffer.name, arrayFor(buffer, rows, new Map(), true)]))
  const [shared, output] = [cells(inputBuffers(layout)), cells(outputBuffers(layout))]
  for (const [name, array] of Object.entries(shared)) {
    for (let time = 0; time < TIMES; time++) (array as Float64Array).set(input[name] as Float64Array, time * BILLS)
  }
  const pools = [1, 2].map((count) => new ColumnThreads(module, count))
  const seconds: number[][] = [[], []]
  for (let round = 0; round < 12; round++) {
    for (const [index, pool] of pools.entries()) {
      const before = process.hrtime.bigint()
      await pool.settle(layout, shared, output, rows)
      // In the first rounds the threads are getting warm.
      if (round > 2) seconds[index]!.push(Number(process.hrtime.bigint() - before) / 1e9)
    }
  }
  await Promise.all(pools.map((pool) => pool.end()))
  for (const [name, array] of Object.entries(output)) {
    const row = array.findIndex((cell: unknown, place: number) => cell !== expected[name]![place % BILLS])
    if (row >= 0) throw new Error(`row ${row} has another ${name} in threads`)
  }
  const [one = 0, two = 0] = seconds.map(median)
  return {
    name: 'inpatient bill over columns in two threads, to one thread, by the clock',
    ratio: one / two,
    floor: 1.8,
    aim: 1.9,
    better: 'more',
    measured: `${(rows / two / 1e6).toFixed(1)} M bills a second against ${(rows / one / 1e6).toFixed(1)} M`,
  }
}
