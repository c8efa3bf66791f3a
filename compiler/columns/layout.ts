import { MILLIONTHS } from '../../runtime/rate-input.ts'
import type { Alternative, Column, Holds, Layout, Pair } from '../../runtime/columns/columns.ts'
export type { Column, Holds, Layout } from '../../runtime/columns/columns.ts'
import type { Field, FieldType, OutputField, Program } from '../program/program.ts'
import type { Type } from '../program/type.ts'

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
      return { kind: 'number', of: type.kind, parts: MILLIONTHS }
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

// As many as numbers of the input have: of larger parts a cell could not count many.
const MOST_DECIMALS = 6

function heldByOutput(type: Type, byMonth: boolean, members: Members): Holds {
  switch (type.kind) {
    case 'money':
      return { kind: 'number', of: type.kind, parts: 100 }
    case 'rate':
    case 'points':
    case 'number':
    case 'months':
      // Of 73/63 no part is known before: it is written as the JSON has it.
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
