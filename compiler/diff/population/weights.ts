import type { Language } from '../../../grammar/tree.ts'
import type { Rational } from '../../../runtime/rational.ts'
import type { Field } from '../../program/program.ts'

/** How bills are drawn: what a file of weights says of the inputs of a decision, after reading. */
export interface Weights {
  readonly groups: readonly Group[]
  readonly assumptions: readonly Both[]
}
export type Both = Readonly<Record<Language, string>>

/** Bills of one kind: how many of all they are, and how each of their fields is drawn. */
export interface Group {
  readonly id: string
  readonly weight: bigint
  readonly fields: ReadonlyMap<string, DrawnField>
  readonly lists: readonly DrawnList[]
}
export interface DrawnField {
  readonly field: Field
  readonly spec: Spec
}
export interface DrawnList {
  readonly path: string
  readonly count: Spec
  readonly fields: ReadonlyMap<string, DrawnField>
}

/** A value as it is drawn: fen, months and days since 1970 as whole numbers, anything else as JSON has it. */
export type Drawn = bigint | string | boolean | null

/**
 * How one value is drawn. `of`, `after`, `by` and `same` name another field of the bill; in a list first one of the
 * element. `share` is in ten-thousandths.
 */
export type Spec =
  | { readonly kind: 'value'; readonly value: Drawn }
  | { readonly kind: 'choose'; readonly values: readonly Drawn[]; readonly weights: readonly bigint[] }
  | { readonly kind: 'bands'; readonly bands: readonly Band[] }
  | { readonly kind: 'share'; readonly of: string; readonly from: bigint; readonly to: bigint }
  | { readonly kind: 'after'; readonly after: string; readonly from: bigint; readonly to: bigint }
  | { readonly kind: 'same'; readonly as: string }
  | {
      readonly kind: 'by'
      readonly by: string
      readonly cases: ReadonlyMap<string, Spec>
      readonly otherwise: Spec | null
    }
  /** Drawn by `like`, times `factor`, so that the mean is the one that was asked for. */
  | { readonly kind: 'scaled'; readonly like: Spec; readonly factor: Rational }

/** A stretch with both ends, and how likely it is to be drawn from. */
export interface Band {
  readonly weight: bigint
  readonly from: bigint
  readonly to: bigint
}

/** What is wrong with a file of weights: where in it, as keys joined by dots, and what. */
export interface WeightsFault {
  readonly at: string
  readonly kind:
    | 'notAnObject'
    | 'unknownKey'
    | 'noSuchField'
    | 'noSuchList'
    | 'missing'
    | 'notAWeight'
    | 'noWeight'
    | 'notAValue'
    | 'notAStretch'
    | 'notASpec'
    | 'otherType'
    | 'noSuchName'
    | 'noSuchCase'
    | 'circle'
    | 'noMean'
    | 'notBoth'
    | 'otherDecision'
  readonly found: string
}
