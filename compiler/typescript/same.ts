import type { Expr } from '../program/program.ts'

/** Do two expressions that stand in the same surroundings say the same, wherever they come from in the policy? */
export function isSame(a: Expr, b: Expr): boolean {
  return shapeText(a, () => null) === shapeText(b, () => null)
}

/** A text that two expressions share when they say the same. `nameOf` may stand in for a part of them. */
export function shapeText(expr: Expr, nameOf: (part: Expr) => string | null): string {
  return JSON.stringify(expr, (key, value: unknown) => {
    if (key === 'at' || key === 'origin') return undefined
    return isExpr(value) ? (nameOf(value) ?? value) : value
  })
}

// Of all that an expression is made of, expressions alone know where they stand.
function isExpr(value: unknown): value is Expr {
  return typeof value === 'object' && value !== null && 'kind' in value && 'at' in value
}
