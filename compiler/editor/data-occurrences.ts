import type { DataFile } from '../bind/bound.ts'
import { readCsv, type CsvCell } from '../bind/csv.ts'
import type { ChoicesOf } from './choices-of.ts'
import type { Declared, Spaces } from './declared.ts'
import type { Occurrence } from './occurrence.ts'

/** In a data file the head names columns, and cells below it members of choices. */
export function occurrencesInData({ name: file, text }: DataFile, spaces: Spaces, choicesOf: ChoicesOf): Occurrence[] {
  const [head = [], ...rows] = readCsv(text).rows
  const columns = head.map((cell) => spaces.find('value', cell.text))
  const find = (cell: CsvCell, declared: Declared | null | undefined): Occurrence[] => {
    const { start, end } = cell.span
    const marks = text[start] === '"' ? 1 : 0
    const span = { start: start + marks, end: end - marks }
    const isWritten =
      declared && text.slice(span.start, span.end) === cell.text && [declared.label, declared.id].includes(cell.text)
    return isWritten ? [{ file, span, text: cell.text, isText: false, declared, expected: null, role: 'uses' }] : []
  }
  return [
    ...head.flatMap((cell, at) => find(cell, columns[at])),
    ...rows.flatMap((row) =>
      row.flatMap((cell, at) => {
        const of = choicesOf(columns[at] ?? null)
        return of ? find(cell, spaces.find(`member of ${of.label}`, cell.text)) : []
      }),
    ),
  ]
}
