import type { Program } from '../program/program.ts'
import type { Dialect } from './dialect.ts'
import type { Limits } from './limits.ts'
import { Quantities } from './quantity.ts'
import { literal, type Sql } from './sql.ts'
import type { Steps } from './steps.ts'
import type { Value } from './value.ts'
import { Wholes, type Whole } from './whole.ts'

/** What is known while the query of a program is written. */
export interface Writer {
  readonly program: Program
  readonly dialect: Dialect
  readonly limits: Limits
  readonly steps: Steps
  readonly wholes: Wholes
  /** What was put into columns, by the identifier of the definition. */
  readonly definitions: Map<string, Value>
}

/** While one definition is written: columns that it needs besides its own are called after it. */
export interface Scope extends Writer {
  readonly name: string
  readonly numbers: Quantities
  /** Is it known that nothing is absent that the expression is computed from? */
  readonly isGiven: boolean
}

export function scopeOf(writer: Writer, name: string): Scope {
  let count = 0
  const keep = (value: Whole): Whole => {
    if (isHandy(value.sql)) return value
    count++
    return { ...value, sql: writer.steps.put(`${name}|${count}`, value.sql) }
  }
  return { ...writer, name, numbers: new Quantities(writer.wholes, keep), isGiven: false }
}

/** Puts what is used more than once into a column of its own, unless it is one or a literal. */
export function keepSql(value: Sql, suffix: string, scope: Scope): Sql {
  return isHandy(value) ? value : scope.steps.put(`${scope.name}|${suffix}`, value)
}

function isHandy({ isName, over, text }: Sql): boolean {
  return isName === true || over.length > 1 || /^(?:-?\d+|TRUE|FALSE|NULL|'[^']*')$/.test(text)
}

/** A whole number that a column holds. */
export function column(writer: Writer, sql: Sql, least: bigint, most: bigint, width: Whole['width']): Whole {
  return writer.wholes.of(sql, least, most, width)
}

/** A column of the bills, as it was given. */
export function givenColumn({ dialect }: Writer, name: string): Sql {
  return { ...literal(dialect.identifier(name)), isName: true }
}
