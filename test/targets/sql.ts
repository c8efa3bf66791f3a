import type { OutputField, Program } from '../../compiler/program/program.ts'
import { denominatorColumn, partsOfOutput, REFUSED, ROW } from '../../compiler/sql/tables.ts'
import { toSql } from '../../compiler/sql/to-sql.ts'
import { Unwritable } from '../../compiler/sql/unwritable.ts'
import { fraction, toDecimal, toText } from '../../runtime/rational.ts'
import type { Engine, EngineRow } from '../sql/compare.ts'
import { duckdbEngine, postgresEngine } from '../sql/engines.ts'
import { billsTable, textOf } from '../../compiler/sql/bills.ts'
import type { Outcome, Target } from './target.ts'

/** The program as one SQL query in DuckDB, and in PostgreSQL compiled to WebAssembly. */
export const duckdb = sql('DuckDB', duckdbEngine)
export const pglite = sql('PGlite', postgresEngine)

function sql(name: string, start: () => Promise<Engine>): Target {
  let engine: Promise<Engine> | null = null
  const make: Target['make'] = async (program) => {
    engine ??= start()
    const started = await engine
    const { dialect } = started
    try {
      const query = toSql(program, dialect).text
      return {
        settle: async (cases) => {
          const held = cases.flatMap((input, index) => (hasOneOfEachPair(program, input) ? [{ input, index }] : []))
          for (const statement of billsTable(
            program,
            dialect,
            held.map(({ input }) => input),
          ))
            await started.run(statement)
          const outcomes = cases.map((): Outcome => ({ settled: null, why: 'a table has one of two keys in each row' }))
          const rows = await started.run(query)
          if (rows.length !== held.length) throw new Error(`${rows.length} rows of ${held.length}`)
          for (const row of rows) outcomes[held[Number(row[ROW])]!.index] = outcomeOf(program, row)
          return outcomes
        },
      }
    } catch (error) {
      if (error instanceof Unwritable) return `no query: ${error.message}`
      throw error
    }
  }
  return { name, make }
}

function hasOneOfEachPair({ input }: Program, value: unknown): boolean {
  return input.eitherOf.every((keys) => keys.filter((key) => Object.hasOwn(value as object, key)).length === 1)
}

function outcomeOf(program: Program, row: EngineRow): Outcome {
  const reason = row[REFUSED]
  if (reason === null) return { settled: true, output: outputOf(program, row) }
  const kept = Object.entries(row).filter(([name, cell]) => name !== ROW && name !== REFUSED && cell !== null)
  if (kept.length > 0) throw new Error(`refused, and yet there is ${JSON.stringify(kept)}`)
  const text = textOf(reason)
  return text.startsWith('limit ')
    ? { settled: null, why: 'beyond what the query takes' }
    : { settled: false, reason: text }
}

type Nested = { [key: string]: unknown }

/** The row as the JSON of the decision. */
function outputOf({ policy, edition, output }: Program, row: EngineRow): unknown {
  const result: Nested = { policy: policy.id, edition: edition.name }
  for (const field of output) {
    const keys = field.path.split('.')
    const last = keys.pop()!
    let record = result
    for (const key of keys) record = (record[key] ??= {}) as Nested
    record[last] = jsonOf(field, row)
  }
  return result
}

function jsonOf(field: OutputField, row: EngineRow): unknown {
  const cell = row[field.path]
  if (cell === null || cell === undefined) return null
  const type = field.type.kind === 'optional' ? field.type.of : field.type
  switch (type.kind) {
    case 'money':
    case 'rate':
    case 'points':
    case 'number':
    case 'months':
    case 'days':
    case 'age': {
      const parts = partsOfOutput(type) ?? BigInt(textOf(row[denominatorColumn(field)]))
      const number = fraction(BigInt(textOf(cell)), parts)
      if (type.kind === 'money') return toDecimal(number, 2)
      if (type.kind === 'rate' || type.kind === 'points') return toText(number)
      return number.d === 1n && Number.isSafeInteger(Number(number.n)) ? Number(number.n) : toText(number)
    }
    case 'date':
      return textOf(cell).slice(0, field.asMonth === true ? 7 : 10)
    case 'boolean':
      return textOf(cell) === 'true'
    case 'region':
    case 'choice':
    case 'text':
      return textOf(cell)
    case 'texts':
      return cell
    case 'optional':
    case 'list':
    case 'schedule':
    case 'unknown':
      throw new Error(`${type.kind} can't be an output`)
  }
}
