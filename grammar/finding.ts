import type { Fix, Problem } from './problem.ts'
import type { SyntaxCode } from './syntax-code.ts'
import type { Span } from './tree.ts'

/** A problem before it is known which file it lies in. */
export interface Finding {
  readonly code: SyntaxCode
  readonly span: Span
  readonly facts: Problem['facts']
  readonly fixes?: readonly Fix[]
}

/** A fix that replaces one stretch of the text. */
export const replaceBy = (span: Span, text: string, label: string = text): readonly Fix[] => [
  { label, edits: [{ span, text }] },
]
