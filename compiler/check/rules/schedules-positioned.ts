import { partsOf } from '../../program/build.ts'
import type { Expr } from '../../program/program.ts'
import { holdsUnknown, placeOf, type RuleInput } from './rule.ts'

/** Rule: bands are marginal: a banded rate stands in a split that says from where it counts, and nowhere else. */
export function schedulesPositioned(input: RuleInput): void {
  const { typed, report } = input
  // What a module splits may be banded under another policy.
  const modules = new Set(typed.policy.files.flatMap(({ name, isModule }) => (isModule ? [name] : [])))
  for (const split of typed.splits) {
    const banded = split.lines.filter((line) => line.mode === 'atRate' && line.amount?.type.kind === 'schedule')
    if (banded.length > 0 && !split.bandedFrom)
      report.error('schedule-without-start', placeOf(banded[0]!.origin), { name: split.written })
    const isClear = split.lines.every((line) => line.amount === null || !holdsUnknown(line.amount))
    if (banded.length === 0 && split.bandedFrom && isClear && !modules.has(split.origin.file))
      report.warning('start-without-schedule', placeOf(split.bandedFrom.at), { name: split.written })
    for (const line of split.lines) if (line.mode !== 'atRate' && line.amount) refuseIn(line.amount, input)
  }
  for (const term of typed.terms)
    for (const { value } of term.general) if (value.type.kind !== 'schedule') refuseIn(value, input)
  for (const term of typed.terms) {
    const { output } = term.defined
    if (output && term.type.kind === 'schedule')
      report.error('schedule-used', term.defined.place, { name: term.defined.written })
  }
}

function refuseIn(expr: Expr, input: RuleInput): void {
  const { typed, report } = input
  if (expr.type.kind === 'schedule') {
    const used = expr.kind === 'ref' ? typed.symbols.defined.find((each) => each.id === expr.id) : undefined
    report.error('schedule-used', placeOf(expr.at), { name: used?.written ?? '' })
  } else if (expr.kind !== 'cases') for (const part of partsOf(expr)) refuseIn(part, input)
}
