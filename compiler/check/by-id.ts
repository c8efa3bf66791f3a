import type { Defined } from './symbols.ts'
import type { TypedEdition, TypedTerm } from './typed.ts'
import { once } from '../once.ts'

interface ById {
  readonly terms: ReadonlyMap<string, TypedTerm>
  readonly shares: ReadonlyMap<string, Defined>
}

const known = new WeakMap<TypedEdition, ById>()

/** The terms and shares of an edition by their identifiers. */
export function byId(typed: TypedEdition): ById {
  return once(known, typed, () => ({
    terms: new Map(typed.terms.map((term) => [term.defined.id, term])),
    shares: new Map(typed.symbols.defined.flatMap((each) => (each.kind === 'share' ? [[each.id, each]] : []))),
  }))
}
