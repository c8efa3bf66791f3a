import { csvCell, csvText } from './csv.ts'
import type { OutputColumn } from './columns.ts'

/** How results are written: `table` is CSV for a program, in which only what is in quotes can be an empty text. */
export type Written = 'csv' | 'ndjson' | 'table'

/** The line that names the columns, without its end; '' where the rows do. */
export function headerLine(written: Written, keep: readonly string[], outputs: readonly OutputColumn[]): string {
  if (written === 'ndjson') return ''
  return [...keep, ...outputs.map(({ path }) => path)].map(csvCell).join(',')
}

/** A result as a line, without its end: the columns that are kept, then what came out. */
export function writeRow(
  output: object,
  kept: readonly unknown[],
  written: Written,
  keep: readonly string[],
  outputs: readonly OutputColumn[],
): string {
  if (written === 'ndjson') {
    if (keep.length === 0) return JSON.stringify(output)
    const first = Object.fromEntries(keep.map((name, index) => [name, kept[index] ?? null]))
    return JSON.stringify({ ...first, ...output })
  }
  const isTable = written === 'table'
  let line = ''
  for (const value of kept) line += `${keptCell(value, isTable)},`
  for (let index = 0; index < outputs.length; index++) {
    const column = outputs[index]
    if (!column) continue
    const value = valueIn(output, column.keys)
    if (index > 0) line += ','
    line += cell(value, column, isTable)
  }
  return line
}

/** What stands at a path of a result; undefined where nothing does. */
export function valueIn(output: object, keys: readonly string[]): unknown {
  let value: unknown = output
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Readonly<Record<string, unknown>>)[key]
  }
  return value
}

function keptCell(value: unknown, isTable: boolean): string {
  if (value === null || value === undefined) return ''
  return textCell(textOf(value), isTable)
}

function cell(value: unknown, { holds }: OutputColumn, isTable: boolean): string {
  if (value === null || value === undefined) return ''
  switch (holds.kind) {
    case 'text':
      return textCell(textOf(value), isTable)
    case 'texts':
      return csvCell(JSON.stringify(value))
    case 'number':
    case 'date':
    case 'region':
    case 'boolean':
    case 'choice':
      return textOf(value)
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** A text as a cell: of a table, where nothing in quotes is an empty text, or for people. */
export function textCell(text: string, isTable: boolean): string {
  if (!isTable) return csvText(text)
  return text === '' ? '""' : csvCell(text)
}
