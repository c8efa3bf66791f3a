import type { Expr } from '../program/program.ts'
import { isSame } from '../typescript/same.ts'
import type { Writing } from './writing.ts'

/** Is it plain from how it is computed that a number is never above another? */
export function isAtMost(expr: Expr, limit: Expr, writing: Writing): boolean {
  if (isSame(expr, limit)) return true
  if (expr.kind === 'ref') {
    const definition = writing.definitions.get(expr.id)
    return definition !== undefined && isAtMost(definition.value, limit, writing)
  }
  if (expr.kind === 'exactly') return isAtMost(expr.limit, limit, writing)
  if (expr.kind !== 'arithmetic' || expr.operator !== 'lesser') return false
  return isAtMost(expr.left, limit, writing) || isAtMost(expr.right, limit, writing)
}
