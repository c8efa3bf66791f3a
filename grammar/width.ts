const wide =
  /[\u1100-\u115F\u2014\u2015\u2018\u2019\u201C\u201D\u2026\u2E80-\u303E\u3041-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/gu
const none = /\p{Mn}/gu

/**
 * The columns that a text takes where Chinese characters and their punctuation take two. Dashes, ellipses and
 * curly quotes count as Chinese; mathematical signs take one.
 */
export function displayWidth(text: string): number {
  // Characters beyond the basic plane are two units long already.
  const astral = text.match(/[\u{10000}-\u{10FFFF}]/gu)?.length ?? 0
  return text.length - astral + (text.match(wide)?.length ?? 0) - (text.match(none)?.length ?? 0)
}

/** The text with blanks after it, up to the width. */
export const padEnd = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)))

/** The text with blanks before it, up to the width. */
export const padStart = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - displayWidth(text))) + text
