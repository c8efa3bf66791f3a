import { readJson } from '../../runtime/json.ts'
import { CsvScanner } from './csv.ts'
import type { Turn } from './history.ts'
import { alternativesOf, cellText, readCsvRow, type CellUse } from './read-csv.ts'
import { LineScanner, readJsonRow } from './read-ndjson.ts'
import { textBetween, type Records, type Row, type RowIssue } from './row.ts'

/** How the records of a file are read. Plain data. */
export interface Reading {
  readonly format: { readonly kind: 'csv'; readonly uses: readonly CellUse[] } | { readonly kind: 'ndjson' }
  readonly keep: readonly string[]
  readonly ignore: readonly string[]
}

/** Reads one record after the other. */
export interface RowReader {
  readonly next: () => boolean
  readonly isBlank: () => boolean
  readonly read: () => Row
  /** What is to be said of what was found wrong with the case of the row. */
  readonly issuesOf: (issues: readonly RowIssue[]) => readonly RowIssue[]
  /** How many lines the record takes. */
  readonly lines: () => number
  /** At most so many characters of it. */
  readonly text: (most: number) => string
  /** Of rows in the order of their persons; null of others. */
  readonly turn: () => (Turn & { readonly line: number }) | null
}

export function rowReader(records: Records, start: number, reading: Reading): RowReader {
  const { format } = reading
  return format.kind === 'csv' ? csvReader(records, start, format.uses) : lineReader(records, start, reading)
}

function csvReader(records: Records, start: number, uses: readonly CellUse[]): RowReader {
  const scanner = new CsvScanner(records.bytes, start, records.bytes.length)
  const alternatives = alternativesOf(uses)
  return {
    ...common(scanner, records),
    read: () => readCsvRow(records, scanner, uses, alternatives),
    issuesOf: (issues) => issues,
  }
}

function lineReader(records: Records, start: number, { keep, ignore }: Reading): RowReader {
  const scanner = new LineScanner(records.bytes, start, records.bytes.length)
  return {
    ...common(scanner, records),
    read: () => readJsonRow(records, scanner, keep, ignore),
    // What was read quickly is read again where it is refused: a fraction is wrong as JSON already.
    issuesOf: (issues) => {
      const text = textBetween(records, scanner.start, scanner.end)
      const again = text === null ? null : readJson(text)
      return again === null || again.ok ? issues : again.issues
    },
  }
}

function common(
  scanner: CsvScanner | LineScanner,
  records: Records,
): Pick<RowReader, 'next' | 'isBlank' | 'lines' | 'text' | 'turn'> {
  return {
    next: () => scanner.next(),
    isBlank: () => scanner.isBlank,
    lines: () => scanner.lines,
    text: (most) => {
      const [from, until] = [scanner.start, Math.min(scanner.end, scanner.start + most)]
      return textBetween(records, from, until) ?? records.text.slice(from, until)
    },
    turn: () => null,
  }
}

/**
 * The same of records that were put in the order of persons: each is the last cell of another, after the number of the row,
 * its line, what is wrong with it as such (or ''), and the person. `recordsOf` makes records of a text.
 */
export function turnReader(
  records: Records,
  start: number,
  reading: Reading,
  recordsOf: (text: string) => Records,
): RowReader {
  const scanner = new CsvScanner(records.bytes, start, records.bytes.length)
  const cell = (index: number): string => cellText(records, scanner, index) ?? ''
  let inner: RowReader | null = null
  return {
    next: () => {
      inner = null
      return scanner.next()
    },
    isBlank: () => scanner.isBlank,
    lines: () => scanner.lines,
    text: (most) => cell(4).slice(0, most),
    read: () => {
      const fault = cell(2)
      if (fault !== '') return { ok: false, issues: [JSON.parse(fault) as RowIssue] }
      inner = rowReader(recordsOf(cell(4)), 0, reading)
      inner.next()
      return inner.read()
    },
    issuesOf: (issues) => inner?.issuesOf(issues) ?? issues,
    turn: () => ({ row: Number(cell(0)), line: Number(cell(1)), person: cell(3) }),
  }
}
