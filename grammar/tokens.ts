import { createToken, Lexer, type IToken, type TokenType } from 'chevrotain'
import { keywords, type KeywordToken } from './keywords.ts'
import type { Span, Unit } from './tree.ts'

/** Tokens that are no keywords. `DefinedName` is a name that 是指 follows, so that it alone can open a statement. */
const otherTokens = [
  'Name',
  'DefinedName',
  'Text',
  'Quantity',
  'Number',
  'Fraction',
  'Date',
  'MonthDay',
  'RowBar',
  'Bar',
  'EndBar',
  'RuleLine',
  'Comma',
  'Colon',
  'LeftParen',
  'RightParen',
  'Dash',
  'Included',
  'Plus',
  'Minus',
  'Times',
  'Divide',
] as const

export type TokenName = KeywordToken | (typeof otherTokens)[number]

const names: readonly TokenName[] = [...keywords.map((keyword) => keyword.token), ...otherTokens]

// Chevrotain's own lexer is not used (it drops the `u` flag of patterns), so no token has a pattern.
export const tokenTypes = Object.fromEntries(
  names.map((name) => [name, createToken({ name, pattern: Lexer.NA })]),
) as Readonly<Record<TokenName, TokenType>>

export const allTokenTypes: readonly TokenType[] = names.map((name) => tokenTypes[name])

/** A token with what its spelling stands for; fields that do not apply are empty. */
export interface Token extends IToken {
  readonly name: TokenName
  readonly startOffset: number
  /** The last character's offset, as chevrotain has it: a span ends one later. */
  readonly endOffset: number
  readonly line: number
  /** A name or a text's value; a fraction's denominator. */
  readonly text: string
  /** Digits of a number, quantity or fraction's numerator: halfwidth, without `_`. */
  readonly digits: string
  readonly unit: Unit | null
  /** Year, month, day of a date; month, day of a month-day. */
  readonly numbers: readonly number[]
}

export interface TokenContent {
  readonly text?: string
  readonly digits?: string
  readonly unit?: Unit
  readonly numbers?: readonly number[]
}

const noNumbers: readonly number[] = []

/** Makes a token that covers `source[start, end)`. */
export function makeToken(
  name: TokenName,
  source: string,
  start: number,
  end: number,
  line: number,
  content: TokenContent = {},
): Token {
  const type = tokenTypes[name]
  return {
    name,
    image: source.slice(start, end),
    startOffset: start,
    endOffset: end - 1,
    tokenType: type,
    tokenTypeIdx: type.tokenTypeIdx ?? 0,
    line,
    text: content.text ?? '',
    digits: content.digits ?? '',
    unit: content.unit ?? null,
    numbers: content.numbers ?? noNumbers,
  }
}

/** The same place in the text as another kind of token. */
export function asToken(token: Token, name: TokenName): Token {
  const type = tokenTypes[name]
  return { ...token, name, tokenType: type, tokenTypeIdx: type.tokenTypeIdx ?? 0 }
}

/** The place of a token in the text. */
export const tokenSpan = (token: Token): Span => ({ start: token.startOffset, end: token.endOffset + 1 })
