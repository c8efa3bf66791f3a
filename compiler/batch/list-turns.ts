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

/** What a record says of itself: whose it is and of which day, or what is wrong with it as such. */
export interface FoundTurn {
  readonly fault: RowFault | null
  /** '' where the record is faulty or nobody's. */
  readonly person: string
  /** '' where there is none, so that it comes first. */
  readonly day: string
}

/**
 * Records as rows of a table that is to be ordered by person, day and row: number of the row and its line (from 1), fault
 * as JSON, person, day, record.
 */
export function listTurns(
  records: Records,
  places: TurnPlaces,
  before: { readonly rows: number; readonly lines: number },
): { readonly text: string; readonly rows: number; readonly lines: number } {
  let [rows, lines, listed] = [before.rows, before.lines, '']
  for (const { turn, record, taken } of turnsIn(records, places)) {
    if (turn) {
      rows += 1
      const cells = [turn.fault === null ? '' : JSON.stringify(turn.fault), turn.person, turn.day, record]
      listed += `${rows},${lines + 1},${cells.map(csvQuoted).join(',')}\n`
    }
    lines += taken
  }
  return { text: listed, rows, lines }
}

/** Each record as text (that of one which is none is ''), how many lines it takes, and its turn; null where it is blank. */
export function* turnsIn(
  records: Records,
  places: TurnPlaces,
): Generator<{ readonly turn: FoundTurn | null; readonly record: string; readonly taken: number }> {
  const { bytes } = records
  const scanner = places.isCsv ? new CsvScanner(bytes, 0, bytes.length) : new LineScanner(bytes, 0, bytes.length)
  while (scanner.next()) {
    const record = textBetween(records, scanner.start, scanner.end)
    const turn = scanner.isBlank ? null : turnOf(records, scanner, places, record)
    yield { turn, record: record ?? '', taken: scanner.lines }
  }
}

/** The same of a record that is too long to be read. */
export function listTooLong({ rows, lines }: { readonly rows: number; readonly lines: number }): string {
  const fault: RowFault = { code: 'record-too-long', path: '' }
  return `${rows + 1},${lines + 1},${csvQuoted(JSON.stringify(fault))},"","",""\n`
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
  // With a space before or after it, a name would be another person's, whose year starts at zero.
  const isText = typeof person === 'string' && person !== '' && person === person.trim()
  const isNamed = isText || Number.isSafeInteger(person)
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
