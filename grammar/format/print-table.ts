import type { Cell, Grid, Row } from '../tree.ts'
import { line, type Line } from './lines.ts'
import { printCell } from './print-expression.ts'
import { padEnd, padStart, widthOf } from './width.ts'
import type { Words } from './words.ts'

/** Rows with their bars one under the other; numbers stand to the right of a column of numbers. */
export function printGrid(grid: Grid, indent: number, words: Words): Line[] {
  return printRows(grid.head, grid.body, indent, words)
}

export function printRows(head: readonly Row[], body: readonly Row[], indent: number, words: Words): Line[] {
  const rows = [...head, ...body]
  const texts = rows.map((row) => row.cells.map((cell) => printCell(cell, words)))
  const count = Math.max(0, ...texts.map((cells) => cells.length))
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(0, ...texts.map((cells) => widthOf(cells[column] ?? ''))),
  )
  const numeric = widths.map((_, column) =>
    body.every((row) => isNumber(row.cells[column]) || isWord(row.cells[column])),
  )
  const lines = rows.map((row, index) => {
    const cells = row.cells.map((cell, column) => {
      const text = texts[index]?.[column] ?? ''
      const width = widths[column] ?? 0
      return index >= head.length && numeric[column] && isNumber(cell) ? padStart(text, width) : padEnd(text, width)
    })
    return line(indent, `| ${cells.join(' | ')} |`, row.span, 'never')
  })
  if (head.length === 0) return lines
  const end = head.at(-1)!.span.end
  const ruler = line(
    indent,
    `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`,
    { start: end, end },
    'never',
  )
  return [...lines.slice(0, head.length), ruler, ...lines.slice(head.length)]
}

function isWord(cell: Cell | undefined): boolean {
  return cell === undefined || cell.kind === 'same' || cell.kind === 'otherwise' || cell.kind === 'whatever'
}

function isNumber(cell: Cell | undefined): boolean {
  const [entry] = cell?.kind === 'entries' ? cell.entries : []
  return (
    cell?.kind === 'entries' &&
    cell.entries.length === 1 &&
    entry !== undefined &&
    !entry.to &&
    (entry.value.kind === 'quantity' || entry.value.kind === 'number' || entry.value.kind === 'fraction')
  )
}
