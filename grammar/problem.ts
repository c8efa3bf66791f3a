import type { Span } from './tree.ts'

/**
 * A problem is data: a code, a place, and the facts that its sentences need. The sentences live in
 * compiler/problems, one file per human language; nothing here is text for people.
 */
export interface Problem<Code extends string = string> {
  readonly code: Code
  readonly severity: 'error' | 'warning'
  /** The file the span lies in, as the caller named it. */
  readonly file: string
  readonly span: Span
  readonly facts: Readonly<Record<string, string | number | readonly string[]>>
  /** A second place, when two lines conflict. */
  readonly related?: { readonly file: string; readonly span: Span }
  readonly fixes?: readonly Fix[]
  /** The other reading (`C06=excluded`) under which it is a problem; absent where it is one by the policy's own. */
  readonly reading?: string
}

/** A change of the text that can be applied as it stands. */
export interface Fix {
  /** What the fix writes, shown to the reader. */
  readonly label: string
  readonly edits: readonly { readonly span: Span; readonly text: string }[]
}
