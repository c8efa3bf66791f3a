/** The rows that have a key, in the order of the data. */
export type Index<Row> = (key: readonly string[]) => readonly Row[]

/** Rows by their keys, found without looking through them. A row of whose key a part is null has none. */
export function indexBy<Row>(rows: readonly Row[], keyOf: (row: Row) => readonly (string | null)[]): Index<Row> {
  const byKey = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key.includes(null)) continue
    const text = key.join(SEPARATOR)
    const alike = byKey.get(text)
    if (alike) alike.push(row)
    else byKey.set(text, [row])
  }
  return (key) => byKey.get(key.join(SEPARATOR)) ?? none
}

const none: readonly never[] = []

// No text of a case or of a dataset holds a control character.
const SEPARATOR = '\n'
