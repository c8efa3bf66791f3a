import type { Field, FieldType, OutputField, Program } from '../program/program.ts'
import type { Type } from '../program/type.ts'

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
type NumberKind = 'money' | 'rate' | 'points' | 'number' | 'months' | 'days' | 'age'

/** The columns of a decision under one edition. */
export function layoutOf({ input, output, choices }: Program): Layout {
  const pairs = input.eitherOf.map((keys): Pair => ({ name: keys.join('|'), keys }))
  const members = (id: string): readonly string[] =>
    choices.find((each) => each.id === id)?.members.map((each) => each.id) ?? []
  const columnOf = ({ path, label, type }: Field): Omit<Column, 'under'> => ({
    name: path,
    label,
    holds: heldByField(type, members),
    optional: type.optional,
  })
  const inputColumns = input.fields.map((field) => ({ ...columnOf(field), under: alternativeOf(field.path, pairs) }))
  const lists = input.lists.map(({ path, label, fields }) => ({
    path,
    label,
    columns: fields.map((field) => ({ ...columnOf(field), under: null })),
    under: alternativeOf(path, pairs),
  }))
  return { input: inputColumns, lists, pairs, output: output.map((field) => outputColumn(field, members)) }
}

function alternativeOf(path: string, pairs: readonly Pair[]): Alternative | null {
  for (const { name, keys } of pairs) {
    const which = keys.findIndex((key) => path === key || path.startsWith(`${key}.`))
    if (which === 0 || which === 1) return { pair: name, which }
  }
  return null
}

type Members = (choices: string) => readonly string[]

function heldByField(type: FieldType, members: Members): Holds {
  switch (type.kind) {
    case 'money':
      return { kind: 'number', of: type.kind, parts: 100 }
    case 'rate':
    case 'number':
      return { kind: 'number', of: type.kind, parts: 1_000_000 }
    case 'months':
      return { kind: 'number', of: type.kind, parts: 1 }
    case 'date':
    case 'yearMonth':
      return { kind: 'date', byMonth: type.kind === 'yearMonth' }
    case 'boolean':
    case 'region':
    case 'text':
    case 'texts':
      return { kind: type.kind }
    case 'choice':
      return { kind: 'choice', choices: type.choices, members: members(type.choices) }
  }
}

function outputColumn({ path, label, type, asMonth }: OutputField, members: Members): Column {
  const of = type.kind === 'optional' ? type.of : type
  const optional = type.kind === 'optional' || (of.kind === 'date' && of.openEnded)
  return { name: path, label, holds: heldByOutput(of, asMonth === true, members), optional, under: null }
}

// The most decimals whose part a cell can count.
const MOST_DECIMALS = 15

function heldByOutput(type: Type, byMonth: boolean, members: Members): Holds {
  switch (type.kind) {
    case 'money':
      return { kind: 'number', of: type.kind, parts: 100 }
    case 'rate':
    case 'points':
    case 'number':
    case 'months':
      // 73/63 has no part that is known before: it is written as the JSON has it.
      if (type.decimals === null || type.decimals > MOST_DECIMALS) return { kind: 'text' }
      return { kind: 'number', of: type.kind, parts: 10 ** type.decimals }
    case 'days':
    case 'age':
      return { kind: 'number', of: type.kind, parts: 1 }
    case 'date':
      return { kind: 'date', byMonth }
    case 'boolean':
    case 'region':
    case 'text':
    case 'texts':
      return { kind: type.kind }
    case 'choice':
      return { kind: 'choice', choices: type.choices, members: members(type.choices) }
    case 'optional':
    case 'list':
    case 'schedule':
    case 'unknown':
      throw new Error(`${type.kind} can't be an output`)
  }
}
