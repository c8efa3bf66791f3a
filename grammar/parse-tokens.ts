import type { CstNode } from 'chevrotain'
import { resetErrorCount, TooManyErrors } from './expression-parser.ts'
import { parser } from './parser.ts'
import type { Token } from './tokens.ts'

export interface Parsed {
  readonly cst: CstNode | undefined
  /** Where the parser met errors, in the order of the text: indexes of tokens, `tokens.length` for the end. */
  readonly errors: readonly number[]
  /** How much was not understood: errors, and tokens that the parser had to skip. 0 where all is well. */
  readonly damage: number
  /** False where there were too many errors to go on to the end. */
  readonly isWhole: boolean
}

/**
 * Runs the parser over tokens of a file or of a part of one that begins with a statement. After more errors
 * than are reported the rest is left out.
 */
export function parseTokens(tokens: readonly Token[]): Parsed {
  const whole = tryParse(tokens)
  if (whole.isWhole) return whole
  const last = whole.errors.at(-1) ?? 0
  return { ...tryParse(tokens.slice(0, last)), isWhole: false }
}

function tryParse(tokens: readonly Token[]): Parsed {
  resetErrorCount()
  parser.input = [...tokens]
  let cst: CstNode | undefined
  let isWhole = true
  try {
    cst = parser.file()
  } catch (problem) {
    if (!(problem instanceof TooManyErrors)) throw problem
    isWhole = false
  }
  if (parser.errors.length === 0) return { cst, errors: [], damage: 0, isWhole }
  const indexes = new Map<unknown, number>(tokens.map((token, index) => [token, index]))
  const found = parser.errors.map((error) => indexes.get(error.token) ?? tokens.length)
  const errors = [...new Set(found)].toSorted((first, second) => first - second)
  const damage = parser.errors.length * 8 + tokens.length - (cst === undefined ? 0 : countTokens(cst))
  return { cst, errors, damage, isWhole }
}

function countTokens(node: CstNode): number {
  let count = 0
  for (const children of Object.values(node.children)) {
    for (const child of children) count += 'children' in child ? countTokens(child) : child.image === '' ? 0 : 1
  }
  return count
}
