import type { Item, Rule, TopItem } from '../../grammar/tree.ts'

/** The rules of an article, those of other readings and those that replace others among them. */
export function rulesIn(item: TopItem): readonly Rule[] {
  if (item.kind !== 'article') return []
  return [item, ...item.sections].flatMap(({ items }) => items.flatMap(rulesOf))
}

/** The rules that one line of an article states. */
export function rulesOf(item: Item): readonly Rule[] {
  switch (item.kind) {
    case 'quote':
    case 'notFormalised':
    case 'yearStart':
    case 'remove':
    case 'choose':
      return []
    case 'reading':
      return item.alternatives.flatMap(({ rule }) => rule ?? [])
    case 'replace':
      return item.rule ? [item.rule] : []
    case 'define':
    case 'table':
    case 'bands':
    case 'classify':
    case 'listAll':
    case 'split':
    case 'move':
    case 'accumulate':
    case 'except':
    case 'adjust':
    case 'requires':
    case 'match':
      return [item]
  }
}
