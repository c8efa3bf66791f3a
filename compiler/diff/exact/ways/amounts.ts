import type { Why } from '../why.ts'
import { multiply, ofInteger, type Rational } from '../../../../runtime/rational.ts'
import type { Expr } from '../../../program/program.ts'
import type { Following } from './following.ts'
import type { Form } from '../linear/forms.ts'
import { plainType, scaleOf, truths, type Amount, type Symbolic } from './symbolic.ts'
import { greatestOf } from '../linear/numbers.ts'

/** A form as a number, with the closest bound that is known. */
export function amount(
  form: Form,
  walk: Following,
  least: Rational | null = null,
  above: readonly Form[] = [],
): Amount {
  return { kind: 'number', form, least: greatestOf(least, walk.graph.range(form).least), above }
}

/** A number, whatever it comes from. */
export function numberOf(value: Symbolic, expr: Expr, walk: Following): Amount {
  if (value.kind === 'number') return value
  if (value.kind === 'known' && value.value.kind === 'exact')
    return amount(walk.graph.constant(multiply(value.value.exact, scaleOf(expr.type))), walk)
  if (value.kind === 'term' && value.expr.kind === 'monthOf') {
    const months = Array.from({ length: 12 }, (_, month) => month + 1)
    const month = months.find((each) => each === 12 || walk.path.isAtMost(value.key, value.expr, each)) ?? 12
    return amount(walk.graph.constant(ofInteger(month)), walk)
  }
  const key = value.kind === 'term' ? value.key : JSON.stringify(value)
  return opaqueNumber(key, expr, walk, 'a number of this kind')
}

/** Is an input, or the like, not given? `key`: of the expression. */
export function isMissing(expr: Expr, key: string, walk: Following): boolean {
  const question: Expr = { kind: 'isAbsent', value: expr, type: { kind: 'boolean' }, at: expr.at }
  return walk.path.which(`absent ${key}`, question, truths) === 'true'
}

/** A variable for a number that is not looked into; `why` is told where it stands in the way. */
export function opaqueNumber(key: string, expr: Expr, walk: Following, why: Why): Amount {
  walk.shared.memory.opaque.set(key, { expr, why })
  const isMoney = plainType(expr.type).kind === 'money'
  return amount(walk.graph.variable(key, 'opaque', isMoney, false, { least: null, most: null }), walk)
}

/** Is it no value? Forks where it may be. */
export function isAbsentValue(value: Symbolic, walk: Following): boolean {
  if (value.kind === 'known') return value.value.kind === 'absent'
  if (value.kind !== 'finite' || !value.all.includes('absent')) return false
  return walk.path.isOneOf(value.key, value.expr, value.all, ['absent'])
}
