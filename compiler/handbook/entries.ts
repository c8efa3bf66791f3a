import type { Name, Rule } from '../../grammar/tree.ts'
import type { BoundField, BoundPolicy, BoundRule } from '../bind/bound.ts'
import type { BookRule } from './book.ts'

/** A name of the index: a field, a list, a region, or a name of the policy's own. */
export interface Entry {
  readonly anchor: string
  readonly label: string
  readonly id: string
  readonly kind: 'input' | 'output' | 'list' | 'region' | 'own'
  readonly field: BoundField | null
}

/** Every name that rules can use, by label and by identifier. */
export function collectEntries(policy: BoundPolicy, rules: readonly BoundRule[]): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>()
  let count = 0
  const add = (texts: { readonly label: string; readonly id: string }, rest: Pick<Entry, 'kind' | 'field'>): void => {
    const known = entries.get(texts.label) ?? entries.get(texts.id)
    const entry = known ?? { anchor: `name-${(count += 1)}`, label: texts.label, id: texts.id, ...rest }
    for (const text of [texts.label, texts.id]) if (!entries.has(text)) entries.set(text, entry)
  }
  for (const record of policy.decision.inputs) {
    if (record.isList) add(record, { kind: 'list', field: null })
    for (const field of record.fields) add(field, { kind: 'input', field })
  }
  for (const field of policy.decision.outputs.flatMap(({ fields }) => fields)) add(field, { kind: 'output', field })
  for (const region of policy.vocabulary.regions) add(region, { kind: 'region', field: null })
  const sources = new Set(policy.sources.map(({ name }) => name))
  for (const pair of policy.names)
    if (!sources.has(pair.label) && !sources.has(pair.id)) add(pair, { kind: 'own', field: null })
  for (const pair of policy.datasets.flatMap(({ columns }) => columns)) add(pair, { kind: 'own', field: null })
  for (const { rule } of rules)
    for (const { text } of definedBy(rule))
      if (text !== '') add({ label: text, id: text }, { kind: 'own', field: null })
  return entries
}

/** The names that a rule gives a value. */
export function definedBy(rule: Rule): readonly Name[] {
  switch (rule.kind) {
    case 'define':
    case 'table':
    case 'bands':
    case 'classify':
    case 'listAll':
      return [rule.name]
    case 'split':
      return rule.lines.map(({ into }) => into)
    case 'move':
      return [rule.into]
    case 'accumulate':
    case 'except':
    case 'adjust':
    case 'match':
    case 'requires':
      return []
  }
}

/** The names whose value, given elsewhere, a rule changes. */
export function changedBy(rule: Rule): readonly Name[] {
  switch (rule.kind) {
    case 'accumulate':
    case 'except':
    case 'adjust':
      return [rule.name]
    case 'move':
      return rule.outOf
    case 'define':
    case 'table':
    case 'bands':
    case 'classify':
    case 'listAll':
    case 'match':
    case 'requires':
    case 'split':
      return []
  }
}

/** The rules that define, change or use a name. */
export function rulesOf(
  entry: Entry,
  rules: readonly BookRule[],
): Readonly<Record<'defines' | 'changes' | 'uses', readonly BookRule[]>> {
  return {
    defines: rules.filter(({ defines }) => defines.includes(entry)),
    changes: rules.filter(({ changes }) => changes.includes(entry)),
    uses: rules.filter(({ uses }) => uses.includes(entry)),
  }
}
