import type { Issue } from '../../runtime/issue.ts'
import type { Rational } from '../../runtime/rational.ts'
import type { Origin } from '../program/program.ts'

/** What came of a case: all that was computed, or all that is wrong with it. Never a part of a result. */
export type Interpretation =
  { readonly ok: true; readonly evaluation: Evaluation } | { readonly ok: false; readonly issues: readonly Issue[] }

/** A settled case, with the trace that explanations are made from. */
export interface Evaluation {
  readonly input: InputValues
  /** By identifier: the definitions that are not stated about the elements of a list. */
  readonly values: ReadonlyMap<string, Value>
  /** By identifier: the definitions stated about each element of a list. */
  readonly elementValues: ReadonlyMap<string, ElementValues>
  /** One for each definition, and for each element where it is stated about elements; in the order of evaluation. */
  readonly steps: readonly Step[]
  /** How each output got its value, in the order of the program's outputs. */
  readonly results: readonly Computation[]
  /** The splits that hold in this case. */
  readonly splits: readonly SplitTrace[]
  /** The result as JSON: what `daiyu run` prints. */
  readonly output: OutputRecord
}

export type OutputRecord = { readonly [key: string]: OutputValue }
export type OutputValue = string | number | boolean | null | readonly string[] | OutputRecord

export interface InputValues {
  /** Of the keys of which a case has one or the other: those that it has. */
  readonly given: ReadonlySet<string>
  /** By path. */
  readonly fields: ReadonlyMap<string, Value>
  /** By the list's path; each element by its keys. */
  readonly lists: ReadonlyMap<string, readonly ReadonlyMap<string, Value>[]>
}

export interface ElementValues {
  readonly list: string
  readonly values: readonly Value[]
}

/**
 * A value of the language. `exact`: yuan, parts of one, months, days, years or a bare number, as the type says.
 * `unstated`: the policy says nothing here; by proof it is never used.
 */
export type Value =
  | { readonly kind: 'exact'; readonly exact: Rational }
  | Schedule
  /** A day number; the runtime's OPEN_ENDED is later than every date. */
  | { readonly kind: 'date'; readonly day: number }
  /** A code of six digits, or a prefix of one. */
  | { readonly kind: 'region'; readonly code: string }
  | { readonly kind: 'boolean'; readonly is: boolean }
  | { readonly kind: 'member'; readonly member: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unstated' }

/** A rate for each band: one more than edges, which ascend. The first band has no floor, the last no ceiling. */
export interface Schedule {
  readonly kind: 'schedule'
  readonly edges: readonly Rational[]
  readonly rates: readonly Rational[]
}

/** How one definition got its value. */
export interface Step extends Computation {
  readonly definition: string
  /** The index of the element, where the definition is stated about the elements of a list. */
  readonly element: number | null
}

export interface Computation {
  readonly value: Value
  /** What the value was computed from, in the order of first use. */
  readonly reads: readonly Read[]
  readonly choices: readonly ChoiceMade[]
  readonly integrals: readonly Integral[]
  readonly products: readonly Product[]
}

/** `isCondition`: it only decided which value to take. */
export type Read = { readonly isCondition: boolean } & (
  | { readonly kind: 'definition'; readonly id: string; readonly element: number | null }
  | { readonly kind: 'input'; readonly path: string }
  | { readonly kind: 'field'; readonly list: string; readonly path: string; readonly element: number }
)

/** The branch of a `cases` that held: its index and origin, both null where none did. Outer ones come first. */
export interface ChoiceMade {
  readonly branch: number | null
  readonly origin: Origin | null
}

/** An amount taken through the bands, from one position to another. */
export interface Integral {
  readonly from: Rational
  readonly to: Rational
  readonly schedule: Schedule
  readonly bands: readonly Band[]
}

/** The part of the amount in a band that is not empty. `floor` and `ceiling` are null where the band has none. */
export interface Band {
  readonly floor: Rational | null
  readonly ceiling: Rational | null
  readonly rate: Rational
  readonly amount: Rational
  readonly product: Rational
}

/** An amount of money times a rate. */
export interface Product {
  readonly amount: Rational
  readonly rate: Rational
}

export interface SplitTrace {
  /** Index into the program's splits. */
  readonly split: number
  readonly element: number | null
  readonly amount: Rational
}

/** What stands at a path of the result; null where nothing does. */
export function outputAt(output: OutputValue, path: string): OutputValue {
  return path
    .split('.')
    .reduce((value, key) => (isRecord(value) && Object.hasOwn(value, key) ? (value[key] ?? null) : null), output)
}

export function isRecord(value: OutputValue): value is OutputRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
