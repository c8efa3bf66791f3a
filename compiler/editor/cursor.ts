import { expectedAfter, type Expected } from '../../grammar/expected.ts'
import { opensStatement } from '../../grammar/keyword-tokens.ts'
import { startOfPiece } from '../../grammar/parse-again.ts'
import { readTokens } from '../../grammar/read-tokens.ts'
import { asToken, type Token } from '../../grammar/tokens.ts'
import type { Language, Span } from '../../grammar/tree.ts'

/** A place where something is being typed: the word there, and what stands before it. */
export interface Cursor {
  /** The half-typed word; empty where none is begun. */
  readonly span: Span
  /** Whether the word is a text in quotes. */
  readonly isText: boolean
  /** Whether digits stand right before the word. */
  readonly afterDigits: boolean
  /** Of the statement, up to the word. */
  readonly statement: readonly Token[]
  /** Null where what stands before does not follow the grammar. */
  readonly expected: Expected | null
}

const wordBefore = /[\p{ID_Start}_][\p{ID_Continue}.]*$/u
const wordAfter = /^[\p{ID_Continue}.]*/u

/** The cursor at an offset of a text, whatever is wrong with the text; null in a comment. */
export function cursorAt(text: string, at: number, language: Language): Cursor | null {
  const offset = Math.max(0, Math.min(at, text.length))
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const line = text.slice(lineStart, offset)
  const quote = openQuote(line)
  if (quote === 'comment') return null
  const rest = text.slice(offset)
  const written = quote === null ? (wordBefore.exec(line)?.[0] ?? '') : line.slice(quote + 1)
  const after = quote === null ? (wordAfter.exec(rest)?.[0] ?? '') : (/^([^」"”\n]*)[」"”]/u.exec(rest)?.[1] ?? '')
  const span = { start: offset - written.length, end: offset + after.length }
  const before = quote === null ? span.start : span.start - 1
  const from = startOfPiece(text, before)
  const { tokens } = readTokens(text.slice(from, before), language)
  const open = withOpenRow(tokens, text.slice(from, before))
  const first = open.findLastIndex(opensStatement)
  const statement = first < 0 ? open : open.slice(first)
  const expected = first < 0 && open.length > 0 ? null : expectedAfter('statement', statement)
  const isNew = statement.length === 0
  return {
    span,
    isText: quote !== null,
    afterDigits: quote === null && /[\d０-９]\s?$/u.test(text.slice(lineStart, span.start)),
    statement,
    expected: isNew ? { tokens: [], isComplete: true } : expected,
  }
}

/** Where a text begins that does not end on the line before the cursor. */
function openQuote(line: string): number | 'comment' | null {
  let opened: number | null = null
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index] ?? ''
    if (opened !== null) {
      if (character === '」' || character === '"' || character === '”') opened = null
    } else if (character === '「' || character === '"' || character === '“') opened = index
    else if (character === '※' || line.startsWith('//', index)) return 'comment'
  }
  return opened
}

// The last row is not over while the cursor is on its line.
function withOpenRow(tokens: readonly Token[], text: string): readonly Token[] {
  const last = tokens.at(-1)
  if (last?.name !== 'EndBar' || text.slice(last.startOffset).includes('\n')) return tokens
  return last.image === '' ? tokens.slice(0, -1) : tokens.with(-1, asToken(last, 'Bar'))
}
