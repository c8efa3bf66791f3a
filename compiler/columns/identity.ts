import { add, compare, one, parse, subtract, zero, type Rational } from '../../runtime/rational.ts'
import type { Expr } from '../program/program.ts'
import { shapeText } from '../typescript/same.ts'
import { canRefuse } from './cases.ts'
import type { Writing } from './writing.ts'

/** A sum of numbers, each so many times, and a constant. */
interface Sum {
  readonly constant: Rational
  readonly times: ReadonlyMap<string, Rational>
}

/**
 * Does a comparison hold of every row because both sides are the same sum, or sums that differ by a constant? So what is
 * shared out and its parts are, which policies promise to be equal.
 */
export function isIdentity({ operator, left, right }: Extract<Expr, { kind: 'compare' }>, writing: Writing): boolean {
  const [a, b] = [sumOf(left, writing), sumOf(right, writing)]
  if (!a || !b) return false
  const { constant, times } = plus(a, b, subtract)
  if ([...times.values()].some(({ n }) => n !== 0n)) return false
  const order = compare(constant, zero)
  return operator === 'equal' ? order === 0 : operator === 'less' ? order < 0 : order <= 0
}

/** Null where it may be absent. */
function sumOf(expr: Expr, writing: Writing): Sum | null {
  if (expr.type.kind === 'optional') return null
  if (expr.kind === 'constant' && expr.value.kind === 'exact') {
    return { constant: parse(expr.value.exact), times: new Map() }
  }
  if (expr.kind === 'ref') {
    const definition = writing.definitions.get(expr.id)
    if (definition?.over === null && isSum(definition.value)) return sumOf(definition.value, writing)
  }
  if (expr.kind === 'arithmetic' && (expr.operator === 'add' || expr.operator === 'subtract')) {
    const [a, b] = [sumOf(expr.left, writing), sumOf(expr.right, writing)]
    return a && b && plus(a, b, expr.operator === 'add' ? add : subtract)
  }
  if (canRefuse(expr)) return null
  return { constant: zero, times: new Map([[shapeText(expr, () => null), one]]) }
}

function isSum(expr: Expr): boolean {
  return expr.kind === 'ref' || (expr.kind === 'arithmetic' && ['add', 'subtract'].includes(expr.operator))
}

function plus(a: Sum, b: Sum, operation: (x: Rational, y: Rational) => Rational): Sum {
  const times = new Map(a.times)
  for (const [key, count] of b.times) times.set(key, operation(times.get(key) ?? zero, count))
  return { constant: operation(a.constant, b.constant), times }
}
