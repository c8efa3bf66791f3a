import type { Both } from '../population/weights.ts'
import type { Population } from '../population/population.ts'
import type { TextChange } from '../text/text-change.ts'

/** The JSON of `daiyu diff`: what a report is made from. Amounts are yuan as text; null is without bound. */
export interface Compared {
  readonly decision: string
  /** `ningbo.employee.settle@2022` */
  readonly before: string
  readonly after: string
  /** Whether it is proved that nothing else differs; if not, `limits` says what was not decided. */
  readonly complete: boolean
  readonly verdict: Readonly<Record<string, Verdict>>
  readonly text: readonly TextChange[]
  readonly regions: readonly Region[]
  readonly limits?: readonly Limit[]
  /** What came of settling many cases under both; null where none were. */
  readonly population: ComparedPopulation | null
}

/** `generated`: how the cases were drawn, where they were, so that anybody can draw them again. */
export interface ComparedPopulation extends Population {
  readonly generated: {
    readonly seed: string
    readonly count: number
    readonly weights: readonly string[]
    readonly hash: string
    readonly assumptions: readonly Both[]
  } | null
}

/** What becomes of an output over all cases. */
export type Verdict = 'same' | 'neverMore' | 'neverLess' | 'mixed'

export interface Region {
  readonly output: string
  readonly kind: 'sure' | 'throughRounding'
  /** In fen: how far a difference may be off the formula. */
  readonly within: number
  readonly where: readonly Condition[]
  readonly difference: string
  readonly least: string | null
  readonly most: string | null
  readonly causes: readonly string[]
  readonly witness: Witness | null
}
/** One of, or none of, some values; or from where to where, both included. */
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
  readonly place: string
  readonly why: string
}
