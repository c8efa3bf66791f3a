import { parseDate } from '../../runtime/date.ts'
import { elementKey, fieldType } from '../check/field-type.ts'
import type { ConstantValue, Dataset, DatasetColumn, Expr } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import { join, textOf, type Code } from './code.ts'
import { accessPath, escapeText, propertyKey } from './escape.ts'
import { countedOf, formOf, type Counted } from './form.ts'
import { type Here } from './here.ts'
import type { Module } from './module.ts'
import { literal } from './scale.ts'
import { typeText } from './type-text.ts'

type Lookup = Extract<Expr, { kind: 'lookup' }>

/** The rows of a dataset by the columns that are asked for: what the constants of a module are called. */
export interface Index {
  readonly name: string
  readonly dataset: Dataset
  readonly columns: readonly DatasetColumn[]
}

/** What the row says in a column, or null. */
export function writeLookup({ dataset: id, column, keys, validity }: Lookup, here: Here): Code {
  const { module } = here
  const dataset = module.program.datasets.find((each) => each.id === id)
  if (!dataset) throw new Error(`the program has no dataset ${id}`)
  const columns = keys.map((key) => columnOf(key.column, dataset))
  const plain = (expr: Expr): Code => here.write(expr, { kind: 'plain' }, here)
  const texts = keys.map(({ value }) => keyText(plain(value), value.type, module))
  const rows: Code = [module.index(dataset, columns), '([', join(texts, ', '), '])']
  const property = accessPath(elementKey(columnOf(column, dataset)))
  if (!validity) return ['(', rows, '[0]?', property, ' ?? null)']
  const on = plain(validity.on)
  const within = (name: string | null, sign: '<=' | '>='): Code[] => {
    if (name === null) return []
    const found = columnOf(name, dataset)
    const end = `row${accessPath(elementKey(found))}`
    const test: Code = [`${end} ${sign} `, on]
    return [found.type.optional ? [`(${end} === null || `, test, ')'] : test]
  }
  const test = join([...within(validity.from, '<='), ...within(validity.until, '>=')], ' && ')
  return ['(', rows, '.find((row) => ', test, ')?', property, ' ?? null)']
}

/** The rows of each dataset once, and the indexes that lookups ask. Empty where nothing is looked up. */
export function writeDatasets(module: Module): readonly string[] {
  const { names, use } = module
  return module.program.datasets.map((dataset) => {
    const indexes = module.indexes().filter((index) => index.dataset === dataset)
    const rows = names.fresh(`${dataset.id}.rows`)
    const members = dataset.columns.map((column) => `readonly ${keyOf(column)}: ${columnType(column, dataset, module)}`)
    const data = dataset.rows.map((row) => {
      const cells = dataset.columns.map(
        (column, place) => `${keyOf(column)}: ${cell(row[place]!, column, dataset, module)}`,
      )
      return `{ ${cells.join(', ')} },\n`
    })
    const constants = indexes.map(({ name, columns }) => {
      const key = columns.map((column) => {
        const property = `row${accessPath(elementKey(column))}`
        const code = textOf(keyText(property, fieldType({ ...column.type, optional: false }), module))
        return column.type.optional && code !== property ? `${property} === null ? null : ${code}` : code
      })
      return `const ${name} = ${use('indexBy')}(${rows}, (row) => [${key.join(', ')}])\n`
    })
    return `const ${rows}: readonly { ${members.join('; ')} }[] = [\n${data.join('')}]\n${constants.join('')}`
  })
}

const keyOf = (column: DatasetColumn): string => propertyKey(elementKey(column))

/** A value as a part of a key: the digits of a region that count, a day or a truth as text. */
function keyText(value: Code, type: Type, { use }: Module): Code {
  switch (type.kind) {
    case 'region':
      return [use('areaPrefix'), '(', value, ')']
    case 'date':
    case 'boolean':
      return ['String(', value, ')']
    case 'text':
    case 'choice':
    case 'money':
    case 'rate':
    case 'points':
    case 'number':
    case 'months':
    case 'days':
    case 'age':
    case 'texts':
    case 'list':
    case 'schedule':
    case 'optional':
    case 'unknown':
      return value
  }
}

function columnOf(name: string, { id, columns }: Dataset): DatasetColumn {
  const found = columns.find((column) => column.id === name)
  if (!found) throw new Error(`${id} has no column ${name}`)
  return found
}

function columnType(column: DatasetColumn, dataset: Dataset, module: Module): string {
  const of = fieldType(column.type)
  return typeText(of, formOf(of, countedInColumn(column, dataset, module)), module)
}

function countedInColumn(column: DatasetColumn, dataset: Dataset, { arithmetic }: Module): Counted {
  return countedOf(arithmetic.column(dataset.id, column.id))
}

function cell(value: ConstantValue, column: DatasetColumn, dataset: Dataset, module: Module): string {
  switch (value.kind) {
    case 'exact':
      return literal(value.exact, fieldType(column.type), countedInColumn(column, dataset, module), module)
    case 'date':
      return `${parseDate(value.date)} /* ${value.date} */`
    case 'region':
      return escapeText(value.prefix, 'string')
    case 'boolean':
      return String(value.is)
    case 'member':
      return escapeText(value.member, 'string')
    case 'text':
      return escapeText(value.text, 'string')
    case 'openEnded':
    case 'absent':
      return 'null'
  }
}
