import { keywords } from '../../grammar/keywords.ts'
import type { Token, TokenName } from '../../grammar/tokens.ts'
import type { Span } from '../../grammar/tree.ts'
import { element, fragment, type Html } from '../show/html.ts'
import type { Book } from './book.ts'
import { tokensIn, type Sheet } from './sheet.ts'

/** A stretch of policy text on lines of its own, as the file has it, moved to the left. */
export function codeBlock(book: Book, sheet: Sheet, span: Span): Html {
  const lineStart = sheet.text.lastIndexOf('\n', span.start - 1) + 1
  const margin = /^[^\S\n]*/u.exec(sheet.text.slice(lineStart, span.start))?.[0].length ?? 0
  const unindent = (text: string): string => text.replaceAll(new RegExp(`\n[^\\S\n]{0,${margin}}`, 'gu'), '\n')
  return element('pre', { class: 'code' }, element('code', {}, pieces(book, sheet, span, unindent)))
}

/** A stretch of policy text within a sentence or a cell, without its comments. */
export function codeInline(book: Book, sheet: Sheet, span: Span): Html {
  const tokens = tokensIn(sheet, span)
  const parts = tokens.map((token, index) => {
    const next = tokens[index + 1]
    const isApart = next !== undefined && next.startOffset > token.endOffset + 1
    return fragment(coloured(token, book), isApart ? ' ' : '')
  })
  return element('code', {}, ...parts)
}

/** The same as plain text. */
export function textOf({ text }: Sheet, { start, end }: Span): string {
  return text.slice(start, end).replaceAll(/\s+/gu, ' ').trim()
}

function pieces(book: Book, sheet: Sheet, span: Span, between: (text: string) => string): Html {
  const parts: Html[] = []
  let at = span.start
  const upTo = (end: number): void => {
    const gap = between(sheet.text.slice(at, end))
    parts.push(gap.trim() === '' ? fragment(gap) : element('span', { class: 'c' }, gap))
    at = end
  }
  for (const token of tokensIn(sheet, span)) {
    upTo(token.startOffset)
    parts.push(coloured(token, book))
    at = token.endOffset + 1
  }
  upTo(span.end)
  return fragment(...parts)
}

function coloured(token: Token, { entries }: Book): Html {
  const kind = classes.get(token.name)
  if (kind !== undefined) return element('span', { class: kind }, token.image)
  if (token.name !== 'Name' && token.name !== 'DefinedName') return fragment(token.image)
  const entry = entries.get(token.text)
  return entry === undefined ? fragment(token.image) : element('a', { href: `#${entry.anchor}` }, token.image)
}

const literals: readonly (readonly [TokenName, string])[] = [
  ['Text', 't'],
  ['Quantity', 'q'],
  ['Number', 'q'],
  ['Fraction', 'q'],
  ['Date', 'q'],
  ['MonthDay', 'q'],
  ['RowBar', 'x'],
  ['Bar', 'x'],
  ['EndBar', 'x'],
  ['RuleLine', 'x'],
]

const classes: ReadonlyMap<TokenName, string> = new Map<TokenName, string>([
  ...keywords.map(({ token }) => [token, 'k'] as const),
  ...literals,
])
