import type { OutputValue } from '../interpret/evaluation.ts'
import type { Place } from '../problem/report.ts'

/** An example of a policy file as a case: a complete input, and what must come out of it. */
export interface ExampleCase {
  readonly label: string
  readonly place: Place
  /** What `interpret` reads. */
  readonly input: JsonRecord
  readonly expectations: readonly Expectation[]
}

/** One row of 应得. `value` is written as `interpret` writes it. */
export interface Expectation {
  readonly path: string
  readonly label: string
  readonly value: OutputValue
  /** As it stands in the policy. */
  readonly place: Place
}

export type JsonValue = string | number | boolean | null | JsonRecord | readonly JsonValue[]
export interface JsonRecord {
  readonly [key: string]: JsonValue
}

/** What a chain of examples gives, the last one winning: values by the field's identifier, lists by the record's. */
export interface Given {
  readonly fields: ReadonlyMap<string, string | number | boolean | null | readonly string[]>
  readonly lists: ReadonlyMap<string, readonly JsonRecord[]>
}
