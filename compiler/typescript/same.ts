import type { Expr } from '../program/program.ts'

/** A text that two expressions share when they say the same, wherever they stand in the policy. */
export function shapeText(expr: Expr): string {
  return JSON.stringify(expr, (key, value: unknown) => (key === 'at' || key === 'origin' ? undefined : value))
}

export function isSame(a: Expr, b: Expr): boolean {
  return shapeText(a) === shapeText(b)
}
