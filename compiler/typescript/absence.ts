import { and, computedFrom, constant, mayBeAbsent, not } from '../program/build.ts'
import type { Expr, Program } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import type { Cases } from './cases.ts'
import type { Reference } from './here.ts'
import type { Module } from './module.ts'

/** A computed value that is absent where a name is that it is computed from, as cases; null where it can't be absent. */
export function casesOfAbsence(expr: Expr, module: Module): Cases | null {
  const { type, at } = expr
  if (type.kind !== 'optional' || !mayBeAbsent(expr)) return null
  const optional = new Map(
    computedFrom(expr)
      .filter((part) => isOptional(part, module))
      .map((part) => [nameOf(part), part]),
  )
  const present: Expr = { ...expr, type: type.of }
  const isPresent = [...optional.values()].map((part): Expr => {
    const value: Expr = { ...part, type: asOptional(part.type) }
    return not({ kind: 'isAbsent', value, type: { kind: 'boolean' }, at: part.at })
  })
  const origin = { ...at, article: null, quotes: [], readings: [] }
  const branch = { when: and(isPresent, at), value: present, origin }
  return { kind: 'cases', branches: [branch], otherwise: constant({ kind: 'absent' }, type, at), type, at }
}

function isOptional(part: Reference, { program, definitions }: Module): boolean {
  switch (part.kind) {
    case 'input':
      return isOptionalField(program.input.fields, part.path)
    case 'field':
      return isOptionalField(program.input.lists.find(({ path }) => path === part.list)?.fields ?? [], part.path)
    case 'ref':
      return definitions.get(part.id)?.type.kind === 'optional'
  }
}

function isOptionalField(fields: Program['input']['fields'], path: string): boolean {
  return fields.find((field) => field.path === path)?.type.optional ?? false
}

function nameOf(part: Reference): string {
  return part.kind === 'ref' ? part.id : `${part.kind} ${part.path}`
}

function asOptional(type: Type): Type {
  return type.kind === 'optional' ? type : { kind: 'optional', of: type }
}
