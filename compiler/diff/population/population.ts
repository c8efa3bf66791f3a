import type { Payer } from '../../platform/payer.ts'
import type { OutputValue } from '../../interpret/evaluation.ts'
import type { ExplainedValue, Named } from '../../explain/explanation.ts'

/**
 * What becomes of many cases under two policies: what stands under "population" in a comparison. Plain data. Amounts
 * of money are yuan with two decimals, other numbers shortest decimals or fractions; differences are after − before.
 */
export interface Population {
  /** How many there were; of these, how many came out under both, and how many of those alike in every output. */
  readonly cases: number
  readonly settled: number
  readonly unchanged: number
  readonly failed: Failures
  /** Those that come out under both, in the order of the policy before. */
  readonly outputs: readonly OutputMovement[]
  /** What only one of the two gives: it is compared with nothing. */
  readonly notCompared: readonly string[]
  readonly categories: readonly Category[]
  /** The cases that move furthest: of each output that is a number the first few that rise, and that fall. */
  readonly largest: readonly Movement[]
}

/** Cases that did not come out, under one or under both; by the code of the first thing wrong with each. */
export interface Failures {
  readonly both: number
  readonly onlyBefore: number
  readonly onlyAfter: number
  readonly codes: readonly { readonly code: string; readonly before: number; readonly after: number }[]
}

export interface OutputMovement extends Counts {
  readonly path: string
  readonly label: string
  readonly kind: 'money' | 'number' | 'other'
  /** Who pays it, where the vocabulary says so: then it is known what a gain is. */
  readonly payer: Payer | null
  readonly unchanged: number
  /** Sums over all cases settled under both; null of what is no number. */
  readonly before: string | null
  readonly after: string | null
  readonly difference: string | null
  /** Over the cases in which it differs; null where there is none, or no number. */
  readonly distribution: Distribution | null
}

/**
 * In how many cases it differs; is more; is less. To the insured a gain is what a fund pays more or a person less, a
 * loss the other way; null where nobody is said to pay it.
 */
export interface Counts {
  readonly changed: number
  readonly more: number
  readonly less: number
  readonly gain: number | null
  readonly lose: number | null
}

export interface Distribution {
  readonly least: string
  readonly most: string
  /** The smallest difference that at least so many hundredths of the cases do not exceed. */
  readonly quantiles: readonly { readonly percent: number; readonly difference: string }[]
  /** Above `over` and up to `upTo`, both in whole powers of ten; null is open. */
  readonly histogram: readonly { readonly over: string | null; readonly upTo: string | null; readonly cases: number }[]
}

/** Cases by a choice or a boolean that goes in, or by a choice that comes out. */
export interface Category extends PathAndLabel {
  readonly from: 'input' | 'output'
  readonly values: readonly CategoryValue[]
}

/** `after`: what comes out in its place under the other policy, where that is something else. */
export interface CategoryValue {
  readonly value: string
  readonly label: string
  readonly after: { readonly value: string; readonly label: string } | null
  readonly cases: number
  readonly changed: number
  /** The numbers that differ in some of them. */
  readonly outputs: readonly (Counts & { readonly path: string; readonly difference: string })[]
}

interface PathAndLabel {
  readonly path: string
  readonly label: string
}

export interface Movement {
  readonly output: string
  /** Which of the cases, from 1. */
  readonly number: number
  readonly before: string
  readonly after: string
  readonly difference: string
  readonly causes: readonly Cause[]
  readonly input: unknown
}

/**
 * A definition that two policies state otherwise and that gives another value in a case; null where one of them has
 * none, or its value is read nowhere.
 */
export interface Cause {
  readonly name: Named
  readonly before: CauseSide | null
  readonly after: CauseSide | null
}

/** `place`: the line of the policy that held, `policies/a.policy:12`; null where the vocabulary alone says so. */
export interface CauseSide {
  readonly value: ExplainedValue
  readonly place: string | null
  readonly article: string | null
}

/** What comes of one case: the result, or the code of the first thing that is wrong with it. */
export type Outcome =
  { readonly ok: true; readonly output: Record<string, OutputValue> } | { readonly ok: false; readonly code: string }
