import type { Expr } from '../../program/program.ts'
import { keyOf } from '../possible.ts'
import { whenGiven } from '../provided.ts'
import type { Defined } from '../symbols.ts'
import { usedNames } from '../used-names.ts'
import { isMisspeltOutput } from './outputs-stated.ts'
import { holdsUnknown, placeOf, together, uncovered, type RuleInput } from './rule.ts'

/**
 * Rule: every split ends in a rest; no amount is split twice in one case; what is split in some cases is split in all
 * in which there is any of it; and no share is a dead end, posted but neither paid out, nor split, nor used.
 */
export function splitsWhole(input: RuleInput): void {
  const { typed, report } = input
  for (const split of typed.splits) {
    const last = split.lines.at(-1)
    if (last?.mode !== 'theRest') report.error('split-without-rest', placeOf(split.amount.at), { name: split.written })
    for (const line of split.lines.slice(0, -1))
      if (line.mode === 'theRest') report.error('rest-not-last', placeOf(line.origin), { name: split.written })
  }

  const byAmount = new Map<string, (typeof typed.splits)[number][]>()
  for (const split of typed.splits.filter((each) => !holdsUnknown(each.amount)))
    byAmount.set(keyOf(split.amount), [...(byAmount.get(keyOf(split.amount)) ?? []), split])
  for (const splits of byAmount.values()) {
    splits.forEach((split, index) => {
      for (const earlier of splits.slice(0, index)) {
        const both = together([split.when, earlier.when], input)
        if (both.kind === 'found')
          report.error(
            'split-twice',
            placeOf(split.amount.at),
            { name: split.written, witness: both.witness() },
            { related: placeOf(earlier.amount.at) },
          )
        else if (both.kind === 'tooMany')
          report.error('too-many-cases', placeOf(split.amount.at), { name: split.written })
      }
    })
    const [first] = splits
    if (first?.amount.kind !== 'ref' && first?.amount.kind !== 'input') continue
    const covers = splits.map((split) => split.when)
    // What a case brings in is there in every case, or in those that have it and not another in its place.
    const { amount } = first
    const times = amount.kind === 'input' ? [whenGiven(amount, typed.policy.decision)] : postedWhen(amount.id, input)
    for (const posted of times) {
      const gap = uncovered(posted, covers, input)
      if (gap.kind === 'tooMany') report.error('too-many-cases', placeOf(first.amount.at), { name: first.written })
      if (gap.kind !== 'found') continue
      report.error('split-incomplete', placeOf(first.amount.at), { name: first.written, witness: gap.witness() })
      break
    }
  }

  const used = usedNames(typed)
  const isDeadEnd = (share: Defined): boolean =>
    share.kind === 'share' && !share.output && !used.has(share) && !isNamedRest(share.id, input)
  for (const share of typed.symbols.defined)
    if (isDeadEnd(share) && !isMisspeltOutput(share, input))
      report.error('share-without-destination', share.place, { name: share.written })
}

/** When a share is posted or moved into, or a term that is an amount has a value. */
function postedWhen(id: string, { typed }: RuleInput): (Expr | null)[] {
  const lines = typed.splits
    .filter((split) => split.lines.some((line) => line.into.id === id))
    .map((split) => split.when)
  const moved = typed.moves.filter((move) => move.into.id === id).map((move) => move.when)
  const stated = typed.terms
    .filter((term) => term.defined.id === id)
    .flatMap((term) => [...term.general, ...term.exceptions].map((each) => each.when))
  return [...lines, ...moved, ...stated]
}

/** The rest of a split of what was shared out before (the person's part of the compliant cost) needs no further place. */
function isNamedRest(id: string, { typed }: RuleInput): boolean {
  return typed.splits.some(({ amount, lines }) => {
    if (!lines.some((line) => line.into.id === id && line.mode === 'theRest')) return false
    return holdsUnknown(amount) || (amount.kind === 'ref' && typed.terms.some((term) => term.defined.id === amount.id))
  })
}
