import { areaPrefix } from '../../runtime/region.ts'
import { parse } from '../../runtime/rational.ts'
import type { ConstantValue, Dataset, DatasetColumn, Expr, FieldType } from '../program/program.ts'
import type { Dialect } from './dialect.ts'
import { prefixOf } from './regions.ts'
import { plain, type Value } from './value.ts'
import { made, sql, type Sql } from './sql.ts'
import { widthFor } from './whole.ts'
import type { Scope } from './writer.ts'

type Lookup = Extract<Expr, { kind: 'lookup' }>

/** What the one row of a dataset says in a column; NULL where there is no such row. */
export function lookup(expr: Lookup, values: readonly Sql[], on: Sql | null, scope: Scope): Value {
  const { dialect, program } = scope
  const dataset = program.datasets.find(({ id }) => id === expr.dataset)
  if (!dataset) throw new Error(`bug in the compiler: there is no dataset ${expr.dataset}`)
  const row = dialect.identifier('row of the data')
  const cell = (column: string): string => `${row}.${dialect.identifier(column)}`
  const keys = expr.keys.map(({ column }, index) => {
    const key = values[index]!
    const isArea = columnOf(dataset, column).type.kind === 'region'
    return { column, key: isArea ? prefixOf(key, scope) : key }
  })
  const conditions = keys.map(({ column, key }) => `${cell(column)} = ${key.text}`)
  const { from = null, until = null } = expr.validity ?? {}
  if (on && from !== null) conditions.push(`(${cell(from)} IS NULL OR ${cell(from)} <= ${on.text})`)
  if (on && until !== null) conditions.push(`(${cell(until)} IS NULL OR ${on.text} <= ${cell(until)})`)
  const text = dialect.lookup(
    dialect.identifier(dataName(dataset)),
    row,
    conditions.join(' AND ') || 'TRUE',
    expr.column,
  )
  const found = made(text, sql``.binding, [...keys.map(({ key }) => key), ...(on ? [on] : [])])
  return valueOf(columnOf(dataset, expr.column), dataset, found, scope)
}

// No field of a case is called so.
function dataName({ id }: Dataset): string {
  return `${id}|data`
}

function valueOf(column: DatasetColumn, dataset: Dataset, found: Sql, { wholes }: Scope): Value {
  const { kind } = column.type
  switch (kind) {
    case 'money':
    case 'rate':
    case 'number':
    case 'months': {
      const counts = countsOf(column, dataset)
      const [least, most] = boundsOf(counts)
      return {
        kind: 'number',
        number: { count: wholes.of(found, least, most, widthFor(least, most)), over: overOf(kind) },
      }
    }
    case 'date':
    case 'yearMonth':
      return plain('date', found)
    case 'boolean':
    case 'texts':
      return plain(kind, found)
    case 'region':
    case 'text':
    case 'choice':
      return plain('text', found)
  }
}

/** Datasets that lookups ask, as steps of the query, and how the step below takes them. */
export function writeDatasets(
  datasets: readonly Dataset[],
  dialect: Dialect,
): readonly { readonly step: string; readonly join: string }[] {
  return datasets.map((dataset) => {
    const columns = dataset.columns.map(({ id }) => id)
    const types = dataset.columns.map((column) => cellType(column, dataset, dialect))
    const rows = dataset.rows.map((row) =>
      row
        .map((value, index) => `CAST(${cellText(value, dataset.columns[index]!, dialect)} AS ${types[index]})`)
        .join(', '),
    )
    return dialect.dataset(dialect.identifier(dataName(dataset)), columns, rows)
  })
}

function cellType(column: DatasetColumn, dataset: Dataset, { types }: Dialect): string {
  switch (column.type.kind) {
    case 'money':
    case 'rate':
    case 'number':
    case 'months':
      return types[widthFor(...boundsOf(countsOf(column, dataset)))]
    case 'date':
    case 'yearMonth':
      return types.date
    case 'boolean':
    case 'texts':
      return types[column.type.kind]
    case 'region':
    case 'text':
    case 'choice':
      return types.text
  }
}

function cellText(value: ConstantValue, { type: { kind } }: DatasetColumn, dialect: Dialect): string {
  switch (value.kind) {
    case 'exact':
      return String(countOf(value.exact, kind))
    case 'date':
      return dialect.date(value.date)
    case 'region':
      return dialect.text(areaPrefix(value.prefix))
    case 'boolean':
      return value.is ? 'TRUE' : 'FALSE'
    case 'member':
      return dialect.text(value.member)
    case 'text':
      return dialect.text(value.text)
    case 'openEnded':
      return dialect.openEnd
    case 'absent':
      return 'NULL'
  }
}

function countsOf({ id, type: { kind } }: DatasetColumn, { columns, rows }: Dataset): readonly bigint[] {
  const place = columns.findIndex((column) => column.id === id)
  return rows.flatMap((row) => {
    const value = row[place]
    return value?.kind === 'exact' ? [countOf(value.exact, kind)] : []
  })
}

// What does not go into the parts is not told by the reader of the data either.
function countOf(exact: string, kind: FieldType['kind']): bigint {
  const { n, d } = parse(exact)
  return (n * overOf(kind)) / d
}

function overOf(kind: FieldType['kind']): bigint {
  return kind === 'money' ? 100n : kind === 'rate' || kind === 'number' ? 1_000_000n : 1n
}

function boundsOf(counts: readonly bigint[]): [bigint, bigint] {
  return [counts.reduce((a, b) => (a < b ? a : b), 0n), counts.reduce((a, b) => (a > b ? a : b), 0n)]
}

function columnOf({ id, columns }: Dataset, column: string): DatasetColumn {
  const found = columns.find((each) => each.id === column)
  if (!found) throw new Error(`bug in the compiler: ${id} has no column ${column}`)
  return found
}
