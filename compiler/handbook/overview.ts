import type { Language, Reading } from '../../grammar/tree.ts'
import { dateText } from '../check/literals.ts'
import { nameIn } from '../check/spelling.ts'
import type { SourceInfo } from '../program/program.ts'
import { element, fragment, type Html } from '../show/html.ts'
import type { BoundEdition } from '../bind/bound.ts'
import { choiceText } from './articles.ts'
import { anchorOf, type Book, type BookArticle, type BookRule } from './book.ts'
import { isDoubtful } from './leanings.ts'
import { plainTable } from '../show/table.ts'
import { commentsAbove } from './sheet.ts'

/** What the policy is: validity, sources with their grades, editions, readings. */
export function overviewParts(book: Book): readonly Html[] {
  const { words, policy, sheets } = book
  const doubtful = policy.sources.filter(isFirst).filter(isDoubtful)
  const notes = sheets.flatMap((sheet) =>
    sheet.tree.items.flatMap((item) =>
      item.kind === 'policy' && book.articles.some((each) => each.sheet === sheet)
        ? commentsAbove(sheet, item.span.start)
        : [],
    ),
  )
  const readings = readingsOf(book)
  const isAlone = policy.editions.length === 1
  return [
    ...notes.map(({ text }) => element('p', { class: 'note' }, text)),
    doubtful.length > 0
      ? element(
          'p',
          { class: 'warning' },
          words.doubtfulSources(doubtful.map(({ title }) => words.quote(title)).join(words.comma)),
        )
      : fragment(),
    element('h3', {}, words.editions),
    plainTable(
      [words.edition, words.validity, words.selectedBy, ...(isAlone ? [] : [words.ownRules])],
      policy.editions.map((bound) => editionRow(book, bound).slice(0, isAlone ? -1 : undefined)),
    ),
    element('h3', {}, words.sources),
    plainTable(
      [words.source, words.gradeColumn, words.articleCount],
      // Modules have sources of their own, which may be the same document.
      policy.sources
        .filter(isFirst)
        .map((source) => [
          element('cite', {}, source.title),
          element('span', { class: `grade ${source.grade}` }, words.grade[source.grade]),
          String(book.articles.filter((each) => each.source !== null && isSame(each.source, source)).length),
        ]),
    ),
    readings.length > 0 ? element('h3', {}, words.readings) : fragment(),
    readings.length > 0
      ? plainTable(
          [words.reading, words.statement, words.where],
          readings.map(({ reading, article }) => [
            element('strong', {}, reading.name.text),
            fragment(
              reading.statement.value,
              ...reading.alternatives.flatMap(({ name, statement }) => [
                element('br', {}),
                element('small', {}, `${words.alternative} ${name.text}${words.colon}${statement.value}`),
              ]),
            ),
            element('a', { href: `#${article.anchor}` }, `${article.mark} ${article.article.title.value}`),
          ]),
        )
      : fragment(),
  ]
}

function readingsOf({ articles }: Book): readonly { readonly reading: Reading; readonly article: BookArticle }[] {
  return articles.flatMap((article) => {
    const { items, sections } = article.article
    return [...items, ...sections.flatMap((section) => section.items)].flatMap((item) =>
      item.kind === 'reading' ? [{ reading: item, article }] : [],
    )
  })
}

function editionRow(book: Book, { edition, selectedBy, choice }: BoundEdition): readonly (Html | string)[] {
  const { words, policy, rules, language } = book
  const name = edition.name.value
  const own = rules.filter(({ editions }) => editions.includes(name) && editions.length < policy.editions.length)
  const amended = rules.filter(({ editions }) => editions.includes(edition.amends?.value ?? ''))
  const [added, gone] = [own.filter((rule) => !amended.includes(rule)), amended.filter((rule) => !inForce(rule, name))]
  const isAmending = edition.amends !== null
  return [
    fragment(element('strong', {}, name), edition.amends ? ` ${words.amends(edition.amends.value)}` : ''),
    element(
      'span',
      { class: 'period' },
      words.period(edition.from && dateText(edition.from), edition.until && dateText(edition.until)),
    ),
    selectedBy?.text ?? '',
    fragment(
      isAmending && added.length > 0 ? words.adds : '',
      ruleLinks(isAmending ? added : own, language),
      isAmending && gone.length > 0 ? fragment(element('br', {}), words.drops, ruleLinks(gone, language)) : '',
      choice ? fragment(element('br', {}), choiceText(book, choice.choose)) : '',
    ),
  ]
}

const isSame = (a: SourceInfo, b: SourceInfo): boolean => a.title === b.title && a.grade === b.grade

const isFirst = (source: SourceInfo, index: number, all: readonly SourceInfo[]): boolean =>
  all.findIndex((each) => isSame(each, source)) === index

const inForce = ({ editions }: BookRule, edition: string): boolean => editions.includes(edition)

/** Links to rules by their number, with the names they speak of where asked for. */
export function ruleLinks(rules: readonly BookRule[], language: Language | null = null): Html {
  return fragment(
    ...rules.flatMap((rule, index) => {
      const names = language === null ? [] : [...rule.defines, ...rule.changes].map((entry) => nameIn(entry, language))
      const link = element('a', { href: `#${anchorOf(rule)}` }, [rule.number, ...names].join(' '))
      return index === 0 ? [link] : [', ', link]
    }),
  )
}
