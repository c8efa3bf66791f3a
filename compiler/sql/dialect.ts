/** How wide a whole number is: 32 bits, 64 bits, or as wide as the engine has them. */
export type Width = 'int' | 'big' | 'wide'

export type DialectName = 'duckdb' | 'postgres' | 'spark'

/** What the fields of a table are, whatever the engine calls it. */
export type Stored = Width | 'text' | 'date' | 'boolean' | 'texts'

/** A value for each element of a list, while one looks at an element: names of the element and of its place. */
export interface ElementNames {
  readonly element: string
  readonly index: string
}

/**
 * How an engine says what not all say alike. Everything else in a query is the same for all. Each is a text made from
 * texts that are atoms; dates are dates of the engine, lists arrays.
 */
export interface Dialect {
  readonly name: DialectName
  /** Of the widest whole numbers, so many digits are certain; null: as many as it takes. */
  readonly digits: number | null
  readonly types: Readonly<Record<Stored, string>>
  /** Behind a step, so that the engine works it out once; and between its name and its bracket. */
  readonly fence: string
  readonly as: string
  /** What an engine has to be told in a session before a query. */
  readonly session: readonly string[]
  identifier(name: string): string
  text(text: string): string

  /** The whole number toward zero, of a divisor that is not zero. */
  quotient(left: string, right: string, width: Width): string
  /** A date written YYYY-MM-DD, from the year 1 on. */
  date(text: string): string
  /** Later than every date. */
  readonly openEnd: string
  /** The same day so many months later, at most the last of the month; `count` is an integer of 32 bits. */
  addMonths(date: string, count: string): string
  addDays(date: string, count: string): string
  boundary(date: string, side: 'first' | 'last', of: 'month' | 'year'): string
  /** An integer of 32 bits. */
  part(date: string, part: 'year' | 'month'): string
  startsWith(text: string, prefix: string): string
  /** Does the whole text have the form? Character classes and alternatives only. */
  matches(text: string, form: string): string

  /** The type of a list in the table of bills. */
  listType(fields: readonly { readonly name: string; readonly type: Stored }[]): string
  /** A list of the table, from elements with a text for each of these fields. */
  list(
    fields: readonly { readonly name: string; readonly type: Stored }[],
    elements: readonly (readonly string[])[],
  ): string
  /** How many elements a list of the table has; null where there is no list. */
  length(list: string): string
  field(element: string, name: string, type: Stored): string
  /** An array: `body` of each element of a list of the table, which sees the element and its place. */
  map(list: string, names: ElementNames, body: string): string
  /** An element of an array by the place that `map` knows. */
  at(array: string, index: string): string
  /** Is one of an array of booleans true? false? */
  has(array: string, is: 'TRUE' | 'FALSE'): string
  /** The sum of an array of whole numbers, 0 of none. */
  sum(array: string, width: Width): string
  /** The first of an array of texts that is not null; null where there is none. */
  first(array: string): string
  /** The texts that are not null, as an array. */
  texts(texts: readonly string[]): string

  /** A dataset as a step of the query, by its rows (texts of VALUES); and what the steps below take it from. */
  dataset(name: string, columns: readonly string[], rows: readonly string[]): { step: string; join: string }
  /** A column of the row of a dataset of which the conditions hold, written with `row` for it; null where there is none. */
  lookup(dataset: string, row: string, condition: string, column: string): string
}

/** A name that no text can end. */
export function quoted(name: string, mark: '"' | '`'): string {
  return `${mark}${name.replaceAll(mark, mark + mark)}${mark}`
}
