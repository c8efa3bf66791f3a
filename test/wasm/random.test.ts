/** On random programs within its means a kernel gives what the interpreter gives, and leaves what that refuses. */
import { expect, it } from 'vitest'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { refsIn } from '../../compiler/program/build.ts'
import type { Program } from '../../compiler/program/program.ts'
import { layoutOf } from '../../compiler/columns/layout.ts'
import { compileKernel } from '../../compiler/wasm/compile-kernel.ts'
import { toKernel } from '../../compiler/wasm/to-kernel.ts'
import { withKernel } from '../../runtime/columns/kernel.ts'
import { seededRandom } from '../ningbo/bills.ts'
import { randomInput, randomProgram, type Draw } from '../typescript/random-program.ts'
import { cellsAt, cellsOfResult, putCase } from './cells.ts'
import { columnsInMemory } from './columns.ts'

const programs = Number(process.env['DEEP_PROGRAMS'] ?? 25)
const CASES = 64

/** Of a random program what a kernel can compute: definition by definition it is tried whether it can. */
function withinMeans(program: Program): Program {
  const input = { ...program.input, lists: [] }
  const all = new Set(program.definitions.map(({ id }) => id))
  const kept = new Set<string>()
  const only = ({ definitions, output, invariants }: Program): Program => {
    const stands = (value: Parameters<typeof refsIn>[0]): boolean =>
      [...refsIn(value)].every((id) => kept.has(id) || !all.has(id))
    return {
      ...program,
      input,
      definitions: definitions.filter(({ id }) => kept.has(id)),
      output: output.filter(({ value }) => stands(value)),
      invariants: invariants.filter(({ condition }) => stands(condition)),
    }
  }
  for (const { id, over, value } of program.definitions) {
    if (over !== null || [...refsIn(value)].some((used) => !kept.has(used))) continue
    kept.add(id)
    const { definitions, output } = only(program)
    const candidate = { ...program, input, definitions, output, invariants: [], requirements: [] }
    if (toKernel(candidate).kind === 'none') kept.delete(id)
  }
  const found = only(program)
  return toKernel(found).kind === 'none' ? { ...found, invariants: [] } : found
}

it('is the interpreter', { timeout: 3_600_000 }, () => {
  const random = seededRandom(Number(process.env['FC_SEED']))
  const draw: Draw = (choices) => Math.floor(random() * choices)
  let [settled, met] = [0, 0]
  for (let round = 0; round < programs; round++) {
    const drawn = randomProgram(draw)
    const program = withinMeans(drawn)
    const compilation = compileKernel(program)
    if (compilation.kind === 'none') {
      expect(compilation.hindrances).toEqual([])
      continue
    }
    const layout = layoutOf(program)
    const cases = Array.from({ length: CASES }, () => {
      const { items: _, ...record } = randomInput(draw) as Readonly<Record<string, unknown>>
      return record
    })
    // A case fills a block, so that none is left on account of another.
    const { memory, input, output } = columnsInMemory(layout, CASES * 16)
    for (const [index, record] of cases.entries()) {
      putCase(layout, input, index * 16, record)
      for (const cells of Object.values(input)) cells.fill(cells[index * 16] ?? 0, index * 16, index * 16 + 16)
    }
    const left = new Set<number>()
    const leave = (_: object, __: object, from: number, to: number): void => {
      for (let row = from; row < to; row += 16) left.add(row / 16)
    }
    withKernel(compilation.kernel, memory, leave)(input, output, 0, CASES * 16)
    for (const [index, record] of cases.entries()) {
      // What it doesn't compute, since nothing asks for it, may look into a list that the columns don't have.
      const result = interpret({ ...program, input: drawn.input }, { ...record, items: [] })
      if (result.ok) met++
      if (left.has(index)) continue
      if (!result.ok) {
        expect(result.issues, JSON.stringify(record)).toEqual([])
        continue
      }
      settled++
      const expected = cellsOfResult(layout, result.evaluation.output)
      for (let row = index * 16; row < index * 16 + 16; row++) {
        const found = cellsAt(output, row, Object.keys(expected))
        if (JSON.stringify(found) !== JSON.stringify(expected)) {
          expect(found, `${JSON.stringify(record)} ${JSON.stringify(program)}`).toEqual(expected)
        }
        for (const cell of Object.values(found)) expect(Object.is(cell, -0)).toBe(false)
      }
    }
  }
  // Numbers below zero are left; hardly anything else.
  expect(settled / met).toBeGreaterThan(0.5)
})
