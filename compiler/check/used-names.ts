import type { BoundRule } from '../bind/bound.ts'
import { namesOf } from '../bind/names-in.ts'
import type { Rule } from '../../grammar/tree.ts'
import { valuesIn } from './match.ts'
import type { Defined } from './symbols.ts'
import type { TypedEdition } from './typed.ts'

const known = new WeakMap<TypedEdition, ReadonlySet<Defined>>()

/** What the rules, invariants and monotonies mention, whether or not what they say of it makes sense. */
export function usedNames(typed: TypedEdition): ReadonlySet<Defined> {
  const used = known.get(typed) ?? findUsed(typed)
  known.set(typed, used)
  return used
}

function findUsed(typed: TypedEdition): ReadonlySet<Defined> {
  const { invariants, monotonies } = typed.policy
  const promised = [...invariants.map(({ item }) => item.condition), ...monotonies.map(({ item }) => item.value)]
  return new Set([...namesUsedBy(typed.edition.rules, typed), ...definedIn(promised, typed)])
}

/** What rules mention, and the conditions under which they stand. */
export const namesUsedBy = (rules: readonly BoundRule[], typed: TypedEdition): ReadonlySet<Defined> =>
  definedIn(
    rules.flatMap(({ rule, when }) => [when, ...usedIn(rule)]),
    typed,
  )

function definedIn(nodes: readonly unknown[], { symbols }: TypedEdition): ReadonlySet<Defined> {
  const found = new Set<Defined>()
  for (const node of nodes)
    for (const { text } of namesOf(node)) {
      const meaning = symbols.meanings.get(text)
      if (meaning?.kind === 'term' || meaning?.kind === 'share') found.add(meaning)
    }
  return found
}

/** The parts of a rule that ask for the values of names. */
function usedIn(rule: Rule): readonly unknown[] {
  switch (rule.kind) {
    case 'define':
      return [rule.value]
    case 'table':
      return [...rule.by, rule.grid]
    case 'bands':
      return [rule.along, rule.grid]
    case 'classify':
    case 'listAll':
      return [rule.rows]
    case 'split':
      return [rule.amount, rule.bandedFrom, ...rule.lines.map((line) => line.amount)]
    case 'move':
      return [rule.amount, ...rule.outOf]
    case 'accumulate':
      return [rule.amount]
    case 'requires':
      return [rule.condition]
    case 'match':
      return valuesIn(rule)
    case 'except':
      return [rule.condition, rule.value]
    case 'adjust':
      return [rule.by]
  }
}
