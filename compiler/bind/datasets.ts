import type { DatasetDeclaration, Name } from '../../grammar/tree.ts'
import type { Choices, FieldType } from '../program/program.ts'
import type { Report } from '../problem/report.ts'
import type { BoundColumn, BoundDataset, DataFile, DataRow } from './bound.ts'
import { readCsv, type CsvCell } from './csv.ts'
import { dataValue } from './data-value.ts'
import { pathFrom } from '../files/paths.ts'
import { near } from './near.ts'
import { rowsOf, typeOfCell } from './vocabulary.ts'

/** More wrong cells of one file than anybody reads at a time. */
const mostProblems = 100

interface Declared {
  readonly item: DatasetDeclaration
  readonly file: string
}

/** The datasets that the files declare, with the rows of their data files; whatever is wrong with those is a problem in them. */
export function bindDatasets(
  declarations: readonly Declared[],
  data: readonly DataFile[],
  choices: readonly Choices[],
  report: Report,
): BoundDataset[] {
  const taken = new Map<string, { file: string; span: Name['span'] }>()
  const declare = (space: string, name: Name, file: string): void => {
    const first = taken.get(`${space} ${name.text}`)
    if (first) report.error('defined-twice', { file, span: name.span }, { name: name.text }, { related: first })
    else taken.set(`${space} ${name.text}`, { file, span: name.span })
  }
  return declarations.map(({ item, file }): BoundDataset => {
    for (const name of [item.label, item.id]) declare('dataset', name, file)
    const columns = rowsOf(item.rows, 2, '名称 | 程序用名 | 类型', file, report).map(({ row, names }): BoundColumn => {
      const [label, id] = [names[0]!, names[1]!]
      for (const name of [label, { ...id, text: keyOf(id.text) }]) declare(`in ${item.id.text}`, name, file)
      return { label: label.text, id: id.text, type: typeOfCell(row.cells[2], file, choices, report) }
    })
    const rows = item.files.flatMap((target) => {
      // A data file is named from where the declaration stands.
      const found = data.find(({ name }) => name === pathFrom(file, target.value))
      if (found) return readRows(found, columns, choices, report)
      const facts = {
        name: target.value,
        near: near(
          target.value,
          data.map(({ name }) => name),
        ),
      }
      report.error('data-file-not-found', { file, span: target.span }, facts)
      return []
    })
    return { label: item.label.text, id: item.id.text, columns, rows, file, span: item.label.span }
  })
}

/** What generated code calls a column in its row: what stands after the first dot. */
const keyOf = (id: string): string => id.replace(/^[^.]*\./, '')

function readRows(
  { name: file, text }: DataFile,
  columns: readonly BoundColumn[],
  choices: readonly Choices[],
  report: Report,
): DataRow[] {
  const { rows, broken } = readCsv(text)
  const [head = [], ...body] = rows
  for (const span of broken.slice(0, mostProblems)) report.error('broken-data-line', { file, span })
  const places = columns.map(({ label, id }) =>
    head.findIndex(({ text: written }) => written === label || written === id),
  )
  const known = columns.flatMap(({ label, id }) => [label, id])
  const headSpan = { start: head[0]?.span.start ?? 0, end: head.at(-1)?.span.end ?? 0 }
  columns.forEach(({ label }, index) => {
    if (places[index] === -1) report.error('data-column-missing', { file, span: headSpan }, { name: label })
  })
  head.forEach(({ text: written, span }, index) => {
    const first = head.findIndex((each) => each.text === written)
    if (first < index)
      report.error('defined-twice', { file, span }, { name: written }, { related: { file, span: head[first]!.span } })
    else if (!places.includes(index))
      report.error('data-column-unknown', { file, span }, { name: written, near: near(written, known) })
  })
  if (places.includes(-1)) return []
  let problems = 0
  const wrong = (
    code: 'wrong-data-value' | 'wrong-data-row',
    span: CsvCell['span'],
    facts: Record<string, string | number | readonly string[]>,
  ): void => {
    problems += 1
    if (problems <= mostProblems) report.error(code, { file, span }, facts)
  }
  return body.flatMap((cells): DataRow[] => {
    const span = { start: cells[0]!.span.start, end: cells.at(-1)!.span.end }
    if (cells.length !== head.length) {
      wrong('wrong-data-row', span, { found: cells.length, expected: head.length })
      return []
    }
    const values = columns.flatMap(({ label, type }, index) => {
      const written = cells[places[index]!]!
      const value = dataValue(written.text, type, choices)
      if (!value)
        wrong('wrong-data-value', written.span, {
          name: label,
          value: written.text,
          type: type.kind,
          members: membersOf(type, choices),
        })
      return value ?? []
    })
    return values.length === columns.length ? [{ values, file, span }] : []
  })
}

function membersOf(type: FieldType, choices: readonly Choices[]): readonly string[] {
  const found = type.kind === 'choice' ? choices.find(({ id }) => id === type.choices) : undefined
  return found?.members.map(({ label }) => label) ?? []
}
