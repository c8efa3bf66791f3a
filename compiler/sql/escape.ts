// Line ends, control and format characters (among them those that turn the direction of writing), halves of
// surrogate pairs.
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/**
 * The only way by which text of a policy gets into the comments of a query: on one line, which no text can leave. A
 * backslash at the end would join the next line to it (Spark), and `${` would be filled in there.
 */
export function commentText(text: string): string {
  return text.replaceAll(unprintable, ' ').replaceAll('\\', '＼').replaceAll('$', '＄').replaceAll('*/', '* /')
}

/** A text of standard SQL: DuckDB, PostgreSQL. No text holds the character zero, which PostgreSQL refuses. */
export function standardText(text: string): string {
  return `'${withoutHalves(text).replaceAll("'", "''")}'`
}

/** A text of Spark SQL, which knows escapes, and fills in `${…}` before it reads anything. */
export function sparkText(text: string): string {
  const escaped = withoutHalves(text)
    .replaceAll('\\', '\\\\')
    .replaceAll("'", String.raw`\'`)
    .replaceAll('$', String.raw`\u0024`)
    .replaceAll(/\p{Cc}/gu, (each) => `\\u${(each.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
  return `'${escaped}'`
}

// What is no character can't be sent to an engine, and no case holds it.
function withoutHalves(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '\uFFFD').replaceAll('\0', '\uFFFD')
}
