import { inColumn, inSentence } from '../../show/numbers.ts'

/** A difference with its sign, "+1 200.00" or "−0.01", "+60" of what is counted. */
export function amountText(exact: string): string {
  if (!/^-?[\d.]+$/u.test(exact)) return exact
  const shown = exact.includes('.') ? inColumn(exact.replace('-', '')) : inSentence(exact.replace('-', ''))
  if (/^-?[0.]+$/u.test(exact)) return shown
  return exact.startsWith('-') ? `−${shown}` : `+${shown}`
}
