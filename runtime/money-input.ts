/**
 * Amounts as they come in: yuan, as a text with at most two decimals or as a whole number. Never a number with a
 * fraction, since 0.1 + 0.2 has lost its exactness before it gets here; never a bigint, which is what amounts in fen
 * are in this code, so that one taken for yuan would be a hundred times too large.
 */

const POINT = 46
const MOST_DIGITS = 13
const MOST_YUAN = 9_999_999_999_999

export const MOST_FEN = 999_999_999_999_999

/** In fen, what is an amount from 0 to 9 999 999 999 999.99 yuan in an accepted form; NaN for anything else. */
export function fenOf(value: unknown): number {
  if (typeof value === 'string') return fenOfText(value)
  // Adding zero turns -0 into 0.
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_YUAN
    ? value * 100 + 0
    : Number.NaN
}

function fenOfText(text: string): number {
  let yuan = 0
  let at = 0
  for (; at < text.length && at <= MOST_DIGITS; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) break
    yuan = yuan * 10 + digit
  }
  if (at === 0 || at > MOST_DIGITS) return Number.NaN
  if (at === text.length) return yuan * 100
  const decimals = text.length - at - 1
  if (text.charCodeAt(at) !== POINT || decimals < 1 || decimals > 2) return Number.NaN
  const tenths = text.charCodeAt(at + 1) - 48
  const hundredths = decimals === 2 ? text.charCodeAt(at + 2) - 48 : 0
  if (tenths < 0 || tenths > 9 || hundredths < 0 || hundredths > 9) return Number.NaN
  return yuan * 100 + tenths * 10 + hundredths
}

/** Why `fenOf` refuses it. */
export function moneyFault(value: unknown): 'form' | 'fraction' | 'decimals' | 'negative' | 'size' {
  if (typeof value === 'string') {
    if (/^-\d{1,13}(?:\.\d{1,2})?$/.test(value)) return 'negative'
    if (/^\d{14}/.test(value)) return 'size'
    return /^\d{1,13}\.\d{3}/.test(value) ? 'decimals' : 'form'
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'form'
  if (!Number.isInteger(value)) return 'fraction'
  return value < 0 ? 'negative' : 'size'
}
