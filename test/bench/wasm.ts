import { layoutOf } from '../../compiler/columns/layout.ts'
import { compileKernel } from '../../compiler/wasm/compile-kernel.ts'
import { withKernel } from '../../runtime/columns/kernel.ts'
import { seededRandom } from '../ningbo/bills.ts'
import { columnsInMemory } from '../wasm/columns.ts'
import { bundled } from './bundled.ts'
import type { Figure } from './figure.ts'
import { billColumns, type SettlementColumns } from './inpatient/columns.ts'
import { compareWithExact } from './inpatient/compare.ts'
import type * as integers from './inpatient/integers.ts'
import { inpatientProgram } from './inpatient/program.ts'
import { randomBill } from './inpatient/random.ts'
import { ratioOf, settling, speedOf, takeTurns, type Contestant } from './protocol.ts'

const BILLS = 100_000

/** The inpatient bill as a kernel over columns, beside objects settled by integers by hand; first the results. */
export async function measureWasm(): Promise<readonly Figure[]> {
  const program = inpatientProgram()
  const compilation = compileKernel(program)
  if (compilation.kind === 'none') throw new Error(JSON.stringify(compilation.hindrances))
  const random = seededRandom(20230101)
  const bills = Array.from({ length: BILLS }, () => randomBill(random))
  const { memory, input, output } = columnsInMemory(layoutOf(program), BILLS)
  for (const [name, cells] of Object.entries(billColumns(bills))) input[name]!.set(cells)
  const settleColumns = withKernel(compilation.kernel, memory, () => {
    throw new Error('a row is left to be settled by other means')
  })
  settleColumns(input, output, 0, BILLS)
  const { settleWithIntegers } = await bundled<typeof integers>('test/bench/inpatient/integers.ts')
  compareWithExact(bills, output as unknown as SettlementColumns, settleWithIntegers)
  const byKernel: Contestant = {
    run: (count) => {
      for (let rest = count; rest > 0; rest -= BILLS)
        settleColumns(input, output, 0, Math.min(Math.ceil(rest / 16) * 16, BILLS))
    },
    costs: [],
  }
  const byIntegers = await settling(bills, settleWithIntegers)
  await takeTurns([byKernel, byIntegers])
  return [
    {
      name: 'inpatient bill over columns by WebAssembly, to objects and integers by hand',
      ratio: ratioOf(byIntegers, byKernel),
      floor: 8,
      aim: 11,
      better: 'more',
      measured: `plain counts, columns checked, objects trusted: ${speedOf(byKernel)} against ${speedOf(byIntegers)}`,
    },
  ]
}
