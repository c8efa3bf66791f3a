import type { Article, Edition, Language, Name, Span } from '../../grammar/tree.ts'
import type { BoundPolicy, BoundRule } from '../bind/bound.ts'
import { namesIn } from '../bind/names-in.ts'
import type { SourceFile } from '../compile.ts'
import type { Program, SourceInfo } from '../program/program.ts'
import { findCoverage, type Coverage } from './coverage.ts'
import { changedBy, collectEntries, definedBy, type Entry } from './entries.ts'
import { findLeanings, type Leaning } from './leanings.ts'
import { readSheets, type Sheet } from './sheet.ts'
import { wordsIn, type Words } from './words.ts'

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
  /** `§2`: how it is referred to. */
  readonly mark: string
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
  const sheets = readSheets(files, new Set(policy.files.map(({ name }) => name)))
  const bounds = inPageOrder(policy, sheets)
  const entries = collectEntries(policy, bounds)
  const rules = bounds.map((bound, index) => bookRule(bound, index + 1, policy, entries))
  return {
    ...source,
    words: wordsIn(language),
    sheets,
    rules,
    leanings: findLeanings(rules, policy),
    entries,
    articles: articlesOf(sheets, policy),
    coverage: findCoverage(source),
  }
}

/** In the order of the page; a policy counts its articles in the order in which its files are bound. */
function articlesOf(sheets: readonly Sheet[], policy: BoundPolicy): readonly BookArticle[] {
  const bound = policy.files.flatMap(({ name }) => sheets.filter((sheet) => sheet.name === name).flatMap(articlesIn))
  const known = bound.map((each, index): Omit<BookArticle, 'anchor' | 'mark'> => {
    const source = policy.sources[policy.articles[index]?.source ?? -1] ?? null
    return { ...each, source }
  })
  return sheets
    .flatMap((sheet) => known.filter((each) => each.sheet === sheet))
    .map((each, index) => ({ ...each, anchor: `article-${index + 1}`, mark: `§${index + 1}` }))
}

function articlesIn(sheet: Sheet): readonly Pick<BookArticle, 'article' | 'edition' | 'sheet'>[] {
  let edition: Edition | null = null
  return sheet.tree.items.flatMap((item) => {
    if (item.kind === 'edition') edition = item
    return item.kind === 'article' ? [{ article: item, edition, sheet }] : []
  })
}

/** The rule at a place of the text; undefined where no edition has it. */
export function ruleAt({ rules }: Book, sheet: Sheet, span: Span): BookRule | undefined {
  return rules.find(({ bound }) => bound.file === sheet.name && bound.rule.span.start === span.start)
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
  entries: ReadonlyMap<string, Entry>,
): BookRule {
  const { rule, file, when } = bound
  const of = (names: readonly Name[]): readonly Entry[] => names.flatMap(({ text }) => entries.get(text) ?? [])
  const [defined, changed] = [definedBy(rule), changedBy(rule)]
  const given = new Set([...defined, ...changed])
  const used = namesIn([rule, when]).filter((name) => !given.has(name))
  return {
    number,
    bound,
    source: policy.sources[policy.articles[bound.article]?.source ?? -1] ?? null,
    editions: policy.editions
      .filter(({ rules }) => rules.some((each) => each.file === file && each.rule.span.start === rule.span.start))
      .map(({ edition }) => edition.name.value),
    defines: [...new Set(of(defined))],
    changes: [...new Set(of(changed))],
    uses: [...new Set(of(used))],
  }
}
