import { outputAt, type OutputRecord } from '../../compiler/interpret/evaluation.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import type { OutputField, Program } from '../../compiler/program/program.ts'
import type { Dialect } from '../../compiler/sql/dialect.ts'
import { denominatorColumn, partsOfOutput, REFUSED, ROW } from '../../compiler/sql/tables.ts'
import { toSql } from '../../compiler/sql/to-sql.ts'
import type { Issue } from '../../runtime/index.ts'
import { fraction, parse } from '../../runtime/rational.ts'
import { billsTable, textOf } from '../../compiler/sql/bills.ts'

/** A row as an engine gives it: whole numbers, dates (YYYY-MM-DD) and texts as texts, lists of texts as arrays. */
export type EngineRow = Readonly<Record<string, unknown>>

/** An engine with a place for a table `bills`. */
export interface Engine {
  readonly dialect: Dialect
  run(statement: string): Promise<readonly EngineRow[]>
}

/** What the query says of the inputs, held against the interpreter row by row; the first few that differ, as text. */
export async function differences(
  program: Program,
  given: readonly unknown[],
  engine: Engine,
  { isReplay = false }: { readonly isReplay?: boolean } = {},
): Promise<readonly string[]> {
  const { dialect } = engine
  // A row can't have both keys of a pair, nor neither.
  const inputs = given.filter((input) =>
    program.input.eitherOf.every((keys) => keys.filter((key) => Object.hasOwn(input as object, key)).length === 1),
  )
  for (const statement of dialect.session) await engine.run(statement)
  for (const statement of billsTable(program, dialect, inputs)) await engine.run(statement)
  const rows = await engine.run(toSql(program, dialect, { isReplay }).text)
  const byRow = new Map(rows.map((row) => [Number(row[ROW]), row]))
  if (rows.length !== inputs.length || byRow.size !== inputs.length) return [`${rows.length} rows of ${inputs.length}`]
  const found: string[] = []
  for (const [index, input] of inputs.entries()) {
    const [expected, actual] = [expectedOf(program, input, isReplay), actualOf(program, byRow.get(index)!)]
    if (expected !== actual) found.push(`${JSON.stringify(input)}\n  interpreter ${expected}\n  query       ${actual}`)
    if (found.length === 3) break
  }
  return found
}

function expectedOf(program: Program, input: unknown, isReplay: boolean): string {
  const settled = interpret(program, input, { isReplay })
  if (!settled.ok) return `refused ${reasonOf(settled.issues[0]!)}`
  const { output } = settled.evaluation
  return JSON.stringify(program.output.map((field) => expectedCell(field, output)))
}

function reasonOf({ code, path, facts }: Issue): string {
  const label = 'label' in facts ? facts.label : ''
  return [code, path, label].filter((part) => part !== '').join(' ')
}

/** Amounts in fen and so on, as the query writes them. */
function expectedCell({ path, type, asMonth }: OutputField, output: OutputRecord): unknown {
  const value = outputAt(output, path)
  if (value === null) return null
  const kind = type.kind === 'optional' ? type.of.kind : type.kind
  if (asMonth) return `${textOf(value)}-01`
  if (!['money', 'rate', 'points', 'number', 'months', 'days', 'age'].includes(kind)) {
    return Array.isArray(value) ? value : textOf(value)
  }
  const parts = partsOfOutput(type)
  const { n, d } = parse(textOf(value))
  return parts === null ? `${n}/${d}` : `${(n * parts) / d}`
}

function actualOf({ output }: Program, row: EngineRow): string {
  if (row[REFUSED] !== null) {
    const values = Object.entries(row).filter(([name, value]) => name !== ROW && name !== REFUSED && value !== null)
    return `refused ${textOf(row[REFUSED])}${values.length > 0 ? ' and yet settled' : ''}`
  }
  return JSON.stringify(
    output.map((field) => {
      const value = row[field.path]
      if (value === null || value === undefined || Array.isArray(value)) return value ?? null
      const over = row[denominatorColumn(field)]
      if (over === undefined) return textOf(value)
      const { n, d } = fraction(BigInt(textOf(value)), BigInt(textOf(over)))
      return `${n}/${d}`
    }),
  )
}
