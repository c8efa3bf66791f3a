import type { Type } from '../program/type.ts'
import type { Counted, Form } from './form.ts'
import type { Module } from './module.ts'

/** The TypeScript type of a value in a form. */
export function typeText(type: Type, form: Form, module: Module): string {
  if (type.kind === 'optional') return `${typeText(type.of, form, module)} | null`
  switch (form.kind) {
    case 'number':
      return numberText(type, form, module)
    case 'bands': {
      const rate = numberText(type, form, module)
      return `readonly [${[rate, ...form.edges.map(() => rate)].join(', ')}]`
    }
    case 'plain':
      return plainText(type, module)
  }
}

function numberText(type: Type, { over, as }: Counted, module: Module): string {
  if (as === 'rational') return module.use('Rational')
  if (over !== 100n || as === 'bigint') return as
  if (type.kind === 'money') return module.use('Fen')
  return type.kind === 'rate' || type.kind === 'points' || type.kind === 'schedule' ? module.use('Percent') : as
}

function plainText(type: Type, { names }: Module): string {
  switch (type.kind) {
    case 'boolean':
      return 'boolean'
    // Day numbers.
    case 'date':
      return 'number'
    case 'choice':
      return names.choices(type.choices)
    case 'texts':
      return 'readonly string[]'
    case 'region':
    case 'text':
      return 'string'
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
      throw new Error(`${type.kind} has no plain type`)
  }
}
