import { existsSync, readFileSync } from 'node:fs'
import { fraction, parse, toDecimal, toText, type Rational } from '../../../runtime/rational.ts'
import { readJson } from '../../../runtime/json.ts'
import { CsvScanner } from '../../batch/csv.ts'
import { cellText } from '../../batch/read-csv.ts'
import type { SampledRow } from '../../batch/settle-records.ts'
import { valueIn, type Written } from '../../batch/write.ts'
import type { OutputField, Program } from '../../program/program.ts'
import { admit, type Run as RunSql } from '../../sql/admit.ts'
import { billsTable, textOf } from '../../sql/bills.ts'
import { duckdb } from '../../sql/duckdb.ts'
import { denominatorColumn, partsOfOutput, REFUSED, ROW } from '../../sql/tables.ts'
import { toSql } from '../../sql/to-sql.ts'
import { Unwritable } from '../../sql/unwritable.ts'
import { Refusal } from '../command.ts'
import { isDuckDbThere, withDuckDb } from './duckdb.ts'
import type { Job } from './job.ts'
import { recordsOf } from './records.ts'
import type { Paths } from './work-folder.ts'

/** How many of the rows DuckDB has settled too; and why none, where it has not been asked. */
export interface SecondOpinion {
  readonly rows: number
  readonly without: 'not-installed' | 'not-admitted' | 'no-query' | null
}

/** A row of which two ways of settling make different things. */
export interface OtherOpinion {
  readonly row: number
  readonly line: number
  readonly folder: string
  readonly input: string
  readonly differing: readonly { readonly path: string; readonly written: string; readonly asked: string }[]
}

/** How many at most. */
const MOST = 1000
/** A row of so many bytes of the input; so there are about as many as can be asked for. */
const ROW_BYTES = 64

/** Which rows are settled a second time: one in so many, counted from the first of each piece. */
export function sampleEvery(size: number): number {
  return Math.max(1, Math.ceil(size / (ROW_BYTES * MOST)))
}

/** How rows were written: in which columns, and whether a spreadsheet may read them. */
export interface WrittenAs {
  readonly write: Written
  readonly columns: readonly string[]
}

/**
 * Has DuckDB settle a sample of the rows by the query that is made of the same policy, and compares what was written with
 * that. Throws a Refusal where one differs.
 */
export async function askSecondOpinion(job: Job, as: WrittenAs, paths: Paths): Promise<SecondOpinion> {
  if (!(await isDuckDbThere())) return { rows: 0, without: 'not-installed' }
  const samples = samplesIn(paths.samples)
  const queries = queriesOf(job)
  if (queries === null) return { rows: 0, without: 'no-query' }
  return withDuckDb(paths.folder, job.workers, async (connection): Promise<SecondOpinion> => {
    const run: RunSql = async (statement) => (await connection.runAndReadAll(statement)).getRowObjectsJson()
    if ((await admit(duckdb, run)).length > 0) return { rows: 0, without: 'not-admitted' }
    const inputs = samples.map(({ input }) => input)
    const compared = new Set<number>()
    if (samples.length === 0) return { rows: 0, without: null }
    for (const { program, text } of queries) {
      for (const statement of billsTable(program, duckdb, inputs)) await run(statement)
      for (const answer of await run(text)) {
        const index = Number(answer[ROW])
        const sample = samples[index]
        const refused = answer[REFUSED]
        // Beyond what the query was made for, or of another edition.
        if (!sample || (typeof refused === 'string' && /^(?:limit|outside-edition) /.test(refused))) continue
        compared.add(index)
        compare(sample, answer, program, as, paths)
      }
    }
    return { rows: compared.size, without: null }
  })
}

/** The sample, thinned out evenly where there are too many. */
function samplesIn(path: string): readonly SampledRow[] {
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1)
  const every = Math.max(1, Math.ceil(lines.length / MOST))
  return lines.filter((_, index) => index % every === 0).map((line) => JSON.parse(line) as SampledRow)
}

/** null where there is an edition of which no query can be made. */
function queriesOf({
  programs,
  isReplay,
}: Job): readonly { readonly program: Program; readonly text: string }[] | null {
  try {
    return programs.map((program) => ({ program, text: toSql(program, duckdb, { isReplay }).text }))
  } catch (problem) {
    if (problem instanceof Unwritable) return null
    throw problem
  }
}

function compare(
  sample: SampledRow,
  answer: Readonly<Record<string, unknown>>,
  program: Program,
  as: WrittenAs,
  { folder }: Paths,
): void {
  const { row, line, input } = sample
  const refused = answer[REFUSED]
  const about = [['policy', program.policy.id] as const, ['edition', program.edition.name] as const]
  const cells = writtenCells(sample.written, as)
  const isTable = as.write !== 'csv'
  const differing =
    typeof refused === 'string'
      ? [{ path: '', written: sample.written, asked: refused }]
      : [
          ...about.map(([path, asked]) => ({
            path,
            written: cells.get(path) ?? '',
            asked,
            isSame: cells.get(path) === asked,
          })),
          ...program.output.map((field) => {
            const [written, asked] = [cells.get(field.path) ?? '', askedCell(field, answer)]
            const isText = written === asked || (!isTable && written === `'${asked}`)
            return { path: field.path, written, asked, isSame: isText || isSameNumber(field, written, answer) }
          }),
        ].filter(({ isSame }) => !isSame)
  if (differing.length > 0)
    throw new Refusal((say) => say.batch.otherOpinion({ row, line, folder, input: JSON.stringify(input), differing }))
}

/** What stands in the columns of a line, as text; '' where nothing does. */
function writtenCells(line: string, { write, columns }: WrittenAs): ReadonlyMap<string, string> {
  if (write === 'ndjson') {
    const read = readJson(line)
    const output = read.ok && typeof read.value === 'object' && read.value !== null ? read.value : {}
    return new Map(columns.map((path) => [path, cellOf(valueIn(output, path.split('.')))]))
  }
  const records = recordsOf(line)
  const scanner = new CsvScanner(records.bytes, 0, records.bytes.length)
  scanner.next()
  return new Map(columns.map((path, index) => [path, cellText(records, scanner, index) ?? '']))
}

function cellOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** What the query says, as it is written. */
function askedCell(field: OutputField, answer: Readonly<Record<string, unknown>>): string {
  const number = numberIn(field, answer)
  if (number) return kindOf(field) === 'money' ? toDecimal(number, 2) : toText(number)
  const value = answer[field.path]
  return field.asMonth && typeof value === 'string' ? value.slice(0, 7) : cellOf(value)
}

function isSameNumber(field: OutputField, written: string, answer: Readonly<Record<string, unknown>>): boolean {
  const asked = numberIn(field, answer)
  if (!asked || !/^-?\d+(?:\.\d+|\/\d+)?$/.test(written)) return false
  const { n, d } = parse(written)
  return n * asked.d === asked.n * d
}

/** null where the output is no number, or there is none. */
function numberIn(field: OutputField, answer: Readonly<Record<string, unknown>>): Rational | null {
  const value = answer[field.path]
  if (!numbers.has(kindOf(field)) || value === null || value === undefined) return null
  const over = partsOfOutput(field.type) ?? BigInt(textOf(answer[denominatorColumn(field)]))
  return fraction(BigInt(textOf(value)), over)
}

function kindOf({ type }: OutputField): string {
  return type.kind === 'optional' ? type.of.kind : type.kind
}

const numbers: ReadonlySet<string> = new Set(['money', 'rate', 'points', 'number', 'months', 'days', 'age'])
