import type { Type } from '../program/type.ts'
import { escapeText } from './escape.ts'
import type { Form } from './form.ts'
import type { Here } from './here.ts'
import { membersOf } from './module.ts'
import { zero } from './scale.ts'

/** Stands where the policy states no value. By proof it is never used; it only has to be of the type. */
export function impossible(type: Type, form: Form, { module }: Pick<Here, 'module'>): string {
  if (type.kind === 'optional') return 'null'
  switch (form.kind) {
    case 'number':
      return zero(form, module)
    case 'bands': {
      const rate = zero(form, module)
      return `[${[rate, ...form.edges.map(() => rate)].join(', ')}]`
    }
    case 'plain':
      return impossiblePlain(type, module)
  }
}

function impossiblePlain(type: Type, module: Here['module']): string {
  switch (type.kind) {
    case 'boolean':
      return 'false'
    case 'date':
      return '0'
    case 'choice':
      return escapeText(membersOf(type, module)[0] ?? '', 'string')
    case 'texts':
      return '[]'
    case 'region':
    case 'text':
      return "''"
    case 'money':
    case 'rate':
    case 'points':
    case 'number':
    case 'months':
    case 'days':
    case 'age':
    case 'list':
    case 'schedule':
    case 'optional':
    case 'unknown':
      throw new Error(`${type.kind} has no plain value`)
  }
}
