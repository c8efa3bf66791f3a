/** What rates and bare numbers are counted in: the smallest part that they may have. */
export const MILLIONTHS = 1_000_000

const exactNumber = /^(-?)(\d{1,13})(?:\.(\d{1,6}))?$/
const POINT = 46

/**
 * In millionths, what is a part of one: a text from "0" to "1" with at most six decimals, or 0 or 1. NaN for anything
 * else.
 */
export function rateOf(value: unknown): number {
  // Adding zero turns -0 into 0.
  if (value === 0 || value === 1) return value * MILLIONTHS + 0
  if (typeof value !== 'string' || value.length > 8 || value.length === 2) return Number.NaN
  if (value.length > 2 && value.charCodeAt(1) !== POINT) return Number.NaN
  let millionths = 0
  for (let at = 0; at < 8; at++) {
    if (at === 1) continue
    const digit = at < value.length || at === 0 ? value.charCodeAt(at) - 48 : 0
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    millionths = millionths * 10 + digit
  }
  return millionths <= MILLIONTHS ? millionths : Number.NaN
}

/**
 * In millionths, what is an exact number: a text with at most 13 digits before and 6 after the point, or a safe
 * integer. Undefined for anything else.
 */
export function numberOf(value: unknown): bigint | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) * BigInt(MILLIONTHS) : undefined
  const form = typeof value === 'string' ? exactNumber.exec(value) : null
  if (!form) return undefined
  const [, sign = '', whole = '', decimals = ''] = form
  return BigInt(sign + whole + decimals.padEnd(6, '0'))
}
