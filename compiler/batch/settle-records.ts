import type { Issue } from '../../runtime/issue.ts'
import { readJson } from '../../runtime/json.ts'
import { selectEdition, type SelectableEdition } from '../../runtime/select-edition.ts'
import type { OutputColumn } from './columns.ts'
import { CsvScanner } from './csv.ts'
import { alternativesOf, readCsvRow, type CellUse } from './read-csv.ts'
import { LineScanner, readJsonRow } from './read-ndjson.ts'
import { textBetween, type Records, type Row, type RowIssue } from './row.ts'
import { Sums } from './sums.ts'
import { writeRow, type Written } from './write.ts'

/** How records are read, settled and written. Plain data. */
export interface Layout {
  readonly read: { readonly format: 'csv'; readonly uses: readonly CellUse[] } | { readonly format: 'ndjson' }
  readonly keep: readonly string[]
  readonly ignore: readonly string[]
  readonly write: Written
  readonly outputs: readonly OutputColumn[]
  /** Is there one edition alone, which settles whatever the date? */
  readonly isReplay: boolean
}

/** A compiled edition. */
export interface CompiledEdition extends SelectableEdition {
  readonly settle: (input: unknown) => object
}

/** A row that came to nothing: which one, from 0, and on which line it starts, from 0, both of the records given. */
export interface RejectedRow {
  readonly row: number
  readonly line: number
  readonly issues: readonly RowIssue[]
  readonly text: string
}

export interface SettledRecords {
  readonly output: string
  readonly rows: number
  readonly lines: number
  readonly settled: number
  readonly rejected: readonly RejectedRow[]
  /** In fen, in the order of the outputs that are amounts. */
  readonly sums: readonly bigint[]
}

const LONGEST_SHOWN = 10_000

/** Settles whole records, one after the other. */
export function settleRecords(
  records: Records,
  start: number,
  layout: Layout,
  editions: readonly CompiledEdition[],
): SettledRecords {
  const reader = layout.read.format === 'csv' ? csvReader(records, start, layout) : lineReader(records, start, layout)
  const settle = newSettler(editions, layout.isReplay)
  const sums = new Sums(layout.outputs)
  const rejected: RejectedRow[] = []
  let [output, rows, lines] = ['', 0, 0]
  for (; reader.next(); lines += reader.scanner.lines) {
    if (reader.scanner.isBlank) continue
    const row = reader.read()
    const came = row.ok ? settle(row.input) : row
    if (row.ok && came.ok) {
      output += writeRow(came.output, row.kept, layout.write, layout.keep, layout.outputs)
      sums.add(came.output)
    } else if (!came.ok) {
      const { start: from, end } = reader.scanner
      const text = textBetween(records, from, Math.min(end, from + LONGEST_SHOWN)) ?? records.text.slice(from, end)
      rejected.push({
        row: rows,
        line: lines,
        issues: reader.issuesOf(came.issues),
        text: text.slice(0, LONGEST_SHOWN),
      })
    }
    rows += 1
  }
  return { output, rows, lines, settled: rows - rejected.length, rejected, sums: sums.result() }
}

interface RowReader {
  readonly scanner: CsvScanner | LineScanner
  readonly next: () => boolean
  readonly read: () => Row
  /** What is to be said of what was found wrong with the case of the row. */
  readonly issuesOf: (issues: readonly RowIssue[]) => readonly RowIssue[]
}

function csvReader(records: Records, start: number, { read }: Layout): RowReader {
  const scanner = new CsvScanner(records.bytes, start, records.text.length)
  const uses = read.format === 'csv' ? read.uses : []
  const alternatives = alternativesOf(uses)
  return {
    scanner,
    next: () => scanner.next(),
    read: () => readCsvRow(records, scanner, uses, alternatives),
    issuesOf: (issues) => issues,
  }
}

function lineReader(records: Records, start: number, { keep, ignore }: Layout): RowReader {
  const scanner = new LineScanner(records.bytes, start, records.text.length)
  return {
    scanner,
    next: () => scanner.next(),
    read: () => readJsonRow(records, scanner, keep, ignore),
    // What was read quickly is read again where it is refused: a fraction is wrong as JSON already.
    issuesOf: (issues) => {
      const text = textBetween(records, scanner.start, scanner.end)
      const again = text === null ? null : readJson(text)
      return again === null || again.ok ? issues : again.issues
    },
  }
}

type Came =
  { readonly ok: true; readonly output: object } | { readonly ok: false; readonly issues: readonly RowIssue[] }

const MOST_DATES = 10_000

/** Settles a case under the edition that is in force on its date. */
function newSettler(editions: readonly CompiledEdition[], isReplay: boolean): (input: unknown) => Came {
  const [only] = editions
  const selectors = [...new Set(editions.map(({ selectedBy }) => selectedBy))]
  const keys = selectors[0]?.split('.') ?? []
  const known = new Map<string, CompiledEdition>()
  const select = (input: unknown): CompiledEdition => {
    const date = selectors.length === 1 ? textAt(input, keys) : null
    const found = date === null ? undefined : known.get(date)
    if (found) return found
    const edition = selectEdition(editions, input)
    if (date !== null && known.size < MOST_DATES) known.set(date, edition)
    return edition
  }
  return (input) => {
    try {
      const edition = only && isReplay ? only : select(input)
      return { ok: true, output: edition.settle(input) }
    } catch (error) {
      const issues = issuesIn(error)
      if (issues === null) throw error
      return { ok: false, issues }
    }
  }
}

// The class of the error may be that of another bundle, so it is known by its name.
function issuesIn(error: unknown): readonly Issue[] | null {
  if (!(error instanceof Error) || error.name !== 'CaseError' || !('issues' in error)) return null
  return error.issues as readonly Issue[]
}

function textAt(input: unknown, keys: readonly string[]): string | null {
  let value: unknown = input
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null
    value = (value as Readonly<Record<string, unknown>>)[key]
  }
  return typeof value === 'string' ? value : null
}
