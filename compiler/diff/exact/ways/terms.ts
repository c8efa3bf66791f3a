import { fraction, multiply } from '../../../../runtime/rational.ts'
import { evaluate } from '../../../interpret/evaluate.ts'
import type { Value } from '../../../interpret/evaluation.ts'
import { Trace } from '../../../interpret/scope.ts'
import { constant } from '../../../program/build.ts'
import type { Expr } from '../../../program/program.ts'
import { amount, isAbsentValue } from './amounts.ts'
import type { Following, Which } from './following.ts'
import { isConstant } from '../linear/forms.ts'
import { inline, keyOf } from './resolved.ts'
import { absent, constantOfValue, scaleOf, type Symbolic } from './symbolic.ts'

type Term = Extract<Expr, { kind: 'addMonths' | 'addDays' | 'boundary' | 'monthOf' | 'fullYears' | 'widen' }>

/** A date, an age or a place that is computed from others. */
export function term(expr: Term, walk: Following, which: Which): Symbolic {
  let isAbsent = false
  let isKnown = true
  const part = (each: Expr): Expr => {
    const value = walk.evaluate(each, which)
    if (isAbsentValue(value, walk)) isAbsent = true
    const known = knownValue(value, each)
    if (known) return constant(known, each.type, each.at)
    isKnown = false
    if (value.kind === 'term') return value.expr
    // What it is hangs on what its names stand for.
    walk.keyOf(each, which)
    return inline(each, walk.shared.sides[which])
  }
  const made = withParts(expr, part)
  if (isAbsent) return absent
  if (!isKnown) return { kind: 'term', key: keyOf(made, walk.shared.sides[which]), expr: made }
  const value = concrete(made)
  return value.kind === 'exact' ? amount(walk.graph.constant(value.exact), walk) : { kind: 'known', value }
}

function knownValue(value: Symbolic, { type }: Expr) {
  if (value.kind === 'known') return constantOfValue(value.value)
  if (value.kind !== 'number' || !isConstant(value.form)) return null
  const { n, d } = multiply(value.form.constant, fraction(scaleOf(type).d, scaleOf(type).n))
  return constantOfValue({ kind: 'exact', exact: { n, d } })
}

function withParts(expr: Term, part: (each: Expr) => Expr): Expr {
  switch (expr.kind) {
    case 'addMonths':
    case 'addDays':
      return { ...expr, date: part(expr.date), amount: part(expr.amount) }
    case 'boundary':
    case 'monthOf':
      return { ...expr, date: part(expr.date) }
    case 'fullYears':
      return { ...expr, from: part(expr.from), to: part(expr.to) }
    case 'widen':
      return { ...expr, region: part(expr.region) }
  }
}

/** The value of an expression of constants. */
function concrete(expr: Expr): Value {
  const input = { given: new Set<string>(), fields: new Map(), lists: new Map() }
  const scope = { input, datasets: [], values: new Map(), elementValues: new Map(), elements: new Map() }
  return evaluate(expr, { ...scope, trace: new Trace('') })
}
