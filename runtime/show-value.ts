const LONGEST = 40
const MOST_PARTS = 3
const DEEPEST = 2

// Control and format characters, line ends, halves of surrogate pairs: what moves the cursor or turns the text round.
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** A value as a short text that is safe to print: on one line, at most 40 characters and the quotes of a text. */
export function showValue(value: unknown): string {
  return typeof value === 'string' ? `"${shorten(value)}"` : shorten(preview(value, DEEPEST))
}

/** The text on one line and not longer than 40 characters; unprintable characters become "·". */
export function shorten(text: string): string {
  // A bounded slice first: a text of a megabyte is not worth looking through.
  const characters = Array.from(text.slice(0, 2 * LONGEST + 2).replace(unprintable, '·'))
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST - 1).join('')}…`
}

// The first parts of a list or record, and of what lies in them to a small depth.
function preview(value: unknown, depth: number): string {
  if (typeof value === 'string') return `"${shorten(value)}"`
  if (Array.isArray(value)) return `[${parts(value, depth, (each) => preview(each, depth - 1))}]`
  if (typeof value === 'object' && value !== null) {
    const record = Object.entries(value)
    return `{${parts(record, depth, ([key, each]) => `${shorten(key)}: ${preview(each, depth - 1)}`)}}`
  }
  return typeof value === 'function' ? 'function' : String(value)
}

function parts<Part>(all: readonly Part[], depth: number, show: (part: Part) => string): string {
  // What somebody made of a list may have no methods.
  const shown = depth === 0 ? [] : Array.from({ length: Math.min(all.length, MOST_PARTS) }, (_, at) => show(all[at]!))
  return [...shown, ...(all.length > shown.length ? ['…'] : [])].join(', ')
}
