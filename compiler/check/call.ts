import type { Expression } from '../../grammar/tree.ts'
import { near } from '../bind/near.ts'
import type { Expr, Place } from '../program/program.ts'
import { node, spreading } from './arithmetic.ts'
import { describeType, isNumeric, isUnknown, join, unknown } from './describe-type.ts'
import { fail, placeOf, type Scope } from './scope.ts'

type Function =
  | 'fullYears'
  | 'firstOfMonth'
  | 'lastOfMonth'
  | 'firstOfYear'
  | 'lastOfYear'
  | 'monthOf'
  | 'provinceOf'
  | 'prefectureOf'
  | 'lesser'
  | 'greater'

const functions: Readonly<Record<string, Function>> = {
  月初: 'firstOfMonth',
  firstOfMonth: 'firstOfMonth',
  月末: 'lastOfMonth',
  lastOfMonth: 'lastOfMonth',
  年初: 'firstOfYear',
  firstOfYear: 'firstOfYear',
  年末: 'lastOfYear',
  lastOfYear: 'lastOfYear',
  月份: 'monthOf',
  monthOf: 'monthOf',
  足岁: 'fullYears',
  fullYears: 'fullYears',
  所在省: 'provinceOf',
  provinceOf: 'provinceOf',
  所在市: 'prefectureOf',
  prefectureOf: 'prefectureOf',
  较小者: 'lesser',
  lesser: 'lesser',
  较大者: 'greater',
  greater: 'greater',
}

type Call = Extract<Expression, { kind: 'call' }>

/** Types a call of one of the functions known everywhere. */
export function call(expression: Call, values: readonly Expr[], scope: Scope): Expr {
  const at = placeOf(expression, scope)
  const { callee } = expression
  const known = Object.hasOwn(functions, callee.text) ? functions[callee.text] : undefined
  if (!known)
    return fail(scope, 'unknown-function', placeOf(callee, scope), {
      name: callee.text,
      near: near(callee.text, Object.keys(functions)),
    })
  if (values.some(isUnknown)) return unknown(at)
  return spreading(values, scope, (present) => ofPresent(known, expression, present, scope))
}

function ofPresent(known: Function, expression: Call, values: readonly Expr[], scope: Scope): Expr {
  const at = placeOf(expression, scope)
  const { callee } = expression
  const [first, second] = values
  const wanted = known === 'fullYears' ? 2 : known === 'lesser' || known === 'greater' ? Math.max(2, values.length) : 1
  if (values.length !== wanted || !first)
    return fail(scope, 'wrong-argument-count', at, { name: callee.text, expected: wanted, found: values.length })
  const wrong = (value: Expr, expected: string): Expr =>
    fail(scope, 'wrong-type', value.at, { found: describeType(value.type, scope), expected })

  switch (known) {
    case 'provinceOf':
    case 'prefectureOf':
      if (first.type.kind !== 'region') return wrong(first, 'region')
      return {
        kind: 'widen',
        region: first,
        level: known === 'provinceOf' ? 'province' : 'prefecture',
        type: { kind: 'region' },
        at,
      }
    case 'firstOfMonth':
    case 'lastOfMonth':
    case 'firstOfYear':
    case 'lastOfYear': {
      if (first.type.kind !== 'date') return wrong(first, 'date')
      const side = known.startsWith('first') ? 'first' : 'last'
      return {
        kind: 'boundary',
        date: first,
        side,
        of: known.endsWith('Month') ? 'month' : 'year',
        type: first.type,
        at,
      }
    }
    case 'monthOf':
      if (first.type.kind !== 'date' || first.type.openEnded) return wrong(first, 'date')
      return { kind: 'monthOf', date: first, type: { kind: 'months', decimals: 0 }, at }
    case 'fullYears':
      for (const value of values) if (value.type.kind !== 'date' || value.type.openEnded) return wrong(value, 'date')
      return { kind: 'fullYears', from: first, to: second!, type: { kind: 'age' }, at }
    case 'lesser':
    case 'greater':
      return extreme(known, values, scope, at)
  }
}

function extreme(operator: 'lesser' | 'greater', values: readonly Expr[], scope: Scope, at: Place): Expr {
  return values.reduce((left, right) => {
    if (isUnknown(left)) return left
    const type = join(left.type, right.type)
    if (!type || !isNumeric(type) || type.kind === 'schedule')
      return fail(scope, 'operator-types', at, {
        operator,
        left: describeType(left.type, scope),
        right: describeType(right.type, scope),
      })
    return node(operator, left, right, type, at)
  })
}
