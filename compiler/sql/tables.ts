import type { OutputField, Program } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import type { Dialect } from './dialect.ts'
import { storedAs } from './given.ts'

/** A column of a table, and its type as the dialect calls it. */
export interface TableColumn {
  readonly name: string
  readonly type: string
}

/** By what a row of bills is known in what comes out. */
export const ROW = 'row'
/** Why a row is refused; null where it is not, and then all outputs are. */
export const REFUSED = 'refused'

/**
 * The table of bills that a query takes: `row`, then the input by its dotted paths. Amounts are fen, rates and bare
 * numbers millionths, choices, regions and codes texts, lists arrays of structs (PostgreSQL: jsonb arrays of objects
 * with the same counts, dates as texts); of two keys of which a case has one, `costs|items` says which.
 */
export function billColumns({ input }: Program, dialect: Dialect): readonly TableColumn[] {
  return [
    { name: ROW, type: dialect.types.big },
    ...input.eitherOf.map((keys) => ({ name: keys.join('|'), type: dialect.types.text })),
    ...input.fields.map(({ path, type }) => ({ name: path, type: dialect.types[storedAs(type)] })),
    ...input.lists.map(({ path, fields }) => ({
      name: path,
      type: dialect.listType(fields.map((field) => ({ name: field.path, type: storedAs(field.type) }))),
    })),
  ]
}

/** Which of two keys a field or a list stands under, and the column that says which a row has; null for the others. */
export function alternativeOf(
  path: string,
  { input }: Program,
): { readonly name: string; readonly key: string } | null {
  for (const keys of input.eitherOf) {
    const key = keys.find((each) => path === each || path.startsWith(`${each}.`))
    if (key !== undefined) return { name: keys.join('|'), key }
  }
  return null
}

/** How many parts make one, of a number of the output: 100 of an amount. Null where its denominator has a column of its own. */
export function partsOfOutput(type: Type): bigint | null {
  switch (type.kind) {
    case 'money':
      return 100n
    case 'rate':
    case 'points':
    case 'number':
    case 'months':
      return type.decimals === null ? null : 10n ** BigInt(type.decimals)
    case 'days':
    case 'age':
      return 1n
    case 'optional':
      return partsOfOutput(type.of)
    case 'date':
    case 'region':
    case 'boolean':
    case 'text':
    case 'texts':
    case 'choice':
    case 'list':
    case 'schedule':
    case 'unknown':
      return null
  }
}

/** The column with the denominator of an output that is a ratio: `ratio|over`. */
export function denominatorColumn({ path }: Pick<OutputField, 'path'>): string {
  return `${path}|over`
}
