import type { Article, Edition, Language, Name, Span } from '../../grammar/tree.ts'
import type { BoundPolicy, BoundRule } from '../bind/bound.ts'
import type { SourceFile } from '../compile.ts'
import type { Program, SourceInfo } from '../program/program.ts'
import { findCoverage, type Coverage } from './coverage.ts'
import { changedBy, collectEntries, definedBy, type Entry } from './entries.ts'
import { findLeanings, type Leaning } from './leanings.ts'
import { readSheets, tokensIn, type Sheet } from './sheet.ts'
import { wordsOf, type Words } from './words.ts'

/** One decision of one policy, in one language: what a page is made from. */
export interface HandbookSource {
  readonly policy: BoundPolicy
  /** Its programs: those of all its editions. */
  readonly programs: readonly Program[]
  /** The files that it was bound from. */
  readonly files: readonly SourceFile[]
  readonly language: Language
}

/** What the parts of a page share: rules numbered in the order of the page, names with their places. */
export interface Book extends HandbookSource {
  readonly words: Words
  readonly sheets: readonly Sheet[]
  readonly rules: readonly BookRule[]
  readonly leanings: ReadonlyMap<BookRule, readonly Leaning[]>
  /** By label and by identifier. */
  readonly entries: ReadonlyMap<string, Entry>
  readonly articles: readonly BookArticle[]
  readonly coverage: Coverage
}

/** `edition`: the one that it belongs to; null where it belongs to all. */
export interface BookArticle {
  readonly anchor: string
  readonly article: Article
  readonly source: SourceInfo | null
  readonly edition: Edition | null
  readonly sheet: Sheet
}

export interface BookRule {
  readonly number: number
  readonly bound: BoundRule
  readonly source: SourceInfo | null
  /** The names of the editions in which it is in force. */
  readonly editions: readonly string[]
  readonly defines: readonly Entry[]
  readonly changes: readonly Entry[]
  readonly uses: readonly Entry[]
}

export function newBook(source: HandbookSource): Book {
  const { policy, files, language } = source
  const sheets = readSheets(files)
  const bounds = inPageOrder(policy, sheets)
  const entries = collectEntries(policy, bounds)
  const rules = bounds.map((bound, index) => bookRule(bound, index + 1, policy, sheets, entries))
  return {
    ...source,
    words: wordsOf(language),
    sheets,
    rules,
    leanings: findLeanings(rules, policy),
    entries,
    articles: sheets
      .flatMap((sheet) => articlesOf(sheet, policy))
      .map((article, index) => ({ ...article, anchor: `article-${index + 1}` })),
    coverage: findCoverage(source),
  }
}

function articlesOf(sheet: Sheet, policy: BoundPolicy): readonly Omit<BookArticle, 'anchor'>[] {
  let edition: Edition | null = null
  return sheet.tree.items.flatMap((item) => {
    if (item.kind === 'edition') edition = item
    return item.kind === 'article' ? [{ article: item, source: sourceOf(policy, item.source), edition, sheet }] : []
  })
}

/** The rule at a place of the text; undefined where no edition has it. */
export function ruleAt({ rules }: Book, sheet: Sheet, span: Span): BookRule | undefined {
  return rules.find(({ bound }) => bound.file === sheet.name && bound.rule.span.start === span.start)
}

/** The source that an article names, by its label or its identifier. */
function sourceOf({ names, sources }: BoundPolicy, { text }: Name): SourceInfo | null {
  const pair = names.find(({ label, id }) => label === text || id === text)
  return sources.find(({ name }) => name === text || name === pair?.label || name === pair?.id) ?? null
}

export const anchorOf = ({ number }: BookRule): string => `rule-${number}`

function inPageOrder(policy: BoundPolicy, sheets: readonly Sheet[]): readonly BoundRule[] {
  const place = ({ file }: BoundRule): number => sheets.findIndex(({ name }) => name === file)
  const bounds = new Map<string, BoundRule>()
  for (const bound of policy.editions.flatMap(({ rules }) => rules))
    bounds.set(`${bound.file}:${bound.rule.span.start}`, bound)
  return [...bounds.values()].toSorted((a, b) => place(a) - place(b) || a.rule.span.start - b.rule.span.start)
}

function bookRule(
  bound: BoundRule,
  number: number,
  policy: BoundPolicy,
  sheets: readonly Sheet[],
  entries: ReadonlyMap<string, Entry>,
): BookRule {
  const { rule, file, when } = bound
  const sheet = sheets.find(({ name }) => name === file)
  const of = (names: readonly Name[]): readonly Entry[] => names.flatMap(({ text }) => entries.get(text) ?? [])
  const [defined, changed] = [definedBy(rule), changedBy(rule)]
  const given = new Set([...defined, ...changed].map(({ span }) => span.start))
  const names = [rule.span, ...(when ? [when.span] : [])]
    .flatMap((span) => (sheet ? tokensIn(sheet, span) : []))
    .filter((token) => token.name === 'Name' && !given.has(token.startOffset))
  return {
    number,
    bound,
    source: policy.sources[policy.articles[bound.article]?.source ?? -1] ?? null,
    editions: policy.editions
      .filter(({ rules }) => rules.some((each) => each.file === file && each.rule.span.start === rule.span.start))
      .map(({ edition }) => edition.name.value),
    defines: [...new Set(of(defined))],
    changes: [...new Set(of(changed))],
    uses: [...new Set(names.flatMap(({ text }) => entries.get(text) ?? []))],
  }
}
