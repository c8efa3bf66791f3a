import { checks, overflows, type Check } from './conformance.ts'
import type { Dialect, Stored } from './dialect.ts'

/** Runs a statement on an engine, and gives its rows by the names of their columns. */
export type Run = (statement: string) => Promise<readonly Readonly<Record<string, unknown>>[]>

/** What an engine answered otherwise than it has to. */
export interface FailedCheck {
  readonly says: string
  readonly statement: string
  readonly expected: readonly (string | null)[] | 'an error'
  readonly actual: readonly (string | null)[] | string
}

/**
 * Asks an engine the conformance file, whole numbers, rounding, dates, texts, lists, what is not there: nothing that
 * it works out counts unless all is answered as it has to be. Empty: admitted.
 */
export async function admit(dialect: Dialect, run: Run): Promise<readonly FailedCheck[]> {
  const failed: FailedCheck[] = []
  for (const check of checks) {
    const statement = statementOf(check, dialect)
    const expected = check.rows.map(([, is]) => is)
    const actual = await answer(statement, run)
    if (JSON.stringify(actual) !== JSON.stringify(expected)) {
      failed.push({ says: check.says, statement, expected, actual })
    }
  }
  for (const check of overflows) {
    const statement = statementOf(check, dialect)
    const actual = await answer(statement, run)
    if (typeof actual !== 'string') failed.push({ says: check.says, statement, expected: 'an error', actual })
  }
  return failed
}

/** The values as texts, in the order of the rows; or what the engine says is wrong. */
async function answer(statement: string, run: Run): Promise<readonly (string | null)[] | string> {
  try {
    const rows = await run(statement)
    return rows.map(({ answer: text }) => (typeof text === 'string' ? text : null))
  } catch (error) {
    return error instanceof Error ? error.message : 'an error'
  }
}

function statementOf({ of, value, rows }: Check, dialect: Dialect): string {
  const columns = Object.entries(of)
  const name = (column: string): string => dialect.identifier(column)
  const cells = rows.map(([given], index) => {
    const values = given.map((text, place) => cellOf(text, columns[place]![1], dialect))
    return `(${[String(index), ...values].join(', ')})`
  })
  const text = value(dialect, name)
  return `SELECT CAST(${text} AS ${dialect.types.text}) AS ${name('answer')} FROM (VALUES ${cells.join(', ')}) AS ${name('given')}(${['order', ...columns.map(([column]) => column)].map(name).join(', ')}) ORDER BY ${name('order')}`
}

function cellOf(text: string | null, type: Stored, dialect: Dialect): string {
  const value = text === null ? 'NULL' : type === 'text' || type === 'date' ? dialect.text(text) : text
  return `CAST(${value} AS ${dialect.types[type]})`
}
