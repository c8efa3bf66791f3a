import type { Name, Rule } from '../../grammar/tree.ts'
import type { BoundEdition, BoundField, BoundPolicy, BoundRecord, BoundRule, Region } from '../bind/bound.ts'
import type { Report } from '../problem/report.ts'
import { datasetLike, datasetOf } from './match.ts'
import { languageOf, nameIn } from './spelling.ts'

/** What a name stands for. `id` of a term or share is the identifier it has in the program. */
export type Meaning =
  | { readonly kind: 'input'; readonly field: BoundField }
  | { readonly kind: 'field'; readonly list: BoundRecord; readonly field: BoundField }
  | { readonly kind: 'list'; readonly list: BoundRecord }
  | { readonly kind: 'region'; readonly region: Region }
  | Defined
export interface Defined {
  readonly kind: 'term' | 'share'
  readonly id: string
  readonly label: string
  /** The name as the first of its rules writes it. */
  readonly written: string
  /** The list of whose elements it is an attribute. */
  readonly over: string | null
  readonly output: BoundField | null
  /** Is it a column of a dataset, of which a match finds a row? */
  readonly isColumn: boolean
  readonly rules: readonly BoundRule[]
  readonly place: { readonly file: string; readonly span: Name['span'] }
}

export interface Symbols {
  /** By label and by identifier. */
  readonly meanings: ReadonlyMap<string, Meaning>
  readonly defined: readonly Defined[]
  /** The names of outputs that no rule states; said once, not at every use. */
  readonly unstated: ReadonlySet<string>
}

/** Every name that can be used in one edition of a policy. */
export function collectSymbols(policy: BoundPolicy, edition: BoundEdition, report: Report): Symbols {
  const meanings = new Map<string, Meaning>()
  for (const region of policy.vocabulary.regions)
    for (const text of [region.label, region.id]) meanings.set(text, { kind: 'region', region })
  for (const record of policy.decision.inputs) {
    if (record.isList) for (const text of [record.label, record.id]) meanings.set(text, { kind: 'list', list: record })
    for (const field of record.fields)
      for (const text of [field.label, field.id])
        meanings.set(text, record.isList ? { kind: 'field', list: record, field } : { kind: 'input', field })
  }
  const outputs = new Map<string, BoundField>()
  for (const record of policy.decision.outputs)
    for (const field of record.fields) {
      // An output that is called as an input is that input passed through.
      const input = meanings.get(field.label)
      if (input) meanings.set(field.id, input)
      else for (const text of [field.label, field.id]) outputs.set(text, field)
    }

  const pairs = new Map<string, { label: string; id: string }>()
  for (const { columns } of policy.datasets)
    for (const pair of columns) for (const text of [pair.label, pair.id]) pairs.set(text, pair)
  for (const pair of policy.names) for (const text of [pair.label, pair.id]) pairs.set(text, pair)

  const found = new Map<
    string,
    { -readonly [Key in keyof Defined]: Defined[Key] extends readonly BoundRule[] ? BoundRule[] : Defined[Key] }
  >()
  for (const rule of edition.rules)
    for (const { name, kind } of namesDefinedBy(rule, policy)) {
      if (!name.text) continue
      const place = { file: rule.file, span: name.span }
      const taken = meanings.get(name.text)
      if (taken) {
        report.error('name-taken', place, { name: name.text, by: taken.kind })
        continue
      }
      const output = outputs.get(name.text) ?? null
      const label = output?.label ?? pairs.get(name.text)?.label ?? name.text
      const first = found.get(label)
      const list = rule.over === null ? undefined : meanings.get(rule.over)
      const over = kind === 'term' && list?.kind === 'list' ? list.list.id : null
      if (!first)
        found.set(label, {
          kind,
          id: output?.id ?? pairs.get(name.text)?.id ?? name.text,
          label,
          written: name.text,
          over,
          output,
          isColumn: rule.rule.kind === 'match',
          rules: [rule],
          place,
        })
      else if (first.kind !== kind || first.over !== over)
        report.error('name-taken', place, { name: name.text, by: first.kind })
      else if (!first.rules.includes(rule)) first.rules.push(rule)
    }
  giveIdentifiers([...found.values()])
  for (const defined of found.values()) {
    const texts = defined.output
      ? [defined.output.label, defined.output.id]
      : [defined.label, pairs.get(defined.label)?.id ?? defined.label]
    for (const text of texts) meanings.set(text, defined)
  }
  const unstated = new Set([...outputs.keys()].filter((text) => !meanings.has(text)))
  return { meanings, defined: [...found.values()], unstated }
}

/** The names that a rule gives a value by writing them, and what they are then. */
export function namesStatedBy(rule: Rule): readonly { readonly name: Name; readonly kind: Defined['kind'] }[] {
  switch (rule.kind) {
    case 'define':
    case 'table':
    case 'bands':
    case 'classify':
    case 'listAll':
      return [{ name: rule.name, kind: 'term' }]
    case 'split':
      return rule.lines.map((line) => ({ name: line.into, kind: 'share' }))
    case 'move':
      return [{ name: rule.into, kind: 'share' }]
    case 'match':
    case 'accumulate':
    case 'except':
    case 'adjust':
    case 'requires':
      return []
  }
}

function namesDefinedBy({ rule, file }: BoundRule, policy: BoundPolicy): ReturnType<typeof namesStatedBy> {
  if (rule.kind !== 'match') return namesStatedBy(rule)
  const language = languageOf({ policy, file })
  // One whose name is a slip away is meant: its columns are not missed as well.
  const columns = (datasetOf(rule, policy) ?? datasetLike(rule, policy))?.columns ?? []
  return columns.map((column) => ({ name: { ...rule.dataset, text: nameIn(column, language) }, kind: 'term' }))
}

/**
 * Identifiers of programs hold no dots and are given once, outputs first. What lowering makes of a name (its lines, what
 * it was before a move or an adjustment) begins with the name's own identifier: none that could be one of those is given.
 */
function giveIdentifiers(defined: { id: string; readonly output: BoundField | null }[]): void {
  const taken = new Set<string>()
  const plain = new Set(defined.map(({ id }) => identifier(id)))
  const isMade = (id: string): boolean =>
    /Line\d|Before|From/.test(id) &&
    [...id.matchAll(/Line\d+$|BeforeMove$|BeforeAdjustment$|From/g)].some(({ index }) => plain.has(id.slice(0, index)))
  for (const each of defined.toSorted((a, b) => Number(a.output === null) - Number(b.output === null))) {
    let id = identifier(each.id)
    while (taken.has(id) || isMade(id)) id = `_${id}`
    taken.add(id)
    each.id = id
  }
}

function identifier(text: string): string {
  return text.replaceAll('.', '_')
}
