import type { Span } from '../tree.ts'

/** A line to be written, with the piece of the old text that it stands for: comments find their place by it. */
export interface Line {
  readonly indent: number
  readonly text: string
  readonly span: Span
  /** Whether a blank line comes before: always, never, or where the author left one. */
  readonly blank: 'always' | 'never' | 'kept'
}

export const line = (indent: number, text: string, span: Span, blank: Line['blank'] = 'kept'): Line => ({
  indent,
  text,
  span,
  blank,
})
