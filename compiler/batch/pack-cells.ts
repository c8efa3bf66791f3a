import { arrayFor, givenName, inputBuffers, outputBuffers, textsName } from '../../runtime/column-buffers.ts'
import type { Column, ColumnArray, Columns, Layout } from '../../runtime/columns.ts'
import { dayIn, fenIn, isSame, wholeIn } from './bytes.ts'
import type { CsvScanner } from './csv.ts'
import type { CellUse } from './read-csv.ts'

/** Puts the cells of a record into a row of columns; false where one of them has to be looked at more closely. */
export type PackRow = (scanner: CsvScanner, row: number) => boolean

/** Columns of the input for so many rows, and what fills them. Lists are empty. */
export function packerOf(
  bytes: Uint8Array,
  layout: Layout,
  uses: readonly CellUse[],
  rows: number,
): { readonly columns: Columns; readonly pack: PackRow } {
  const columns = columnsFor(inputBuffers(layout), rows)
  const byName = new Map(layout.input.map((column) => [column.name, column]))
  const lists = new Set(layout.lists.map(({ path }) => path))
  const cells = uses.map((use) => {
    if (use.kind !== 'input') return null
    const { path } = use.column
    const column = byName.get(path)
    return column ? packCell(bytes, column, columns) : lists.has(path) ? emptyList(bytes) : never
  })
  const pairs = layout.pairs.map(({ name, keys }) => ({
    array: columns[name] as Uint8Array,
    cells: keys.map((key) =>
      uses.flatMap((use, index) => (use.kind === 'input' && use.column.alternative === key ? [index] : [])),
    ),
  }))
  // A column of an alternative that is not there may be empty.
  const alternative = uses.map((use) => use.kind === 'input' && use.column.alternative !== null)
  const pack: PackRow = ({ starts, ends, quotes, count }, row) => {
    if (count !== cells.length) return false
    for (let index = 0; index < count; index++) {
      const cell = cells[index]
      if (!cell) continue
      const [start, end] = [starts[index] ?? 0, ends[index] ?? 0]
      if (start === end && alternative[index]) continue
      if (quotes[index] === 2 || !cell(start, end, row)) return false
    }
    for (const { array, cells: sides } of pairs) {
      const [first = false, second = false] = sides.map((side) => side.some((index) => starts[index] !== ends[index]))
      if (first === second) return false
      // Of an alternative that is there, every cell has to be.
      const own = sides[first ? 0 : 1] ?? []
      if (own.some((index) => starts[index] === ends[index])) return false
      array[row] = first ? 0 : 1
    }
    return true
  }
  return { columns, pack }
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

type PackCell = (start: number, end: number, row: number) => boolean

const never: PackCell = () => false

/** `[]`: other lists are read as JSON. */
function emptyList(bytes: Uint8Array): PackCell {
  return (start, end) => end - start === 2 && bytes[start] === 0x5b && bytes[start + 1] === 0x5d
}

function packCell(bytes: Uint8Array, column: Column, columns: Columns): PackCell {
  const array = columns[column.name] as ColumnArray
  const cell = packGiven(bytes, column, array)
  if (!column.optional) return cell
  const given = columns[givenName(column.name)] as Uint8Array
  return (start, end, row) => {
    given[row] = start === end ? 0 : 1
    return start === end || cell(start, end, row)
  }
}

function packGiven(bytes: Uint8Array, { holds }: Column, array: ColumnArray): PackCell {
  const number = (read: (start: number, end: number) => number): PackCell => {
    return (start, end, row) => {
      const value = read(start, end)
      array[row] = value
      return value === value
    }
  }
  switch (holds.kind) {
    case 'number':
      if (holds.of === 'money') return number((start, end) => fenIn(bytes, start, end))
      return holds.of === 'months' ? number((start, end) => wholeIn(bytes, start, end, 4)) : never
    case 'date':
      return holds.byMonth ? never : number((start, end) => dayIn(bytes, start, end))
    case 'region':
      return number((start, end) => (end - start === 6 ? wholeIn(bytes, start, end, 6) : Number.NaN))
    case 'boolean':
      return number((start, end) =>
        isSame(bytes, start, end, yes) ? 1 : isSame(bytes, start, end, no) ? 0 : Number.NaN,
      )
    case 'choice': {
      const members = holds.members.map((member) => encoder.encode(member))
      return (start, end, row) => {
        for (let member = 0; member < members.length; member++) {
          if (!isSame(bytes, start, end, members[member] ?? no)) continue
          array[row] = member
          return true
        }
        return false
      }
    }
    case 'text':
    case 'texts':
      return never
  }
}

const encoder = new TextEncoder()
const [yes, no] = [encoder.encode('true'), encoder.encode('false')]
