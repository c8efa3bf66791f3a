import type { Span } from '../../grammar/tree.ts'

export interface CsvCell {
  readonly text: string
  readonly span: Span
}
/** `broken`: where a quote or a line end stands that belongs to no cell; the rest of that line is left out. */
export interface Csv {
  readonly rows: readonly (readonly CsvCell[])[]
  readonly broken: readonly Span[]
}

const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r?\n|$)/y
const restOfLine = /[^\n]*(?:\n|$)/y

/**
 * Comma-separated values by RFC 4180 and nothing beside it: a cell with a comma, a quote or a line end in it stands in
 * quotes, a quote in it is doubled; lines end in LF or CRLF. A byte order mark is skipped. Written here and not taken
 * from a library, since a problem has to point at the cell: those that are alive give lines, not offsets.
 */
export function readCsv(text: string): Csv {
  const rows: CsvCell[][] = []
  const broken: Span[] = []
  let row: CsvCell[] = []
  let offset = text.startsWith('\uFEFF') ? 1 : 0
  let isOpen = false
  while (offset < text.length || isOpen) {
    cell.lastIndex = offset
    const [all, written = '', end = ''] = cell.exec(text) ?? []
    if (all === undefined) {
      restOfLine.lastIndex = offset
      const skipped = restOfLine.exec(text)?.[0] ?? ''
      broken.push({ start: offset, end: offset + skipped.trimEnd().length })
      offset += skipped.length
      isOpen = false
      row = []
      continue
    }
    const plain = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written
    row.push({ text: plain, span: { start: offset, end: offset + written.length } })
    offset += all.length
    isOpen = end === ','
    if (!isOpen) {
      rows.push(row)
      row = []
    }
  }
  return { rows, broken }
}
