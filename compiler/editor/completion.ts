import { keywords, type Keyword, type KeywordToken } from '../../grammar/keywords.ts'
import type { Token, TokenName } from '../../grammar/tokens.ts'
import type { Language, Span, TopItem } from '../../grammar/tree.ts'
import { units } from '../../grammar/units.ts'
import { cursorAt, type Cursor } from './cursor.ts'
import { knownNames } from './known-names.ts'
import { namesFor, type Suggestion } from './suggestions.ts'
import { slotAfter, type Slot } from './slot.ts'
import { canFollow, fits, typeBefore } from './wanted.ts'
import { wordsIn } from './words.ts'
import type { Analysis } from './workspace.ts'

/** Something that can be written at a place. */
export interface Completion extends Suggestion {
  /** What it replaces: the half-typed word, or nothing at the cursor. */
  readonly span: Span
}

/**
 * What fits at an offset, the likeliest first: names of the right types, members of the right choices, units, keywords in
 * the language of the file. All that could stand there, not only what begins with the letters typed; nothing in comments
 * and where a new name or a text of one's own has to be given. `language` is that of the details.
 */
export function completion(analysis: Analysis, offset: number, language: Language): readonly Completion[] {
  if (!analysis.trees.has(analysis.file)) return []
  const cursor = cursorAt(analysis.text, offset, analysis.language)
  if (cursor === null) return []
  const found = cursor.isText ? textsAt(cursor, analysis, language) : wordsAt(cursor, analysis, language)
  const unique = new Map(
    found.map((each) => [each.text, { ...each, span: cursor.span }]).toReversed() as [string, Completion][],
  )
  return [...unique.values()].toReversed()
}

function wordsAt(cursor: Cursor, analysis: Analysis, language: Language): readonly Suggestion[] {
  const { statement, expected } = cursor
  if (cursor.afterDigits)
    return units.map((unit) => ({
      text: unit[analysis.language],
      kind: 'unit',
      detail: '',
      other: unit[other(analysis)],
    }))
  const names = knownNames(analysis)
  const asksForName = expected === null || expected.tokens.some((token) => token === 'Name' || token === 'Bar')
  const isNew = expected?.isComplete === true && statement.at(-1)?.name !== 'RowBar'
  const slot: Slot | null = asksForName && statement.length > 0 ? slotAfter(statement, names) : null
  const begun = isNew && isInArticle(statement, analysis, cursor.span.start) ? slotAfter([], names) : null
  return [
    ...(slot ? namesFor(slot, analysis, language) : []),
    ...keywordsAt(cursor, slot, analysis, language),
    ...(begun ? namesFor(begun, analysis, language) : []),
  ]
}

const other = ({ language }: Analysis): Language => (language === 'zh' ? 'en' : 'zh')

function keywordsAt(cursor: Cursor, slot: Slot | null, analysis: Analysis, language: Language): readonly Suggestion[] {
  const { statement, expected } = cursor
  const names = knownNames(analysis)
  const last = statement.at(-1)
  const endsValue =
    last !== undefined && ['Name', 'Quantity', 'Number', 'Fraction', 'Date', 'RightParen'].includes(last.name)
  const before = endsValue ? typeBefore(statement, names) : { kind: 'unknown' as const }
  const can = new Set<string>(expected?.tokens)
  // A name at the beginning of a line is about to be defined.
  if (last?.name === 'Name') can.add('Means')
  const isFitting = ({ token }: { token: KeywordToken }): boolean =>
    can.has(token) && (endsValue ? canFollow(token as TokenName, before) : canBegin(token, slot))
  const open = expected === null || expected.isComplete ? openersAt(statement, analysis) : new Set<string>()
  return keywords
    .filter((each) => isFitting(each) || open.has(each.token))
    .map((each: Keyword) => ({
      text: each[analysis.language],
      kind: 'keyword',
      detail: wordsIn(language).keyword,
      other: each[other(analysis)],
    }))
}

/** Whether a keyword can begin a value that fits. */
function canBegin(token: KeywordToken, slot: Slot | null): boolean {
  const wanted = slot?.kind === 'value' ? slot.wanted : null
  if (token === 'Any' || token === 'All' || token === 'Not')
    return wanted !== null && (wanted.kinds === null || wanted.kinds.includes('boolean'))
  if (token === 'Count') return wanted !== null && fits({ kind: 'number', decimals: 0 }, wanted)
  if (token === 'Sum') return wanted !== null && fits({ kind: 'money', decimals: 2 }, wanted)
  const type = slot?.kind === 'literal' ? slot.type : null
  if (token === 'OpenEnded') return (wanted?.kinds ?? []).includes('date') || type?.kind === 'date'
  if (token === 'Absent') return type !== null || (wanted !== null && wanted.isAnswer)
  return true
}

const inVocabulary: readonly KeywordToken[] = [
  'Use',
  'Record',
  'List',
  'Choices',
  'Regions',
  'Dataset',
  'Decision',
  'Platform',
]
const inModule: readonly KeywordToken[] = [
  'Use',
  'Source',
  'Article',
  'Names',
  'Always',
  'Monotone',
  'Dataset',
  'Platform',
]
const inPolicy: readonly KeywordToken[] = [...inModule, 'Decision', 'Edition', 'Example']

/** The keywords that can begin a statement behind another. */
function openersAt(statement: readonly Token[], { tree }: Analysis): ReadonlySet<string> {
  const has = (kind: TopItem['kind']): boolean => tree.items.some((item) => item.kind === kind)
  const top: readonly KeywordToken[] = has('vocabulary')
    ? inVocabulary
    : has('module')
      ? inModule
      : has('policy')
        ? inPolicy
        : ['Policy', 'Vocabulary', 'Module']
  const [opener] = statement
  const found = keywords.find(({ token }) => token === opener?.name)
  const isPart = found?.token === 'Example' || found?.opens === 'part'
  const isItem =
    opener?.name === 'DefinedName' ||
    found?.token === 'Article' ||
    found?.opens === 'item' ||
    found?.opens === 'section'
  const below = keywords.filter(({ opens, token }) =>
    isPart ? opens === 'part' || token === 'Each' : isItem ? opens === 'item' || opens === 'section' : false,
  )
  return new Set([...below.map(({ token }) => token), ...top])
}

function isInArticle(statement: readonly Token[], { tree }: Analysis, offset: number): boolean {
  if (statement.at(-1)?.name === 'Name' && statement.length === 1) return false
  return tree.items.some(({ kind, span }) => kind === 'article' && span.start < offset) && openersInArticle(statement)
}

const openersInArticle = ([opener]: readonly Token[]): boolean =>
  opener?.name === 'DefinedName' ||
  keywords.some(
    ({ token, opens }) => token === opener?.name && (opens === 'item' || opens === 'section' || token === 'Article'),
  )

/** What a text in quotes can name. */
function textsAt({ statement }: Cursor, analysis: Analysis, language: Language): readonly Suggestion[] {
  const opener: string = statement[0]?.name ?? ''
  const last: string = statement.at(-1)?.name ?? ''
  const words = wordsIn(language)
  const policy = analysis.policies[0]
  if (opener === 'Use')
    return analysis.usable.map((text) => ({ text, kind: 'text', detail: words.kinds.file, other: null }))
  if (last === 'BasedOn')
    return analysis.examples.map(({ label }) => ({
      text: label,
      kind: 'text',
      detail: words.kinds.example,
      other: null,
    }))
  const isEdition =
    last === 'Amends' || last === 'TiesTo' || ((opener === 'Lowest' || opener === 'Highest') && last !== opener)
  if (isEdition)
    return (policy?.editions ?? []).map(({ edition }) => ({
      text: edition.name.value,
      kind: 'text',
      detail: words.kinds.edition,
      other: null,
    }))
  if (last === 'Remove')
    return (policy?.editions ?? []).flatMap(({ rules }) =>
      rules.flatMap(({ rule }) =>
        rule.kind === 'except'
          ? [{ text: rule.label.value, kind: 'text' as const, detail: words.kinds.exception, other: null }]
          : [],
      ),
    )
  return []
}
