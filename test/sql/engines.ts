import { createRequire } from 'node:module'
import { DuckDBInstance } from '@duckdb/node-api'
import { duckdb } from '../../compiler/sql/duckdb.ts'
import { postgres } from '../../compiler/sql/postgres.ts'
import type { Engine, EngineRow } from './compare.ts'

// Its declarations are those of a browser, which are no types here.
const { PGlite } = createRequire(import.meta.url)('@electric-sql/pglite') as {
  readonly PGlite: { create(): Promise<Database> }
}

export async function duckdbEngine(): Promise<Engine> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  return {
    dialect: duckdb,
    run: async (statement) => (await connection.runAndReadAll(statement)).getRowObjectsJson(),
  }
}

/** Starts in some seconds: one for a file of tests. */
export async function postgresEngine(): Promise<Engine> {
  const database = await PGlite.create()
  const asText = (text: string): string => text
  // 64-bit numbers, numbers without bounds and dates would lose something as numbers and dates of JavaScript.
  const parsers = { 20: asText, 1700: asText, 1082: asText }
  return {
    dialect: postgres,
    run: async (statement) => (await database.query(statement, [], { parsers })).rows,
  }
}

interface Database {
  query(
    statement: string,
    parameters: readonly [],
    options: { readonly parsers: Readonly<Record<number, (text: string) => unknown>> },
  ): Promise<{ readonly rows: readonly EngineRow[] }>
}
