import type { DateLiteral, Expression } from '../../grammar/tree.ts'
import { parseDate } from '../../runtime/date.ts'
import { constant, exactConstant } from '../program/build.ts'
import { decimalsOf, exactFrom } from '../program/exact.ts'
import type { Expr, Place } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import { unknown } from './describe-type.ts'
import { fail, placeOf, type Scope } from './scope.ts'

export function exact(type: Type, digits: string, at: Place): Expr {
  const value = exactFrom(digits)
  return exactConstant(value, 'decimals' in type ? { ...type, decimals: decimalsOf(value) } : type, at)
}

/** A number with a unit, in the unit that its type is kept in. */
export function quantity(digits: string, unit: Extract<Expression, { kind: 'quantity' }>['unit'], at: Place): Expr {
  switch (unit) {
    case 'yuan':
      return exact({ kind: 'money', decimals: null }, digits, at)
    case 'wanYuan':
      return exact({ kind: 'money', decimals: null }, `${digits}*10000`, at)
    case 'yiYuan':
      return exact({ kind: 'money', decimals: null }, `${digits}*100000000`, at)
    case 'percent':
      return exact({ kind: 'rate', decimals: null }, `${digits}/100`, at)
    case 'points':
      return exact({ kind: 'points', decimals: null }, `${digits}/100`, at)
    case 'years':
      return exact({ kind: 'months', decimals: null }, `${digits}*12`, at)
    case 'months':
      return exact({ kind: 'months', decimals: null }, digits, at)
    case 'days':
      return exact({ kind: 'days' }, digits, at)
    case 'yearsOld':
      return exact({ kind: 'age' }, digits, at)
  }
}

export function dateText(date: { year: number; month: number; day: number }): string {
  return `${String(date.year).padStart(4, '0')}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`
}

/** A day of the calendar. What is not even a whole date was said when parsing. */
export function date(literal: DateLiteral, scope: Pick<Scope, 'report' | 'file'>): Expr {
  const at = placeOf(literal, scope)
  const isWhole = literal.year > 0 && literal.month > 0 && literal.day > 0
  if (parseDate(dateText(literal)) === null)
    return isWhole ? fail(scope, 'no-such-date', at, { date: dateText(literal) }) : unknown(at)
  return constant({ kind: 'date', date: dateText(literal) }, { kind: 'date', openEnded: false }, at)
}
