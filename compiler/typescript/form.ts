import type { Denominator } from './denominator.ts'
import type { Exact, Type } from '../program/type.ts'

/**
 * How a value stands in generated code. A number is a bigint that counts parts of the denominator, or a Rational
 * where there is none; bands are a tuple of such numbers, one for each stretch between the edges. Whatever is added
 * here (plain numbers, where a range is proved) is chosen here, and written in number.ts.
 */
export type Form = PlainForm | NumberForm | BandsForm
export interface PlainForm {
  readonly kind: 'plain'
}
export interface NumberForm {
  readonly kind: 'number'
  readonly over: Denominator
}
export interface BandsForm {
  readonly kind: 'bands'
  readonly over: Denominator
  readonly edges: readonly Exact[]
}

export function formOf(type: Type, over: Denominator): Form {
  switch (type.kind) {
    case 'money':
    case 'rate':
    case 'points':
    case 'number':
    case 'months':
    case 'days':
    case 'age':
      return { kind: 'number', over }
    case 'schedule':
      return { kind: 'bands', over, edges: type.edges }
    case 'optional':
      return formOf(type.of, over)
    case 'date':
    case 'region':
    case 'boolean':
    case 'text':
    case 'texts':
    case 'choice':
    case 'list':
    case 'unknown':
      return { kind: 'plain' }
  }
}
