/** Random programs, with every kind of expression, as queries: the interpreter says the same of every row. */
import { expect, test } from 'vitest'
import { Unwritable } from '../../compiler/sql/unwritable.ts'
import { seededRandom } from '../ningbo/bills.ts'
import { randomInput, randomProgram } from '../typescript/random-program.ts'
import { differences, type Engine } from './compare.ts'
import { duckdbEngine, postgresEngine } from './engines.ts'

// More of them by `npm run test:deep`; an engine takes longer than what is compiled.
const programs = Number(process.env['DEEP_PROGRAMS'] ?? 400) / 10

async function expectAgreement(engine: Engine, seed: number): Promise<number> {
  let written = 0
  for (let round = 0; round < programs; round++) {
    const random = seededRandom(seed + round)
    const draw = (choices: number): number => Math.floor(random() * choices)
    const program = randomProgram(draw)
    const inputs = Array.from({ length: 40 }, () => randomInput(draw))
    try {
      expect(await differences(program, inputs, engine), `seed ${seed + round}`).toEqual([])
      written++
    } catch (error) {
      if (!(error instanceof Unwritable)) throw error
    }
  }
  return written
}

const seed = Number(process.env['FC_SEED']) % 1_000_000

test('random programs: DuckDB is the interpreter', { timeout: 3_600_000 }, async () => {
  expect(await expectAgreement(await duckdbEngine(), seed)).toBeGreaterThan(programs * 0.8)
})

test('random programs: PostgreSQL is the interpreter', { timeout: 3_600_000 }, async () => {
  expect(await expectAgreement(await postgresEngine(), seed)).toBeGreaterThan(programs * 0.8)
})
