import type { Expression } from '../../grammar/tree.ts'
import { computedFrom, exactConstant, exactOf } from '../program/build.ts'
import {
  addExact,
  compareExact,
  decimalsOf,
  divideExact,
  greaterExact,
  lesserExact,
  multiplyExact,
  subtractExact,
} from '../program/exact.ts'
import type { Expr, Place } from '../program/program.ts'
import type { Exact, Type } from '../program/type.ts'
import { describeType, isUnknown, unknown, widest } from './describe-type.ts'
import { fail, placeOf, type Scope } from './scope.ts'
import { refuseChange } from './readings.ts'
import { operatorRow, type OperatorRow } from './operators.ts'

type Arithmetic = Extract<Expression, { kind: 'arithmetic' }>

/** Types a sum, product or adjustment by the operator table; constants are worked out at once, exactly. */
export function arithmetic(expression: Arithmetic, left: Expr, right: Expr, scope: Scope): Expr {
  if (isUnknown(left) || isUnknown(right)) return unknown(placeOf(expression, scope))
  return spreading([left, right], scope, ([a, b]) => ofPresent(expression, a!, b!, scope))
}

/** What is worked out of values that may be absent is absent where one of them is; `operation` knows them as present. */
export function spreading(values: readonly Expr[], scope: Scope, operation: (present: readonly Expr[]) => Expr): Expr {
  const optional = values.filter(({ type }) => type.kind === 'optional')
  const refuse = ({ at, type }: Expr): Expr => fail(scope, 'optional-used', at, { name: describeType(type, scope) })
  const [nothing] = optional.filter((each) => computedFrom(each).length === 0)
  if (nothing) return refuse(nothing)
  const result = operation(
    values.map((each) => (each.type.kind === 'optional' ? { ...each, type: each.type.of } : each)),
  )
  const [first] = optional
  if (!first || isUnknown(result)) return result
  return result.type.kind === 'schedule' ? refuse(first) : { ...result, type: { kind: 'optional', of: result.type } }
}

function ofPresent(expression: Arithmetic, left: Expr, right: Expr, scope: Scope): Expr {
  const at = placeOf(expression, scope)

  // 100% − rate: the rest of a whole is a rate. A literal only, so that no difference of rates becomes one by accident.
  const isWhole =
    expression.operator === 'minus' &&
    expression.left.kind === 'quantity' &&
    expression.left.unit === 'percent' &&
    exactOf(left) === '1'
  if (isWhole && (right.type.kind === 'rate' || right.type.kind === 'schedule'))
    return node('subtract', left, right, right.type, at)

  const row = operatorRow(expression.operator, left.type.kind, right.type.kind)
  if (!row) return refuse(expression, left, right, scope, at)
  if (row.result === 'date') return shiftDate(expression.operator === 'minus', left, right, scope, at)

  const type = resultType(row, left, right)
  switch (expression.operator) {
    case 'plus':
    case 'raisedBy':
      return (row.left === 'rate' && row.right === 'points') || row.left === 'schedule'
        ? raised(left, right, type, at)
        : node('add', left, right, type, at)
    case 'minus':
    case 'loweredBy':
      return (row.left === 'rate' && row.right === 'points') || row.left === 'schedule'
        ? lowered(left, right, type, at)
        : node('subtract', left, right, type, at)
    case 'times':
      return node('multiply', left, right, type, at)
    case 'divide':
      if (exactOf(right) === '0') return fail(scope, 'division-by-zero', right.at)
      return node('divide', left, right, type, at)
  }
}

/**
 * Lowering never leads below nothing, and by points below zero, which raise, not above the whole; a rate that is above
 * it stays so. What is known of the points spares a comparison, and never changes a value.
 */
export function lowered(rate: Expr, points: Expr, type: Type, at: Place, isNotBelow = isNotBelowZero(points)): Expr {
  const value = capped('greater', node('subtract', rate, points, type, at), '0', at)
  return isNotBelow ? value : node('lesser', value, capped('greater', rate, '1', at), value.type, at)
}

export function raised(rate: Expr, points: Expr, type: Type, at: Place, isNotBelow = isNotBelowZero(points)): Expr {
  const value = capped('lesser', node('add', rate, points, type, at), '1', at)
  return isNotBelow ? value : node('greater', value, capped('lesser', rate, '0', at), value.type, at)
}

function isNotBelowZero(expr: Expr): boolean {
  const value = exactOf(expr)
  return value !== null && compareExact(value, '0') >= 0
}

/** An arithmetic node, or the constant that it amounts to. */
export function node(
  operator: Extract<Expr, { kind: 'arithmetic' }>['operator'],
  left: Expr,
  right: Expr,
  type: Type,
  at: Place,
): Expr {
  const a = exactOf(left)
  const b = exactOf(right)
  if (a !== null && b !== null && !(operator === 'divide' && b === '0')) {
    const value = fold[operator](a, b)
    return exactConstant(value, 'decimals' in type ? { ...type, decimals: decimalsOf(value) } : type, at)
  }
  return { kind: 'arithmetic', operator, left, right, type, at }
}

const fold: Record<Extract<Expr, { kind: 'arithmetic' }>['operator'], (a: Exact, b: Exact) => Exact> = {
  add: addExact,
  subtract: subtractExact,
  multiply: multiplyExact,
  divide: divideExact,
  lesser: lesserExact,
  greater: greaterExact,
}

/** A rate lowered or raised stays between 0 and 100 %. */
function capped(operator: 'lesser' | 'greater', value: Expr, bound: Exact, at: Place): Expr {
  const limit = exactConstant(bound, { kind: 'rate', decimals: 0 }, at)
  const type: Type =
    value.type.kind === 'schedule'
      ? value.type
      : { kind: 'rate', decimals: 'decimals' in value.type ? value.type.decimals : null }
  return node(operator, { ...value, type } as Expr, limit, type, at)
}

function resultType(row: OperatorRow, left: Expr, right: Expr): Type {
  const a = decimalsIn(left.type)
  const b = decimalsIn(right.type)
  const decimals = ((): number | null => {
    switch (row.decimals) {
      case 'more':
        return widest(a, b)
      case 'sum':
        return a === null || b === null ? null : a + b
      case 'quotient': {
        const divisor = exactOf(right)
        const extra = divisor === null || divisor === '0' ? null : decimalsOf(divideExact('1', divisor))
        return a === null || extra === null ? null : a + extra
      }
      case 'none':
        return null
    }
  })()
  switch (row.result) {
    case 'schedule': {
      const schedule = left.type.kind === 'schedule' ? left.type : right.type
      return { kind: 'schedule', decimals, edges: schedule.kind === 'schedule' ? schedule.edges : [] }
    }
    case 'days':
    case 'age':
      return { kind: row.result }
    case 'date':
      return { kind: 'date', openEnded: false }
    case 'money':
    case 'months':
    case 'number':
    case 'points':
    case 'rate':
      return { kind: row.result, decimals }
  }
}

export function decimalsIn(type: Type): number | null {
  return 'decimals' in type ? type.decimals : 0
}

function shiftDate(back: boolean, date: Expr, amount: Expr, scope: Scope, at: Place): Expr {
  const stated = exactOf(amount)
  const decimals = stated === null ? decimalsIn(amount.type) : decimalsOf(stated)
  if (decimals !== 0)
    return fail(scope, 'needs-rounding', amount.at, { decimals: decimals ?? '∞', label: '', to: 'date', here: 'no' })
  const shift = back
    ? node('multiply', amount, exactConstant('-1', { kind: 'number', decimals: 0 }, at), amount.type, at)
    : amount
  return { kind: amount.type.kind === 'months' ? 'addMonths' : 'addDays', date, amount: shift, type: date.type, at }
}

/** What can't be joined is refused; where a rate was changed by a percentage or a number, with the readings it may have. */
function refuse(expression: Arithmetic, left: Expr, right: Expr, scope: Scope, at: Place): Expr {
  const { operator } = expression
  const isRate = left.type.kind === 'rate' || left.type.kind === 'schedule'
  const change = { span: { start: left.at.end, end: right.at.end }, rate: left, by: right }
  if (isRate && operator === 'minus' && right.type.kind === 'rate' && exactOf(right) !== null)
    return refuseChange('rate-minus-percent', { operator: 'loweredBy', ...change }, scope, at)
  const adjusts = operator === 'loweredBy' || operator === 'raisedBy'
  if (isRate && adjusts && (right.type.kind === 'number' || right.type.kind === 'rate'))
    return refuseChange('lowered-by-number', { operator, ...change }, scope, at)
  const banded = [left, right].find((side) => side.type.kind === 'schedule')
  if (banded && operatorRow(operator, asRate(left), asRate(right))) {
    const named = banded.kind === 'ref' ? scope.symbols.defined.find((each) => each.id === banded.id) : undefined
    return fail(scope, 'schedule-used', banded.at, { name: named?.written ?? '' })
  }
  return fail(scope, 'operator-types', at, {
    operator,
    left: describeType(left.type, scope),
    right: describeType(right.type, scope),
  })
}

const asRate = ({ type }: Expr): string => (type.kind === 'schedule' ? 'rate' : type.kind)
