import { MOST_EXACT, type Arithmetic, type Path } from '../arithmetic/analyse.ts'
import type { Denominator } from '../arithmetic/denominator.ts'
import { denominatorOfField } from '../arithmetic/limits.ts'
import { countOver, type Magnitude } from '../arithmetic/magnitude.ts'
import type { Exact, Type } from '../program/type.ts'

/**
 * How a value stands in generated code. A number counts parts of the denominator, as a plain number where it is proved
 * that it is small enough, else as a bigint; where there is no denominator it is a Rational. Bands are a tuple of such
 * numbers, one for each stretch between the edges.
 */
export type Form = PlainForm | NumberForm | BandsForm
export interface PlainForm {
  readonly kind: 'plain'
}
/** A number over a denominator, and as what. */
export interface Counted {
  readonly over: Denominator
  readonly as: Path
}
export interface NumberForm extends Counted {
  readonly kind: 'number'
}
export interface BandsForm extends Counted {
  readonly kind: 'bands'
  readonly edges: readonly Exact[]
}

export function formOf(type: Type, counted: Counted): Form {
  const { over, as } = counted
  switch (type.kind) {
    case 'money':
    case 'rate':
    case 'points':
    case 'number':
    case 'months':
    case 'days':
    case 'age':
      return { kind: 'number', over, as }
    case 'schedule':
      return { kind: 'bands', over, as, edges: type.edges }
    case 'optional':
      return formOf(type.of, counted)
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

/** A number of that magnitude over its own denominator. */
export function countedOf(magnitude: Magnitude): Counted {
  const { over } = magnitude
  if (over === 'any') return { over, as: 'rational' }
  const most = countOver(magnitude, over)
  return { over, as: most !== null && most <= MOST_EXACT ? 'number' : 'bigint' }
}

/** What a field of the input is read as: only a bare number can be too large for a plain one. */
export function countedAsRead(type: Type): Counted {
  const of = type.kind === 'optional' ? type.of : type
  return { over: denominatorOfField(of), as: of.kind === 'number' ? 'bigint' : 'number' }
}

/** What a definition is kept as. */
export function countedAsDefined(id: string, arithmetic: Arithmetic): Counted {
  return countedOf(arithmetic.magnitude(id))
}
