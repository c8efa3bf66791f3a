import { compare, one } from '../../runtime/rational.ts'
import type { Expr } from '../program/program.ts'
import { isSame } from '../typescript/same.ts'
import type { Writing } from './writing.ts'

/** Is it plain from how it is computed that a number is never above another? */
function isAtMost(expr: Expr, limit: Expr, writing: Writing): boolean {
  if (isSame(expr, limit)) return true
  if (expr.kind === 'ref') {
    const definition = writing.definitions.get(expr.id)
    return definition !== undefined && isAtMost(definition.value, limit, writing)
  }
  if (expr.kind === 'exactly') return isAtMost(expr.limit, limit, writing)
  // What is rounded is never above a whole number of the same steps that it was not above before.
  if (expr.kind === 'round') {
    const { over } = writing.arithmetic.magnitudeOf(limit)
    return over !== 'any' && 10n ** BigInt(expr.decimals) % over === 0n && isAtMost(expr.value, limit, writing)
  }
  if (expr.kind === 'integrate') {
    const { range } = writing.arithmetic.magnitudeOf(expr.schedule)
    const isPart = range !== null && compare(range.most, one) <= 0
    return isPart && isAfter(expr.to, expr.from, limit) && isNotNegative(limit, writing)
  }
  if (expr.kind !== 'arithmetic' || expr.operator !== 'lesser') return false
  return isAtMost(expr.left, limit, writing) || isAtMost(expr.right, limit, writing)
}

/** Is `to` what lies `length` after `from`? */
function isAfter(to: Expr, from: Expr, length: Expr): boolean {
  return to.kind === 'arithmetic' && to.operator === 'add' && isSame(to.left, from) && isSame(to.right, length)
}

/** Is it plain from how it is computed that a number is never below zero? */
export function isNotNegative(expr: Expr, writing: Writing): boolean {
  const { range } = writing.arithmetic.magnitudeOf(expr)
  if (range && range.least.n >= 0n) return true
  const all = (parts: readonly Expr[]): boolean => parts.every((part) => isNotNegative(part, writing))
  if (expr.kind === 'ref') {
    const definition = writing.definitions.get(expr.id)
    return definition !== undefined && isNotNegative(definition.value, writing)
  }
  if (expr.kind === 'cases') {
    return all([...expr.branches.map(({ value }) => value), ...(expr.otherwise ? [expr.otherwise] : [])])
  }
  if (expr.kind !== 'arithmetic') return false
  if (expr.operator === 'subtract') return isAtMost(expr.right, expr.left, writing)
  return (expr.operator === 'add' || expr.operator === 'lesser') && all([expr.left, expr.right])
}
