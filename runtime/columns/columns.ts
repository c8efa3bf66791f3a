import type { IssueCode } from '../issue.ts'

/**
 * The input and the output of a decision as flat, typed columns: what columns in memory, tables of a database and
 * files of many bills have in common. A column is called by the dotted path of the JSON (`visit.tier`, `fund`).
 * Policy and edition, which are the same in every row, are none.
 */
export interface Layout {
  readonly input: readonly Column[]
  readonly lists: readonly ListColumns[]
  readonly pairs: readonly Pair[]
  readonly output: readonly Column[]
}

export interface Column {
  /** Unique among the columns of the input, or of the output, or of one list. */
  readonly name: string
  readonly label: string
  readonly holds: Holds
  /** May a row have nothing here? In a table: null. */
  readonly optional: boolean
  /** Where a row has this only if it has one key of a pair and not the other; null where it always does. */
  readonly under: Alternative | null
}

/** A list of each row: its elements are rows of `columns`, called by the key that they have in an element (`kind`). */
export interface ListColumns {
  readonly path: string
  readonly label: string
  readonly columns: readonly Column[]
  readonly under: Alternative | null
}

/** Two keys of the input of which a row has one: `costs|items` is 0 where it has costs, 1 where it has items. */
export interface Pair {
  readonly name: string
  readonly keys: readonly [string, string]
}
export interface Alternative {
  readonly pair: string
  readonly which: 0 | 1
}

/** What the cells of a column are. */
export type Holds =
  /** Whole counts of a part: of money 100, fen; of a rate or number of the input 1 000 000; of months, days, years 1. */
  | { readonly kind: 'number'; readonly of: NumberKind; readonly parts: number }
  /** Days since 1 January 1970. `byMonth`: the first of a month, which the JSON writes YYYY-MM. */
  | { readonly kind: 'date'; readonly byMonth: boolean }
  | { readonly kind: 'boolean' }
  /** The six digits as a number. */
  | { readonly kind: 'region' }
  /** By its place among the members, from 0. `choices` is the identifier of the choices in the program. */
  | { readonly kind: 'choice'; readonly choices: string; readonly members: readonly string[] }
  /** By its place in the dictionary of the column, from 0. */
  | { readonly kind: 'text' }
  /** The same of a list of texts, which the dictionary holds as JSON. */
  | { readonly kind: 'texts' }
export type NumberKind = 'money' | 'rate' | 'points' | 'number' | 'months' | 'days' | 'age'

/** Columns in memory, by name: see buffers.ts. Dictionaries of texts stand under `<column>.texts`. */
export type Columns = Readonly<Record<string, ColumnArray | readonly string[]>>
export type ColumnArray = Float64Array | Int32Array | Uint16Array | Uint8Array

/** The status of a row that is settled, and of one that has to be taken exactly; from 2 on it is refused. */
export const SETTLED = 0
export const TO_BE_TAKEN_EXACTLY = 1

/** Why a row is refused: the code of the issue, the part of the input, and of a rule its label, '' where there is none. */
export interface Refusal {
  readonly code: IssueCode
  readonly path: string
  readonly label: string
}

/** What can be wrong with the cells of a row, in the order in which they are looked at. */
export function inputPlaces({ input, pairs, lists }: Layout): readonly Refusal[] {
  return [
    ...pairs.map(({ keys }): Refusal => ({ code: 'not-one-of', path: keys[0], label: '' })),
    ...input.map((column) => faultOf(column, column.name)),
    ...lists.flatMap(({ path, columns }) => [
      { code: 'not-a-list', path, label: '' } as const,
      ...columns.map((column) => faultOf(column, `${path}[].${column.name}`)),
    ]),
  ]
}

function faultOf({ holds }: Column, path: string): Refusal {
  const codes = {
    money: 'not-money',
    rate: 'not-a-rate',
    points: 'not-a-rate',
    number: 'not-a-number',
    months: 'not-months',
    days: 'not-a-number',
    age: 'not-a-number',
  } as const
  switch (holds.kind) {
    case 'number':
      return { code: codes[holds.of], path, label: '' }
    case 'date':
      return { code: holds.byMonth ? 'not-a-month' : 'not-a-date', path, label: '' }
    case 'boolean':
      return { code: 'not-a-boolean', path, label: '' }
    case 'region':
      return { code: 'not-a-region', path, label: '' }
    case 'choice':
      return { code: 'not-a-member', path, label: '' }
    case 'text':
    case 'texts':
      return { code: 'not-a-text', path, label: '' }
  }
}
