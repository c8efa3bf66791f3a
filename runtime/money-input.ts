/**
 * Amounts as they come in: yuan, as a text with at most two decimals or as a whole number. Never a number with a
 * fraction, since 0.1 + 0.2 has lost its exactness before it gets here; never a bigint, which is what amounts in fen
 * are in this code, so that one taken for yuan would be a hundred times too large.
 */
type AmountInput = string | number

const amount = /^\d{1,13}(?:\.\d{1,2})?$/
const MOST_YUAN = 9_999_999_999_999

/** Is the value an amount from 0 to 9 999 999 999 999.99 yuan in an accepted form? */
export function isFen(value: unknown): value is AmountInput {
  if (typeof value === 'string') return amount.test(value)
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_YUAN
}

/** In fen. Only for what `isFen` accepts. */
export function toFen(value: AmountInput): number {
  // Adding zero turns -0 into 0.
  if (typeof value === 'number') return value * 100 + 0
  const point = value.indexOf('.')
  if (point < 0) return Number(value) * 100
  const digits = Number(value.slice(0, point) + value.slice(point + 1))
  return value.length - point === 2 ? digits * 10 : digits
}

/** Why `isFen` refuses it. */
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
