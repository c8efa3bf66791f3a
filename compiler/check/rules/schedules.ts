import { compareExact } from '../../program/exact.ts'
import { partsOf, refsIn } from '../../program/build.ts'
import type { Expr } from '../../program/program.ts'
import { plain } from '../../program/exact.ts'
import { rangeOf } from '../range.ts'
import { holdsUnknown, placeOf, type RuleInput } from './rule.ts'

/** Rule: bands are marginal: a banded rate stands in a split that says from where it counts, and nowhere else. */
export function schedulesPositioned({ typed, report }: RuleInput): void {
  for (const split of typed.splits) {
    const banded = split.lines.filter((line) => line.mode === 'atRate' && line.amount?.type.kind === 'schedule')
    if (banded.length > 0 && !split.bandedFrom)
      report.error('schedule-without-start', placeOf(banded[0]!.origin), { name: split.written })
    const isClear = split.lines.every((line) => line.amount === null || !holdsUnknown(line.amount))
    if (banded.length === 0 && split.bandedFrom && isClear)
      report.warning('start-without-schedule', placeOf(split.bandedFrom.at), { name: split.written })
    for (const line of split.lines) if (line.mode !== 'atRate' && line.amount) refuseIn(line.amount, report)
  }
  for (const term of typed.terms)
    for (const { value } of term.general) if (value.type.kind !== 'schedule') refuseIn(value, report)
  for (const term of typed.terms) {
    const { output } = term.defined
    if (output && term.type.kind === 'schedule')
      report.error('schedule-used', term.defined.place, { name: term.defined.written })
  }
}

function refuseIn(expr: Expr, report: RuleInput['report']): void {
  if (expr.type.kind === 'schedule')
    report.error('schedule-used', placeOf(expr.at), { name: expr.kind === 'ref' ? expr.id : '' })
  else if (expr.kind !== 'cases') for (const part of partsOf(expr)) refuseIn(part, report)
}

/**
 * Rule: what a line before the bands may take does not reach past the first band's edge, which would then never be used
 * in full: a deductible above the first edge is an edge mistyped.
 */
export function deductibleBelowFirstEdge({ typed, report }: RuleInput): void {
  for (const split of typed.splits) {
    const { bandedFrom } = split
    if (!bandedFrom) continue
    const positions = refsIn(bandedFrom)
    for (const line of split.lines) {
      if (line.mode !== 'atRate' || line.amount?.type.kind !== 'schedule') continue
      const edge = line.amount.type.edges.find((each) => compareExact(each, '0') > 0)
      if (edge === undefined) continue
      for (const other of typed.splits)
        for (const taken of other.lines) {
          if (taken.mode !== 'upTo' || !taken.amount || !positions.has(taken.into.id)) continue
          const { greatest } = rangeOf(taken.amount, typed)
          if (greatest !== null && compareExact(greatest, edge) > 0)
            report.error(
              'deductible-above-first-edge',
              placeOf(taken.origin),
              { label: taken.into.written, amount: plain(greatest), name: line.into.written, edge: plain(edge) },
              { related: placeOf(line.origin) },
            )
        }
    }
  }
}
