import type { Column } from '../../runtime/columns/columns.ts'
import type { Expr } from '../program/program.ts'
import { givenName } from '../../runtime/columns/buffers.ts'
import { valueOf, type Here, type Writing } from './writing.ts'

type Reference = Extract<Expr, { kind: 'input' | 'field' }>

/** The value of a field: a number, or a text; NaN where an optional one has none. A truth is 1 or 0. */
export function fieldCode(expr: Reference, here: Here): string {
  const { writing } = here
  if (expr.kind === 'input') return writing.names.field(null, expr.path)
  const column = writing.layout.lists
    .find(({ path }) => path === expr.list)
    ?.columns.find(({ name }) => name === expr.path)
  const element = here.elements.get(expr.list)
  if (!column || element === undefined) throw new Error(`no element of ${expr.list} is in hand`)
  return cellCode(column, `${expr.list}.`, element, writing)
}

/** The value in a cell of a column, whose name follows `before`. */
function cellCode({ name, holds, optional }: Column, before: string, place: string, writing: Writing): string {
  const full = before + name
  const cell = `${columnOf(full, writing)}[${place}]!`
  const value = holds.kind === 'text' ? `${columnOf(`${full}.texts`, writing)}[${cell}]!` : cell
  return optional ? `(${columnOf(givenName(full), writing)}[${place}] === 1 ? ${value} : NaN)` : value
}

/** The variable that holds the array of a column of the input. */
export function columnOf(name: string, { shared, names }: Writing): string {
  const key = `column ${name}`
  const known = shared.get(key)
  if (known !== undefined) return known
  const variable = names.fresh(`${name.replaceAll('|', '.or.')}.column`)
  shared.set(key, variable)
  return variable
}

/** The columns of the input that were named so far, with their variables. */
export function namedColumns({ shared }: Writing): readonly { readonly name: string; readonly variable: string }[] {
  return [...shared]
    .filter(([key]) => key.startsWith('column '))
    .map(([key, variable]) => ({ name: key.slice('column '.length), variable }))
}

/** The place of a value among the values that it can have. */
export function placeCode(of: Extract<Expr, { kind: 'input' | 'field' | 'ref' | 'isGiven' }>, here: Here): string {
  if (of.kind === 'input' || of.kind === 'field') return fieldCode(of, here)
  if (of.kind === 'isGiven') return `(${isGivenCode(of.key, here)} ? 1 : 0)`
  const value = valueOf(of.id, here)
  if (value.kind === 'condition') return `(${value.code} ? 1 : 0)`
  if (value.kind === 'plain') return value.code
  throw new Error(`${of.id} has no place`)
}

/** Does the row have this key of a pair? */
export function isGivenCode(key: string, { writing }: Here): string {
  const pair = writing.layout.pairs.find(({ keys }) => keys.includes(key))
  if (!pair) throw new Error(`${key} is of no pair`)
  return `${pairVariable(pair.keys[1], writing)} === ${pair.keys.indexOf(key)}`
}

/** What holds which key of a pair a row has, by its second key. */
export function pairVariable(second: string, { names }: Writing): string {
  return names.given(second)
}
