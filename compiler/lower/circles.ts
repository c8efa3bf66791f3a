import type { Defined } from '../check/symbols.ts'
import type { TypedEdition } from '../check/typed.ts'
import { refsIn } from '../program/build.ts'
import type { Expr } from '../program/program.ts'

/**
 * Shares that rest on themselves once it is forgotten in which case a line stands: two sections that post to the same
 * shares, but in another order. Line by line nothing rests on itself, which checking has made sure of.
 */
export function sharesInCircles(typed: TypedEdition): ReadonlySet<Defined> {
  const uses = usesOf(typed)
  const reachedFrom = (id: string): ReadonlySet<string> => {
    const reached = new Set<string>()
    for (const open = [id]; open.length > 0;)
      for (const next of uses.get(open.pop()!) ?? [])
        if (!reached.has(next)) {
          reached.add(next)
          open.push(next)
        }
    return reached
  }
  const shares = typed.symbols.defined.filter((each) => each.kind === 'share')
  return new Set(shares.filter(({ id }) => reachedFrom(id).has(id)))
}

/** By identifier, the names that the rules of a name use; of a share also the shares of the lines before its own. */
function usesOf({ terms, splits, moves }: TypedEdition): ReadonlyMap<string, ReadonlySet<string>> {
  const uses = new Map<string, Set<string>>()
  const note = (id: string, exprs: readonly (Expr | null)[]): Set<string> => {
    const found = uses.get(id) ?? new Set()
    uses.set(id, found)
    for (const expr of exprs) if (expr) refsIn(expr, found)
    return found
  }
  for (const { defined, general, exceptions, adjustments } of terms) {
    for (const { when, value } of [...general, ...exceptions]) note(defined.id, [when, value])
    for (const { when, by } of adjustments) note(defined.id, [when, by])
  }
  for (const { amount, when, bandedFrom, lines } of splits)
    lines.forEach((line, index) => {
      const found = note(line.into.id, [amount, when, bandedFrom, line.amount])
      for (const earlier of lines.slice(0, index)) if (earlier.into !== line.into) found.add(earlier.into.id)
    })
  for (const { amount, when, outOf, into } of moves)
    [...outOf, into].forEach((share, index) => {
      const found = note(share.id, [amount, when])
      for (const earlier of outOf.slice(0, index)) found.add(earlier.id)
    })
  return uses
}
