import { givenName, statusName, textsName } from '../../runtime/columns/buffers.ts'
import type { Column, ColumnArray, Columns, Layout } from '../../runtime/columns/columns.ts'
import { formatDate, formatMonth } from '../../runtime/date.ts'
import { fraction, toText } from '../../runtime/rational.ts'
import { isShort, putFen, type Bytes } from './bytes.ts'
import type { OutputColumn } from './columns.ts'
import { csvCell } from './csv.ts'
import type { Sums } from './sums.ts'
import { textCell } from './write.ts'

/** Writes the cells of a row that was settled over columns, as CSV, behind those that are kept. */
export type WriteRow = (out: Bytes, row: number) => void

/** `about`: the policy and the edition, which stand first. */
export function cellWriter(
  layout: Layout,
  columns: Columns,
  outputs: readonly OutputColumn[],
  about: readonly string[],
  isTable: boolean,
): WriteRow {
  const byName = new Map(layout.output.map((column) => [column.name, column]))
  const cells = outputs.slice(about.length).map(({ path }) => {
    const column = byName.get(path)
    return column ? writeCell(column, columns, isTable) : nothing
  })
  const first = encoder.encode(about.map((text) => textCell(text, isTable)).join(','))
  // What most columns are goes without asking them.
  const amounts = outputs.slice(about.length).map(({ path }) => {
    const column = byName.get(path)
    const isAmount = column?.holds.kind === 'number' && column.holds.of === 'money' && !column.optional
    return isAmount ? (columns[path] as Float64Array) : null
  })
  return (out, row) => {
    out.copy(first, 0, first.length)
    let { at, view } = out
    for (let index = 0; index < cells.length; index++) {
      view.setUint8(at++, COMMA)
      const fen = amounts[index]?.[row] ?? -1
      if (isShort(fen)) at = putFen(view, at, fen)
      else {
        out.at = at
        cells[index]?.(out, row)
        at = out.at
        view = out.view
      }
    }
    view.setUint8(at, NEWLINE)
    out.at = at + 1
  }
}

/** Adds the amounts of the first rows, of those that are settled, to the sums. */
export function addColumns(layout: Layout, columns: Columns, rows: number, sums: Sums): void {
  const status = columns[statusName] as Uint16Array
  for (const { name } of layout.output) {
    const amount = sums.placeOf(name)
    if (amount >= 0) sums.addAll(amount, columns[name] as Float64Array, status, rows)
  }
}

const encoder = new TextEncoder()
const COMMA = 0x2c
const NEWLINE = 0x0a
const nothing: WriteRow = () => {}

function writeCell(column: Column, columns: Columns, isTable: boolean): WriteRow {
  const cell = writeGiven(column, columns, isTable)
  if (!column.optional) return cell
  const given = columns[givenName(column.name)] as Uint8Array
  return (out, row) => {
    if (given[row] === 1) cell(out, row)
  }
}

function writeGiven({ name, holds }: Column, columns: Columns, isTable: boolean): WriteRow {
  const array = columns[name] as ColumnArray
  const text = (textOf: (value: number) => string): WriteRow => {
    const known = new Map<number, Uint8Array>()
    return (out, row) => {
      const value = array[row] ?? 0
      let written = known.get(value)
      if (written === undefined) {
        written = encoder.encode(textOf(value))
        if (known.size < MOST_KNOWN) known.set(value, written)
      }
      out.copy(written, 0, written.length)
    }
  }
  switch (holds.kind) {
    case 'number': {
      if (holds.of === 'money') return (out, row) => out.fen(array[row] ?? 0)
      const { parts } = holds
      return text((value) => toText(fraction(BigInt(value), BigInt(parts))))
    }
    case 'date':
      return text(holds.byMonth ? formatMonth : formatDate)
    case 'region':
      return text(String)
    case 'boolean':
      return text((value) => (value === 1 ? 'true' : 'false'))
    case 'choice':
      return text((value) => holds.members[value] ?? '')
    case 'text':
      return (out, row) => out.text(textCell(columns[textsName(name)]?.[array[row] ?? 0] as string, isTable))
    case 'texts':
      return (out, row) => out.text(csvCell(columns[textsName(name)]?.[array[row] ?? 0] as string))
  }
}

const MOST_KNOWN = 4096
