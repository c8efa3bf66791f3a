import { parseDate, parseMonth } from '../../runtime/date.ts'
import { CsvScanner, csvQuoted, recordEnd } from './csv.ts'
import { cellText } from './read-csv.ts'
import { LineScanner, readJsonRow } from './read-ndjson.ts'
import { textBetween, type Records, type RowFault } from './row.ts'
import { valueIn } from './write.ts'

/** Where a record says whose it is and of which day. Plain data. */
export interface TurnPlaces {
  readonly isCsv: boolean
  /** By their dotted names, and of CSV by their columns. */
  readonly person: { readonly name: string; readonly column: number }
  readonly day: { readonly name: string; readonly column: number }
}

/**
 * Records as rows of a table that is to be ordered by person, day and row: number of the row and its line (from 1), fault
 * as JSON, person, day, record. Where a record is faulty or nobody's, its person is ''; a day that is none is '' too, so
 * that it comes first.
 */
export function listTurns(
  records: Records,
  places: TurnPlaces,
  before: { readonly rows: number; readonly lines: number },
): { readonly text: string; readonly rows: number; readonly lines: number } {
  const { bytes, text } = records
  const scanner = places.isCsv ? new CsvScanner(bytes, 0, text.length) : new LineScanner(bytes, 0, text.length)
  let [rows, lines, listed] = [before.rows, before.lines, '']
  for (; scanner.next(); lines += scanner.lines) {
    if (scanner.isBlank) continue
    rows += 1
    const record = textBetween(records, scanner.start, scanner.end)
    const { fault, person, day } = turnOf(records, scanner, places, record)
    const cells = [fault === null ? '' : JSON.stringify(fault), person, day, record ?? '']
    listed += `${rows},${lines + 1},${cells.map(csvQuoted).join(',')}\n`
  }
  return { text: listed, rows, lines }
}

/** The same of a record that is too long to be read. */
export function listTooLong({ rows, lines }: { readonly rows: number; readonly lines: number }): string {
  const fault: RowFault = { code: 'record-too-long', path: '' }
  return `${rows + 1},${lines + 1},${csvQuoted(JSON.stringify(fault))},"","",""\n`
}

interface FoundTurn {
  readonly fault: RowFault | null
  readonly person: string
  readonly day: string
}

function turnOf(
  records: Records,
  scanner: CsvScanner | LineScanner,
  { person: who, day: when }: TurnPlaces,
  record: string | null,
): FoundTurn {
  if (record === null) return faulty({ code: 'not-utf8', path: '' })
  if (scanner instanceof LineScanner) {
    const row = readJsonRow(records, scanner, [who.name], [])
    // What can't be read at all is said when it is settled.
    if (!row.ok) return { fault: null, person: '', day: '' }
    const [person] = row.kept
    const input = typeof row.input === 'object' && row.input !== null ? row.input : {}
    return found(person, valueIn(input, when.name.split('.')), who.name)
  }
  if (scanner.fault !== null) return faulty({ code: scanner.fault, path: '' })
  const [person, day] = [who.column, when.column].map((column) => cellText(records, scanner, column))
  return found(scanner.count > Math.max(who.column, when.column) ? person : '', day, who.name)
}

function found(person: unknown, day: unknown, name: string): FoundTurn {
  const isNamed = (typeof person === 'string' && person !== '') || Number.isSafeInteger(person)
  if (!isNamed) return faulty({ code: 'no-person', path: name })
  const isDay = typeof day === 'string' && (parseDate(day) ?? parseMonth(day)) !== null
  return { fault: null, person: String(person), day: isDay ? day : '' }
}

function faulty(fault: RowFault): FoundTurn {
  return { fault, person: '', day: '' }
}

const PERSON = 3

/** Where the rows of a person end, at `target` or later; see `recordEnd`. */
export function turnsEnd(bytes: Uint8Array, start: number, end: number, target: number, isLast: boolean): number {
  let at = recordEnd(bytes, start, end, target, isLast)
  let person: string | null = null
  while (at >= 0 && at < end) {
    const next = recordEnd(bytes, at, end, at, isLast)
    if (next < 0) return -1
    const each = personIn(bytes.subarray(at, next))
    if (person !== null && each !== person) return at
    person = each
    at = next
  }
  return at === end && isLast ? end : -1
}

const decoder = new TextDecoder()

function personIn(record: Uint8Array): string {
  const scanner = new CsvScanner(record, 0, record.length)
  scanner.next()
  return decoder.decode(record.subarray(scanner.starts[PERSON], scanner.ends[PERSON]))
}
