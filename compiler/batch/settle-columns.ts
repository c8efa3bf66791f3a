import { parseDate } from '../../runtime/date.ts'
import { statusName } from '../../runtime/columns/buffers.ts'
import { SETTLED, type Columns, type Layout } from '../../runtime/columns/columns.ts'
import { Bytes } from './bytes.ts'
import type { OutputColumn } from './columns.ts'
import { CsvScanner } from './csv.ts'
import { emptyOutput, NOT_PLAIN, Packer, type KeptPlaces } from './pack-cells.ts'
import type { CellUse } from './read-csv.ts'
import type { Records } from './row.ts'
import type { Sums } from './sums.ts'
import { addColumns, cellWriter, type WriteRow } from './write-cells.ts'
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
class Side {
  /** The days that select it, once its rows are packed, and the first and the last. */
  readonly days: Int32Array
  readonly from: number
  readonly until: number
  readonly packer: Packer
  readonly status: Uint16Array
  readonly write: WriteRow
  rows = 0
  readonly #output: Columns
  readonly #edition: ColumnEdition

  constructor(edition: ColumnEdition, { uses, outputs, write }: ColumnWays, kept: KeptPlaces) {
    const { layout, policy, name, from, until, selectedBy } = edition
    const isTable = write === 'table'
    this.#edition = edition
    this.packer = new Packer(layout, uses, ROWS, kept, isTable)
    const isDay = layout.input.some((column) => column.name === selectedBy && !column.optional && column.under === null)
    this.days = (isDay ? this.packer.columns[selectedBy] : new Int32Array(0)) as Int32Array
    this.from = from === null ? -Infinity : (parseDate(from) ?? Infinity)
    this.until = until === null ? Infinity : (parseDate(until) ?? -Infinity)
    this.#output = emptyOutput(layout, ROWS)
    this.status = this.#output[statusName] as Uint16Array
    this.write = cellWriter(layout, this.#output, outputs, [policy, name], isTable)
  }

  /** Settles the rows that are packed, and adds them to the sums. */
  settle(sums: Sums): void {
    const { layout, settleColumns } = this.#edition
    settleColumns(this.packer.columns as never, this.#output as never, 0, this.rows)
    addColumns(layout, this.#output, this.rows, sums)
    this.rows = 0
  }
}

/** What settles the record that starts at an offset by itself; it gives the line of its result, or null. */
type Exactly = (start: number, row: number, line: number) => string | null

/** What is done of a record by itself. */
interface ByItself {
  readonly exactly: Exactly
  /** One row in so many is handed out with what was written of it; null: none. */
  readonly sampleEvery: number | null
  readonly sample: (start: number, row: number, line: number, written: string) => void
}

/** How records are read and written. */
interface ColumnWays {
  readonly uses: readonly CellUse[]
  readonly write: Exclude<Written, 'ndjson'>
  readonly outputs: readonly OutputColumn[]
}

interface SettledOverColumns {
  readonly output: Uint8Array<ArrayBuffer>
  readonly rows: number
  readonly lines: number
}

/** Settles records of CSV over columns, block by block; each that can't be, by itself. */
export type SettleOverColumns = (records: Records, start: number, sums: Sums, byItself: ByItself) => SettledOverColumns

export function columnSettler(editions: readonly ColumnEdition[], ways: ColumnWays): SettleOverColumns {
  const width = ways.uses.filter(({ kind }) => kind === 'kept').length
  const held = newHeld(width)
  const sides = editions.map((edition) => new Side(edition, ways, held.kept))
  return ({ bytes }, start, sums, byItself) => settleBlocks(bytes, start, sides, held, sums, byItself)
}

function settleBlocks(
  bytes: Uint8Array,
  start: number,
  sides: readonly Side[],
  held: Held,
  sums: Sums,
  { exactly, sampleEvery, sample }: ByItself,
): SettledOverColumns {
  const { length } = bytes
  const { width } = held.kept
  const out = new Bytes(Math.round((length - start) * 1.5))
  // Up to there every record ends in a line end.
  const known = bytes.lastIndexOf(NEWLINE, length - 1) + 1
  let [rows, lines, side] = [0, 0, 0]
  /** Packs the record that starts here under the one edition that is in force on its day: as the last, or another. */
  const pack = (at: number): number => {
    for (let each = 0; each < sides.length; each++) {
      const index = (side + each) % sides.length
      const one = sides[index]
      const next = one ? one.packer.pack(bytes, at, one.rows, held.rows) : NOT_PLAIN
      if (!one || next === NOT_PLAIN || !isAlone(one, sides)) continue
      side = index
      return next
    }
    return NOT_PLAIN
  }
  const flush = (): void => {
    for (const each of sides) each.settle(sums)
    for (let each = 0; each < held.rows; each++) {
      const which = sides[held.sides[each] ?? NOWHERE]
      const place = held.places[each] ?? 0
      if (which && which.status[place] === SETTLED) {
        const from = out.at
        for (let cell = each * width; cell < (each + 1) * width; cell++) {
          out.copy(bytes, held.kept.starts[cell] ?? 0, held.kept.ends[cell] ?? 0)
          out.byte(COMMA)
        }
        which.write(out, place)
        if (sampleEvery !== null && (rows + each) % sampleEvery === 0)
          sample(held.starts[each] ?? 0, rows + each, held.lines[each] ?? 0, out.textFrom(from))
      } else {
        const line = exactly(held.starts[each] ?? 0, rows + each, held.lines[each] ?? 0)
        if (line !== null) out.text(`${line}\n`)
      }
    }
    rows += held.rows
    held.rows = 0
  }
  const scanner = new CsvScanner(bytes, start, length)
  for (let at = start; at < length;) {
    const next = at < known ? pack(at) : NOT_PLAIN
    const isPacked = next !== NOT_PLAIN
    if (!isPacked) {
      scanner.goTo(at)
      scanner.next()
    }
    if (isPacked || !scanner.isBlank) {
      held.starts[held.rows] = at
      held.lines[held.rows] = lines
      held.sides[held.rows] = isPacked ? side : NOWHERE
      held.places[held.rows] = isPacked ? sides[side]!.rows++ : 0
      held.rows += 1
    }
    lines += isPacked ? 1 : scanner.lines
    at = isPacked ? next : scanner.at
    if (held.rows === ROWS) flush()
  }
  flush()
  return { output: out.taken(), rows, lines }
}

/** The rows of a block: where each is in the file, and in which columns. */
type Held = ReturnType<typeof newHeld>

function newHeld(width: number) {
  const [starts, lines, sides, places] = [
    new Int32Array(ROWS),
    new Int32Array(ROWS),
    new Int8Array(ROWS),
    new Int32Array(ROWS),
  ]
  const kept: KeptPlaces = { width, starts: new Int32Array(ROWS * width), ends: new Int32Array(ROWS * width) }
  return { rows: 0, starts, lines, sides, places, kept }
}

/** Is the row that was packed last of a day on which no other edition is in force? */
function isAlone(side: Side, sides: readonly Side[]): boolean {
  const day = side.days[side.rows] ?? Number.NaN
  if (!(day >= side.from && day <= side.until)) return false
  for (const other of sides) if (other !== side && day >= other.from && day <= other.until) return false
  return true
}

const [COMMA, NEWLINE] = [0x2c, 0x0a] as const
