import { partsOf } from '../program/build.ts'
import type { Expr } from '../program/program.ts'

/** A number that has no denominator, as a product over a product of numbers that have one. */
export interface Ratio {
  readonly dividends: readonly Expr[]
  readonly divisors: readonly Expr[]
}

/**
 * `isWhole` says of which expressions a denominator is known. Null where it is no product or quotient of such, or where
 * one of them can show that a case is wrong: they would be computed in another order.
 */
export function ratioOf(expr: Expr, isWhole: (expr: Expr) => boolean): Ratio | null {
  const ratio = split(expr, isWhole)
  return ratio && ![...ratio.dividends, ...ratio.divisors].some(mayRefuse) ? ratio : null
}

function split(expr: Expr, isWhole: (expr: Expr) => boolean): Ratio | null {
  if (isWhole(expr)) return { dividends: [expr], divisors: [] }
  if (expr.kind !== 'arithmetic' || expr.type.kind === 'schedule') return null
  const [left, right] = [split(expr.left, isWhole), split(expr.right, isWhole)]
  if (!left || !right) return null
  if (expr.operator === 'multiply') {
    return {
      dividends: [...left.dividends, ...right.dividends],
      divisors: [...left.divisors, ...right.divisors],
    }
  }
  if (expr.operator !== 'divide' || right.divisors.length > 0) return null
  return { dividends: left.dividends, divisors: [...left.divisors, ...right.dividends] }
}

/** Can computing it show that a case is wrong? */
export function mayRefuse(expr: Expr): boolean {
  return (
    expr.kind === 'exactly' ||
    (expr.kind === 'arithmetic' && expr.operator === 'divide') ||
    partsOf(expr).some(mayRefuse)
  )
}
