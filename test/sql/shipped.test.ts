/** Every decision of the shipped policies as a query, held against the interpreter row by row. */
import { expect, test } from 'vitest'
import { landmarksOf, randomInput } from '../random/bill.ts'
import { recordSeed } from '../random/draw.ts'
import { differences } from './compare.ts'
import { duckdbEngine, postgresEngine } from './engines.ts'
import { shippedPrograms } from './programs.ts'

const programs = shippedPrograms()

const engines = [
  { name: 'DuckDB', engine: await duckdbEngine(), rows: 400 },
  { name: 'PostgreSQL', engine: await postgresEngine(), rows: 60 },
]

for (const { name, engine, rows } of engines) {
  test.each(programs)(`${name}: %s is the interpreter`, { timeout: 300_000 }, async (_, program) => {
    const { draw } = recordSeed(Number(process.env['FC_SEED']))
    const landmarks = landmarksOf(program)
    const inputs = Array.from({ length: rows }, () => randomInput(draw, program, landmarks))
    expect(await differences(program, inputs, engine)).toEqual([])
  })
}
