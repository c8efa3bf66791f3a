import type { Field, ListField } from '../program/program.ts'
import { escapeText } from './escape.ts'
import type { Module } from './module.ts'
import { isNest, nest, type Nest } from './nest.ts'

type Member = Field | ListField

/** The input as data, for the reader that finds everything that is wrong with a case. */
export function writeSchema(shape: Nest<Member>, module: Module): string {
  const members = [...shape.members].map(([key, member]) => `[${text(key)}, ${memberOf(member, module)}],\n`)
  return `[\n${members.join('')}]`
}

function memberOf(member: Member | Nest<Member>, module: Module): string {
  if (isNest(member)) return `{ record: ${writeSchema(member, module)} }`
  if ('fields' in member) return `{ each: ${writeSchema(nest<Member>(member.fields), module)} }`
  const { type } = member
  switch (type.kind) {
    case 'choice': {
      const members = module.names.members(type.choices)
      return type.optional ? `[null, ...${members}]` : members
    }
    case 'texts':
      throw new Error('texts only come out')
    case 'money':
    case 'rate':
    case 'number':
    case 'months':
    case 'date':
    case 'yearMonth':
    case 'boolean':
    case 'region':
    case 'text':
      return text(type.optional ? `${type.kind}?` : type.kind)
  }
}

function text(value: string): string {
  return escapeText(value, 'string')
}
