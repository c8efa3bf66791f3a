import type { Expr, Place } from '../../../program/program.ts'
import type { Which } from '../ways/following.ts'
import { writtenKey } from '../ways/resolved.ts'
import type { Symbolic } from '../ways/symbolic.ts'
import type { Walk } from '../ways/walk.ts'

/** Which branch is taken along a way: what is asked until then, what it says, and where. */
export interface Choice {
  readonly asked: readonly Expr[]
  /** Null where none is taken. */
  readonly value: Expr | null
  /** Null of what is no choice. */
  readonly place: Place | null
  /** The branch as it is written. */
  readonly key: string | null
}

/** The branch of an expression that is taken along a way; null where the way does not say. */
export function choiceOn(expr: Expr, walk: Walk, which: Which): Choice | null {
  if (expr.kind !== 'cases') return { asked: [], value: expr, place: null, key: null }
  const asked: Expr[] = []
  for (const { when, value, origin } of expr.branches) {
    asked.push(when)
    const is = walk.probe(when, which)
    if (is?.kind !== 'known' || is.value.kind !== 'boolean') return null
    if (is.value.is) return { asked, value, place: origin, key: branchKey(when, value) }
  }
  const { otherwise } = expr
  return { asked, value: otherwise, place: otherwise && otherwise.at, key: otherwise && branchKey(null, otherwise) }
}

/** The branches of a choice as they are written. */
export function branchKeys(expr: Expr): readonly string[] {
  if (expr.kind !== 'cases') return []
  const { branches, otherwise } = expr
  return [
    ...branches.map(({ when, value }) => branchKey(when, value)),
    ...(otherwise ? [branchKey(null, otherwise)] : []),
  ]
}

function branchKey(when: Expr | null, value: Expr): string {
  return `${when ? writtenKey(when) : 'otherwise'} ${writtenKey(value)}`
}

/** Are two values the same wherever they are taken together? */
export function isAlike(a: Symbolic, b: Symbolic): boolean {
  if (a.kind === 'number' && b.kind === 'number') return a.form.key === b.form.key
  if (a.kind === 'schedule' && b.kind === 'schedule') {
    const keys = [a, b].map(({ edges, rates }) =>
      [...edges.map(({ n, d }) => `${n}/${d}`), ...rates.map(({ key }) => key)].join(' '),
    )
    return keys[0] === keys[1]
  }
  if ((a.kind === 'finite' || a.kind === 'term') && a.kind === b.kind) return a.key === b.key
  if (a.kind !== 'known' || b.kind !== 'known') return a.kind === b.kind && a.kind === 'unstated'
  const text = (value: unknown): string =>
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part))
  return text(a.value) === text(b.value)
}
