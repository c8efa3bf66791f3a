import type { CstNode, IToken } from 'chevrotain'
import type { CitesCstNode, NameCstNode, NamesCstNode, ValidityCstNode } from './cst.gen.ts'
import { tokenSpan, type Token } from './tokens.ts'
import type { DateLiteral, Name, Span, Text } from './tree.ts'

/** A child that a syntax error may have left out, whatever its generated type says. */
export const first = <Child>(children: readonly Child[] | undefined): Child | undefined => children?.[0]

/** A token that stands in the text: one that recovery put in counts as missing. */
export function written(tokens: readonly IToken[] | undefined, index: number = 0): Token | undefined {
  const token = tokens?.[index]
  return token === undefined || token.isInsertedInRecovery === true ? undefined : (token as Token)
}

/** The place that a node covers; of a node without tokens, the empty place at `fallback`. */
export function nodeSpan(node: CstNode | undefined, fallback: number): Span {
  const start = node?.location?.startOffset ?? -1
  const end = (node?.location?.endOffset ?? -1) + 1
  return start >= 0 && end >= start ? { start, end } : { start: fallback, end: fallback }
}

/** Where a node ends; `fallback` for one without tokens. */
export const endOf = (node: CstNode | undefined, fallback: number): number => nodeSpan(node, fallback).end

const emptySpan = (at: number): Span => ({ start: at, end: at })

export function buildName(node: NameCstNode | undefined, fallback: number): Name {
  const token = written(node?.children.Name)
  return nameOf(token, fallback)
}

export const nameOf = (token: Token | undefined, fallback: number): Name =>
  token === undefined
    ? { kind: 'name', text: '', span: emptySpan(fallback) }
    : { kind: 'name', text: token.text, span: tokenSpan(token) }

export const textOf = (token: Token | undefined, fallback: number): Text =>
  token === undefined
    ? { kind: 'text', value: '', span: emptySpan(fallback) }
    : { kind: 'text', value: token.text, span: tokenSpan(token) }

export function dateOf(token: Token | undefined): DateLiteral | null {
  if (token === undefined) return null
  const [year = 0, month = 0, day = 0] = token.numbers
  return { kind: 'date', year, month, day, span: tokenSpan(token) }
}

export function buildNames(node: NamesCstNode | undefined, fallback: number): readonly Name[] {
  return (node?.children.name ?? []).map((name) => buildName(name, endOf(node, fallback)))
}

export function buildCites(node: CitesCstNode | undefined): readonly Name[] {
  return buildNames(first(node?.children.names), endOf(node, 0))
}

export function buildValidity(node: ValidityCstNode | undefined): {
  readonly from: DateLiteral | null
  readonly until: DateLiteral | null
} {
  const { From, Until, Date } = node?.children ?? {}
  const dates = (Date ?? []).map((_, index) => dateOf(written(Date, index)))
  const from = From === undefined ? null : (dates[0] ?? null)
  return { from, until: Until === undefined ? null : (dates[From === undefined ? 0 : 1] ?? null) }
}
