import { compare, ofInteger, type Rational } from '../../../../runtime/rational.ts'
import { liesIn } from '../../../../runtime/region.ts'
import type { Expr } from '../../../program/program.ts'
import { isAbsentValue, numberOf } from './amounts.ts'
import type { Following, Which } from './following.ts'
import { isConstant } from '../linear/forms.ts'
import { inline } from './resolved.ts'
import { optionOf, truths, type Symbolic } from './symbolic.ts'
import { minusOne, floorOf, ceilingOf } from '../linear/numbers.ts'

type Of<Kind extends Expr['kind']> = Extract<Expr, { kind: Kind }>

/** Does a condition hold? Forks where it may or may not. */
export function holds(expr: Expr, walk: Following, which: Which): boolean {
  const of = (part: Expr): Symbolic => walk.evaluate(part, which)
  const inner = (part: Expr): boolean => holds(part, walk, which)
  switch (expr.kind) {
    case 'and':
      return inOrder(expr.operands, walk).every(inner)
    case 'or':
      return inOrder(expr.operands, walk).some(inner)
    case 'not':
      return !inner(expr.operand)
    case 'compare':
      return comparison(expr, of(expr.left), of(expr.right), walk)
    case 'isOneOf': {
      const value = of(expr.value)
      if (value.kind === 'finite') return walk.path.isOneOf(value.key, value.expr, value.all, expr.members)
      const option = value.kind === 'known' ? optionOf(value.value) : null
      return option !== null && option !== 'absent' && expr.members.includes(option)
    }
    case 'liesIn':
      return isIn(expr, of(expr.place), of(expr.area), walk, which)
    case 'isAbsent':
      return isAbsentValue(of(expr.value), walk)
    case 'isGiven': {
      const pair = walk.shared.sides[which].program.input.eitherOf.find((each) => each.includes(expr.key)) ?? [
        expr.key,
        '',
      ]
      const question: Expr = { ...expr, key: pair[0] }
      return walk.path.which(`given ${pair[0]}`, question, ['true', 'false']) === String(expr.key === pair[0])
    }
    case 'constant':
    case 'input':
    case 'field':
    case 'ref':
    case 'arithmetic':
    case 'cases':
    case 'schedule':
    case 'integrate':
    case 'round':
    case 'fold':
    case 'orElse':
    case 'addMonths':
    case 'addDays':
    case 'boundary':
    case 'monthOf':
    case 'fullYears':
    case 'widen':
    case 'lookup':
    case 'listAll':
    case 'exactly': {
      const value = of(expr)
      if (value.kind === 'finite') return walk.path.isOneOf(value.key, value.expr, value.all, ['true'])
      return value.kind === 'known' && value.value.kind === 'boolean' && value.value.is
    }
  }
}

/** Of a promise the last part is looked at first: what it is about is mostly decided, when it holds is not. */
function inOrder(operands: readonly Expr[], { isOfPromise }: Following): readonly Expr[] {
  return isOfPromise ? operands.toReversed() : operands
}

function comparison(expr: Of<'compare'>, a: Symbolic, b: Symbolic, walk: Following): boolean {
  const [left, right] = [pointOf(a), pointOf(b)]
  if (left !== null && right !== null) {
    const order = compare(left, right)
    return expr.operator === 'less' ? order < 0 : expr.operator === 'lessOrEqual' ? order <= 0 : order === 0
  }
  if (a.kind === 'term' && right) return isUpTo(a, right, expr.operator, walk)
  if (b.kind === 'term' && left) {
    // left < b is not (b ≤ left)
    if (expr.operator === 'equal') return isUpTo(b, left, 'equal', walk)
    return !isUpTo(b, left, expr.operator === 'less' ? 'lessOrEqual' : 'less', walk)
  }
  if (a.kind === 'term' && b.kind === 'term') {
    const isSwapped = a.key > b.key
    const [one_, other] = isSwapped ? [b, a] : [a, b]
    if (a.key === b.key) return expr.operator !== 'less'
    const question: Expr = {
      kind: 'compare',
      operator: 'less',
      left: one_.expr,
      right: other.expr,
      type: { kind: 'boolean' },
      at: expr.at,
    }
    const order = walk.path.which(`order ${one_.key} ${other.key}`, question, ['equal', 'less', 'more'])
    if (order === 'equal') return expr.operator !== 'less'
    return expr.operator !== 'equal' && (order === 'less') !== isSwapped
  }
  const difference = walk.graph.subtract(numberOf(b, expr.right, walk).form, numberOf(a, expr.left, walk).form)
  const turned = walk.graph.scale(difference, minusOne)
  switch (expr.operator) {
    case 'lessOrEqual':
      return walk.holds(difference)
    case 'less':
      return !walk.holds(turned)
    case 'equal':
      return walk.holds(difference) && walk.holds(turned)
  }
}

/** The day, or the number, that is known. */
function pointOf(value: Symbolic): Rational | null {
  if (value.kind === 'number') return isConstant(value.form) ? value.form.constant : null
  if (value.kind !== 'known') return null
  if (value.value.kind === 'date') return ofInteger(value.value.day)
  return value.value.kind === 'exact' ? value.value.exact : null
}

function isUpTo(
  { key, expr }: Extract<Symbolic, { kind: 'term' }>,
  limit: Rational,
  operator: Of<'compare'>['operator'],
  walk: Following,
): boolean {
  const [low, high] = [Number(floorOf(limit)), Number(ceilingOf(limit))]
  switch (operator) {
    case 'lessOrEqual':
      return walk.path.isAtMost(key, expr, low)
    case 'less':
      return walk.path.isAtMost(key, expr, high - 1)
    case 'equal':
      return low === high && walk.path.isAtMost(key, expr, low) && !walk.path.isAtMost(key, expr, low - 1)
  }
}

function isIn(expr: Of<'liesIn'>, place: Symbolic, area: Symbolic, walk: Following, which: Which): boolean {
  if (area.kind === 'known' && area.value.kind === 'region') {
    if (place.kind === 'known' && place.value.kind === 'region') return liesIn(place.value.code, area.value.code)
    if (place.kind === 'term') return walk.path.liesIn(place.key, place.expr, area.value.code)
  }
  const side = walk.shared.sides[which]
  return walk.path.which(walk.keyOf(expr, which), inline(expr, side), truths) === 'true'
}
