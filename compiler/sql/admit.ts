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
 * it works out counts unless all is answered as it has to be. Empty: admitted, and the session is ready for queries.
 */
export async function admit(dialect: Dialect, run: Run): Promise<readonly FailedCheck[]> {
  for (const statement of dialect.session) await run(statement)
  const failed: FailedCheck[] = []
  const together = await answers(checks, dialect, run)
  for (const [index, check] of checks.entries()) {
    const expected = check.rows.map(([, is]) => is)
    // One that an engine can't even read spoils the answer to all: then each is asked by itself.
    const [alone] = Array.isArray(together) ? [] : [await answers([check], dialect, run)]
    const actual = alone === undefined ? (together[index] ?? []) : typeof alone === 'string' ? alone : alone[0]!
    if (JSON.stringify(actual) !== JSON.stringify(expected)) {
      failed.push({ says: check.says, statement: statementOf([check], dialect), expected, actual })
    }
  }
  for (const check of overflows) {
    const actual = await answers([check], dialect, run)
    if (typeof actual !== 'string') {
      failed.push({
        says: check.says,
        statement: statementOf([check], dialect),
        expected: 'an error',
        actual: actual[0]!,
      })
    }
  }
  return failed
}

type Answer = readonly (string | null)[]

/** What the engine says of each check, row by row; or what it says is wrong. */
async function answers(asked: readonly Check[], dialect: Dialect, run: Run): Promise<readonly Answer[] | string> {
  try {
    const rows = await run(statementOf(asked, dialect))
    const ordered = rows.toSorted((a, b) => Number(a['order']) - Number(b['order']))
    return asked.map((_, check) =>
      ordered
        .filter((row) => Number(row['check']) === check)
        .map(({ answer }) => (typeof answer === 'string' ? answer : null)),
    )
  } catch (error) {
    return error instanceof Error ? error.message : 'an error'
  }
}

function statementOf(asked: readonly Check[], dialect: Dialect): string {
  return asked.map((check, index) => selectOf(check, index, dialect)).join('\nUNION ALL\n')
}

function selectOf({ of, value, rows }: Check, check: number, dialect: Dialect): string {
  const columns = Object.entries(of)
  const name = (column: string): string => dialect.identifier(column)
  const cells = rows.map(([given], index) => {
    const values = given.map((text, place) => cellOf(text, columns[place]![1], dialect))
    return `(${[String(index), ...values].join(', ')})`
  })
  const declared = ['order', ...columns.map(([column]) => column)].map(name).join(', ')
  const answer = `CAST(${value(dialect, name)} AS ${dialect.types.text}) AS ${name('answer')}`
  return `SELECT ${check} AS ${name('check')}, ${name('order')}, ${answer} FROM (VALUES ${cells.join(', ')}) AS ${name('given')}(${declared})`
}

function cellOf(text: string | null, type: Stored, dialect: Dialect): string {
  const value = text === null ? 'NULL' : type === 'text' || type === 'date' ? dialect.text(text) : text
  return `CAST(${value} AS ${dialect.types[type]})`
}
