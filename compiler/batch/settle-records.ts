import type { Issue } from '../../runtime/issue.ts'
import { selectEdition, type SelectableEdition } from '../../runtime/select-edition.ts'
import { Bytes } from './bytes.ts'
import type { OutputColumn } from './columns.ts'
import { csvQuoted } from './csv.ts'
import { History, type Carried } from './history.ts'
import type { Records, RowIssue } from './row.ts'
import { rowReader, turnReader, type Reading, type RowReader } from './row-reader.ts'
import { columnSettler, type ColumnEdition, type SettleOverColumns } from './settle-columns.ts'
import { Sums } from './sums.ts'
import { valueIn, writeRow, type Written } from './write.ts'

/** How records are read, settled and written. Plain data. */
export interface Settling extends Reading {
  readonly write: Written
  readonly outputs: readonly OutputColumn[]
  /** Is there one edition alone, which settles whatever the date? */
  readonly isReplay: boolean
  /** Where rows stand in the order of persons: what is carried from one to the next. */
  readonly carried: Carried | null
  /** One row in so many comes out with its case too, so that it can be settled otherwise; null: none. */
  readonly sampleEvery: number | null
}

/** A compiled edition. */
export interface CompiledEdition extends SelectableEdition {
  readonly settle: (input: unknown) => object
  /** The same over columns; null where it can't be. */
  readonly columns: ColumnEdition | null
}

/**
 * A row that came to nothing: which one it is and on which line it starts, both from 0 and of the records given; of rows
 * in the order of persons from 1, and of the input.
 */
export interface RejectedRow {
  readonly row: number
  readonly line: number
  readonly issues: readonly RowIssue[]
  readonly text: string
}

/** A row that was settled, its case and the line of its result; counted as those that are rejected. */
export interface SampledRow {
  readonly row: number
  readonly line: number
  readonly input: unknown
  readonly written: string
}

export interface SettledRecords {
  /** Of rows in the order of persons: records of two cells, the number of the row and its result. */
  readonly output: Uint8Array<ArrayBuffer>
  readonly rows: number
  readonly lines: number
  readonly settled: number
  readonly rejected: readonly RejectedRow[]
  readonly samples: readonly SampledRow[]
  /** In fen, in the order of the outputs that are amounts. */
  readonly sums: readonly bigint[]
}

const LONGEST_SHOWN = 10_000

/** Settles whole records, from an offset on. */
export type SettleRecords = (records: Records, start: number) => SettledRecords

/** Settles records of CSV over columns, where that can be, else one after the other. `recordsOf` makes records of a text. */
export function recordSettler(
  settling: Settling,
  editions: readonly CompiledEdition[],
  recordsOf: (text: string) => Records,
): SettleRecords {
  const { carried, write, outputs, format } = settling
  const settle = newSettler(editions, settling.isReplay)
  const columns = editions.flatMap((edition) => edition.columns ?? [])
  const areColumns = format.kind === 'csv' && !carried && write !== 'ndjson' && columns.length === editions.length
  const overColumns = areColumns ? columnSettler(columns, { uses: format.uses, write, outputs }) : null
  return (records, start) => settleWith(records, start, settling, settle, overColumns, recordsOf)
}

function settleWith(
  records: Records,
  start: number,
  settling: Settling,
  settle: (input: unknown) => Came,
  overColumns: SettleOverColumns | null,
  recordsOf: (text: string) => Records,
): SettledRecords {
  const { carried, write, keep, outputs, sampleEvery } = settling
  const sums = new Sums(outputs)
  const rejected: RejectedRow[] = []
  const samples: SampledRow[] = []
  const history = carried ? new History(carried) : null
  /** Settles the record on which the reader stands; the line of its result, or null where there is none. */
  const settleOne = (reader: RowReader, place: { readonly row: number; readonly line: number }): string | null => {
    const read = reader.read()
    const turn = history && reader.turn()
    const unknown = turn && history?.before(read.ok ? read.input : null, turn)
    const row = read.ok && unknown && unknown.length > 0 ? { ok: false as const, issues: unknown } : read
    const came = row.ok ? settle(row.input) : row
    if (turn) history?.after(came.ok && 'output' in came ? came.output : null, turn)
    if (row.ok && came.ok) {
      const line = writeRow(came.output, row.kept, write, keep, outputs)
      sums.add(came.output)
      if (sampleEvery !== null && place.row % sampleEvery === 0)
        samples.push({ ...(turn ? { row: turn.row, line: turn.line } : place), input: row.input, written: line })
      return turn ? `${turn.row},${csvQuoted(line)}` : line
    }
    if (came.ok) return null
    const { row: number, line } = turn ?? place
    rejected.push({ row: number, line, issues: reader.issuesOf(came.issues), text: reader.text(LONGEST_SHOWN) })
    return null
  }
  const readerAt = (from: number): RowReader => {
    const reader = rowReader(records, from, settling)
    reader.next()
    return reader
  }
  const settled = overColumns
    ? overColumns(records, start, sums, {
        sampleEvery,
        sample: (from, row, line, written) => {
          const read = readerAt(from).read()
          if (read.ok) samples.push({ row, line, input: read.input, written })
        },
        exactly: (from, row, line) => settleOne(readerAt(from), { row, line }),
      })
    : settleOneByOne(
        history ? turnReader(records, start, settling, recordsOf) : rowReader(records, start, settling),
        records.bytes.length - start,
        settleOne,
      )
  return { ...settled, settled: settled.rows - rejected.length, rejected, samples, sums: sums.result() }
}

function settleOneByOne(
  reader: RowReader,
  size: number,
  settleOne: (reader: RowReader, place: { readonly row: number; readonly line: number }) => string | null,
): Pick<SettledRecords, 'output' | 'rows' | 'lines'> {
  const out = new Bytes(size * 2)
  let [rows, lines] = [0, 0]
  for (; reader.next(); lines += reader.lines()) {
    if (reader.isBlank()) continue
    const line = settleOne(reader, { row: rows, line: lines })
    if (line !== null) out.text(`${line}\n`)
    rows += 1
  }
  return { output: out.taken(), rows, lines }
}

type Came =
  { readonly ok: true; readonly output: object } | { readonly ok: false; readonly issues: readonly RowIssue[] }

const MOST_DATES = 10_000

/** Settles a case under the edition that is in force on its date. */
function newSettler(editions: readonly CompiledEdition[], isReplay: boolean): (input: unknown) => Came {
  const [only] = editions
  const selectors = [...new Set(editions.map(({ selectedBy }) => selectedBy))]
  const keys = selectors[0]?.split('.') ?? []
  const known = new Map<unknown, CompiledEdition>()
  const select = (input: unknown): CompiledEdition => {
    const date = selectors.length === 1 && typeof input === 'object' && input !== null ? valueIn(input, keys) : null
    const found = typeof date === 'string' ? known.get(date) : undefined
    if (found) return found
    const edition = selectEdition(editions, input)
    if (known.size < MOST_DATES) known.set(date, edition)
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
