const LONGEST = 40

// Control and format characters, line ends, halves of surrogate pairs: what moves the cursor or turns the text round.
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** A value as a short text that is safe to print: at most 40 characters, on one line, records and lists not opened. */
export function showValue(value: unknown): string {
  if (typeof value === 'string') return `"${shorten(value)}"`
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]'
  if (typeof value === 'object' && value !== null) return '{…}'
  if (typeof value === 'function') return 'function'
  return shorten(String(value))
}

/** The text on one line and not longer than 40 characters; unprintable characters become "·". */
export function shorten(text: string): string {
  // A bounded slice first: a text of a megabyte is not worth looking through.
  const characters = Array.from(text.slice(0, 2 * LONGEST + 2).replace(unprintable, '·'))
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST - 1).join('')}…`
}
