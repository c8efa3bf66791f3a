import type { Issue } from '../../runtime/issue.ts'

/**
 * What is wrong with an event of a year: what can be wrong with a case, and what only a sequence of events can get
 * wrong. The sentences are in words-zh.ts and words-en.ts.
 */
export type YearIssue = Issue | SequenceIssue

/** `path` is the key of the event that is meant; dates are YYYY-MM-DD, lines count from 1. */
export type SequenceIssue = { readonly path: string } & (
  | { readonly code: 'start-missing' }
  | { readonly code: 'start-again' }
  | { readonly code: 'unknown-event'; readonly value: string; readonly events: readonly string[] }
  | { readonly code: 'before-start'; readonly date: string; readonly start: string }
  | { readonly code: 'out-of-order'; readonly date: string; readonly last: string }
  | { readonly code: 'figure-given'; readonly figure: string }
  | { readonly code: 'not-a-figure'; readonly value: string; readonly figures: readonly string[] }
  | { readonly code: 'not-an-amount-of'; readonly value: string; readonly outputs: readonly string[] }
  | { readonly code: 'amount-or-decision' }
  | { readonly code: 'no-such-decision'; readonly value: string }
  | { readonly code: 'later-refused'; readonly line: number; readonly issues: readonly Issue[] }
)
