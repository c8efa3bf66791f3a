import type { Finding } from './finding.ts'
import type { TokenContent, TokenName } from './tokens.ts'
import type { Language } from './tree.ts'

/** The line that is being scanned. */
export interface Line {
  /** Whether no token was found on it yet. */
  isEmpty: boolean
  /** Where its text ends. */
  end: number
  /** Where marks were last found on it, Infinity for those that do not come again: no mark is searched for twice. */
  readonly places: Map<string, number>
  /** Whether its quotes in quotes are known not to be closed. */
  isUnbalanced: boolean
}

/** What the scanner and its parts share while they go through one text. */
export interface Scanning {
  readonly source: string
  readonly language: Language
  readonly line: Line
  readonly report: (finding: Finding) => void
  readonly add: (name: TokenName, start: number, end: number, content?: TokenContent) => void
}

/** The length that a sticky pattern matches at the offset; 0 where it does not. */
export function matchAt(pattern: RegExp, source: string, offset: number): number {
  pattern.lastIndex = offset
  return pattern.test(source) ? pattern.lastIndex - offset : 0
}

/** The end of the line's text, without blanks and a carriage return before the line end. */
export function endOfLine(source: string, offset: number): number {
  const newline = source.indexOf('\n', offset)
  let end = newline < 0 ? source.length : newline
  while (end > offset && /\s/u.test(source[end - 1] ?? '')) end -= 1
  return end
}
