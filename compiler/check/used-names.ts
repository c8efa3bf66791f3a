import { namesIn } from '../bind/names-in.ts'
import { valuesIn } from './match.ts'
import type { Defined } from './symbols.ts'
import type { TypedEdition } from './typed.ts'

/** What the rules and invariants mention, whether or not what they say of it makes sense. */
export function usedNames(typed: TypedEdition): Set<Defined> {
  const used = new Set<Defined>()
  const note = (...nodes: unknown[]): void => {
    for (const name of namesIn(nodes)) {
      const meaning = typed.symbols.meanings.get(name.text)
      if (meaning?.kind === 'term' || meaning?.kind === 'share') used.add(meaning)
    }
  }
  for (const { rule, when } of typed.edition.rules) {
    note(when)
    switch (rule.kind) {
      case 'define':
        note(rule.value)
        break
      case 'table':
        note(rule.by, rule.grid)
        break
      case 'bands':
        note(rule.along, rule.grid)
        break
      case 'classify':
      case 'listAll':
        note(rule.rows)
        break
      case 'split':
        note(rule.amount, rule.bandedFrom, ...rule.lines.map((line) => line.amount))
        break
      case 'move':
        note(rule.amount, rule.outOf)
        break
      case 'accumulate':
        note(rule.amount)
        break
      case 'requires':
        note(rule.condition)
        break
      case 'match':
        note(valuesIn(rule))
        break
      case 'except':
        note(rule.condition, rule.value)
        break
      case 'adjust':
        note(rule.by)
        break
    }
  }
  for (const { item } of typed.policy.invariants) note(item.condition)
  return used
}
