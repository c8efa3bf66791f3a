import type { Declared, Spaces } from './declared.ts'
import { once } from '../once.ts'

/** The choices of which a thing takes a member; null of what takes none. */
export type ChoicesOf = (declared: Declared | null) => Declared | null

export function findChoices(spaces: Spaces): ChoicesOf {
  const known = new Map<Declared, Declared | null>()
  const find = ({ type, defined }: Declared): Declared | null => {
    if (type?.kind === 'choice') return spaces.find('type', type.choices)
    for (const { edition, defined: term } of defined) {
      const typed = edition.terms.find((each) => each.defined === term)?.type
      const of = typed?.kind === 'optional' ? typed.of : typed
      if (of?.kind === 'choice') return spaces.find('type', of.choices)
    }
    return null
  }
  return (declared) => {
    if (declared === null) return null
    return once(known, declared, () => find(declared))
  }
}
