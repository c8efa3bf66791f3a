import { readSync } from 'node:fs'
import { CsvScanner, LONGEST_RECORD, recordEnd } from '../../batch/csv.ts'
import { inputColumns } from '../../batch/columns.ts'
import { cellText, useOf, type CellUse } from '../../batch/read-csv.ts'
import { Refusal } from '../command.ts'
import type { Job } from './job.ts'

/** Where the rows of a file of text start, after a byte order mark; and, of CSV, what its columns are for. */
export interface Head {
  readonly start: number
  readonly uses: readonly CellUse[]
}

/** Throws a Refusal that names every column that is missing, unknown or there twice. */
export function readHead(file: number, { input, programs, keep, ignore }: Job, isCsv: boolean): Head {
  const bytes = new Uint8Array(LONGEST_RECORD + 3)
  const length = readSync(file, bytes, 0, bytes.length, 0)
  const begin = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  if (!isCsv) return { start: begin, uses: [] }
  const end = recordEnd(bytes, begin, length, begin, length < bytes.length)
  const names = end > begin ? namesIn(bytes.subarray(0, end), begin) : null
  if (names === null) throw new Refusal((say) => say.batch.noHeader(input.path))
  const uses = useOf(names, inputColumns(programs), keep, ignore)
  if ('missing' in uses) throw new Refusal((say) => say.batch.wrongHeader(input.path, uses))
  return { start: end, uses }
}

function namesIn(bytes: Uint8Array, begin: number): readonly string[] | null {
  const scanner = new CsvScanner(bytes, begin, bytes.length)
  scanner.next()
  const records = { bytes, text: Buffer.from(bytes).toString('latin1'), isAscii: false }
  const names = Array.from({ length: scanner.count }, (_, index) => cellText(records, scanner, index))
  if (scanner.fault !== null || names.some((name) => name === null)) return null
  return names.flatMap((name) => name?.trim() ?? [])
}
