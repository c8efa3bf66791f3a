import type { Why } from './why.ts'
import type { Place } from '../../program/program.ts'

/** What two programs settle differently: the JSON of `daiyu diff`, but for the text and the population. */
export interface Comparison {
  readonly decision: string
  readonly before: string
  readonly after: string
  /** False: `limits` says what was not decided. */
  readonly complete: boolean
  readonly verdict: Readonly<Record<string, Verdict>>
  /** Every case that both settle, and whose settlements differ, lies in a region of each output that differs. */
  readonly regions: readonly Region[]
  readonly limits: readonly Limit[]
}
export type Verdict = 'same' | 'neverMore' | 'neverLess' | 'mixed'

export interface Region {
  readonly output: string
  /** `sure`: every case in it differs; `throughRounding`: by at most `within`, or not at all. */
  readonly kind: 'sure' | 'throughRounding'
  /** In fen (months, counts): how far the difference may be off the formula. */
  readonly within: number
  readonly where: readonly Condition[]
  /** After less before, in the names of the policy; Δ is the change of a name. */
  readonly difference: string
  /** Of the difference over all cases of the region; null is no bound. */
  readonly least: string | null
  readonly most: string | null
  /** A case that reaches the bound or, where there is none, goes on for ten thousand million yuan; null: maybe none does. */
  readonly reached: { readonly least: Witness | null; readonly most: Witness | null }
  readonly causes: readonly Cause[]
  readonly witness: Witness | null
}
/** What says something else and counts in a region: a definition, a promise or an output, and where in it; null where one has none. */
export interface Cause {
  readonly id: string
  readonly label: string
  readonly before: Place | null
  readonly after: Place | null
}
/** Members, or places that a code begins with; or bounds, both included, of a number or a date; null is open. */
export type Condition =
  | { readonly path: string; readonly in: readonly string[] }
  | { readonly path: string; readonly notIn: readonly string[] }
  | { readonly path: string; readonly from: string | null; readonly to: string | null }

export interface Witness {
  readonly input: unknown
  readonly before: string
  readonly after: string
}
export interface Limit {
  readonly expression: string
  /** Where it is written; null of what is written nowhere. */
  readonly place: Place | null
  readonly why: Why
}
