/** Engines answer the conformance file; one that is wrong somewhere is not admitted. */
import { expect, test } from 'vitest'
import { admit } from '../../compiler/sql/admit.ts'
import { duckdb } from '../../compiler/sql/duckdb.ts'
import { duckdbEngine, postgresEngine } from './engines.ts'

const engine = await duckdbEngine()

test('DuckDB is admitted', async () => {
  expect(await admit(engine.dialect, (statement) => engine.run(statement))).toEqual([])
})

test('PostgreSQL is admitted', async () => {
  const postgres = await postgresEngine()
  expect(await admit(postgres.dialect, (statement) => postgres.run(statement))).toEqual([])
})

test.each([
  ['divides in floating point', (text: string) => text.replaceAll(' // ', ' / '), 'division goes toward zero'],
  [
    'divides toward minus infinity',
    (text: string) => text.replaceAll(/("a") \/\/ ("b")/g, 'floor($1 / $2)'),
    'division goes toward zero',
  ],
  [
    'has numbers of 16 bits',
    (text: string) => text.replace('ELSE 120000', 'ELSE 120000 % 65536'),
    'the value of a case',
  ],
  ['takes the empty list for none', (text: string) => text.replaceAll('len(', 'nullif(0, '), 'how many elements'],
  ['wraps around', (text: string) => text.replace('"a" + 1', '"a" - 1'), 'a sum beyond 64 bits fails'],
  [
    'adds months of 30 days',
    (text: string) => text.replaceAll('to_months(', 'to_days(30 * '),
    'months later, at most the last of the month',
  ],
])('an engine that %s is not', async (_, broken, says) => {
  const failed = await admit(duckdb, (statement) => engine.run(broken(statement)))
  expect(failed.map((each) => each.says)).toContain(says)
})
