/** Characters that a terminal would obey or hide instead of showing. */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u
const combining = /[\p{Mn}\p{Me}]/u

/** A text with every hidden character named, so that what is read is what stands there. */
export function visible(text: string): string {
  return Array.from(text, (character) => glyphOf(character).text).join('')
}

/** One character as it is shown, and how many columns it takes. A Chinese character takes two. */
export function glyphOf(character: string): { readonly text: string; readonly width: number } {
  if (character === '\t') return { text: '    ', width: 4 }
  if (hidden.test(character)) {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return { text: `<U+${code}>`, width: code.length + 4 }
  }
  return { text: character, width: combining.test(character) ? 0 : wide.test(character) ? 2 : 1 }
}
