import { exactOf, partsOf } from '../program/build.ts'
import type { Expr } from '../program/program.ts'

/** Can computing the expression show that a case is wrong? */
export function canFail(expr: Expr): boolean {
  if (expr.kind === 'exactly') return true
  if (expr.kind === 'arithmetic' && expr.operator === 'divide' && (exactOf(expr.right) ?? '0') === '0') return true
  return partsOf(expr).some(canFail)
}
