import { toText, type Rational } from '../../../runtime/rational.ts'
import { inSentence } from '../../show/numbers.ts'
import { valueAt, type Piece } from './curve.ts'
import type { Words } from './words.ts'

/** What it is there, and how much more for each yuan more. */
export function lineText(piece: Piece, from: Rational, isSteps: boolean, words: Words, isSigned = false): string {
  const value = valueAt(piece, from)
  if (value === null || piece.line === null) return words.refused
  const here = isSigned && value.n > 0n ? `+${exactText(value)}` : exactText(value)
  if (isSteps) return here
  const { slope } = piece.line
  if (slope.n === 0n) return here
  const size = toText(slope).replace('-', '')
  const term = size === '1' ? 'x' : `${size} x`
  if (value.n === 0n) return `${slope.n < 0n ? '−' : isSigned ? '+' : ''}${term}`
  return `${here} ${slope.n < 0n ? '−' : '+'} ${term}`
}

/** Exact; where decimals don't end, the fraction and about how much it is. */
export function exactText(value: Rational): string {
  const text = toText(value)
  if (!text.includes('/')) return inSentence(text).replace('-', '−')
  const about = (Number(value.n) / Number(value.d)).toFixed(2)
  return `${text.replace('-', '−')} ≈ ${inSentence(about).replace('-', '−')}`
}
