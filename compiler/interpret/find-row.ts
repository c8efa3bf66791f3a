import { formatDate } from '../../runtime/date.ts'
import { indexBy, type Index } from '../../runtime/lookup.ts'
import { areaPrefix } from '../../runtime/region.ts'
import type { ConstantValue, Dataset, Expr } from '../program/program.ts'
import { keyText } from '../program/row-key.ts'
import type { Value } from './evaluation.ts'
import { ProgramError } from './program-error.ts'

type Lookup = Extract<Expr, { kind: 'lookup' }>
type Row = Dataset['rows'][number]

/** The cell that a lookup asks for; null where there is no row for the keys, or none that is valid on the day. */
export function findRow(
  lookup: Lookup,
  datasets: readonly Dataset[],
  keys: readonly Value[],
  day: number | null,
): ConstantValue | null {
  const dataset = datasets.find(({ id }) => id === lookup.dataset)
  if (!dataset) throw new ProgramError(`there is no dataset ${lookup.dataset}`)
  const on = day === null ? null : formatDate(day)
  const cell = (row: Row, column: string): ConstantValue => row[placeOf(column, dataset)]!
  const isValid = (row: Row): boolean => {
    const { from = null, until = null } = lookup.validity ?? {}
    const isIn = (column: string | null, test: (date: string) => boolean): boolean => {
      const value = column === null ? null : cell(row, column)
      return value?.kind !== 'date' || test(value.date)
    }
    return on === null || (isIn(from, (date) => date <= on) && isIn(until, (date) => on <= date))
  }
  const found = indexOf(dataset, lookup)(keys.map(textOf)).find(isValid)
  return found ? cell(found, lookup.column) : null
}

const indexes = new WeakMap<Dataset, Map<string, Index<Row>>>()

/** The rows of a dataset by some of its columns, put in order when they are first asked for. */
function indexOf(dataset: Dataset, { keys }: Lookup): Index<Row> {
  const known = indexes.get(dataset) ?? new Map<string, Index<Row>>()
  indexes.set(dataset, known)
  const columns = keys.map(({ column }) => placeOf(column, dataset))
  const name = columns.join(' ')
  const index = known.get(name) ?? indexBy(dataset.rows, (row) => columns.map((place) => keyText(row[place]!)))
  known.set(name, index)
  return index
}

function placeOf(column: string, { id, columns }: Dataset): number {
  const place = columns.findIndex((each) => each.id === column)
  if (place < 0) throw new ProgramError(`${id} has no column ${column}`)
  return place
}

function textOf(value: Value): string {
  switch (value.kind) {
    case 'date':
      return formatDate(value.day)
    case 'region':
      return areaPrefix(value.code)
    case 'boolean':
      return String(value.is)
    case 'member':
      return value.member
    case 'text':
      return value.text
    case 'exact':
    case 'schedule':
    case 'texts':
    case 'absent':
    case 'unstated':
      throw new ProgramError(`${value.kind} can't be a key`)
  }
}
