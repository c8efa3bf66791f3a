import type { Bands, Cell, Classify, Entry, Expression, ListAll, Row, Table } from '../../../grammar/tree.ts'
import { compare, evaluate, holds, isIn, type Place } from './evaluate.ts'
import * as fraction from './fraction.ts'
import { as, PolicyFault, type Value } from './value.ts'

/** One dimension: what it asks about in this case, and the cells that answer. */
interface Dimension {
  readonly subject: Value
  readonly cells: readonly Cell[]
}

/** The value of a table: that of its one cell whose row and column hold. */
export function tableValue(table: Table, place: Place, choices: string | null): Value {
  const count = table.by.length
  const sides = table.by.map((name, index) => ({
    subject: evaluate(name, place),
    cells: table.grid.body.flatMap(({ cells }) => cells.slice(index, index + 1)),
  }))
  const rows = table.grid.body.filter(({ cells }) => sides.every((side, index) => matches(cells[index], side, place)))
  if (rows.length !== 1) throw new PolicyFault(`${table.name.text}: ${rows.length} rows hold`)
  return valueIn(rows[0]?.cells.slice(count) ?? [], table.grid.head, place, choices)
}

/** The first row that holds, or the last. */
export function classified(classify: Classify, place: Place, choices: string | null): Value {
  for (const { cells } of classify.rows) {
    const [value, condition] = cells
    if (!value || !condition) throw new PolicyFault('a row of one cell')
    if (condition.kind === 'otherwise' || holds(only(condition), place)) return evaluate(only(value), place, choices)
  }
  throw new PolicyFault(`${classify.name.text}: no row holds`)
}

/** The texts of the rows that hold; that of the last, where it says so, if none does. */
export function listed({ rows }: ListAll, place: Place): Value {
  const texts = rows.flatMap(({ cells: [text, condition] }) => {
    if (!text || !condition) throw new PolicyFault('a row of one cell')
    if (condition.kind === 'otherwise') return []
    return condition.kind === 'whatever' || holds(only(condition), place)
      ? [as('text', evaluate(only(text), place)).is]
      : []
  })
  const last = rows.at(-1)?.cells
  const isElse = texts.length === 0 && last?.[0] && last[1]?.kind === 'otherwise'
  return { kind: 'texts', is: isElse ? [as('text', evaluate(only(last[0]!), place)).is] : texts }
}

export function bandsValue(bands: Bands, place: Place): Value {
  const rows = bands.grid.body.map(({ cells: [stretch, ...rates] }) => ({
    upTo: stretch ? upperEdge(stretch, place) : null,
    rate: as('number', valueIn(rates, bands.grid.head, place, null)).is,
  }))
  const edges = rows.flatMap(({ upTo }) => (upTo ? [upTo] : []))
  return { kind: 'bands', edges, rates: rows.map(({ rate }) => rate) }
}

/** Where a stretch ends; null for the last, which has no end. */
function upperEdge(cell: Cell, place: Place): fraction.Fraction | null {
  if (cell.kind === 'compareCell') {
    return cell.operator === 'atMost' || cell.operator === 'below' ? as('number', evaluate(cell.value, place)).is : null
  }
  const [entry] = cell.kind === 'entries' ? cell.entries : []
  return entry?.to ? as('number', evaluate(entry.to, place)).is : null
}

/** The cell in the one column that holds; a merged cell stands for the one to its left. */
function valueIn(cells: readonly Cell[], head: readonly Row[], place: Place, choices: string | null): Value {
  const spread = merged(cells)
  const dimensions = head.map(({ cells: [name, ...others] }): Dimension => {
    if (!name) throw new PolicyFault('an empty head')
    return { subject: evaluate(only(name), place), cells: merged(others) }
  })
  const columns = spread.filter((_, column) => dimensions.every((each) => matches(each.cells[column], each, place)))
  const [value] = columns
  if (!value || columns.length !== 1) throw new PolicyFault(`${columns.length} columns hold`)
  return evaluate(only(value), place, choices)
}

function merged(cells: readonly Cell[]): Cell[] {
  const spread: Cell[] = []
  for (const cell of cells) spread.push(cell.kind === 'same' ? (spread.at(-1) ?? cell) : cell)
  return spread
}

function matches(cell: Cell | undefined, dimension: Dimension, place: Place): boolean {
  const { subject, cells } = dimension
  switch (cell?.kind) {
    case 'whatever':
      return true
    case 'otherwise':
      return !cells.some(
        (other) => (other.kind === 'entries' || other.kind === 'compareCell') && matches(other, dimension, place),
      )
    case 'compareCell':
      return subject.kind !== 'absent' && compare(cell.operator, subject, evaluate(cell.value, place))
    case 'entries':
      return cell.entries.some((entry) => entryMatches(entry, subject, place))
    case 'same':
    case 'missing':
    case undefined:
      throw new PolicyFault('a cell without content')
  }
}

function entryMatches(entry: Entry, subject: Value, place: Place): boolean {
  if (entry.value.kind === 'absent' || subject.kind === 'absent') return entry.value.kind === subject.kind
  if (subject.kind === 'member' || subject.kind === 'place') return isIn(subject, entry.value, place)
  const value = evaluate(entry.value, place)
  if (value.kind === 'truth') return value.is === as('truth', subject).is
  if (!entry.to) return compare('equals', subject, value)
  const to = evaluate(entry.to, place)
  return (
    compare(entry.valueIncluded ? 'atLeast' : 'moreThan', subject, value) &&
    compare(entry.toIncluded ? 'atMost' : 'below', subject, to)
  )
}

function only(cell: Cell): Expression {
  const [entry] = cell.kind === 'entries' ? cell.entries : []
  if (!entry) throw new PolicyFault('a cell without a value')
  return entry.value
}
