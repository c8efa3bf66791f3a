import { builtInWords } from '../../grammar/keywords.ts'
import type { Language } from '../../grammar/tree.ts'
import type { Vocabulary } from '../bind/bound.ts'
import { bindVocabulary } from '../bind/vocabulary.ts'
import { newReport } from '../problem/report.ts'
import { nameIn } from '../check/spelling.ts'
import { fieldType } from '../check/field-type.ts'
import type { Type } from '../program/type.ts'
import { functions } from './functions.ts'
import { knownNames, type KnownName } from './known-names.ts'
import type { Slot } from './slot.ts'
import { fits, type Wanted } from './wanted.ts'
import { wordsIn } from './words.ts'
import type { Analysis } from './workspace.ts'

export interface Suggestion {
  /** What is written. */
  readonly text: string
  readonly kind: 'keyword' | 'name' | 'member' | 'region' | 'unit' | 'word' | 'text' | 'function'
  /** What it is: the kind of thing and its type, as a short text. */
  readonly detail: string
  /** Its name in the other language, by which it can be found too; null where it has none. */
  readonly other: string | null
}

const gradeWords = ['official', 'press', 'unconfirmed']
const sideWords = ['input', 'single', 'output']
const typeWords = ['money', 'date', 'yearMonth', 'boolean', 'region', 'code', 'texts', 'rate', 'monthCount', 'number']

/** The names and words that a slot takes, those that fit exactly before those of which little is known. */
export function namesFor(slot: Slot, analysis: Analysis, language: Language): readonly Suggestion[] {
  const words = wordsIn(language)
  const [policy] = analysis.policies
  const named = (all: readonly { readonly label: string; readonly id: string }[], detail: string): Suggestion[] =>
    all.map((each) => suggestion(each, 'name', detail, analysis))
  switch (slot.kind) {
    case 'nothing':
      return []
    case 'value':
      return valuesFor(slot.wanted, analysis, language)
    case 'literal':
      return answersTo(slot.type, analysis, language)
    case 'name':
      return all(analysis)
        .filter(slot.isMeant)
        .toSorted((a, b) => doubt(a) - doubt(b))
        .map((each) => ofName(each, analysis, language))
    case 'given': {
      const records = policy?.decision[slot.side].filter(({ isList }) => !isList) ?? []
      return records
        .flatMap(({ fields }) => fields)
        .filter(({ label, id }) => !slot.used.has(label) && !slot.used.has(id))
        .map((field) => suggestion(field, 'name', typeText(fieldType(field.type), analysis, language), analysis))
    }
    case 'list':
      return named(policy?.decision.inputs ?? [], words.kinds.list)
    case 'decision':
      return named(vocabularyOf(analysis).decisions, words.kinds.decision)
    case 'dataset':
      return named(policy?.datasets ?? [], words.kinds.dataset)
    case 'record':
      return named(vocabularyOf(analysis).records, words.kinds.record)
    case 'source':
      return sourcesIn(analysis).map((text) => ({ text, kind: 'name', detail: words.kinds.source, other: null }))
    case 'grade':
      return builtIn(gradeWords, analysis, language)
    case 'side':
      return builtIn(sideWords, analysis, language)
    case 'type':
      return [...named(vocabularyOf(analysis).choices, words.kinds.choices), ...builtIn(typeWords, analysis, language)]
  }
}

/** Also while the policy does not say which decision it is about. */
function vocabularyOf({ policies, group, trees }: Analysis): Vocabulary {
  const files = group.flatMap(({ name, text }) => {
    const tree = trees.get(name)
    return tree ? [{ name, text, tree, problems: [] }] : []
  })
  return policies[0]?.vocabulary ?? bindVocabulary(files, newReport())
}

const all = (analysis: Analysis): readonly KnownName[] => [...new Set(knownNames(analysis).values())]

const doubt = ({ type }: KnownName): number => (type.kind === 'unknown' ? 1 : 0)

function valuesFor(wanted: Wanted, analysis: Analysis, language: Language): readonly Suggestion[] {
  const { kinds, choices, isAnswer } = wanted
  const answers: readonly Suggestion[] =
    !isAnswer || kinds === null
      ? []
      : choices !== null
        ? answersTo({ kind: 'choice', choices }, analysis, language)
        : kinds.flatMap((kind) =>
            kind === 'region' || kind === 'boolean' ? answersTo({ kind }, analysis, language) : [],
          )
  const names = all(analysis)
    .filter(({ kind, type }) => kind !== 'list' && kind !== 'region' && kind !== 'output' && fits(type, wanted))
    .toSorted((a, b) => rank(a, wanted) - rank(b, wanted))
  const called = functions.filter(({ result }) => {
    if (result === null) return kinds === null || kinds.includes('money') || kinds.includes('number')
    return kinds === null || kinds.includes(result)
  })
  return [
    ...answers,
    ...names.map((each) => ofName(each, analysis, language)),
    ...called.map((each) => word(each, 'function', analysis, language)),
  ]
}

/** A condition is most often something that holds or not, or a choice. */
function rank({ type }: KnownName, { isAnswer }: Wanted): number {
  if (type.kind === 'unknown') return 2
  return isAnswer || type.kind === 'boolean' || type.kind === 'choice' ? 0 : 1
}

/** What a value of a type can be written as. */
function answersTo(type: Type, analysis: Analysis, language: Language): readonly Suggestion[] {
  const of = type.kind === 'optional' ? type.of : type
  const vocabulary = vocabularyOf(analysis)
  if (of.kind === 'boolean') return builtIn(['yes', 'no'], analysis, language)
  if (of.kind === 'region') return vocabulary.regions.map((each) => suggestion(each, 'region', each.code, analysis))
  if (of.kind !== 'choice') return []
  const found = vocabulary.choices.find(({ id }) => id === of.choices)
  return (found?.members ?? []).map((member) =>
    suggestion(
      { label: member.label, id: member.name ?? member.id },
      'member',
      found ? nameIn(found, language) : '',
      analysis,
    ),
  )
}

function ofName(name: KnownName, analysis: Analysis, language: Language): Suggestion {
  const kind = name.kind === 'list' ? wordsIn(language).kinds.list : wordsIn(language).kinds[name.kind]
  const type = name.type.kind === 'unknown' ? '' : ` · ${typeText(name.type, analysis, language)}`
  return suggestion(name, name.kind === 'region' ? 'region' : 'name', `${kind}${type}`, analysis)
}

function typeText(type: Type, analysis: Analysis, language: Language): string {
  const words = wordsIn(language)
  const of = type.kind === 'optional' ? type.of : type
  const choices = of.kind === 'choice' ? vocabularyOf(analysis).choices.find(({ id }) => id === of.choices) : null
  return words.optional(choices ? nameIn(choices, language) : words.typeOf(of.kind), type.kind === 'optional')
}

function suggestion(
  named: { readonly label: string; readonly id: string },
  kind: Suggestion['kind'],
  detail: string,
  { language }: Analysis,
): Suggestion {
  const [text, other] = language === 'zh' ? [named.label, named.id] : [named.id, named.label]
  return { text, kind, detail, other: text === other ? null : other }
}

const builtIn = (wanted: readonly string[], analysis: Analysis, language: Language): Suggestion[] =>
  builtInWords.filter(({ en }) => wanted.includes(en)).map((each) => word(each, 'word', analysis, language))

function word(
  { zh, en }: { readonly zh: string; readonly en: string },
  kind: Suggestion['kind'],
  analysis: Analysis,
  language: Language,
): Suggestion {
  return suggestion({ label: zh, id: en }, kind, wordsIn(language).builtIn(en), analysis)
}

function sourcesIn({ trees, file }: Analysis): readonly string[] {
  const own = trees.get(file)
  const isModule = own?.items.some(({ kind }) => kind === 'module') ?? false
  const asked = isModule
    ? own
      ? [own]
      : []
    : [...trees.values()].filter(({ items }) => items.some(({ kind }) => kind === 'policy'))
  return [
    ...new Set(asked.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'source' ? [item.name.text] : [])))),
  ]
}
