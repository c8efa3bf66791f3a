/** What holds kernels against the exact computation finds a kernel that is broken on purpose. */
import { expect, it } from 'vitest'
import { layoutOf } from '../../compiler/columns/layout.ts'
import type { Kernel } from '../../compiler/wasm/kernel.ts'
import { Lanes } from '../../compiler/wasm/lanes.ts'
import { constantOf, type Numbers } from '../../compiler/wasm/nodes.ts'
import { toKernel } from '../../compiler/wasm/to-kernel.ts'
import { toWasm } from '../../compiler/wasm/to-wasm.ts'
import { withKernel } from '../../runtime/columns/kernel.ts'
import { billColumns, settlementAt, type SettlementColumns } from '../bench/inpatient/columns.ts'
import { settleExactly } from '../bench/inpatient/exact.ts'
import { inpatientProgram } from '../bench/inpatient/program.ts'
import { randomBill } from '../bench/inpatient/random.ts'
import { seededRandom } from '../ningbo/bills.ts'
import { columnsInMemory } from './columns.ts'

const program = inpatientProgram()
const result = toKernel(program)
if (result.kind === 'none') throw new Error(JSON.stringify(result.hindrances))
const { kernel } = result

const random = seededRandom(Number(process.env['FC_SEED']))
const bills = Array.from({ length: 16_000 }, () => randomBill(random))
const exact = bills.map((bill) => JSON.stringify(settleExactly(bill)))

/** How many of the bills the kernel settles otherwise. */
function differences(broken: Kernel): number {
  const { bytes, input, output } = toWasm(broken)
  const columns = columnsInMemory(layoutOf(program), bills.length)
  for (const [name, cells] of Object.entries(billColumns(bills))) columns.input[name]!.set(cells)
  const module = btoa(String.fromCharCode(...bytes))
  const settle = withKernel({ module, input, output }, columns.memory, () => {})
  settle(columns.input, columns.output, 0, bills.length)
  const settled = columns.output as unknown as SettlementColumns
  return exact.filter((text, row) => JSON.stringify(settlementAt(settled, row)) !== text).length
}

/** The kernel with every such value changed, and what is computed from it. */
function changed(change: (numbers: Numbers) => Numbers | null): Kernel {
  const known = new Map<Numbers, Numbers>()
  const rebuilt = (numbers: Numbers): Numbers => {
    const found = known.get(numbers) ?? rebuild(numbers)
    known.set(numbers, found)
    return found
  }
  // A new identifier, since equal ones are computed once.
  const rebuild = (numbers: Numbers): Numbers => {
    const own = change(numbers) ?? numbers
    const id = numbers.id + 10_000
    if ('left' in own) return { ...own, id, left: rebuilt(own.left), right: rebuilt(own.right) }
    if ('value' in own) return { ...own, id, value: rebuilt(own.value) }
    return own === numbers ? own : { ...own, id }
  }
  return { ...kernel, outputs: kernel.outputs.map((output) => ({ ...output, value: rebuilt(output.value) })) }
}

it('finds nothing in the kernel as it is, nor in one that is only made again', () => {
  expect(differences(kernel)).toBe(0)
  expect(differences(changed(() => null))).toBe(0)
})

it.each<readonly [string, (numbers: Numbers) => Numbers | null]>([
  [
    'a fen more in an edge',
    (numbers) => {
      const [edge] = numbers.kind === 'table' && numbers.columns.length === 0 ? numbers.values : []
      return edge === 3_500_000 ? new Lanes().constant(3_500_001) : null
    },
  ],
  ['the greater for the lesser', (numbers) => (numbers.kind === 'lesser' ? { ...numbers, kind: 'greater' } : null)],
  ['another divisor', (numbers) => (numbers.kind === 'divide' ? { ...numbers, by: numbers.by + 1 } : null)],
  [
    'a rate of one combination',
    (numbers) =>
      numbers.kind === 'table' && numbers.columns.length === 2
        ? { ...numbers, values: numbers.values.map((value, index) => (index === 0 ? value + 1 : value)) }
        : null,
  ],
])('finds %s', (_, change) => {
  expect(differences(changed(change))).toBeGreaterThan(0)
})

it('finds half a fen that is not rounded up', () => {
  const lanes = new Lanes()
  // Half the divisor is added before a division: with one less only ties are wrong.
  const lessOne = (numbers: Numbers): Numbers => {
    const constant = constantOf(numbers)
    return constant === null ? numbers : lanes.constant(constant - 1)
  }
  const change = (numbers: Numbers): Numbers | null =>
    numbers.kind === 'divide' && numbers.value.kind === 'add'
      ? {
          ...numbers,
          value: { ...numbers.value, left: lessOne(numbers.value.left), right: lessOne(numbers.value.right) },
        }
      : null
  expect(differences(changed(change))).toBeGreaterThan(0)
})
