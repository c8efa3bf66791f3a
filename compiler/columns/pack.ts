import { arrayFor, givenName, inputBuffers, outputBuffers, textsName } from '../../runtime/columns/buffers.ts'
import { placeOfText } from '../../runtime/columns/rows.ts'
import type { Column, ColumnArray, Columns, Layout } from '../../runtime/columns/columns.ts'
import { parseDate, parseMonth } from '../../runtime/date.ts'
import { fenOf } from '../../runtime/money-input.ts'
import { parse } from '../../runtime/rational.ts'

/** Cases as columns, and which of them are none: their cells are empty. */
export interface Packed {
  readonly columns: Columns
  /** By row. What is wrong with such a case says whatever settles one case. */
  readonly isBad: readonly boolean[]
}

/** Empty columns for the output of so many rows. */
export function outputColumns(layout: Layout, rows: number): Columns {
  return Object.fromEntries(
    outputBuffers(layout).flatMap((buffer) => {
      const own = [buffer.name, arrayFor(buffer, rows, new Map())] as const
      return buffer.hasTexts ? [own, [textsName(buffer.name), []] as const] : [own]
    }),
  )
}

/** JSON cases as columns of the input. */
export function packCases(layout: Layout, cases: readonly unknown[]): Packed {
  const elements = new Map(
    layout.lists.map(({ path }) => [path, cases.reduce<number>((sum, each) => sum + elementsOf(each, path).length, 0)]),
  )
  const columns: Record<string, ColumnArray | string[]> = Object.fromEntries(
    inputBuffers(layout).flatMap((buffer) => {
      const own = [buffer.name, arrayFor(buffer, cases.length, elements)] as const
      return buffer.hasTexts ? [own, [textsName(buffer.name), []] as const] : [own]
    }),
  )
  const isBad = cases.map((each, row) => !packCase(layout, columns, row, each))
  return { columns, isBad }
}

type Open = Record<string, ColumnArray | string[]>

function packCase(layout: Layout, columns: Open, row: number, given: unknown): boolean {
  let isSound = true
  for (const { name, keys } of layout.pairs) {
    const has = keys.map((key) => isRecord(given) && Object.hasOwn(given, key))
    isSound &&= has[0] !== has[1]
    set(columns, name, row, has[1] === true ? 1 : 0)
  }
  const isElsewhere = ({ under }: Pick<Column, 'under'>): boolean =>
    under !== null && (columns[under.pair] as ColumnArray)[row] !== under.which
  for (const column of layout.input) {
    if (!isElsewhere(column)) isSound = packCell(column, column.name, columns, row, at(given, column.name)) && isSound
  }
  for (const list of layout.lists) {
    const offsets = columns[list.path] as ColumnArray
    const start = offsets[row] ?? 0
    const own = elementsOf(given, list.path)
    isSound &&= isElsewhere(list) || Array.isArray(at(given, list.path))
    offsets[row + 1] = start + own.length
    for (const [index, element] of own.entries()) {
      for (const column of list.columns) {
        const value = at(element, column.name)
        isSound = packCell(column, `${list.path}.${column.name}`, columns, start + index, value) && isSound
      }
    }
  }
  return isSound
}

function elementsOf(given: unknown, path: string): readonly unknown[] {
  const list = at(given, path)
  return Array.isArray(list) ? list : []
}

function at(given: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce((inner, key) => (isRecord(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined), given)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function set(columns: Open, name: string, place: number, value: number): void {
  ;(columns[name] as ColumnArray)[place] = value
}

function packCell(column: Column, name: string, columns: Open, place: number, value: unknown): boolean {
  if (column.optional) set(columns, givenName(name), place, value === null ? 0 : 1)
  if (column.optional && value === null) return true
  const cell = cellOf(column, value, columns[textsName(name)] as string[] | undefined)
  if (cell === null) return false
  set(columns, name, place, cell)
  return true
}

/** Null for what no cell of the column can be. */
function cellOf({ holds }: Column, value: unknown, texts: string[] | undefined): number | null {
  switch (holds.kind) {
    case 'number':
      return holds.of === 'money' ? numberOrNull(fenOf(value)) : countOf(value, holds.parts)
    case 'date':
      if (typeof value !== 'string') return null
      return holds.byMonth ? parseMonth(value) : parseDate(value)
    case 'boolean':
      return typeof value === 'boolean' ? Number(value) : null
    case 'region':
      return typeof value === 'string' && /^[1-9]\d{5}$/.test(value) ? Number(value) : null
    case 'choice': {
      const place = holds.members.indexOf(String(value))
      return typeof value === 'string' && place >= 0 ? place : null
    }
    case 'text':
    case 'texts':
      return typeof value === 'string' && texts ? placeOfText(texts, value) : null
  }
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}

function countOf(value: unknown, parts: number): number | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null
  if (!/^-?\d{1,16}(?:\.\d{1,6})?$/.test(String(value)) || (typeof value === 'number' && !Number.isInteger(value))) {
    return null
  }
  const { n, d } = parse(String(value))
  const count = Number((n * BigInt(parts)) / d)
  return (n * BigInt(parts)) % d === 0n && Number.isSafeInteger(count) ? count : null
}
