import type { BoundRule } from '../bind/bound.ts'
import { namesOf } from '../bind/names-in.ts'
import type { Rule } from '../../grammar/tree.ts'
import { valuesIn } from './match.ts'
import type { Defined } from './symbols.ts'
import type { TypedEdition } from './typed.ts'
import { once } from '../once.ts'

const known = new WeakMap<TypedEdition, ReadonlySet<Defined>>()

/** What the rules, invariants and monotonies mention, whether or not what they say of it makes sense. */
export function usedNames(typed: TypedEdition): ReadonlySet<Defined> {
  return once(known, typed, () => findUsed(typed))
}

function findUsed(typed: TypedEdition): ReadonlySet<Defined> {
  const { invariants, monotonies } = typed.policy
  const used = namesUsedBy(typed.edition.rules, typed)
  for (const { item } of invariants) addDefined(item.condition, typed, used)
  for (const { item } of monotonies) addDefined(item.value, typed, used)
  return used
}

/** What rules mention, and the conditions under which they stand. */
export function namesUsedBy(rules: readonly BoundRule[], typed: TypedEdition): Set<Defined> {
  const used = new Set<Defined>()
  for (const { rule, when } of rules) {
    addDefined(when, typed, used)
    for (const part of usedIn(rule)) addDefined(part, typed, used)
  }
  return used
}

function addDefined(node: unknown, { symbols }: TypedEdition, into: Set<Defined>): void {
  for (const { text } of namesOf(node)) {
    const meaning = symbols.meanings.get(text)
    if (meaning?.kind === 'term' || meaning?.kind === 'share') into.add(meaning)
  }
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
