import type { Type } from '../program/type.ts'
import type { Quantity } from './quantity.ts'
import type { Sql } from './sql.ts'

/** What an expression of a program becomes in a query. Absent is NULL. */
export type Value =
  | { readonly kind: 'number'; readonly number: Quantity }
  /** A number for each band; one more than edges, which are exact numbers in yuan, ascending. */
  | { readonly kind: 'schedule'; readonly edges: readonly string[]; readonly rates: readonly Quantity[] }
  | { readonly kind: 'plain'; readonly type: PlainKind; readonly sql: Sql }

/** What one column holds as it is. */
export type PlainKind = 'boolean' | 'date' | 'text' | 'texts'

/** Regions are texts of their digits, choices texts of their members. */
export function plainKind(type: Type): PlainKind | null {
  switch (type.kind) {
    case 'boolean':
    case 'date':
    case 'text':
    case 'texts':
      return type.kind
    case 'region':
    case 'choice':
      return 'text'
    case 'optional':
      return plainKind(type.of)
    case 'money':
    case 'rate':
    case 'points':
    case 'number':
    case 'months':
    case 'days':
    case 'age':
    case 'schedule':
    case 'list':
    case 'unknown':
      return null
  }
}

export function plain(type: PlainKind, sql: Sql): Value {
  return { kind: 'plain', type, sql }
}
export function truthOf(sql: Sql): Value {
  return plain('boolean', sql)
}

export function asNumber(value: Value): Quantity {
  if (value.kind === 'number') return value.number
  throw new Error(`bug in the compiler: expected a number, found ${value.kind}`)
}

export function asSql(value: Value): Sql {
  if (value.kind === 'plain') return value.sql
  throw new Error(`bug in the compiler: expected one column, found a ${value.kind}`)
}
