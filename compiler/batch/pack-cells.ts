import { arrayFor, givenName, inputBuffers, outputBuffers, textsName } from '../../runtime/columns/buffers.ts'
import type { Column, ColumnArray, Columns, Layout } from '../../runtime/columns/columns.ts'
import { dayIn, wholeIn } from './bytes.ts'
import { LONGEST_RECORD } from './csv.ts'
import type { CellUse } from './read-csv.ts'
import { wordsOf, NO_WORD, type Words } from './words.ts'

/** Where the cells that are kept stand, so many for each row: from where, and up to where. */
export interface KeptPlaces {
  readonly width: number
  readonly starts: Int32Array
  readonly ends: Int32Array
}

export const NOT_PLAIN = -1

/** How the cells of a column are read. */
type Way = 'money' | 'months' | 'date' | 'region' | 'word' | 'empty-list' | 'kept' | 'ignored' | 'never'

/** How the cells of a column are read, and where they are put. A class, so that V8 sees one shape. */
class Cell {
  readonly way: Way
  readonly array: ColumnArray
  /** Whether the row has a value, where it need not. */
  readonly given: Uint8Array | null
  readonly words: Words
  /** A column of an alternative that is not there is empty. */
  readonly isAlternative: boolean
  /** Of what is kept, which one it is. */
  readonly place: number

  constructor(way: Way, { array, given, words, isAlternative, place }: Partial<Omit<Cell, 'way'>>) {
    this.way = way
    this.array = array ?? new Uint8Array(0)
    this.given = given ?? null
    this.words = words ?? noWords
    this.isAlternative = isAlternative ?? false
    this.place = place ?? 0
  }
}

const [COMMA, NEWLINE, RETURN, QUOTE] = [0x2c, 0x0a, 0x0d, 0x22] as const
const [SPACE, ZERO, POINT, EQUALS, AT, LAST_ASCII] = [0x20, 0x30, 0x2e, 0x3d, 0x40, 0x7e] as const
// So many digits of fen are below 2^31, so many below 2^53.
const [SHORT_AMOUNT, LONG_AMOUNT] = [9, 15] as const

/** Reads records of plain cells straight into columns, in one pass over the bytes. */
export class Packer {
  /** Columns of the input for so many rows. Lists are empty. */
  readonly columns: Columns
  readonly #cells: readonly Cell[]
  readonly #kept: KeptPlaces
  readonly #isTable: boolean
  readonly #areEmpty: Uint8Array
  readonly #isPair: (row: number) => boolean

  /** `isTable`: an empty cell that is kept is nothing, so that it can't be written as it stands. */
  constructor(layout: Layout, uses: readonly CellUse[], rows: number, kept: KeptPlaces, isTable: boolean) {
    this.columns = columnsFor(inputBuffers(layout), rows)
    this.#cells = uses.map((use) => cellOf(use, layout, this.columns))
    this.#kept = kept
    this.#isTable = isTable
    this.#areEmpty = new Uint8Array(uses.length)
    this.#isPair = pairsOf(layout, uses, this.columns, this.#areEmpty)
  }

  /**
   * Puts the cells of the record that starts at an offset into a row of the columns, and notes those that are kept as those
   * of `held`. Where the next record starts; `NOT_PLAIN` where this one has to be looked at more closely. A line end has to
   * follow somewhere.
   */
  pack(bytes: Uint8Array, start: number, row: number, held: number): number {
    const cells = this.#cells
    let at = start
    if (bytes[at] === NEWLINE || bytes[at] === RETURN) return NOT_PLAIN
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index]
      if (!cell) return NOT_PLAIN
      if (index > 0 && bytes[at++] !== COMMA) return NOT_PLAIN
      const isQuoted = bytes[at] === QUOTE
      if (isQuoted) at++
      if (cell.given !== null || cell.isAlternative) {
        const byte = bytes[at]
        const isEmpty = isQuoted ? byte === QUOTE : byte === COMMA || byte === NEWLINE || byte === RETURN
        if (cell.given !== null) cell.given[row] = isEmpty ? 0 : 1
        this.#areEmpty[index] = isEmpty ? 1 : 0
        if (!isEmpty) at = this.#readCell(cell, bytes, at, row, held)
      } else at = this.#readCell(cell, bytes, at, row, held)
      if (at < 0 || (isQuoted && bytes[at++] !== QUOTE)) return NOT_PLAIN
    }
    if (bytes[at] === RETURN) at++
    const isWhole = bytes[at] === NEWLINE && at - start <= LONGEST_RECORD
    return isWhole && this.#isPair(row) ? at + 1 : NOT_PLAIN
  }

  /** Where the cell ends that starts here; -1 where it is not what it has to be. */
  #readCell(cell: Cell, bytes: Uint8Array, start: number, row: number, held: number): number {
    const { array } = cell
    let at = start
    switch (cell.way) {
      case 'money': {
        let fen = 0
        let digit = (bytes[at] ?? 0) - ZERO
        for (; digit >>> 0 <= 9; digit = (bytes[++at] ?? 0) - ZERO) fen = (Math.imul(fen, 10) + digit) | 0
        let digits = at - start
        if (digits === 0) return NOT_PLAIN
        let [tens, ones] = [0, 0]
        if (bytes[at] === POINT) {
          tens = (bytes[++at] ?? 0) - ZERO
          if (tens >>> 0 > 9) return NOT_PLAIN
          ones = (bytes[++at] ?? 0) - ZERO
          if (ones >>> 0 > 9) ones = 0
          else at++
        }
        digits += 2
        if (digits <= SHORT_AMOUNT) array[row] = Math.imul(fen, 100) + tens * 10 + ones
        else if (digits > LONG_AMOUNT) return NOT_PLAIN
        else array[row] = wholeIn(bytes, start, start + digits - 2, LONG_AMOUNT) * 100 + tens * 10 + ones
        return at
      }
      case 'months':
      case 'region': {
        const most = cell.way === 'region' ? 6 : 4
        while (((bytes[at] ?? 0) - ZERO) >>> 0 <= 9) at++
        if (at === start || at - start > most || (most === 6 && at - start !== 6)) return NOT_PLAIN
        array[row] = wholeIn(bytes, start, at, most)
        return at
      }
      case 'date': {
        const day = dayIn(bytes, at)
        array[row] = day
        return day === day ? at + 10 : NOT_PLAIN
      }
      case 'word': {
        const { next, words } = cell.words
        let state = 0
        for (let byte = bytes[at] ?? 0; byte !== COMMA && byte >= SPACE && byte !== QUOTE; byte = bytes[++at] ?? 0)
          state = next[state * 256 + byte] ?? 0
        const word = words[state] ?? NO_WORD
        array[row] = word
        return word === NO_WORD ? NOT_PLAIN : at
      }
      case 'empty-list':
        return bytes[at] === 0x5b && bytes[at + 1] === 0x5d ? at + 2 : NOT_PLAIN
      case 'kept': {
        let byte = bytes[at] ?? 0
        // What a spreadsheet takes for a formula gets an apostrophe.
        const isRisky = byte < ZERO || byte === EQUALS || byte === AT
        for (; byte !== COMMA && byte >= SPACE && byte <= LAST_ASCII && byte !== QUOTE; byte = bytes[++at] ?? 0);
        if (this.#isTable ? at === start : isRisky && at > start) return NOT_PLAIN
        const place = held * this.#kept.width + cell.place
        this.#kept.starts[place] = start
        this.#kept.ends[place] = at
        return at
      }
      case 'ignored':
        for (let byte = bytes[at]; byte !== COMMA && byte !== NEWLINE && byte !== QUOTE; byte = bytes[++at]);
        return at
      case 'never':
        return NOT_PLAIN
    }
  }
}

/** Columns of the output for so many rows. */
export function emptyOutput(layout: Layout, rows: number): Columns {
  return columnsFor(outputBuffers(layout), rows)
}

function columnsFor(buffers: ReturnType<typeof inputBuffers>, rows: number): Columns {
  return Object.fromEntries(
    buffers.flatMap((buffer) => {
      const own = [buffer.name, arrayFor(buffer, rows, new Map())] as const
      return buffer.hasTexts ? [own, [textsName(buffer.name), []] as const] : [own]
    }),
  )
}

/** Says of a row which key of each pair it has; false where that is none, or both, or one that lacks a cell. */
function pairsOf(
  layout: Layout,
  uses: readonly CellUse[],
  columns: Columns,
  areEmpty: Uint8Array,
): (row: number) => boolean {
  const pairs = layout.pairs.map(({ name, keys }) => ({
    array: columns[name] as Uint8Array,
    sides: keys.map((key) =>
      uses.flatMap((use, index) => (use.kind === 'input' && use.column.alternative === key ? [index] : [])),
    ),
  }))
  return (row) => {
    for (const { array, sides } of pairs) {
      const [first = false, second = false] = sides.map((side) => side.some((index) => areEmpty[index] === 0))
      if (first === second) return false
      const own = sides[first ? 0 : 1] ?? []
      if (own.some((index) => areEmpty[index] === 1)) return false
      array[row] = first ? 0 : 1
    }
    return true
  }
}

function cellOf(use: CellUse, layout: Layout, columns: Columns): Cell {
  if (use.kind === 'kept') return new Cell('kept', { place: use.index })
  if (use.kind === 'ignored') return new Cell('ignored', {})
  const { path, alternative } = use.column
  const isAlternative = alternative !== null
  const column = layout.input.find(({ name }) => name === path)
  const isList = layout.lists.some((list) => list.path === path)
  if (!column) return new Cell(isList ? 'empty-list' : 'never', { isAlternative })
  return new Cell(wayOf(column), {
    array: columns[path] as ColumnArray,
    given: column.optional ? (columns[givenName(path)] as Uint8Array) : null,
    words: column.holds.kind === 'choice' ? wordsOf(column.holds.members) : noAndYes,
    isAlternative,
  })
}

const noWords = wordsOf([])
const noAndYes = wordsOf(['false', 'true'])

function wayOf({ holds }: Column): Way {
  switch (holds.kind) {
    case 'number':
      return holds.of === 'money' || holds.of === 'months' ? holds.of : 'never'
    case 'date':
      return holds.byMonth ? 'never' : 'date'
    case 'region':
      return 'region'
    case 'boolean':
    case 'choice':
      return 'word'
    case 'text':
    case 'texts':
      return 'never'
  }
}
