import { closeSync, fstatSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { carriedBy, type Carried } from '../../batch/history.ts'
import { listTooLong, listTurns, type TurnPlaces } from '../../batch/list-turns.ts'
import { Refusal } from '../command.ts'
import { withPath } from './append.ts'
import { quotedPath, quotedText, withDuckDb } from './duckdb.ts'
import type { Head } from './header.ts'
import { endOfRecord, inputPieces } from './input-pieces.ts'
import type { Job } from './job.ts'
import { recordsIn } from './records.ts'
import type { Paths } from './work-folder.ts'

/** What is carried through the rows of a person. Throws a Refusal where the decision carries nothing. */
export function carriedIn({ programs, decision }: Pick<Job, 'programs' | 'decision'>): Carried {
  const carried = carriedBy(programs)
  if (!carried) throw new Refusal((say) => say.nothingToCarry(decision))
  const { yearStart } = carried
  if (yearStart === null) throw new Refusal((say) => say.noYearStart(decision))
  return { ...carried, yearStart }
}

const read = `hive_partitioning = false, header = false, auto_detect = false, delim = ',', quote = '"', escape = '"', allow_quoted_nulls = false, max_line_size = 16777216`

/** Writes the rows in the order of persons, days and rows, each with where it stood. */
export async function orderByPerson(rows: number, head: Head, job: Job, paths: Paths): Promise<void> {
  const listed = `${paths.turns}.listed`
  listRows(rows, head, placesIn(head, job), listed)
  const columns = `{'row': 'BIGINT', 'line': 'BIGINT', 'fault': 'VARCHAR', 'person': 'VARCHAR', 'day': 'VARCHAR', 'record': 'VARCHAR'}`
  const made = `${paths.turns}.new`
  await withDuckDb(paths.folder, job.workers, (connection) =>
    connection.run(
      `COPY (SELECT row, line, fault, person, record FROM read_csv(${quotedPath(listed)}, columns = ${columns}, ${read}) ORDER BY person, day, row) TO ${quotedText(made)} (FORMAT csv, HEADER false)`,
    ),
  )
  rmSync(listed)
  renameSync(made, paths.turns)
}

/** Where the records of the input say whose they are, and of which day. */
export function placesIn(
  { names }: Pick<Head, 'names'>,
  { input, programs, person }: Pick<Job, 'input' | 'programs' | 'person'>,
): TurnPlaces {
  const day = programs[0]?.edition.selectedBy ?? ''
  const place = (name: string) => ({ name, column: names.indexOf(name) })
  return { isCsv: input.format !== 'ndjson', person: place(person ?? ''), day: place(day) }
}

function listRows(rows: number, head: Head, places: TurnPlaces, path: string): void {
  const out = openSync(path, 'w')
  let before = { rows: 0, lines: head.lines }
  for (const { bytes } of inputPieces(rows, head.start, fstatSync(rows).size, endOfRecord(places.isCsv))) {
    const listed = bytes
      ? listTurns(recordsIn(bytes), places, before)
      : { text: listTooLong(before), rows: before.rows + 1, lines: before.lines + 1 }
    const text = Buffer.from(listed.text)
    for (let at = 0; at < text.length;) at += withPath(path, () => writeSync(out, text, at))
    before = listed
  }
  closeSync(out)
}

/** Puts what was written for rows in the order of persons into the order of the input. */
export async function orderByRow(from: string, to: string, threads: number, folder: string): Promise<void> {
  const columns = `{'row': 'BIGINT', 'record': 'VARCHAR'}`
  await withDuckDb(folder, threads, (connection) =>
    connection.run(
      `COPY (SELECT record FROM read_csv(${quotedPath(from)}, columns = ${columns}, ${read}) ORDER BY row) TO ${quotedText(to)} (FORMAT csv, HEADER false, QUOTE '', ESCAPE '')`,
    ),
  )
}
