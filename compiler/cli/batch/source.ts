import { closeSync, existsSync, fstatSync, openSync } from 'node:fs'
import type { Carried } from '../../batch/history.ts'
import { turnsEnd } from '../../batch/list-turns.ts'
import type { Reading } from '../../batch/row-reader.ts'
import type { Call } from '../command.ts'
import { carriedIn, orderByPerson } from './by-person.ts'
import { ignored, readHead, type Head } from './header.ts'
import { endOfRecord, type EndOf } from './input-pieces.ts'
import type { Job, RowsRead } from './job.ts'
import { unpackParquet } from './parquet.ts'
import { Journal } from './journal.ts'
import type { Paths } from './work-folder.ts'

/** The text that is cut into pieces: the input, or what was made of it. */
export interface Source {
  readonly file: number
  readonly size: number
  readonly endOf: EndOf
  /** Where the rows start, and how many lines there are before. */
  readonly start: number
  readonly lines: number
  readonly reading: Reading
  readonly carried: Carried | null
}

/** The rows of the input, in their order. */
export interface Rows {
  readonly file: number
  readonly head: Head
  readonly reading: Reading
}

/** Opens the input, or what is made of it first where it is no text, unless that is there already. */
export async function openRows(
  job: RowsRead,
  paths: Pick<Paths, 'folder' | 'unpacked'>,
  isThere: boolean,
): Promise<Rows> {
  const { input, keep } = job
  const isParquet = input.format === 'parquet'
  if (isParquet && !(isThere && existsSync(paths.unpacked))) await unpackParquet(job, paths)
  const file = openSync(isParquet ? paths.unpacked : input.path, 'r')
  const head = readHead(file, job)
  const format = input.format === 'ndjson' ? { kind: 'ndjson' as const } : { kind: 'csv' as const, uses: head.uses }
  return { file, head, reading: { format, keep, ignore: ignored(job) } }
}

/** Opens the input; what has to be made of it first is made, unless it is there from a run that was interrupted. */
export async function openSource(job: Job, paths: Paths, { terminal, words, switches }: Call): Promise<Source> {
  // Without a line that says what it is for, what was made may be of another input.
  const isBegun = new Journal(paths.journal).before !== null
  const { file, head, reading } = await openRows(job, paths, isBegun)
  if (job.person === null) {
    const { start, lines } = head
    return {
      file,
      size: fstatSync(file).size,
      endOf: endOfRecord(reading.format.kind === 'csv'),
      start,
      lines,
      reading,
      carried: null,
    }
  }
  const carried = carriedIn(job)
  if (!switches.has('quiet')) terminal.progress(words.batch.preparing)
  if (!isBegun || !existsSync(paths.turns)) await orderByPerson(file, head, job, paths)
  terminal.progress('')
  closeSync(file)
  const turns = openSync(paths.turns, 'r')
  return { file: turns, size: fstatSync(turns).size, endOf: turnsEnd, start: 0, lines: 0, reading, carried }
}
