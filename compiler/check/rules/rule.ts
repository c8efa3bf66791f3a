import { not, or, partsOf } from '../../program/build.ts'
import type { Expr, Origin } from '../../program/program.ts'
import type { Place, Report } from '../../problem/report.ts'
import { isUnknown } from '../describe-type.ts'
import { findCase, type Context, type Finding } from '../possible.ts'
import type { TypedEdition } from '../typed.ts'

/** What a rule looks at, and where it says what it found. A rule never changes what it looks at. */
export interface RuleInput {
  readonly typed: TypedEdition
  readonly context: Context
  readonly report: Report
}
export type CheckRule = (input: RuleInput) => void

export function placeOf(origin: Pick<Origin, 'file' | 'start' | 'end'>): Place {
  return { file: origin.file, span: { start: origin.start, end: origin.end } }
}

/** What is found where a condition has a mistake of its own: nothing is said about it a second time. */
export type Answer = Finding | { readonly kind: 'unknown' }

/** A case in which all of the conditions hold; null conditions always do. */
export function together(conditions: readonly (Expr | null)[], { context }: RuleInput): Answer {
  const stated = conditions.filter((each) => each !== null)
  return stated.some(holdsUnknown) ? { kind: 'unknown' } : findCase(stated, context)
}

export function holdsUnknown(expr: Expr): boolean {
  if (isUnknown(expr)) return true
  for (const part of partsOf(expr)) if (holdsUnknown(part)) return true
  return false
}

/** A case in which `when` holds and none of the others does. */
export function uncovered(when: Expr | null, covers: readonly (Expr | null)[], input: RuleInput): Answer {
  const known = covers.filter((each) => each !== null)
  if (known.length < covers.length) return { kind: 'none' }
  const at = known[0]?.at ?? when?.at ?? { file: '', start: 0, end: 0 }
  return together([when, not(or(known, at))], input)
}
