import { partsOf, refsIn } from '../../program/build.ts'
import { compareExact, plain } from '../../program/exact.ts'
import type { Expr, Place } from '../../program/program.ts'
import type { Exact } from '../../program/type.ts'
import { rangeOf } from '../range.ts'
import { byId } from '../by-id.ts'
import type { TypedEdition, TypedLine, TypedSplit } from '../typed.ts'
import { placeOf, type RuleInput } from './rule.ts'

/**
 * Rule: what a line before the bands may take does not reach past the first band's edge, which would then never be used
 * in full: a deductible above the first edge is an edge mistyped.
 */
export function deductibleBelowFirstEdge({ typed, report }: RuleInput): void {
  const linesInto = new Map<string, { readonly split: TypedSplit; readonly line: TypedLine }[]>()
  for (const split of typed.splits)
    for (const line of split.lines)
      linesInto.set(line.into.id, [...(linesInto.get(line.into.id) ?? []), { split, line }])
  for (const split of typed.splits) {
    const { bandedFrom } = split
    if (!bandedFrom) continue
    const positions = refsIn(bandedFrom)
    for (const [index, line] of split.lines.entries()) {
      if (line.mode !== 'atRate' || line.amount?.type.kind !== 'schedule') continue
      const edge = line.amount.type.edges.find((each) => compareExact(each, '0') > 0)
      if (edge === undefined) continue
      const elsewhere = [...positions].flatMap((id) => linesInto.get(id) ?? []).filter((each) => each.split !== split)
      const before = [...elsewhere.map((each) => each.line), ...split.lines.slice(0, index)]
      for (const taken of before) {
        if (taken.mode !== 'upTo' || !taken.amount) continue
        const { greatest } = rangeOf(taken.amount, typed)
        if (greatest === null || compareExact(greatest, edge) <= 0) continue
        const culprit = constantAbove(taken.amount, edge, typed)
        report.error(
          'deductible-above-first-edge',
          placeOf(culprit ?? taken.origin),
          { label: taken.into.written, amount: plain(greatest), name: line.into.written, edge: plain(edge) },
          { related: placeOf(culprit ? taken.origin : line.origin) },
        )
      }
    }
  }
}

/** Where the policy writes an amount above the edge, on the way to what the line may take. */
function constantAbove(amount: Expr, edge: Exact, typed: TypedEdition): Place | null {
  const seen = new Set<string>()
  const waiting = [amount]
  for (let expr = waiting.shift(); expr; expr = waiting.shift()) {
    if (expr.kind === 'constant' && expr.value.kind === 'exact' && compareExact(expr.value.exact, edge) > 0)
      return expr.at
    waiting.push(...partsOf(expr))
    if (expr.kind !== 'ref' || seen.has(expr.id)) continue
    seen.add(expr.id)
    const term = byId(typed).terms.get(expr.id)
    if (term) waiting.push(...[...term.general, ...term.exceptions].map(({ value }) => value))
  }
  return null
}
