// Threads over shared columns give what one gives, texts included.
import { afterAll, expect, test } from 'vitest'
import { outputColumns, packCases } from '../../compiler/columns/pack.ts'
import { ColumnThreads } from '../../compiler/cli/columns/threads.ts'
import { decisionName } from '../../compiler/program/decision-name.ts'
import type { Columns } from '../../runtime/index.ts'
import { landmarksOf, randomInput } from '../random/bill.ts'
import { recordSeed } from '../random/draw.ts'
import { shippedPrograms } from '../targets/cases.ts'
import { loadColumns } from './load.ts'

const program = shippedPrograms().find((each) => decisionName(each) === 'ningbo.filing.status')!
const loaded = await loadColumns(program)
const threads = new ColumnThreads(loaded.module, 2)
afterAll(() => threads.end())

/** The same in memory that threads share. */
function shared(columns: Columns): Columns {
  return Object.fromEntries(
    Object.entries(columns).map(([name, cells]) => {
      if (Array.isArray(cells)) return [name, cells]
      const array = cells as Float64Array
      const copy = new (array.constructor as typeof Float64Array)(
        new SharedArrayBuffer(array.byteLength) as unknown as ArrayBuffer,
      )
      copy.set(array)
      return [name, copy]
    }),
  )
}

test('two threads: the same cells, and the same texts behind them', async () => {
  const { draw } = recordSeed(7)
  const landmarks = landmarksOf(program)
  const cases = Array.from({ length: 60_000 }, () => randomInput(draw, program, landmarks))
  const { columns } = packCases(loaded.layout, cases)
  const [alone, together] = [0, 1].map(() => outputColumns(loaded.layout, cases.length)) as [Columns, Columns]
  loaded.settleColumns(columns, alone, 0, cases.length)
  const output = shared(together)
  await threads.settle(loaded.layout, shared(columns), output, cases.length)
  for (const [name, cells] of Object.entries(alone)) {
    if (name.endsWith('.texts')) continue
    const dictionary = alone[`${name}.texts`]
    const isAt = (row: number): boolean =>
      dictionary === undefined || alone['#status']![row] !== 0
        ? output[name]![row] === cells[row]
        : output[`${name}.texts`]![output[name]![row] as number] === dictionary[cells[row] as number]
    expect(
      cases.findIndex((_, row) => !isAt(row)),
      name,
    ).toBe(-1)
  }
  expect(alone['documents.texts']!.length).toBeGreaterThan(1)
})

test('what a thread throws is told', async () => {
  const { columns } = packCases(loaded.layout, [])
  await expect(threads.settle(loaded.layout, columns, {}, 5)).rejects.toThrow(/the column .* is missing/)
})
