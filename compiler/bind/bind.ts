import { builtInWords } from '../../grammar/keywords.ts'
import type { Article, Each, Item, Language, Span, TopItem } from '../../grammar/tree.ts'
import type { ArticleInfo, QuoteInfo, ReadingInfo, SourceInfo } from '../program/program.ts'
import type { Report } from '../problem/report.ts'
import { spoilingCodes } from '../problem/unread.ts'
import {
  unknownList,
  type BoundDecision,
  type BoundEdition,
  type BoundPolicy,
  type BoundRule,
  type ParsedFile,
} from './bound.ts'
import { near } from './near.ts'
import { bindVocabulary, rowsOf } from './vocabulary.ts'

const grades: Readonly<Record<string, SourceInfo['grade']>> = {
  官方: 'official',
  official: 'official',
  报刊: 'press',
  press: 'press',
  待核: 'unconfirmed',
  unconfirmed: 'unconfirmed',
}

const gradesIn = (language: Language): string[] =>
  builtInWords.filter(({ zh }) => Object.hasOwn(grades, zh)).map((word) => word[language])

type ItemOf<Kind extends TopItem['kind']> = Extract<TopItem, { kind: Kind }>
interface Placed<T> {
  readonly item: T
  readonly file: string
}

/**
 * Brings together what the files say of each decision of each policy, and gives every rule its surroundings:
 * article, quotes, readings, the condition of its section. What expressions mean is left to checking.
 */
export function bind(files: readonly ParsedFile[], report: Report): readonly BoundPolicy[] {
  const vocabularies = files.filter((file) => file.tree.items.some((item) => item.kind === 'vocabulary'))
  const groups = new Map<string, ParsedFile[]>()
  for (const file of files) {
    if (vocabularies.includes(file) || file.tree.items.length === 0) continue
    const header = itemsOf([file], 'policy')[0]
    const decision = itemsOf([file], 'decision')[0]
    const start = { file: file.name, span: { start: 0, end: Math.min(1, file.text.length) } }
    if (!header) report.error('no-policy-header', start)
    else if (!decision) report.error('no-decision', { file: file.name, span: header.item.name.span })
    else {
      const key = `${header.item.name.text} ${decision.item.name.text}`
      groups.set(key, [...(groups.get(key) ?? []), file])
    }
  }
  return [...groups.values()].flatMap((group) => bindPolicy(group, vocabularies, report) ?? [])
}

function bindPolicy(
  files: readonly ParsedFile[],
  vocabularies: readonly ParsedFile[],
  report: Report,
): BoundPolicy | null {
  const used = new Set<ParsedFile>()
  for (const { item, file } of itemsOf(files, 'use')) {
    const found = vocabularies.find((each) => stem(each.name) === item.target.value || each.name === item.target.value)
    if (found) used.add(found)
    else report.error('vocabulary-not-found', { file, span: item.target.span }, { name: item.target.value })
  }
  const vocabulary = bindVocabulary([...used], report)
  const header = itemsOf(files, 'policy')[0]!
  const decisionItem = itemsOf(files, 'decision')[0]!
  const decisionName = decisionItem.item.name
  const decision = vocabulary.decisions.find(
    (each) => each.label === decisionName.text || each.id === decisionName.text,
  )
  if (!decision) {
    const known = vocabulary.decisions.flatMap((each) => [each.label, each.id])
    report.error(
      'unknown-decision',
      { file: decisionItem.file, span: decisionName.span },
      { name: decisionName.text, near: near(decisionName.text, known) },
    )
    return null
  }

  const sources = new Map<string, SourceInfo>()
  const sourcePlaces = new Map<string, { file: string; span: { start: number; end: number } }>()
  for (const { item, file } of itemsOf(files, 'source')) {
    const grade = Object.hasOwn(grades, item.grade.text) ? grades[item.grade.text] : undefined
    if (!grade && item.grade.text)
      report.error(
        'unknown-grade',
        { file, span: item.grade.span },
        { name: item.grade.text, near: gradesIn(files.find(({ name }) => name === file)?.tree.language ?? 'zh') },
      )
    const first = sources.get(item.name.text)
    if (first && first.title !== item.title.value)
      report.error(
        'defined-twice',
        { file, span: item.name.span },
        { name: item.name.text },
        { related: sourcePlaces.get(item.name.text) },
      )
    sources.set(item.name.text, { name: item.name.text, title: item.title.value, grade: grade ?? 'unconfirmed' })
    sourcePlaces.set(item.name.text, { file, span: item.name.span })
  }

  const names = itemsOf(files, 'names').flatMap(({ item, file }) =>
    rowsOf(item.rows, 2, '名称 | 程序用名', file, report).map(({ names: [label, id] }) => ({
      label: label!.text,
      id: id!.text,
      file,
      span: label!.span,
    })),
  )
  const seen = new Map<string, (typeof names)[number]>()
  for (const name of names)
    for (const text of new Set([name.label, name.id])) {
      const first = seen.get(text)
      if (first && (first.label !== name.label || first.id !== name.id || first.file === name.file))
        report.error('defined-twice', name, { name: text }, { related: first })
      else seen.set(text, name)
    }
  // A source may be called by its label or by its identifier.
  const sourceIndex = (text: string): number => {
    const all = [...sources.keys()]
    const pair = names.find((each) => each.label === text || each.id === text)
    return all.findIndex((each) => each === text || (pair !== undefined && (each === pair.label || each === pair.id)))
  }

  const collected: Collected = { articles: [], quotes: [], readings: [], rules: [], yearStart: null }
  const editions: { item: ItemOf<'edition'>; file: string }[] = []
  const unknownSources = new Set<string>()
  for (const file of files) {
    let edition: ItemOf<'edition'> | null = null
    for (const item of file.tree.items) {
      if (item.kind === 'edition') editions.push({ item: (edition = item), file: file.name })
      if (item.kind !== 'article') continue
      const source = sourceIndex(item.source.text)
      if (source < 0 && item.source.text && !unknownSources.has(item.source.text))
        report.error(
          'unknown-source',
          { file: file.name, span: item.source.span },
          { name: item.source.text, near: near(item.source.text, sources.keys()) },
        )
      if (source < 0) unknownSources.add(item.source.text)
      collectArticle(item, source, edition, file, { decision, collected, report })
    }
  }
  if (editions.length === 0)
    report.error('no-edition', { file: header.file, span: header.item.name.span }, { name: header.item.name.text })

  return {
    id: header.item.name.text,
    label: header.item.title.value,
    decision,
    vocabulary,
    editions: editions.map(({ item, file }): BoundEdition => ({
      edition: item,
      file,
      rules: collected.rules.filter((each) => each.edition === null || each.edition === item).map((each) => each.rule),
    })),
    sources: [...sources.values()],
    articles: collected.articles,
    quotes: collected.quotes,
    readings: collected.readings,
    names: [...new Map(names.map((name) => [name.label, name])).values()],
    invariants: itemsOf(files, 'always'),
    examples: itemsOf(files, 'example'),
    yearStart: collected.yearStart,
    files: files.map(({ name, tree }) => ({ name, language: tree.language })),
    place: { file: header.file, span: header.item.name.span },
  }
}

interface Collected {
  articles: ArticleInfo[]
  quotes: QuoteInfo[]
  readings: ReadingInfo[]
  rules: { rule: BoundRule; edition: ItemOf<'edition'> | null }[]
  yearStart: BoundPolicy['yearStart']
}

function collectArticle(
  article: Article,
  source: number,
  edition: ItemOf<'edition'> | null,
  { name: file, text, problems, tree }: ParsedFile,
  { decision, collected: into, report }: { decision: BoundDecision; collected: Collected; report: Report },
): void {
  const index = into.articles.push({ source, title: article.title.value }) - 1
  const isRead = ({ span }: Item): boolean =>
    !problems.some((each) => spoilingCodes.has(each.code) && sharesLine(text, span, each.span))
  /** Quotes and readings hold for the rules after them, until other quotes follow; a section without its own has the article's. */
  const walk = (items: readonly Item[], surroundings: Pick<BoundRule, 'when' | 'over'>, outer: Basis): Basis => {
    let basis = outer
    let afterRule = true
    for (const item of items) {
      switch (item.kind) {
        case 'quote': {
          const quote =
            into.quotes.push({ text: item.text.value, cites: item.cites.map((name) => name.text), article: index }) - 1
          basis = afterRule
            ? { quotes: [quote], readings: [] }
            : { quotes: [...basis.quotes, quote], readings: basis.readings }
          afterRule = false
          break
        }
        case 'reading': {
          const reading =
            into.readings.push({ name: item.name.text, statement: item.statement.value, because: item.because.value }) -
            1
          basis = { quotes: basis.quotes, readings: [...basis.readings, reading] }
          break
        }
        case 'notFormalised':
          break
        case 'yearStart':
          into.yearStart = item
          afterRule = true
          break
        case 'accumulate':
        case 'adjust':
        case 'bands':
        case 'classify':
        case 'define':
        case 'except':
        case 'move':
        case 'split':
        case 'table':
          afterRule = true
          if (basis.quotes.length === 0)
            report.warning('rule-without-quote', { file, span: item.span }, { name: article.title.value })
          into.rules.push({
            rule: { rule: item, file, ...surroundings, isRead: isRead(item), article: index, ...basis },
            edition,
          })
      }
    }
    return basis
  }
  const listOf = ({ text: name, span }: Each['list']): string => {
    const lists = decision.inputs.filter((record) => record.isList)
    if (lists.some((list) => list.label === name || list.id === name)) return name
    const known = lists.map((list) => (tree.language === 'zh' ? list.label : list.id))
    if (name) report.error('unknown-list', { file, span }, { name, near: near(name, known) })
    return unknownList
  }
  const general = walk(article.items, { when: null, over: null }, { quotes: [], readings: [] })
  for (const section of article.sections) {
    const when = section.kind === 'appliesTo' ? section.condition : null
    const over = section.kind === 'each' ? listOf(section.list) : null
    const surroundings = { when, over }
    walk(section.items, surroundings, general)
  }
}
/** Does the place lie on one of the lines of the rule? */
function sharesLine(text: string, rule: Span, place: Span): boolean {
  const start = text.lastIndexOf('\n', rule.start - 1) + 1
  const end = text.indexOf('\n', Math.max(rule.start, rule.end - 1))
  return start <= place.start && (end < 0 || place.start <= end)
}

interface Basis {
  readonly quotes: readonly number[]
  readonly readings: readonly number[]
}

function itemsOf<Kind extends TopItem['kind']>(files: readonly ParsedFile[], kind: Kind): Placed<ItemOf<Kind>>[] {
  return files.flatMap((file) =>
    file.tree.items
      .filter((item): item is ItemOf<Kind> => item.kind === kind)
      .map((item) => ({ item, file: file.name })),
  )
}

function stem(name: string): string {
  return (name.split('/').at(-1) ?? name).replace(/\.policy$/, '')
}
