import { compareExact } from '../../program/exact.ts'
import { exactOf, partsOf } from '../../program/build.ts'
import type { Expr } from '../../program/program.ts'
import { showExact } from '../spelling.ts'
import { isPart, rangeOf } from '../range.ts'
import { placeOf, type RuleInput } from './rule.ts'

/**
 * Rule: a rate in a table or a line is never above the whole, and the rates of bands are proved to lie between nothing and the whole: a
 * band below nothing would take back what another has given, and the sum would hide it.
 */
export function ratesWithin({ typed, report, context }: RuleInput): void {
  const say = (expr: Expr, found: string): void => report.error('rate-outside', placeOf(expr.at), { found })
  const visit = (expr: Expr): void => {
    const value = expr.type.kind === 'rate' ? exactOf(expr) : null
    if (value !== null && (compareExact(value, '1') > 0 || compareExact(value, '0') < 0))
      say(expr, showExact(value, expr.type, context.language))
    for (const part of partsOf(expr)) visit(part)
  }
  // Other mistakes come first: what they make of a rate says nothing about it.
  if (report.problems.some(({ severity }) => severity === 'error')) return
  const told = report.problems.length
  for (const { general } of typed.terms) for (const { kind, value } of general) if (kind !== 'define') visit(value)
  for (const { lines } of typed.splits)
    for (const { mode, amount } of lines) if (mode === 'atRate' && amount) visit(amount)
  if (report.problems.length > told) return
  for (const split of typed.splits)
    for (const { mode, amount } of split.lines)
      if (mode === 'atRate' && amount?.type.kind === 'schedule' && !isPart(rangeOf(amount, typed))) say(amount, '')
}
