import type { Expression, Item, Name, Quote, Rule, Span } from '../../../grammar/tree.ts'
import { amendmentsOf, identityOf } from '../../bind/amend.ts'
import type { BoundEdition, BoundItem, BoundPolicy } from '../../bind/bound.ts'
import { keyword, languageOf } from '../../check/spelling.ts'
import type { SourceFile } from '../../compile.ts'
import { itemName } from '../item-name.ts'
import type { Naming } from './shape.ts'
import { textsOf } from '../../files/texts.ts'

/** One side of a comparison: an edition, and the files that its policy was compiled from. */
export interface ComparedEdition {
  readonly policy: BoundPolicy
  readonly edition: BoundEdition
  readonly files: readonly SourceFile[]
}

/** One thing that an edition says. */
export interface Statement {
  readonly what: 'rule' | 'invariant' | 'reading' | 'quote' | 'notFormalised'
  readonly name: string
  /** Two statements about the same have the same. */
  readonly identity: (naming: Naming) => string
  /** Two that are equal say the same. */
  readonly node: unknown
  /** Without its label; null where it has none. */
  readonly unlabelled: unknown
  readonly heading: { readonly when: Expression | null; readonly over: Name | null }
  readonly rule: Rule | null
  /** Indices in the policy: its article, null where it stands in none; the quotes and readings on which it rests. */
  readonly article: number | null
  readonly quotes: readonly number[]
  readonly readings: readonly number[]
  readonly file: string
  readonly span: Span
}

const nowhere = { when: null, over: null }

/** Everything that holds under an edition, rules first, each kind in the order of the files. */
export function statementsOf({ policy, edition, files }: ComparedEdition): readonly Statement[] {
  const texts = textsOf(files)
  const nameOf = (item: Item, file: string): string =>
    itemName(item, texts.get(file) ?? '', languageOf({ policy, file }))
  const rules = edition.rules.map(({ rule, when, over, ...origin }): Statement => ({
    what: 'rule',
    name: nameOf(rule, origin.file),
    identity: (naming) => identityOf(rule, naming).key,
    node: rule,
    unlabelled: rule.kind === 'except' || rule.kind === 'requires' ? { ...rule, label: null } : null,
    heading: { when, over: over === null ? null : { kind: 'name', text: over, span: rule.span } },
    rule,
    ...origin,
    span: rule.span,
  }))
  const choices = [edition.choice].flatMap((choice): Statement[] => {
    if (choice === null) return []
    const { choose, ...origin } = choice
    const name = nameOf(choose, origin.file)
    const plain = { identity: () => choose.kind, unlabelled: null, heading: nowhere, rule: null, span: choose.span }
    return [{ what: 'rule', name, node: choose, ...plain, ...origin }]
  })
  const invariants = policy.invariants.map((each) => promiseOf(each, 'Always', policy))
  const monotonies = policy.monotonies.map((each) => promiseOf(each, 'Monotone', policy))
  return [...rules, ...choices, ...invariants, ...monotonies, ...sentencesOf({ policy, edition, files }, nameOf)]
}

function promiseOf(
  { item, file }: ComparedEdition['policy']['invariants' | 'monotonies'][number],
  opener: 'Always' | 'Monotone',
  policy: ComparedEdition['policy'],
): Statement {
  const name = `${keyword(opener, languageOf({ policy, file }))} ${item.label.value}`
  const basis = { article: null, quotes: [], readings: [], file, span: item.span }
  const unlabelled = { ...item, label: null }
  return {
    what: 'invariant',
    name,
    identity: () => name,
    node: item,
    unlabelled,
    heading: nowhere,
    rule: null,
    ...basis,
  }
}

/** Quotes, readings, and what is not formalised. */
function sentencesOf(
  { policy, edition }: ComparedEdition,
  nameOf: (item: Item, file: string) => string,
): readonly Statement[] {
  const numbers = { quote: 0, reading: 0 }
  const holds = standsIn(policy, edition)
  return policy.items.flatMap(({ item, ...origin }): Statement[] => {
    const common = { heading: nowhere, rule: null, unlabelled: null, span: item.span }
    switch (item.kind) {
      case 'quote': {
        const own = { quotes: [numbers.quote++], readings: [] }
        const cites = item.cites.map(({ text }) => text)
        const name = sentenceName(nameOf(item, origin.file), item)
        const identity = () => (cites.length > 0 ? name : item.text.value)
        const statement: Statement = { what: 'quote', name, identity, node: item, ...common, ...origin, ...own }
        return holds(origin, item.span) ? [statement] : []
      }
      case 'reading': {
        const readings = [numbers.reading++]
        const chosen = policy.readings[readings[0]!]?.chosen ?? null
        const name = nameOf(item, origin.file)
        const statement: Statement = {
          what: 'reading',
          name,
          identity: () => name,
          node: { item, chosen },
          ...common,
          ...origin,
          readings,
        }
        return holds(origin, item.span) ? [statement] : []
      }
      case 'notFormalised': {
        const identity = () => item.text.value
        const name = sentenceName(nameOf(item, origin.file), item)
        return holds(origin, item.span)
          ? [{ what: 'notFormalised', name, identity, node: item, ...common, ...origin }]
          : []
      }
      case 'accumulate':
      case 'adjust':
      case 'bands':
      case 'choose':
      case 'classify':
      case 'define':
      case 'except':
      case 'listAll':
      case 'match':
      case 'move':
      case 'remove':
      case 'replace':
      case 'requires':
      case 'split':
      case 'table':
      case 'yearStart':
        return []
    }
  })
}

/** 原文 N101, or 摘要 with how it begins. */
function sentenceName(word: string, { cites, text }: Pick<Quote, 'cites' | 'text'>): string {
  const beginning = text.value.length > BEGINNING ? `${text.value.slice(0, BEGINNING)}…` : text.value
  return cites.length > 0 ? [word, ...cites.map((cite) => cite.text)].join(' ') : `${word} ${beginning}`
}

const BEGINNING = 16

/**
 * Whether what stands somewhere holds under the edition: what the policy says for all editions, what the edition says,
 * and those that it amends. Of a module it is what stands in an article of which a rule is used.
 */
function standsIn(policy: BoundPolicy, edition: BoundEdition) {
  const placed = policy.editions.map((each) => ({ item: each.edition, file: each.file }))
  const own = amendmentsOf({ item: edition.edition, file: edition.file }, placed)
  const modules = new Set(policy.files.flatMap(({ name, isModule }) => (isModule ? [name] : [])))
  return ({ file, article }: Pick<BoundItem, 'file' | 'article'>, { start }: Span): boolean => {
    if (modules.has(file)) return edition.rules.some(({ article: each }) => each === article)
    const above = placed.findLast((each) => each.file === file && each.item.span.start < start)
    return above === undefined || own.includes(above.item)
  }
}
