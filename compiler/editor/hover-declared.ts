import type { Language } from '../../grammar/tree.ts'
import { nameIn } from '../check/spelling.ts'
import { withoutIndent } from '../diff/text/basis.ts'
import type { BoundPolicy, Origins } from '../bind/bound.ts'
import type { Declared } from './declared.ts'
import type { Hover, HoverLine } from './hover.ts'
import type { Occurrence } from './occurrence.ts'
import { symbolsOf } from './symbols.ts'
import { wordsIn, type EditorWords } from './words.ts'
import type { Analysis } from './workspace.ts'

/** What is known of a thing that is named: what it is called, of what type, what states it, and on which sentences that rests. */
export function aboutDeclared(here: Occurrence, analysis: Analysis, language: Language): Omit<Hover, 'span'> {
  const words = wordsIn(language)
  const { declared } = here
  const [label, id] = [declared.label, declared.id]
  const lines: HoverLine[] = []
  const line = (name: string, text: string | null | undefined): void => {
    if (text) lines.push({ name, text })
  }
  if (declared.kind === 'word')
    return { title: `${label} · ${id}`, lines: [{ name: '', text: words.builtIn(id ?? label) }] }
  line(words.type, typeText(declared, analysis, language))
  line(words.of, declared.of?.label)
  line(words.platform, declared.platform)
  line(
    words.code,
    declared.kind === 'region' || (declared.kind === 'member' && declared.code !== id) ? declared.code : null,
  )
  for (const each of aboutKind(here, analysis, words)) lines.push(each)
  return { title: `${words.kinds[declared.kind]} ${label}${id && id !== label ? ` · ${id}` : ''}`, lines }
}

function typeText({ type, defined }: Declared, { policies }: Analysis, language: Language): string | null {
  const words = wordsIn(language)
  const choices = policies[0]?.vocabulary.choices ?? []
  const choiceText = (id: string): string => {
    const found = choices.find((each) => each.id === id)
    return found
      ? `${nameIn(found, language)}${words.bracketed(found.members.map((member) => nameIn(member, language)).join(words.comma))}`
      : id
  }
  const of = (kind: string, choice: string, isOptional: boolean): string =>
    words.optional(kind === 'choice' ? choiceText(choice) : words.typeOf(kind), isOptional)
  if (type) return of(type.kind, type.kind === 'choice' ? type.choices : '', type.optional)
  for (const { edition, defined: term } of defined) {
    if (term.kind === 'share') return words.typeOf('money')
    const typed = edition.terms.find((each) => each.defined === term)?.type
    const inner = typed?.kind === 'optional' ? typed.of : typed
    if (inner && inner.kind !== 'unknown')
      return of(inner.kind, inner.kind === 'choice' ? inner.choices : '', typed?.kind === 'optional')
  }
  return null
}

function aboutKind({ declared, file }: Occurrence, analysis: Analysis, words: EditorWords): readonly HoverLine[] {
  const [policy] = analysis.policies
  const items = [...analysis.trees].flatMap(([name, { items: all }]) => all.map((item) => ({ item, name })))
  switch (declared.kind) {
    case 'term':
    case 'share':
    case 'output':
    case 'column':
      return policy ? statedBy(declared, policy, analysis, words) : []
    case 'source': {
      const sources = items.flatMap(({ item, name }) =>
        item.kind === 'source' && [declared.label, declared.id].includes(item.name.text)
          ? [{ ...item, file: name }]
          : [],
      )
      const source = sources.find((each) => each.file === file) ?? sources[0]
      return source ? [{ name: '', text: `${source.title.value}${words.bracketed(source.grade.text)}` }] : []
    }
    case 'choices': {
      const members = policy?.vocabulary.choices.find(({ label }) => label === declared.label)?.members ?? []
      return [
        { name: words.members, text: members.map(({ label, id, name }) => `${label} ${name ?? id}`).join(words.comma) },
      ]
    }
    case 'edition': {
      const found = analysis.policies
        .flatMap(({ editions }) => editions)
        .find(({ edition }) => edition.name.value === declared.label)
      const text = analysis.group.find(({ name }) => name === found?.file)?.text ?? ''
      return found ? [{ name: '', text: text.slice(found.edition.span.start, found.edition.span.end).trim() }] : []
    }
    case 'reading':
      return (policy?.readings ?? [])
        .filter(({ name }) => name === declared.label)
        .flatMap((reading) => [
          { name: words.kinds.reading, text: reading.statement },
          { name: words.because, text: reading.because },
          ...reading.alternatives.map(({ name, statement }) => ({
            name: `${words.kinds.alternative} ${name}`,
            text: statement,
          })),
        ])
    case 'alternative':
      return (policy?.readings ?? []).flatMap(({ name, alternatives }) =>
        alternatives.flatMap((each) =>
          name === declared.of?.label && each.name === declared.label ? [{ name: '', text: each.statement }] : [],
        ),
      )
    case 'fact': {
      const isCited = ({ cites }: { readonly cites: readonly string[] }): boolean => cites.includes(declared.label)
      const quotes = (policy?.quotes ?? []).filter(isCited).map(({ text }) => ({ name: words.quote, text }))
      const readings = (policy?.readings ?? [])
        .filter(isCited)
        .map(({ name, statement }) => ({ name: `${words.kinds.reading} ${name}`, text: statement }))
      return [...quotes.slice(0, MOST), ...readings.slice(0, MOST)]
    }
    case 'policy':
      return policy ? [{ name: '', text: policy.label }] : []
    case 'exception':
    case 'requirement':
    case 'example': {
      const place = symbolsOf(analysis)
        .of(declared)
        .find(({ role }) => role === 'declares')
      const text = analysis.group.find(({ name }) => name === place?.file)?.text ?? ''
      const line = text.slice(0, place?.span.start).split('\n').length - 1
      return place ? [{ name: place.file, text: (text.split('\n')[line] ?? '').trim() }] : []
    }
    case 'decision':
    case 'record':
    case 'list':
    case 'member':
    case 'region':
    case 'input':
    case 'element':
    case 'dataset':
    case 'file':
    case 'platformField':
    case 'word':
      return []
  }
}

/** More rules than that are counted, not shown. */
const MOST = 3

/** The rules that state a name, each with its editions, its article, the grade of its source, its quotes and readings. */
function statedBy(
  declared: Declared,
  policy: BoundPolicy,
  { group }: Analysis,
  words: EditorWords,
): readonly HoverLine[] {
  const rules = new Map<string, { readonly text: string; readonly origin: Origins; readonly editions: string[] }>()
  for (const { edition, defined } of declared.defined)
    for (const { rule, file, ...origin } of defined.rules) {
      const key = `${file} ${rule.span.start}`
      const text = group.find(({ name }) => name === file)?.text ?? ''
      const known = rules.get(key) ?? { text: withoutIndent(text, rule.span), origin, editions: [] }
      known.editions.push(edition.edition.edition.name.value)
      rules.set(key, known)
    }
  const shown = [...rules.values()].slice(0, MOST)
  return [
    ...shown.flatMap(({ text, origin, editions }) => [
      {
        name: editions.length < policy.editions.length ? words.inEditions(editions) : words.rule,
        text: firstLine(text),
      },
      ...basisLines(origin, policy, words),
    ]),
    ...(rules.size > MOST ? [{ name: '', text: words.moreRules(rules.size - MOST) }] : []),
  ]
}

function basisLines(
  { article, quotes, readings }: Origins,
  policy: BoundPolicy,
  words: EditorWords,
): readonly HoverLine[] {
  const { title, source = -1 } = policy.articles[article] ?? {}
  const from = policy.sources[source]
  return [
    ...(from && title !== undefined
      ? [{ name: words.article, text: `${from.title}${words.bracketed(words.grades[from.grade])} ${title}` }]
      : []),
    ...quotes.flatMap((index) => {
      const quote = policy.quotes[index]
      return quote ? [{ name: quote.isVerbatim ? words.quote : words.summary, text: quote.text }] : []
    }),
    ...readings.flatMap((index) => {
      const reading = policy.readings[index]
      return reading ? [{ name: `${words.kinds.reading} ${reading.name}`, text: reading.statement }] : []
    }),
  ]
}

const firstLine = (text: string): string => {
  const [first = '', ...rest] = text.split('\n')
  return rest.some((each) => each.trim() !== '') ? `${first.trimEnd()} …` : first.trimEnd()
}
