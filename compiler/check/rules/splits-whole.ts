import { refsIn } from '../../program/build.ts'
import type { Expr } from '../../program/program.ts'
import { keyOf } from '../possible.ts'
import { placeOf, together, uncovered, type RuleInput } from './rule.ts'

/**
 * Rule: every split ends in a rest; no amount is split twice in one case; what is split in some cases is split in all
 * in which there is any of it; and no share is a dead end, posted but neither paid out, nor split, nor used.
 */
export function splitsWhole(input: RuleInput): void {
  const { typed, report } = input
  for (const split of typed.splits) {
    const last = split.lines.at(-1)
    if (last?.mode !== 'theRest') report.error('split-without-rest', placeOf(split.origin), { name: split.label })
    for (const line of split.lines.slice(0, -1))
      if (line.mode === 'theRest') report.error('rest-not-last', placeOf(line.origin), { name: split.label })
  }

  const byAmount = new Map<string, (typeof typed.splits)[number][]>()
  for (const split of typed.splits)
    byAmount.set(keyOf(split.amount), [...(byAmount.get(keyOf(split.amount)) ?? []), split])
  for (const splits of byAmount.values()) {
    splits.forEach((split, index) => {
      for (const earlier of splits.slice(0, index)) {
        const both = together([split.when, earlier.when], input)
        if (both.kind === 'found')
          report.error(
            'split-twice',
            placeOf(split.origin),
            { name: split.label, witness: both.witness() },
            { related: placeOf(earlier.origin) },
          )
        else if (both.kind === 'tooMany') report.error('too-many-cases', placeOf(split.origin), { name: split.label })
      }
    })
    const [first] = splits
    if (first?.amount.kind !== 'ref') continue
    const covers = splits.map((split) => split.when)
    for (const posted of postedWhen(first.amount.id, input)) {
      const gap = uncovered(posted, covers, input)
      if (gap.kind !== 'found') continue
      report.error('split-incomplete', placeOf(first.origin), { name: first.label, witness: gap.witness() })
      break
    }
  }

  const used = usedIds(input)
  for (const share of typed.symbols.defined)
    if (share.kind === 'share' && !share.output && !used.has(share.id) && !isNamedRest(share.id, input))
      report.error('share-without-destination', share.place, { name: share.label })
}

/** When a share is posted, or a term that is an amount has a value. */
function postedWhen(id: string, { typed }: RuleInput): (Expr | null)[] {
  const lines = typed.splits
    .filter((split) => split.lines.some((line) => line.into.id === id))
    .map((split) => split.when)
  const stated = typed.terms
    .filter((term) => term.defined.id === id)
    .flatMap((term) => term.general.map((each) => each.when))
  return [...lines, ...stated]
}

function usedIds({ typed }: RuleInput): Set<string> {
  const used = new Set<string>()
  const note = (expr: Expr | null): void => void (expr && refsIn(expr, used))
  for (const term of typed.terms) for (const each of [...term.general, ...term.exceptions]) note(each.value)
  for (const split of typed.splits) {
    note(split.amount)
    note(split.bandedFrom)
    for (const line of split.lines) note(line.amount)
  }
  for (const move of typed.moves) {
    note(move.amount)
    move.outOf.forEach((share) => used.add(share.id))
  }
  for (const { amount } of typed.accumulations) note(amount)
  for (const { condition } of typed.invariants) note(condition)
  return used
}

/** The rest of a split of what was shared out before (the person's part of the compliant cost) needs no further place. */
function isNamedRest(id: string, { typed }: RuleInput): boolean {
  return typed.splits.some(
    (split) =>
      split.lines.some((line) => line.into.id === id && line.mode === 'theRest') &&
      split.amount.kind === 'ref' &&
      typed.terms.some((term) => split.amount.kind === 'ref' && term.defined.id === split.amount.id),
  )
}
