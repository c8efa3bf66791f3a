import { givenName } from '../../runtime/columns/buffers.ts'
import type { Column, Layout } from '../../compiler/columns/layout.ts'
import { parseDate, parseMonth } from '../../runtime/date.ts'
import { multiply, ofInteger, parse } from '../../runtime/rational.ts'
import type { ColumnSet } from './columns.ts'

/** Puts a case, which is well formed, into the cells of a row. */
export function putCase({ input, pairs }: Layout, columns: ColumnSet, row: number, record: unknown): void {
  for (const { name, keys } of pairs) columns[name]![row] = at(record, keys[0]) === undefined ? 1 : 0
  for (const column of input) {
    const value = at(record, column.name)
    if (value === undefined) continue
    columns[column.name]![row] = value === null ? 77 : cellOf(column, value)
    if (column.optional) columns[givenName(column.name)]![row] = value === null ? 0 : 1
  }
}

/** The cells of a row of the output by name, as a result has them. */
export function cellsOfResult({ output }: Layout, result: unknown): Readonly<Record<string, number>> {
  return Object.fromEntries(
    output.flatMap((column) => {
      const value = at(result, column.name)
      const cell = [column.name, value === null ? 0 : cellOf(column, value)] as const
      return column.optional ? [cell, [givenName(column.name), value === null ? 0 : 1] as const] : [cell]
    }),
  )
}

/** The cells of a row as they are. */
export function cellsAt(columns: ColumnSet, row: number, names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name) => [name, columns[name]![row] ?? Number.NaN]))
}

function at(record: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Readonly<Record<string, unknown>> | undefined)?.[key], record)
}

function cellOf({ holds }: Column, value: unknown): number {
  const text = String(value)
  switch (holds.kind) {
    case 'number':
      return Number(multiply(parse(text), ofInteger(holds.parts)).n)
    case 'date':
      return (holds.byMonth ? parseMonth(text) : parseDate(text)) ?? Number.NaN
    case 'boolean':
      return value === true ? 1 : 0
    case 'region':
      return Number(text)
    case 'choice':
      return holds.members.indexOf(text)
    case 'text':
    case 'texts':
      return Number.NaN
  }
}
