import { parseDate } from '../../runtime/date.ts'
import { areaPrefix } from '../../runtime/region.ts'
import { parse } from '../../runtime/rational.ts'
import type { ConstantValue, Dataset, Expr } from '../program/program.ts'
import { escapeText } from '../typescript/escape.ts'
import { fieldType } from '../check/field-type.ts'
import { memberPlace, type Here, type Writing } from './writing.ts'

type Lookup = Extract<Expr, { kind: 'lookup' }>

/** What the row says in a column; NaN where there is none, or where it says nothing. */
export function writeLookup(expr: Lookup, here: Here): string {
  const { writing } = here
  const dataset = writing.program.datasets.find(({ id }) => id === expr.dataset)
  if (!dataset) throw new Error(`the program has no dataset ${expr.dataset}`)
  const keys = expr.keys.map(({ value }) => {
    const code = here.writing.write.plain(value, here)
    return value.type.kind === 'region' ? `${writing.use('areaNumber')}(${code})` : code
  })
  const on = expr.validity ? [here.writing.write.plain(expr.validity.on, here)] : []
  const call = `${finder(expr, dataset, writing)}(${[...keys, ...on].join(', ')})`
  const row = here.elements.size === 0 ? call : sharedIn(call, here)
  return `${cellsOf(expr, dataset, writing)}[${row}]!`
}

// Several columns of the row that one question finds are asked for side by side.
function sharedIn(call: string, here: Here): string {
  const known = here.block
    .map((line) => (typeof line === 'string' ? /^const (\S+) = (.*)\n$/.exec(line) : null))
    .find((line) => line?.[2] === call)
  if (known?.[1] !== undefined) return known[1]
  const name = here.writing.names.fresh('found')
  here.block.push(`const ${name} = ${call}\n`)
  return name
}

/** The values of a column, a row each; one more says that there is no row. */
function cellsOf({ dataset: id, column, type }: Lookup, dataset: Dataset, writing: Writing): string {
  return constant(`${id}.${column}`, writing, () => {
    const { magnitude } = { magnitude: writing.arithmetic.column(id, column) }
    const over = magnitude.over === 'any' ? 1n : magnitude.over
    const place = placeOf(column, dataset)
    const cells = dataset.rows.map((row) => cell(row[place]!, over))
    const isText = (type.kind === 'optional' ? type.of : type).kind === 'text'
    return isText ? `[${[...cells, 'NaN'].join(', ')}]` : `Float64Array.of(${[...cells, 'NaN'].join(', ')})`
  })

  function cell(value: ConstantValue, over: bigint): string {
    if (value.kind !== 'exact') return plainCell(value, dataset, column, writing)
    const { n, d } = parse(value.exact)
    return String((n * over) / d)
  }
}

function plainCell(value: ConstantValue, dataset: Dataset, column: string, writing: Writing): string {
  switch (value.kind) {
    case 'exact':
      return value.exact
    case 'date':
      return String(parseDate(value.date) ?? 0)
    case 'region':
      return String(Number(value.prefix))
    case 'boolean':
      return value.is ? '1' : '0'
    case 'member': {
      const type = dataset.columns.find(({ id }) => id === column)?.type
      return String(memberPlace(value.member, fieldType({ ...type!, optional: false }), writing))
    }
    case 'text':
      return escapeText(value.text, 'string')
    case 'openEnded':
    case 'absent':
      return 'NaN'
  }
}

/** The function that finds the row for the keys, and for the day where rows are valid for some time only. */
function finder({ dataset: id, keys, validity }: Lookup, dataset: Dataset, writing: Writing): string {
  const columns = keys.map(({ column }) => column)
  const ends = [validity?.from ?? null, validity?.until ?? null]
  return constant(
    `${id}.find.${[...columns, ...ends].join(' ')}`,
    writing,
    () => {
      const cells = (column: string): readonly string[] => {
        const place = placeOf(column, dataset)
        return dataset.rows.map((row) => {
          const value = row[place]!
          return value.kind === 'region'
            ? String(Number(areaPrefix(value.prefix)))
            : plainCell(value, dataset, column, writing)
        })
      }
      const array = (values: readonly string[]): string => `[${values.join(', ')}]`
      const [from, until] = ends.map((column) => (column === null ? 'null' : array(cells(column))))
      return `${writing.use('rowFinder')}(${array(columns.map((column) => array(cells(column))))}, ${from}, ${until})`
    },
    'find',
  )
}

function constant(key: string, { shared, names, above }: Writing, write: () => string, wish = key): string {
  const known = shared.get(`lookup ${key}`)
  if (known !== undefined) return known
  const name = names.fresh(wish)
  shared.set(`lookup ${key}`, name)
  above.push(`const ${name} = ${write()}\n`)
  return name
}

function placeOf(column: string, { id, columns }: Dataset): number {
  const place = columns.findIndex((each) => each.id === column)
  if (place < 0) throw new Error(`${id} has no column ${column}`)
  return place
}
