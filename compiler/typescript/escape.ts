// What a comment or a string must not contain as it stands: line ends, control and format characters (among them
// those that turn the direction of writing), and halves of surrogate pairs.
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/**
 * The only way by which text of a policy (labels, titles, quotes) gets into generated code: as the inside of a
 * comment, on one line, or as a string literal. No text can end the comment or the literal, or be taken for a
 * directive to a tool.
 */
export function escapeText(text: string, into: 'comment' | 'string'): string {
  switch (into) {
    case 'comment':
      return text
        .replace(/[\r\n\u2028\u2029\u0085]+/g, ' ')
        .replace(unprintable, codePoint)
        .replaceAll('*/', '* /')
        .replaceAll('/*', '/ *')
        .replace(/<(?=[/!])/g, '< ')
        .replaceAll('@', '＠')
        .replaceAll('sourceMappingURL', 'sourceMapping URL')
    case 'string':
      return JSON.stringify(text).replace(/[<>&]/g, codePoint).replace(unprintable, codePoint)
  }
}

/** A key of an object: bare where it is a plain name, else a string literal. */
export function propertyKey(key: string): string {
  // As a plain or quoted key of an object, __proto__ would set the prototype.
  if (key === '__proto__') return '["__proto__"]'
  return isPlainName(key) ? key : escapeText(key, 'string')
}

/** Reads a key: `.tier`, or `["…"]` where the key is no plain name. */
function access(key: string): string {
  return isPlainName(key) ? `.${key}` : `[${escapeText(key, 'string')}]`
}

/** Reads a dotted path: `.visit.tier`. */
export function accessPath(path: string): string {
  return path.split('.').map(access).join('')
}

/** ASCII letters, Han, digits and _, not beginning with a digit. */
export function isPlainName(text: string): boolean {
  return /^[A-Za-z_\p{Script=Han}][A-Za-z0-9_\p{Script=Han}]*$/u.test(text)
}

function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0
  // Beyond the basic plane an escape takes two halves.
  if (code > 0xffff) return `${unit(character.charCodeAt(0))}${unit(character.charCodeAt(1))}`
  return unit(code)
}

function unit(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`
}
