import { formatDate, parseDate } from '../../../../runtime/date.ts'
import { areaPrefix } from '../../../../runtime/region.ts'
import { partsOf } from '../../../program/build.ts'
import type { ConstantValue, Dataset, Expr } from '../../../program/program.ts'
import { keyText } from '../../../program/row-key.ts'
import type { Following, Which } from '../ways/following.ts'
import { inline, keyOf, type Side } from '../ways/resolved.ts'
import { optionOf, plainType, type Symbolic } from '../ways/symbolic.ts'
import { Unsupported } from './unsupported.ts'
import { once } from '../../../once.ts'

type Lookup = Extract<Expr, { kind: 'lookup' }>
type Row = Dataset['rows'][number]
type Term = Extract<Symbolic, { kind: 'term' }>

/** What the row says that a lookup finds. Ways fork over the rows that differ in something that is ever asked. */
export function rowOf(expr: Lookup, walk: Following, which: Which): Symbolic {
  const { program } = walk.shared.sides[which]
  const dataset = program.datasets.find(({ id }) => id === expr.dataset)
  if (!dataset) throw new Error(`no dataset ${expr.dataset}`)
  const at = (column: string): number => dataset.columns.findIndex(({ id }) => id === column)
  const values = expr.keys.map(({ column, value }) => ({ place: at(column), value: walk.evaluate(value, which) }))
  // What is known comes first, a text last: it then has the fewest to choose from.
  const order = values.toSorted((a, b) => rank(a.value) - rank(b.value))
  let rows = dataset.rows
  for (const { place, value } of order) rows = rowsWith(rows, place, value, walk)
  const found = rows.find((row) => isInForce(row, expr, at, walk, which))
  const cell: ConstantValue = found?.[at(expr.column)] ?? { kind: 'absent' }
  return walk.evaluate({ kind: 'constant', value: cell, type: expr.type, at: expr.at }, which)
}

function rank(value: Symbolic): number {
  if (value.kind === 'known') return 0
  if (value.kind === 'finite') return 1
  return value.kind === 'term' && plainType(value.expr.type).kind === 'text' ? 3 : 2
}

function rowsWith(rows: readonly Row[], place: number, value: Symbolic, walk: Following): readonly Row[] {
  const text = (row: Row): string | null => keyText(row[place]!)
  switch (value.kind) {
    case 'known': {
      const option = optionOf(value.value)
      if (value.value.kind === 'region') return rows.filter((row) => text(row) === areaPrefix(option!))
      if (value.value.kind === 'text') {
        const own = value.value.text
        return rows.filter((row) => text(row) === own)
      }
      if (option === null) throw new Unsupported('a key of this kind')
      return rows.filter((row) => text(row) === option)
    }
    case 'finite': {
      const option = walk.path.which(value.key, value.expr, value.all)
      return rows.filter((row) => text(row) === option)
    }
    case 'term':
      return rowsOfTerm(rows, text, value, walk)
    case 'number':
    case 'schedule':
    case 'unstated':
      throw new Unsupported('a key of this kind')
  }
}

function rowsOfTerm(
  rows: readonly Row[],
  text: (row: Row) => string | null,
  { key, expr }: Term,
  walk: Following,
): readonly Row[] {
  if (expr.kind === 'widen') {
    const digits = expr.level === 'province' ? 2 : 4
    const region = keyOf(expr.region, walk.shared.sides[0])
    for (const prefix of new Set(rows.map(text))) {
      if (prefix === null) continue
      if (prefix.length !== digits) throw new Unsupported('areas of another level than they are looked up by')
      if (walk.path.liesIn(region, expr.region, prefix)) return rows.filter((row) => text(row) === prefix)
    }
    return []
  }
  if (expr.kind !== 'field' || plainType(expr.type).kind !== 'text') throw new Unsupported('a key of this kind')
  const codes = codesOf(expr.list, expr.path, walk)
  const code = JSON.parse(walk.path.which(key, expr, codes)) as string
  return rows.filter((row) => text(row) === code)
}

function isInForce(row: Row, expr: Lookup, at: (column: string) => number, walk: Following, which: Which): boolean {
  if (!expr.validity) return true
  const cell = (column: string | null): string | null => {
    const value = column === null ? null : row[at(column)]!
    return value?.kind === 'date' ? value.date : null
  }
  const [from, until] = [cell(expr.validity.from), cell(expr.validity.until)]
  if (from === null && until === null) return true
  const on = walk.evaluate(expr.validity.on, which)
  if (on.kind === 'known' && on.value.kind === 'date') {
    const day = formatDate(on.value.day)
    return (from === null || from <= day) && (until === null || day <= until)
  }
  if (on.kind !== 'term') throw new Unsupported('the day on which a row has to be in force')
  const upTo = (day: number): boolean => walk.path.isAtMost(on.key, on.expr, day)
  return (from === null || !upTo(parseDate(from)! - 1)) && (until === null || upTo(parseDate(until)!))
}

const known = new WeakMap<readonly [object, object], Map<string, readonly string[]>>()

/** Codes by which an element may find a row: one of all that are alike in everything that is ever looked up, and one that finds none. */
function codesOf(list: string, path: string, { shared: { sides } }: Following): readonly string[] {
  const own = once(known, sides, () => new Map<string, readonly string[]>())
  return once(own, `${list}.${path}`, () => distinctCodes(list, path, sides))
}

function distinctCodes(list: string, path: string, sides: readonly Side[]): readonly string[] {
  const signatures = new Map<string, string[]>()
  const sign = (code: string, said: string): void => {
    signatures.set(code, [...(signatures.get(code) ?? []), said])
  }
  for (const [which, side] of sides.entries()) {
    const { definitions, datasets } = side.program
    const lookups: Lookup[] = []
    const collect = (expr: Expr): void => {
      if (expr.kind === 'lookup') lookups.push(expr)
      partsOf(expr).forEach(collect)
    }
    for (const { value } of definitions) collect(value)
    for (const { id, columns, rows } of datasets) {
      const ofThis = lookups.filter(({ dataset }) => dataset === id)
      const asked = new Set(
        ofThis.flatMap(({ column, keys, validity }) => [
          column,
          ...keys.map((each) => each.column),
          ...[validity?.from, validity?.until].flatMap((each) => each ?? []),
        ]),
      )
      const isByCode = ({ value }: Lookup['keys'][number]): boolean => {
        const key = inline(value, side)
        return key.kind === 'field' && key.list === list && key.path === path
      }
      const keys = new Set(ofThis.flatMap((each) => each.keys.filter(isByCode).map(({ column }) => column)))
      for (const column of keys) {
        const at = columns.findIndex((each) => each.id === column)
        for (const row of rows) {
          const code = keyText(row[at]!)
          const said = row.filter((_, place) => place !== at && asked.has(columns[place]!.id))
          if (code !== null) sign(code, `${which} ${id} ${column} ${JSON.stringify(said)}`)
        }
      }
    }
  }
  const alike = new Map<string, string>()
  for (const [code, said] of signatures) {
    const key = said.toSorted().join('\n')
    if (!alike.has(key)) alike.set(key, code)
  }
  let other = '其他'
  while (signatures.has(other)) other += '他'
  return [...alike.values(), other].map((code) => JSON.stringify(code))
}
