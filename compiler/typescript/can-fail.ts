import { partsOf } from '../program/build.ts'
import type { Expr } from '../program/program.ts'
import { constantDivisor } from './denominator.ts'

/** Can computing the expression show that a case is wrong? */
export function canFail(expr: Expr): boolean {
  if (expr.kind === 'exactly') return true
  if (expr.kind === 'arithmetic' && expr.operator === 'divide' && constantDivisor(expr.right) === null) return true
  return partsOf(expr).some(canFail)
}
