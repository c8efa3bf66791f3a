import { readSync } from 'node:fs'
import { CsvScanner, LONGEST_RECORD, NEWLINE, recordEnd } from '../../batch/csv.ts'
import { inputColumns, type InputColumn } from '../../batch/columns.ts'
import { carriedBy } from '../../batch/history.ts'
import { cellText, useOf, type CellUse, type WrongHeader } from '../../batch/read-csv.ts'
import { Refusal } from '../command.ts'
import type { Job, RowsRead } from './job.ts'

/** Where the rows of a file of text start, after a byte order mark; and, of CSV, what its columns are for. */
export interface Head {
  readonly start: number
  /** How many lines there are before. */
  readonly lines: number
  readonly names: readonly string[]
  readonly uses: readonly CellUse[]
}

/** Throws a Refusal that names every column that is missing, unknown or there twice. */
export function readHead(file: number, job: RowsRead): Head {
  const { input } = job
  const bytes = new Uint8Array(LONGEST_RECORD + 3)
  const length = readSync(file, bytes, 0, bytes.length, 0)
  const begin = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  if (input.format === 'ndjson') return { start: begin, lines: 0, names: [], uses: [] }
  const end = recordEnd(bytes, begin, length, begin, length < bytes.length)
  const names = end > begin ? namesIn(bytes.subarray(0, end), begin) : null
  const isOtherwiseSeparated = names?.length === 1 && /[;\t]/.test(names[0] ?? '')
  if (names === null || isOtherwiseSeparated) throw new Refusal((say) => say.batch.noHeader(input.path))
  const uses = useOf(names, columnsRead(job), job)
  if ('missing' in uses) throw wrongHeader(uses, job)
  const lines = bytes.subarray(0, end).filter((byte) => byte === NEWLINE).length
  return { start: end, lines, names, uses }
}

/** What is wrong with the columns of a file, those apart that are figures of the year. */
export interface WrongColumns extends WrongHeader {
  /** Not read, since rows are settled person by person. */
  readonly carried: readonly string[]
  /** Would some of those that are missing be carried, if they were? */
  readonly isCarriable: boolean
}

export function wrongHeader(
  { missing, unknown, twice }: WrongHeader,
  { input, programs, person }: Pick<Job, 'input' | 'programs' | 'person'>,
): Refusal {
  const figures = new Set(carriedBy(programs)?.figures.map(({ path }) => path))
  const carried = person === null ? [] : unknown.filter((name) => figures.has(name))
  const wrong: WrongColumns = {
    missing,
    unknown: unknown.filter((name) => !carried.includes(name)),
    twice,
    carried,
    isCarriable: person === null && missing.some((name) => figures.has(name)),
  }
  return new Refusal((say) => say.batch.wrongHeader(input.path, wrong))
}

function namesIn(bytes: Uint8Array, begin: number): readonly string[] | null {
  const scanner = new CsvScanner(bytes, begin, bytes.length)
  scanner.next()
  const records = { bytes, text: Buffer.from(bytes).toString('latin1'), isAscii: false }
  const names = Array.from({ length: scanner.count }, (_, index) => cellText(records, scanner, index))
  // Of a file whose lines end in a carriage return, or whose letters are of two bytes.
  const isNone = (name: string | null): boolean => name === null || /[\r\0]/.test(name)
  if (scanner.fault !== null || names.some(isNone)) return null
  return names.flatMap((name) => name?.trim() ?? [])
}

/** The columns of which a case is made; not those that are carried from one row of a person to the next. */
export function columnsRead({ programs, person }: Pick<Job, 'programs' | 'person'>): readonly InputColumn[] {
  const carried = person === null ? [] : (carriedBy(programs)?.figures ?? [])
  return inputColumns(programs).filter(({ path }) => !carried.some((figure) => figure.path === path))
}

/** What is taken out of a row, and used for nothing in the case. */
export function ignored({ keep, ignore, person }: Pick<Job, 'keep' | 'ignore' | 'person'>): readonly string[] {
  return person === null || keep.includes(person) ? ignore : [...ignore, person]
}
