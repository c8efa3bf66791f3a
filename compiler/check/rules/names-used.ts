import { refsIn } from '../../program/build.ts'
import type { Expr } from '../../program/program.ts'
import type { RuleInput } from './rule.ts'

/** Rule: a name that is given a value is used somewhere, or is an output. */
export function namesUsed({ typed, report }: RuleInput): void {
  const used = new Set<string>()
  const note = (...exprs: (Expr | null)[]): void => exprs.forEach((expr) => expr && refsIn(expr, used))
  for (const term of typed.terms) {
    for (const { when, value } of [...term.general, ...term.exceptions]) note(when, value)
    for (const { when, by } of term.adjustments) note(when, by)
  }
  for (const split of typed.splits)
    note(split.amount, split.when, split.bandedFrom, ...split.lines.map((line) => line.amount))
  for (const { amount, when } of [...typed.moves, ...typed.accumulations]) note(amount, when)
  for (const { condition } of typed.invariants) note(condition)
  for (const { defined } of typed.terms)
    if (!defined.output && !used.has(defined.id)) report.warning('unused-name', defined.place, { name: defined.label })
}
