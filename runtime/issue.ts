/**
 * What is wrong with a case, as data: a code, the path in the input ('' is the whole of it), the value that was
 * found (shortened and printable, null where there is none), and the facts that a sentence about it needs. The
 * sentences are in words-zh.ts and words-en.ts.
 */
export type Issue = {
  readonly [Code in IssueCode]: {
    readonly code: Code
    readonly path: string
    readonly value: string | null
    readonly facts: IssueFacts[Code]
  }
}[IssueCode]

export type IssueCode = keyof IssueFacts

export interface EditionFacts {
  readonly name: string
  /** Inclusive, YYYY-MM-DD; null is open. */
  readonly from: string | null
  readonly until: string | null
}

export interface IssueFacts {
  // The form of the input.
  readonly missing: NoFacts
  readonly 'unknown-key': { readonly allowed: readonly string[] }
  readonly 'not-a-record': NoFacts
  /** Of these keys, one has to be there: none was, or both were. */
  readonly 'not-one-of': { readonly keys: readonly [string, string]; readonly found: 'none' | 'both' }
  readonly 'not-a-list': NoFacts
  readonly 'list-too-long': { readonly most: number }
  readonly 'not-money': { readonly reason: 'form' | 'fraction' | 'decimals' | 'negative' | 'size' }
  readonly 'not-a-count': { readonly part: CountedPart; readonly least: number; readonly most: number }
  readonly 'not-months': { readonly most: number }
  readonly 'not-a-number': { readonly decimals: number }
  readonly 'not-a-rate': { readonly decimals: number }
  readonly 'not-a-date': {
    readonly reason: 'form' | 'day' | 'year'
    readonly firstYear: number
    readonly lastYear: number
  }
  readonly 'not-a-month': {
    readonly reason: 'form' | 'month' | 'year'
    readonly firstYear: number
    readonly lastYear: number
  }
  readonly 'not-a-boolean': NoFacts
  readonly 'not-a-region': { readonly reason: 'form' | 'province' }
  readonly 'not-a-member': { readonly members: readonly string[] }
  readonly 'not-a-text': { readonly most: number }

  // What a well-formed case can still be refused for.
  readonly 'outside-edition': { readonly edition: EditionFacts }
  readonly 'no-edition': { readonly editions: readonly EditionFacts[] }
  readonly 'several-editions': { readonly editions: readonly EditionFacts[] }
  readonly 'unknown-edition': { readonly editions: readonly EditionFacts[] }
  readonly 'unknown-decision': { readonly decisions: readonly string[] }
  /** Below zero, or above the limit; both in yuan. */
  readonly 'amount-outside': { readonly label: string; readonly limit: string }
  /** While the definition with this label was computed. */
  readonly 'division-by-zero': { readonly label: string }
  /** What the policy requires of a case; the label says why. */
  readonly 'requirement-not-met': { readonly label: string }
  readonly 'invariant-broken': { readonly label: string }

  // JSON text; lines and columns count from 1.
  readonly 'json-syntax': JsonPlace & { readonly reason: JsonSyntaxReason }
  readonly 'json-duplicate-key': JsonPlace
  readonly 'json-number': JsonPlace & { readonly reason: 'fraction' | 'size' }
  readonly 'json-too-deep': JsonPlace & { readonly most: number }
  readonly 'json-too-long': { readonly length: number; readonly most: number }
}

/** What whole numbers count where a case comes in counts: fen, days since 1970-01-01 (of a month the first), millionths. */
export type CountedPart = 'fen' | 'day' | 'monthStart' | 'rate' | 'number'

export type NoFacts = Readonly<Record<never, never>>

export interface JsonPlace {
  readonly line: number
  readonly column: number
}

export type JsonSyntaxReason =
  | 'value'
  | 'key'
  | 'colon'
  | 'comma-or-brace'
  | 'comma-or-bracket'
  | 'end'
  | 'escape'
  | 'control-character'
  | 'closing-quote'
