import { parseDate } from '../../runtime/date.ts'
import { statusName } from '../../runtime/column-buffers.ts'
import { SETTLED, type Columns, type Layout } from '../../runtime/columns.ts'
import { Bytes, dayIn } from './bytes.ts'
import type { OutputColumn } from './columns.ts'
import { CsvScanner } from './csv.ts'
import { emptyOutput, packerOf, type PackRow } from './pack-cells.ts'
import type { CellUse } from './read-csv.ts'
import type { Records } from './row.ts'
import type { Sums } from './sums.ts'
import { cellWriter, type WriteRow } from './write-cells.ts'
import type { Written } from './write.ts'

/** A compiled edition over columns. */
export interface ColumnEdition {
  readonly policy: string
  readonly name: string
  /** Inclusive, YYYY-MM-DD; null is open. */
  readonly from: string | null
  readonly until: string | null
  readonly selectedBy: string
  readonly layout: Layout
  readonly settleColumns: (input: never, output: never, from: number, to: number) => void
}

// So many rows that their columns stay in the cache.
const ROWS = 1024
const NOWHERE = -1

/** An edition with its columns; those of the rows that were packed last. */
interface Side {
  readonly edition: ColumnEdition
  /** The column of the day that selects it, and its first and last. */
  readonly day: number
  readonly from: number
  readonly until: number
  readonly input: Columns
  readonly pack: PackRow
  readonly output: Columns
  readonly status: Uint16Array
  readonly write: WriteRow
  rows: number
}

/** What settles the record that starts at an offset by itself; it gives the line of its result, or null. */
type Exactly = (start: number, row: number, line: number) => string | null

export interface ColumnWays {
  readonly uses: readonly CellUse[]
  readonly write: Exclude<Written, 'ndjson'>
  readonly outputs: readonly OutputColumn[]
  readonly sums: Sums
  readonly exactly: Exactly
}

interface SettledOverColumns {
  readonly output: Uint8Array<ArrayBuffer>
  readonly rows: number
  readonly lines: number
}

/** Settles records of CSV over columns, block by block; each that can't be, by itself. */
export function settleOverColumns(
  records: Records,
  start: number,
  editions: readonly ColumnEdition[],
  { uses, outputs, write, sums, exactly }: ColumnWays,
): SettledOverColumns {
  const { bytes } = records
  const scanner = new CsvScanner(bytes, start, records.text.length)
  const isTable = write === 'table'
  const sides = editions.map((edition) => sideOf(edition, bytes, uses, outputs, sums, isTable))
  const kept = uses.flatMap((use, index) => (use.kind === 'kept' ? [[use.index, index] as const] : []))
  const keptColumns = kept.toSorted(([one], [other]) => one - other).map(([, column]) => column)
  const width = keptColumns.length
  const out = new Bytes(Math.round((bytes.length - start) * 1.5))
  const held = newHeld(width)
  let [rows, lines] = [0, 0]
  const hold = (): void => {
    const index = scanner.fault === null ? sideFor(sides, scanner, bytes) : NOWHERE
    const side = sides[index]
    let isPacked = side !== undefined && side.pack(scanner, side.rows)
    for (let each = 0; each < width; each++) {
      const column = keptColumns[each] ?? 0
      const [from, until] = [scanner.starts[column] ?? 0, scanner.ends[column] ?? 0]
      if (scanner.quotes[column] !== 0 || !isPlain(bytes, from, until, isTable)) isPacked = false
      held.keptStarts[held.rows * width + each] = from
      held.keptEnds[held.rows * width + each] = until
    }
    held.starts[held.rows] = scanner.start
    held.lines[held.rows] = lines
    held.sides[held.rows] = isPacked ? index : NOWHERE
    held.places[held.rows] = isPacked && side ? side.rows++ : 0
    held.rows += 1
  }
  const flush = (): void => {
    for (const side of sides) {
      side.edition.settleColumns(side.input as never, side.output as never, 0, side.rows)
      side.rows = 0
    }
    for (let each = 0; each < held.rows; each++) {
      const side = sides[held.sides[each] ?? NOWHERE]
      const place = held.places[each] ?? 0
      if (side && side.status[place] === SETTLED) {
        for (let cell = each * width; cell < (each + 1) * width; cell++) {
          out.copy(bytes, held.keptStarts[cell] ?? 0, held.keptEnds[cell] ?? 0)
          out.byte(COMMA)
        }
        side.write(out, place)
      } else {
        const line = exactly(held.starts[each] ?? 0, rows + each, held.lines[each] ?? 0)
        if (line !== null) out.text(`${line}\n`)
      }
    }
    rows += held.rows
    held.rows = 0
  }
  for (; scanner.next(); lines += scanner.lines) {
    if (scanner.isBlank) continue
    hold()
    if (held.rows === ROWS) flush()
  }
  flush()
  return { output: out.taken(), rows, lines }
}

/** The rows of a block: where each is in the file, and in which columns. */
function newHeld(width: number) {
  const [starts, lines, sides, places] = [
    new Int32Array(ROWS),
    new Int32Array(ROWS),
    new Int8Array(ROWS),
    new Int32Array(ROWS),
  ]
  const [keptStarts, keptEnds] = [new Int32Array(ROWS * width), new Int32Array(ROWS * width)]
  return { rows: 0, starts, lines, sides, places, keptStarts, keptEnds }
}

/** The one edition that is in force on the day of a record. */
function sideFor(sides: readonly Side[], { starts, ends }: CsvScanner, bytes: Uint8Array): number {
  let found = NOWHERE
  for (let index = 0; index < sides.length; index++) {
    const side = sides[index]
    if (!side) continue
    const day = side.day < 0 ? Number.NaN : dayIn(bytes, starts[side.day] ?? 0, ends[side.day] ?? 0)
    if (!(day >= side.from && day <= side.until)) continue
    if (found !== NOWHERE) return NOWHERE
    found = index
  }
  return found
}

const COMMA = 0x2c

/** Can a cell be written as it stands? Not where it is empty in a table, not plain text, or a formula to a spreadsheet. */
function isPlain(bytes: Uint8Array, start: number, end: number, isTable: boolean): boolean {
  if (start === end) return !isTable
  const first = bytes[start] ?? 0
  if (!isTable && (first < ZERO || first === EQUALS || first === AT)) return false
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0
    if (byte < SPACE || byte > LAST_ASCII) return false
  }
  return true
}

const [SPACE, ZERO, EQUALS, AT, LAST_ASCII] = [0x20, 0x30, 0x3d, 0x40, 0x7e] as const

function sideOf(
  edition: ColumnEdition,
  bytes: Uint8Array,
  uses: readonly CellUse[],
  outputs: readonly OutputColumn[],
  sums: Sums,
  isTable: boolean,
): Side {
  const { layout, policy, name, from, until, selectedBy } = edition
  const { columns, pack } = packerOf(bytes, layout, uses, ROWS)
  const output = emptyOutput(layout, ROWS)
  return {
    edition,
    day: uses.findIndex((use) => use.kind === 'input' && use.column.path === selectedBy),
    from: from === null ? -Infinity : (parseDate(from) ?? Infinity),
    until: until === null ? Infinity : (parseDate(until) ?? -Infinity),
    input: columns,
    pack,
    output,
    status: output[statusName] as Uint16Array,
    write: cellWriter(layout, output, outputs, [policy, name], sums, isTable),
    rows: 0,
  }
}
