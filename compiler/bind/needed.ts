import type { Rule } from '../../grammar/tree.ts'
import type { BoundRecord, BoundRule } from './bound.ts'
import { namesOf } from './names-in.ts'

/**
 * Rules without those that a module states of names that nothing here needs: a module may say more than a policy uses,
 * and may speak of what its decision does not know.
 */
export function onlyNeeded(
  rules: readonly BoundRule[],
  modules: ReadonlySet<string>,
  uses: readonly unknown[],
  canonical: (name: string) => string,
): readonly BoundRule[] {
  const isOptional = ({ file, rule }: BoundRule): boolean => modules.has(file) && subjectOf(rule) !== null
  const waiting = new Set(rules.filter(isOptional))
  if (waiting.size === 0) return rules
  const needed = new Set<string>()
  const need = (part: unknown): void => {
    for (const { text } of namesOf(part)) needed.add(canonical(text))
  }
  for (const use of uses) {
    if (isRecord(use)) for (const { label } of use.fields) needed.add(label)
    else need(use)
  }
  for (const each of rules) if (!isOptional(each)) for (const part of [each.rule, each.when]) need(part)
  for (let before = -1; before !== waiting.size;) {
    before = waiting.size
    for (const each of waiting) {
      if (!needed.has(canonical(subjectOf(each.rule) ?? ''))) continue
      waiting.delete(each)
      for (const part of [each.rule, each.when]) need(part)
    }
  }
  return waiting.size === 0 ? rules : rules.filter((each) => !waiting.has(each))
}

const isRecord = (use: unknown): use is BoundRecord => typeof use === 'object' && use !== null && 'fields' in use

/** The name whose value a rule states or changes; null where it moves money. */
function subjectOf(rule: Rule): string | null {
  switch (rule.kind) {
    case 'define':
    case 'table':
    case 'bands':
    case 'classify':
    case 'listAll':
    case 'except':
    case 'adjust':
      return rule.name.text
    case 'match':
    case 'requires':
    case 'split':
    case 'move':
    case 'accumulate':
      return null
  }
}
