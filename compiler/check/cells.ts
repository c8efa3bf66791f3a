import type { Cell, Entry, Expression, Grid, Name, Row } from '../../grammar/tree.ts'
import { and, booleanConstant, isBoolean, not, or } from '../program/build.ts'
import type { Branch, Expr, Origin, Place } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import { plain } from '../program/exact.ts'
import { readingsOf } from './readings.ts'
import { describeType, isUnknown, join, unknown } from './describe-type.ts'
import { compare, elaborate, membership } from './expression.ts'
import { fail, placeOf, type Scope } from './scope.ts'

/** One dimension of a table: what it asks about, and the cells that answer. */
export interface Dimension {
  readonly subject: Expr
  readonly cells: readonly Cell[]
}

/** The condition a cell stands for within its dimension; 其他 is what no other cell of the dimension names. */
export function cellCondition(cell: Cell, dimension: Dimension, scope: Scope): Expr {
  const at = placeOf(cell, scope)
  const { subject } = dimension
  if (isUnknown(subject)) return unknown(at)
  const isChoice = subject.type.kind === 'optional' && subject.type.of.kind === 'choice'
  if (subject.type.kind === 'optional' && !isChoice && asksForValue(cell) && dimension.cells.some(mayBeOfAbsent)) {
    const isThere = not({ kind: 'isAbsent', value: subject, type: { kind: 'boolean' }, at })
    const asked = cellCondition(cell, { ...dimension, subject: { ...subject, type: subject.type.of } }, scope)
    return isUnknown(asked) ? asked : and([isThere, asked], at)
  }
  switch (cell.kind) {
    case 'missing':
    case 'same':
      return unknown(at)
    case 'whatever':
      return booleanConstant(true, at)
    case 'otherwise': {
      const others = dimension.cells.filter(
        (each) => each.kind !== 'otherwise' && each.kind !== 'same' && each.kind !== 'whatever',
      )
      const named = others.map((each) => cellCondition(each, dimension, scope))
      if (named.some(isUnknown)) return unknown(at)
      if (subject.type.kind !== 'choice') return not(or(named, at))
      const { choices } = subject.type
      const taken = new Set(named.flatMap((each) => (each.kind === 'isOneOf' ? each.members : [])))
      const members = (scope.policy.vocabulary.choices.find((each) => each.id === choices)?.members ?? []).map(
        (member) => member.id,
      )
      const rest = members.filter((member) => !taken.has(member))
      return rest.length === 0
        ? booleanConstant(false, at)
        : { kind: 'isOneOf', value: subject, members: rest, type: { kind: 'boolean' }, at }
    }
    case 'compareCell':
      return compare(cell.operator, subject, cell.value, scope, at)
    case 'entries': {
      if (subject.type.kind === 'optional' && subject.type.of.kind === 'choice') {
        const { of } = subject.type
        const isEmpty = ({ value }: Entry): boolean => value.kind === 'absent'
        const named = cell.entries.filter((entry) => !isEmpty(entry)).map((entry) => entry.value)
        return or(
          [
            ...(named.length > 0 ? [membership(subject, named, scope, at, of)] : []),
            ...(cell.entries.some(isEmpty) ? [absence(subject, at)] : []),
          ],
          at,
        )
      }
      if (subject.type.kind === 'choice' || subject.type.kind === 'region')
        return membership(
          subject,
          cell.entries.map((entry) => entry.value),
          scope,
          at,
        )
      return or(
        cell.entries.map((entry) => entryCondition(entry, subject, scope, at)),
        at,
      )
    }
  }
}

/** Does a cell ask what the value is, which there has to be one for? */
const asksForValue = (cell: Cell): boolean =>
  cell.kind === 'compareCell' || (cell.kind === 'entries' && cell.entries.every(({ value }) => value.kind !== 'absent'))

/** May a cell hold where there is no value? */
const mayBeOfAbsent = (cell: Cell): boolean =>
  cell.kind === 'otherwise' ||
  cell.kind === 'whatever' ||
  (cell.kind === 'entries' && cell.entries.some(({ value }) => value.kind === 'absent'))

function entryCondition(entry: Entry, subject: Expr, scope: Scope, at: Place): Expr {
  if (entry.to) {
    const dates = subject.type.kind === 'date'
    const lower = compare(
      dates ? (entry.valueIncluded ? 'notBefore' : 'after') : entry.valueIncluded ? 'atLeast' : 'moreThan',
      subject,
      entry.value,
      scope,
      at,
    )
    const upper = compare(
      dates ? (entry.toIncluded ? 'notAfter' : 'before') : entry.toIncluded ? 'atMost' : 'below',
      subject,
      entry.to,
      scope,
      at,
    )
    return isUnknown(lower) || isUnknown(upper) ? unknown(at) : and([lower, upper], at)
  }
  const value = elaborate(entry.value, scope, subject.type)
  if (subject.type.kind === 'boolean') {
    if (isBoolean(value, true)) return subject
    if (isBoolean(value, false)) return not(subject)
  }
  if (value.type.kind === 'optional' && subject.type.kind === 'optional') return absence(subject, at)
  return compare('equals', subject, entry.value, scope, at)
}

function absence(value: Expr, at: Place): Expr {
  return { kind: 'isAbsent', value, type: { kind: 'boolean' }, at }
}

/** The cells of a row with 同左 replaced by the cell to its left; `from` is where merging may begin. */
function spread(cells: readonly Cell[], scope: Scope): readonly { readonly cell: Cell; readonly merged: boolean }[] {
  let left: Cell | null = null
  return cells.map((cell) => {
    if (cell.kind !== 'same') return { cell: (left = cell), merged: false }
    if (!left) scope.report.error('same-without-left', { file: scope.file, span: cell.span })
    return { cell: left ?? cell, merged: left !== null }
  })
}

/**
 * How many columns of values the rows of a table have after `before` cells: as most rows do, and one where there is no
 * head. Rows of another length are told, once for each length, and left out.
 */
export function valueColumns(
  { head, body }: Grid,
  before: number,
  scope: Scope,
): { readonly width: number; readonly rows: readonly Row[] } {
  const lengths = body.map((row) => row.cells.length)
  const commonest = lengths.toSorted(
    (a, b) => lengths.filter((each) => each === b).length - lengths.filter((each) => each === a).length,
  )[0]
  const width = head.length === 0 ? 1 : Math.max(1, (commonest ?? 0) - before)
  const told = new Set<number>()
  const rows = body.filter(({ cells, span }) => {
    const found = cells.length
    if (found === before + width) return true
    if (!told.has(found))
      scope.report.error('wrong-cell-count', { file: scope.file, span }, { found, expected: before + width })
    told.add(found)
    return false
  })
  return { width, rows }
}

/** The columns of a table: one condition each, from its head rows. Without head rows there is one column, always. */
export function columnConditions(head: readonly Row[], count: number, scope: Scope, at: Place): readonly Expr[] {
  const dimensions = head.map((row) => {
    const [first, ...rest] = row.cells
    if (rest.length !== count)
      scope.report.error(
        'wrong-cell-count',
        { file: scope.file, span: row.span },
        { found: row.cells.length, expected: count + 1 },
      )
    const name = first && nameIn(first)
    const cells = spread(rest, scope).map((each) => each.cell)
    return { subject: name ? elaborate(name, scope) : unknown(at), cells }
  })
  return Array.from({ length: count }, (_, column) => {
    const conditions = dimensions.map((dimension) => {
      const cell = dimension.cells[column]
      return cell ? cellCondition(cell, dimension, scope) : unknown(at)
    })
    return conditions.some(isUnknown) ? unknown(at) : and(conditions, at)
  })
}

/** The value cells of a row as branches, one per stretch of merged columns; one value over all columns needs no condition. */
export function valueBranches(
  cells: readonly Cell[],
  columns: readonly Expr[],
  scope: Scope,
  expected: Type | null,
  origin: (cell: Cell) => Origin,
): Branch[] {
  const stretches: { cell: Cell; conditions: Expr[] }[] = []
  spread(cells, scope).forEach(({ cell, merged }, column) => {
    const condition = columns[column]
    if (!condition) return
    if (merged) stretches.at(-1)?.conditions.push(condition)
    else stretches.push({ cell, conditions: [condition] })
  })
  return stretches.map(({ cell, conditions }): Branch => {
    const at = placeOf(cell, scope)
    const when =
      conditions.length === columns.length
        ? booleanConstant(true, at)
        : conditions.some(isUnknown)
          ? unknown(at)
          : or(conditions, at)
    return { when, value: valueOf(cell, scope, expected), origin: origin(cell) }
  })
}

export function valueOf(cell: Cell, scope: Scope, expected: Type | null): Expr {
  const at = placeOf(cell, scope)
  if (cell.kind === 'missing' || cell.kind === 'same') return unknown(at)
  const [entry] = cell.kind === 'entries' ? cell.entries : []
  if (cell.kind !== 'entries' || cell.entries.length !== 1 || !entry || entry.to)
    return fail(scope, 'not-one-value', at)
  return elaborate(entry.value, scope, expected)
}

/** The one type of several values, reported where they don't go together. A bare number among rates is offered as a percentage. */
export function commonType(values: readonly Expr[], scope: Scope): Type {
  let type: Type = { kind: 'unknown' }
  // A bare number among amounts lacks its unit: it is the one to be told, wherever it stands.
  const isBare = (value: Expr): boolean => value.type.kind === 'number'
  const bareLast = values.some(isBare)
    ? [...values.filter((value) => !isBare(value)), ...values.filter(isBare)]
    : values
  for (const value of bareLast) {
    const joined = join(type, value.type)
    if (joined) type = joined
    else if (bareNumberForRate(value, type, scope)) continue
    else
      fail(scope, 'mixed-cells', value.at, { first: describeType(type, scope), found: describeType(value.type, scope) })
  }
  return type
}

/** Reports a bare number where a rate has to stand, with the percentage it may mean. */
export function bareNumberForRate(
  value: Expr,
  wanted: Type,
  scope: Pick<Scope, 'report' | 'policy' | 'file'>,
): boolean {
  if (value.type.kind !== 'number' || (wanted.kind !== 'rate' && wanted.kind !== 'schedule')) return false
  const readings = readingsOf(value)
  const number =
    value.kind === 'constant' && value.value.kind === 'exact'
      ? plain(value.value.exact)
      : describeType(value.type, scope)
  const span = { start: value.at.start, end: value.at.end }
  const more = readings
    ? { fixes: [{ label: `${readings.percent}%`, edits: [{ span, text: `${readings.percent}%` }] }] }
    : {}
  scope.report.error(
    'bare-number-for-rate',
    { file: value.at.file, span },
    { number, percent: `${readings?.percent ?? ''}%` },
    more,
  )
  return true
}

export function nameIn(cell: Cell): Name | null {
  const expression: Expression | undefined =
    cell.kind === 'entries' && cell.entries.length === 1 ? cell.entries[0]?.value : undefined
  return expression?.kind === 'name' ? expression : null
}
