import type { Finding } from './finding.ts'
import { opensStatement } from './keyword-tokens.ts'
import { tokenSpan, type Token, type TokenName } from './tokens.ts'

/** What one file may hold: enough for any circular, too little to keep the compiler busy. `dataBytes`: a data file. */
export const limits = {
  bytes: 256 * 1024,
  dataBytes: 16 * 1024 * 1024,
  tokens: 60_000,
  depth: 64,
  operators: 200,
  problems: 200,
} as const

/** The file's size in UTF-8, if it is too large. */
export function findTooLarge(source: string): Finding | null {
  const found = bytesOf(source)
  if (found <= limits.bytes) return null
  return { code: 'text-too-large', span: { start: 0, end: 0 }, facts: { limit: limits.bytes, found } }
}

function bytesOf(source: string): number {
  let bytes = 0
  for (let offset = 0; offset < source.length; offset += 1) {
    const unit = source.charCodeAt(offset)
    const isHalfOfPair = unit >= 0xd800 && unit < 0xe000
    bytes += unit < 0x80 ? 1 : unit < 0x800 || isHalfOfPair ? 2 : 3
  }
  return bytes
}

/** The first token too many, if there is one. */
export function findTooMany(tokens: readonly Token[]): Finding | null {
  const token = tokens[limits.tokens]
  return token === undefined
    ? null
    : { code: 'too-many-tokens', span: tokenSpan(token), facts: { limit: limits.tokens } }
}

const quantifiers = new Set<TokenName>(['Any', 'All', 'Count', 'Sum'])
const operators = new Set<TokenName>(['Plus', 'Minus', 'Times', 'Divide', 'LoweredBy', 'RaisedBy'])
const ends = new Set<TokenName>(['RowBar', 'Bar', 'EndBar', 'Colon'])

/**
 * Whatever would make the tree too deep for the phases that walk through it: parentheses and quantifiers in
 * one another, and long chains of operators, which lean to the left.
 */
export function findTooDeep(tokens: readonly Token[]): Finding | null {
  // How many quantifiers are open at each level of parentheses, and how many in all.
  let levels = [0]
  let depth = 0
  let chain = 0
  for (const token of tokens) {
    if (ends.has(token.name) || opensStatement(token)) {
      levels = [0]
      depth = 0
      chain = 0
    } else if (token.name === 'LeftParen') {
      levels.push(0)
      depth += 1
    } else if (token.name === 'RightParen' && levels.length > 1) {
      depth -= 1 + (levels.pop() ?? 0)
    } else if (quantifiers.has(token.name)) {
      levels.push((levels.pop() ?? 0) + 1)
      depth += 1
    } else if (operators.has(token.name)) {
      chain += 1
    }
    const span = tokenSpan(token)
    if (depth > limits.depth) return { code: 'too-deep', span, facts: { limit: limits.depth } }
    if (chain > limits.operators) return { code: 'expression-too-long', span, facts: { limit: limits.operators } }
  }
  return null
}
