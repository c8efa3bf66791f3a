import { parseDate } from '../../runtime/date.ts'
import { spell } from '../../grammar/expected.ts'
import type {
  Alternative,
  Article,
  Edition,
  Item,
  Reading,
  Rule,
  Section,
  Span,
  YearStart,
} from '../../grammar/tree.ts'
import type { ArticleInfo, QuoteInfo, ReadingInfo } from '../program/program.ts'
import { spoilingCodes } from '../problem/unread.ts'
import type { Report } from '../problem/report.ts'
import { unknownList, type BoundChoice, type BoundItem, type BoundDecision, type BoundPolicy } from './bound.ts'
import type { BoundRule, Origins, ParsedFile } from './bound.ts'
import { near } from './near.ts'

/** What one place in the files does to the rules that stand. */
export type Change =
  | { readonly kind: 'add' | 'replace'; readonly rule: BoundRule }
  | { readonly kind: 'remove'; readonly target: Extract<Item, { kind: 'remove' }>['target']; readonly file: string }

/** Where something stands: in a module, before the first edition of the policy, or in an edition. */
export type Layer = 'module' | 'common' | Edition

interface Layered {
  readonly layer: Layer
}
/** What another reading puts in the place of a rule. */
export interface BoundAlternative extends Layered {
  readonly reading: string
  readonly name: string
  readonly rule: BoundRule
}

/** All that articles hold, in the order of the files. */
export interface Collected {
  readonly articles: ArticleInfo[]
  readonly quotes: QuoteInfo[]
  readonly readings: ReadingInfo[]
  readonly items: BoundItem[]
  readonly changes: (Layered & { readonly change: Change })[]
  readonly alternatives: BoundAlternative[]
  readonly choices: (Layered & { readonly choice: BoundChoice })[]
  /** Sections of modules on lists that the decision does not know: a fault where a rule in them is needed. */
  readonly unknownLists: { readonly file: string; readonly section: Span; readonly tell: () => void }[]
  yearStart: BoundPolicy['yearStart']
}

export const nothingCollected = (): Collected => ({
  articles: [],
  quotes: [],
  readings: [],
  items: [],
  changes: [],
  alternatives: [],
  choices: [],
  unknownLists: [],
  yearStart: null,
})

interface Surroundings {
  readonly file: ParsedFile
  readonly layer: Layer
  readonly decision: BoundDecision
  /** The alternative chosen for each reading named. */
  readonly chosen: ReadonlyMap<string, string>
  readonly into: Collected
  readonly report: Report
}
type Heading = Pick<BoundRule, 'when' | 'over'>
type Basis = Pick<Origins, 'quotes' | 'readings'>

/** Takes an article in: `source` is the index of the source that it comes from. */
export function collectArticle(article: Article, source: number, around: Surroundings): void {
  const index = around.into.articles.push({ source, title: article.title.value }) - 1
  // Readings that no rule follows, yet; neither do they cite anything, nor would another reading state a rule.
  const placeless = new Map<number, Reading>()
  const general = collectItems(article.items, { when: null, over: null }, { quotes: [], readings: [] })
  for (const section of article.sections) collectItems(section.items, headingOf(section, around), general)
  for (const { name, span } of placeless.values())
    around.report.warning('reading-without-rule', { file: around.file.name, span }, { name: name.text })

  /** Quotes and readings hold for the rules after them, until other quotes follow; a section without its own has the article's. */
  function collectItems(items: readonly Item[], heading: Heading, outer: Basis): Basis {
    const { file, layer, into, report } = around
    let basis = outer
    let afterRule = true
    // Quotes in a row, on which nothing rests yet: thousands of them are one list.
    let row: number[] | null = null
    const bound = (rule: Rule, span: Span): BoundRule => {
      if (basis.quotes.length === 0)
        report.warning('rule-without-quote', { file: file.name, span }, { name: article.title.value })
      return { rule, file: file.name, ...heading, isRead: isRead(span, file), article: index, ...basis }
    }
    const change = (made: Change): void => {
      afterRule = true
      into.changes.push({ layer, change: made })
    }
    for (const item of items) {
      into.items.push({ item, file: file.name, article: index, ...basis })
      if (isStatement(item)) for (const reading of basis.readings) placeless.delete(reading)
      if (item.kind !== 'quote') row = null
      switch (item.kind) {
        case 'quote': {
          const cites = item.cites.map((name) => name.text)
          const quote =
            into.quotes.push({ text: item.text.value, isVerbatim: item.isVerbatim, cites, article: index }) - 1
          if (row) row.push(quote)
          else {
            row = afterRule ? [quote] : [...basis.quotes, quote]
            basis = { quotes: row, readings: afterRule ? [] : basis.readings }
          }
          afterRule = false
          break
        }
        case 'reading': {
          const reading = readingOf(item, around)
          if (item.cites.length === 0 && !item.alternatives.some(({ rule }) => rule)) placeless.set(reading, item)
          basis = { quotes: basis.quotes, readings: [...basis.readings, reading] }
          for (const alternative of item.alternatives) addAlternative(item.name.text, alternative, bound)
          break
        }
        case 'notFormalised':
          break
        case 'yearStart':
          into.yearStart = yearStartOf(item, into.yearStart, file, report)
          afterRule = true
          break
        case 'replace':
          if (item.rule) change({ kind: 'replace', rule: bound(item.rule, item.span) })
          break
        case 'remove':
          change({ kind: 'remove', target: item.target, file: file.name })
          break
        case 'choose':
          afterRule = true
          into.choices.push({ layer, choice: { choose: item, file: file.name, article: index, ...basis } })
          break
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
          change({ kind: 'add', rule: bound(item, item.span) })
      }
    }
    return basis

    function addAlternative(reading: string, { name, rule, span }: Alternative, bind: typeof bound): void {
      if (rule) into.alternatives.push({ layer, reading, name: name.text, rule: bind(rule, span) })
    }
  }
}

/** Says something of cases, which what stands above it is about. */
function isStatement({ kind }: Item): boolean {
  return kind !== 'quote' && kind !== 'reading' && kind !== 'notFormalised'
}

function readingOf(item: Reading, { into, chosen }: Surroundings): number {
  const alternatives = new Map(item.alternatives.map(({ name, statement }) => [name.text, statement.value]))
  const wanted = chosen.get(item.name.text)
  return (
    into.readings.push({
      name: item.name.text,
      statement: item.statement.value,
      cites: item.cites.map((name) => name.text),
      because: item.because.value,
      alternatives: [...alternatives].map(([name, statement]) => ({ name, statement })),
      chosen: wanted !== undefined && alternatives.has(wanted) ? wanted : null,
    }) - 1
  )
}

function headingOf(section: Section, { file, layer, decision, into, report }: Surroundings): Heading {
  if (section.kind === 'appliesTo') return { when: section.condition, over: null }
  const { text: name, span } = section.list
  const record = decision.inputs.find((each) => each.label === name || each.id === name)
  // A record is its own only element.
  if (record) return { when: null, over: record.isList ? name : null }
  const known = decision.inputs.filter((each) => each.isList).map((each) => each[labelIn(file)])
  const tell = (): void => report.error('unknown-list', { file: file.name, span }, { name, near: near(name, known) })
  if (name && layer === 'module') into.unknownLists.push({ file: file.name, section: section.span, tell })
  else if (name) tell()
  return { when: null, over: unknownList }
}

const labelIn = ({ tree }: ParsedFile): 'label' | 'id' => (tree.language === 'zh' ? 'label' : 'id')

/** Whether all of a rule could be read: no mistake that spoils it stands on one of its lines. */
function isRead(rule: Span, { text, problems }: ParsedFile): boolean {
  const start = text.lastIndexOf('\n', rule.start) + 1
  const end = text.indexOf('\n', Math.max(rule.start, rule.end - 1))
  return !problems.some(
    ({ code, span }) => spoilingCodes.has(code) && start <= span.start && (end < 0 || span.start <= end),
  )
}

// A day that every year has, the same wherever it is stated.
function yearStartOf(
  item: YearStart,
  first: YearStart | null,
  { name, tree }: ParsedFile,
  report: Report,
): YearStart | null {
  const place = { file: name, span: item.span }
  const date = [item.month, item.day].map((number) => String(number).padStart(2, '0')).join('-')
  const isSame = first === null || (first.month === item.month && first.day === item.day)
  if (parseDate(`2023-${date}`) === null) report.error('no-such-date', place, { date })
  else if (!isSame) report.error('defined-twice', place, { name: spell('YearStart', tree.language) })
  return first ?? item
}
