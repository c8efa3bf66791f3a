import type { FieldType } from '../program/program.ts'
import type { Type } from '../program/type.ts'

/** The key that a field of a list has in each element: filing.kind is `kind`. */
export function elementKey(field: { readonly id: string }): string {
  return field.id.replace(/^[^.]*\./, '')
}

/** The type that an input field's values have. */
export function fieldType(type: FieldType): Type {
  const of = ((): Type => {
    switch (type.kind) {
      case 'money':
        return { kind: 'money', decimals: 2 }
      case 'rate':
        return { kind: 'rate', decimals: 6 }
      case 'number':
        return { kind: 'number', decimals: 6 }
      case 'months':
        return { kind: 'months', decimals: 0 }
      case 'date':
      case 'yearMonth':
        return { kind: 'date', openEnded: false }
      case 'boolean':
      case 'region':
      case 'text':
      case 'texts':
        return { kind: type.kind }
      case 'choice':
        return { kind: 'choice', choices: type.choices }
    }
  })()
  return type.optional ? { kind: 'optional', of } : of
}
