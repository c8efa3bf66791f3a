import type { Item, Name, Rule } from '../../grammar/tree.ts'
import type { BoundItem, BoundPolicy } from '../bind/bound.ts'
import { near } from '../bind/near.ts'
import { languageOf } from '../check/spelling.ts'
import type { SourceFile } from '../compile.ts'
import { positionOf } from '../problem/position.ts'
import type { Report } from '../problem/report.ts'
import { itemName } from '../diff/item-name.ts'
import { textsOf } from '../files/texts.ts'

/**
 * What became of a fact of the source documents. `by`: the rules that cite it, or else the clauses that quote it as not
 * formalised, each with its policy and place. `why`: the reasons of these clauses, where no rule cites it.
 */
export interface FactCoverage {
  readonly id: string
  readonly status: 'cited' | 'notFormalised' | 'missing'
  readonly by: readonly string[]
  readonly why: string | null
}

interface Citations {
  readonly rules: Map<string, Set<string>>
  readonly clauses: Map<string, Set<string>>
  readonly reasons: Map<string, Set<string>>
}

/**
 * Where each fact has its place in the policies. A fact is cited where a rule that some edition uses rests on a quote
 * that cites it, or a reading cites it itself. A citation of no fact is a problem.
 */
export function coverageOf(
  facts: readonly string[],
  policies: readonly BoundPolicy[],
  files: readonly SourceFile[],
  report: Report,
): readonly FactCoverage[] {
  const texts = textsOf(files)
  const cited: Citations = { rules: new Map(), clauses: new Map(), reasons: new Map() }
  for (const policy of policies) collectCitations(policy, texts, cited)
  const known = new Set(facts)
  for (const { file, cites } of policies.flatMap(({ items }) => items).map(citesOf))
    for (const { text: name, span } of cites)
      if (name && !known.has(name)) report.error('unknown-fact', { file, span }, { name, near: near(name, known, 1) })
  return facts.map((id) => {
    const [rules, clauses, reasons] = [cited.rules, cited.clauses, cited.reasons].map((map) => [...(map.get(id) ?? [])])
    if (rules!.length > 0) return { id, status: 'cited', by: rules!, why: null }
    if (clauses!.length > 0) return { id, status: 'notFormalised', by: clauses!, why: reasons!.join(' / ') }
    return { id, status: 'missing', by: [], why: null }
  })
}

function collectCitations(policy: BoundPolicy, texts: ReadonlyMap<string, string>, into: Citations): void {
  const inForce = new Set(policy.editions.flatMap(({ rules }) => rules.map(({ rule }) => rule)))
  for (const bound of policy.items) {
    const { item } = bound
    if (item.kind === 'notFormalised') {
      for (const { text } of item.cites) {
        addTo(into.clauses, text, placeOf(bound, policy, texts))
        addTo(into.reasons, text, item.because.value)
      }
    } else for (const fact of factsOf(bound, policy, inForce)) addTo(into.rules, fact, placeOf(bound, policy, texts))
  }
}

/** The facts that something rests on: those of the quotes above it. A reading rests on those that it cites itself. */
function factsOf({ item, quotes }: BoundItem, policy: BoundPolicy, inForce: ReadonlySet<Rule>): readonly string[] {
  if (item.kind === 'reading') return item.cites.map(({ text }) => text)
  const rule = item.kind === 'replace' ? item.rule : item
  const counts = rule !== null && (isNoRule(rule) ? rule.kind !== 'quote' : inForce.has(rule))
  return counts ? quotes.flatMap((quote) => policy.quotes[quote]?.cites ?? []) : []
}

type NoRule = Exclude<Item, Rule>

function isNoRule(item: Item): item is NoRule {
  switch (item.kind) {
    case 'quote':
    case 'reading':
    case 'notFormalised':
    case 'yearStart':
    case 'replace':
    case 'remove':
    case 'choose':
      return true
    case 'accumulate':
    case 'adjust':
    case 'bands':
    case 'classify':
    case 'listAll':
    case 'define':
    case 'except':
    case 'match':
    case 'move':
    case 'requires':
    case 'split':
    case 'table':
      return false
  }
}

function citesOf({ item, file }: BoundItem): { readonly file: string; readonly cites: readonly Name[] } {
  return { file, cites: 'cites' in item ? item.cites : [] }
}

/** `ningbo.employee.settle 异地下浮幅度 (policies/ningbo/….policy:123)`; of a rule of a module, the module. */
function placeOf({ item, file }: BoundItem, policy: BoundPolicy, texts: ReadonlyMap<string, string>): string {
  const text = texts.get(file) ?? ''
  const { line } = positionOf(text, item.span)
  const isOfModule = policy.files.some(({ name, isModule }) => isModule && name === file)
  const owner = isOfModule ? moduleName(file) : `${policy.id}.${policy.decision.id}`
  return `${owner} ${itemName(item, text, languageOf({ policy, file }))} (${file}:${line})`
}

const moduleName = (file: string): string => (file.split('/').at(-1) ?? file).replace(/\.policy$/, '')

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value))
}
