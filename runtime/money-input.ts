/**
 * Amounts as they come in: yuan, as a text with at most two decimals or as a whole number. Never a number with a
 * fraction, since 0.1 + 0.2 has lost its exactness before it gets here.
 */
type AmountInput = string | number | bigint

const amount = /^\d{1,13}(?:\.\d{1,2})?$/
const MOST_YUAN = 9_999_999_999_999

/** Is the value an amount from 0 to 9 999 999 999 999.99 yuan in an accepted form? */
export function isFen(value: unknown): value is AmountInput {
  if (typeof value === 'string') return amount.test(value)
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 && value <= MOST_YUAN
  return typeof value === 'bigint' && value >= 0n && value <= BigInt(MOST_YUAN)
}

/** In fen. Only for what `isFen` accepts. */
export function toFen(value: AmountInput): number {
  // Adding zero turns -0 into 0.
  if (typeof value !== 'string') return Number(value) * 100 + 0
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
  if (typeof value !== 'number' && typeof value !== 'bigint') return 'form'
  if (typeof value === 'number' && !Number.isInteger(value)) return Number.isFinite(value) ? 'fraction' : 'form'
  return value < 0 ? 'negative' : 'size'
}
