import { multiply, ofInteger, parse, toText } from '../../runtime/rational.ts'

// Numbers as people write them. They come as shortest decimals or fractions.

/** In a column: two decimals at least, a space before every three digits: "85290" is "85 290.00". */
export function inColumn(exact: string): string {
  if (exact.includes('/')) return exact
  const [whole = '', decimals = ''] = exact.split('.')
  return `${grouped(whole)}.${decimals.padEnd(2, '0')}`
}

/** In a sentence: no decimals that say nothing, and digits in threes only where there are five and more. */
export function inSentence(exact: string): string {
  if (exact.includes('/')) return exact
  const [whole = '', decimals = ''] = exact.split('.')
  const shown = whole.replace('-', '').length > 4 ? grouped(whole) : whole
  return /[1-9]/.test(decimals) ? `${shown}.${decimals.length === 1 ? `${decimals}0` : decimals}` : shown
}

/** A part of one as the number before "%": "0.15" is "15". */
export function inPercent(exact: string): string {
  return toText(multiply(parse(exact), ofInteger(100)))
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ' ')
}
