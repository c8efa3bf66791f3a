import type { Expr } from '../program/program.ts'
import { bareNumberForRate } from './cells.ts'
import { describeType, isUnknown } from './describe-type.ts'
import { fail, type Scope } from './scope.ts'
import { refuseChange } from './readings.ts'
import type { TypedTerm } from './typed.ts'

/** An expression where a rate has to stand. Numbers and points are refused, with what they may have been meant to be. */
export function rateOf(rate: Expr, scope: Scope, termOf: (id: string) => TypedTerm | null): Expr {
  if (isUnknown(rate) || rate.type.kind === 'rate' || rate.type.kind === 'schedule') return rate
  if (rate.type.kind === 'number') {
    // The number is wrong where it is stated, not where its name is used.
    const stated = rate.kind === 'ref' ? (termOf(rate.id)?.general ?? []) : []
    for (const { value } of stated.length > 0 ? stated : [{ value: rate }])
      bareNumberForRate(value, { kind: 'rate', decimals: null }, { ...scope, file: value.at.file })
    return rate
  }
  if (rate.type.kind === 'points') return pointsAsRate(rate, scope, termOf)
  return fail(scope, 'wrong-type', rate.at, { found: describeType(rate.type, scope), expected: 'rate' })
}

/** Points where a rate is wanted: a difference of two rates, here or in the definition of the name, with its readings. */
function pointsAsRate(rate: Expr, scope: Scope, termOf: (id: string) => TypedTerm | null): Expr {
  const term = rate.kind === 'ref' ? termOf(rate.id) : null
  const value = term ? term.general[0]?.value : rate
  const isDifference = value?.kind === 'arithmetic' && value.operator === 'subtract' && value.left.type.kind === 'rate'
  if (isDifference && value.right.kind === 'constant')
    return refuseChange(
      'rate-minus-percent',
      {
        operator: 'loweredBy',
        span: { start: value.left.at.end, end: value.right.at.end },
        rate: value.left,
        by: value.right,
      },
      { ...scope, file: value.at.file },
      value.at,
      term ? rate.at : undefined,
    )
  return fail(scope, 'points-as-rate', rate.at, { name: term?.defined.written ?? '' })
}
