/** The kernel of the inpatient bill gives the fens of the exact computation, and leaves the rows that it must leave. */
import { describe, expect, it } from 'vitest'
import { withKernel } from '../../runtime/columns/kernel.ts'
import { layoutOf } from '../../compiler/columns/layout.ts'
import { statusName } from '../../runtime/columns/buffers.ts'
import { compileKernel } from '../../compiler/wasm/compile-kernel.ts'
import { seededRandom } from '../ningbo/bills.ts'
import { firstDay, lastDay, type Bill, type Settlement } from '../bench/inpatient/bill.ts'
import { billColumns, settlementAt, type SettlementColumns } from '../bench/inpatient/columns.ts'
import { settleExactly } from '../bench/inpatient/exact.ts'
import { inpatientProgram } from '../bench/inpatient/program.ts'
import { randomBill } from '../bench/inpatient/random.ts'
import { columnsInMemory, type ColumnSet } from './columns.ts'

const program = inpatientProgram()
const compilation = compileKernel(program)
if (compilation.kind === 'none') throw new Error(JSON.stringify(compilation.hindrances))
const { kernel, limitPower } = compilation

const random = seededRandom(Number(process.env['FC_SEED']))

/** Settles by the kernel; gives the rows that it did not settle itself. */
function settle(bills: readonly Bill[], change: (input: ColumnSet) => void = () => {}) {
  const { memory, input, output } = columnsInMemory(layoutOf(program), bills.length)
  for (const [name, cells] of Object.entries(billColumns(bills))) input[name]?.set(cells)
  change(input)
  for (const cells of Object.values(output)) cells.fill(7)
  const left: number[] = []
  const settleOthers = (_: object, __: object, from: number, to: number): void => {
    for (let row = from; row < to; row++) left.push(row)
  }
  withKernel(kernel, memory, settleOthers)(input, output, 0, bills.length)
  return { output, left, settled: (row: number) => settlementAt(output as unknown as SettlementColumns, row) }
}

function expectExact(bills: readonly Bill[]): void {
  const { settled, left, output } = settle(bills)
  expect(left).toEqual([])
  for (const [row, bill] of bills.entries()) {
    if (!isSame(settled(row), settleExactly(bill)))
      expect(settled(row), JSON.stringify(bill)).toEqual(settleExactly(bill))
  }
  expect(new Set(output[statusName])).toEqual(new Set([0]))
}

function isSame(a: Settlement, b: Settlement): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function bill(amounts: readonly [eligible: number, before: number, paid: number, base: number]): Bill {
  const [eligible, inpatientEligible, deductiblePaid, criticalIllnessBase] = amounts
  const drawn = randomBill(random)
  return {
    person: drawn.person,
    visit: { ...drawn.visit, eligible },
    yearToDate: { inpatientEligible, deductiblePaid, criticalIllnessBase },
  }
}

it('settles random bills, edges and ties', () => {
  expectExact(Array.from({ length: 40_000 }, () => randomBill(random)))
})

it('settles bills up to the bounds of the proof', () => {
  const most = 2 ** limitPower - 1
  const large = (): number => Math.floor(random() * 2 ** (20 + Math.floor(random() * (limitPower - 20))))
  const amount = (): number => [most, most - 1, most - 10, large(), large()][Math.floor(random() * 5)] ?? 0
  expectExact(Array.from({ length: 16_000 }, () => bill([amount(), amount(), amount(), amount()])))
})

it('takes every bill that a person can have', () => {
  // A hundred million yuan.
  expect(2 ** limitPower).toBeGreaterThan(1e10)
})

describe('leaves the block of a row', () => {
  const bills = Array.from({ length: 64 }, () => randomBill(random))
  const block = Array.from({ length: 16 }, (_, row) => 32 + row)

  it.each([
    ['with half a fen', 'visit.eligible', 0.5],
    ['below zero', 'yearToDate.deductiblePaid', -1],
    ['with minus zero', 'yearToDate.deductiblePaid', -0],
    ['at the bound', 'yearToDate.inpatientEligible', 2 ** limitPower],
    ['without end', 'yearToDate.criticalIllnessBase', Infinity],
    ['that is no number', 'visit.eligible', Number.NaN],
    ['with a tier that there isn’t', 'visit.tier', 4],
    ['with a setting far from all', 'visit.setting', 255],
    ['a day too early', 'visit.settledOn', firstDay - 1],
    ['a day too late', 'visit.settledOn', lastDay + 1],
    ['of a day before all', 'visit.settledOn', -(2 ** 31)],
  ])('%s', (_, name, value) => {
    for (const row of [32, 41, 47]) {
      const { left, settled } = settle(bills, (input) => {
        input[name]![row] = value
      })
      expect(left).toEqual(block)
      expect(settled(31)).toEqual(settleExactly(bills[31]!))
      expect(settled(48)).toEqual(settleExactly(bills[48]!))
    }
  })
})

it.each([0, 1, 15, 16, 17, 33, 63])('leaves of %i rows those past the last whole block', (rows) => {
  const bills = Array.from({ length: rows }, () => randomBill(random))
  const { left, settled } = settle(bills)
  const whole = rows - (rows % 16)
  expect(left).toEqual(Array.from({ length: rows - whole }, (_, row) => whole + row))
  for (let row = 0; row < whole; row++) expect(settled(row)).toEqual(settleExactly(bills[row]!))
})

it('settles a stretch, and nothing else', () => {
  const bills = Array.from({ length: 100 }, () => randomBill(random))
  const { memory, input, output } = columnsInMemory(layoutOf(program), bills.length)
  for (const [name, cells] of Object.entries(billColumns(bills))) input[name]?.set(cells)
  for (const cells of Object.values(output)) cells.fill(7)
  withKernel(kernel, memory, () => {})(input, output, 5, 69)
  for (let row = 0; row < 100; row++) {
    const found = settlementAt(output as unknown as SettlementColumns, row)
    if (row >= 5 && row < 69) expect(found).toEqual(settleExactly(bills[row]!))
    else for (const cells of Object.values(output)) expect(cells[row]).toBe(7)
  }
})

it('leaves columns elsewhere than in its memory to the other', () => {
  const bills = Array.from({ length: 32 }, () => randomBill(random))
  const { memory, input, output } = columnsInMemory(layoutOf(program), bills.length)
  const calls: (readonly [number, number])[] = []
  const settleOthers = (_: object, __: object, from: number, to: number): void => void calls.push([from, to])
  withKernel(kernel, memory, settleOthers)({ ...input, 'visit.tier': new Uint8Array(32) }, output, 0, 32)
  withKernel(kernel, null, settleOthers)(input, output, 0, 16)
  expect(calls).toEqual([
    [0, 32],
    [0, 16],
  ])
})
