import { visible } from '../problem/visible.ts'
import type { Ledger } from './ledger.ts'
import { padEnd, padStart, textWidth } from './text-width.ts'

export interface Column {
  readonly head: string
  readonly ledger: Ledger
}

const WIDTH = 100
const GAP = '  '

/**
 * The ledgers of several cases of one decision beside each other, within 100 columns. `mark` stands before the rows
 * in which they differ.
 */
export function columnsBeside(
  columns: readonly Column[],
  bold: (text: string) => string,
  mark = '',
): readonly string[] {
  const [first] = columns
  if (!first) return []
  const names = first.ledger.sections.flatMap(({ rows }) => rows.map(({ name }) => textWidth(name)))
  const nameWidth = Math.max(...names)
  const most = Math.floor((WIDTH - GAP.length - nameWidth) / columns.length) - GAP.length
  const widths = columns.map(({ head, ledger }) => {
    const values = ledger.sections.flatMap(({ rows }) => rows.map(({ value }) => textWidth(value)))
    return Math.min(most, Math.max(textWidth(visible(head)), ...values))
  })
  const line = (name: string, cells: readonly string[], before = GAP) =>
    [
      `${padEnd(before, GAP.length)}${padEnd(name, nameWidth)}`,
      ...cells.map((cell, at) => padStart(cut(cell, most), widths[at] ?? 0)),
    ].join(GAP)
  const titles = [...new Set(columns.map(({ ledger }) => ledger.title))]
  return [
    ...titles.map(bold),
    '',
    line(
      '',
      columns.map(({ head }) => visible(head)),
    ),
    ...first.ledger.sections.flatMap((section, at) => [
      bold(section.title),
      ...section.rows.map(({ name }, row) => {
        const values = columns.map(({ ledger }) => ledger.sections[at]?.rows[row]?.value ?? '')
        return line(name, values, new Set(values).size > 1 ? mark : '')
      }),
    ]),
    ...remarksBelow(columns),
  ]
}

// A remark that not all of them bear says which ones do.
function remarksBelow(columns: readonly Column[]): readonly string[] {
  const remarks = [...new Set(columns.flatMap(({ ledger }) => ledger.remarks))]
  const lines = remarks.map((remark) => {
    const heads = columns.flatMap(({ head, ledger }) => (ledger.remarks.includes(remark) ? visible(head) : []))
    return heads.length === columns.length ? remark : `${heads.join(' / ')}: ${remark}`
  })
  return lines.length > 0 ? ['', ...lines] : []
}

function cut(text: string, width: number): string {
  if (textWidth(text) <= width) return text
  const characters = Array.from(text)
  while (textWidth(characters.join('')) > width - 1) characters.pop()
  return `${characters.join('')}…`
}
