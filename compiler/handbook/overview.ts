import type { Reading } from '../../grammar/tree.ts'
import { dateText } from '../check/literals.ts'
import { element, fragment, type Html } from '../show/html.ts'
import { anchorOf, type Book, type BookArticle, type BookRule } from './book.ts'
import { isDoubtful } from './leanings.ts'
import { plainTable } from './plain-table.ts'
import { commentsAbove } from './sheet.ts'

/** What the policy is: validity, sources with their grades, editions, readings. */
export function overviewParts(book: Book): readonly Html[] {
  const { words, policy, sheets } = book
  const doubtful = policy.sources.filter(isDoubtful)
  const notes = sheets.flatMap((sheet) =>
    sheet.tree.items.flatMap((item) => (item.kind === 'policy' ? commentsAbove(sheet, item.span.start) : [])),
  )
  const readings = readingsOf(book)
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
      [words.edition, words.validity, words.selectedBy, words.ownRules],
      policy.editions.map(({ edition }) => [
        element('strong', {}, edition.name.value),
        words.period(edition.from && dateText(edition.from), edition.until && dateText(edition.until)),
        edition.selectedBy?.text ?? '',
        policy.editions.length === 1 ? words.none : ownRules(book, edition.name.value),
      ]),
    ),
    element('h3', {}, words.sources),
    plainTable(
      [words.source, words.gradeColumn, words.articleCount],
      policy.sources.map((source) => [
        element('cite', {}, source.title),
        element('span', { class: `grade ${source.grade}` }, words.grade[source.grade]),
        String(book.articles.filter((each) => each.source === source).length),
      ]),
    ),
    readings.length > 0 ? element('h3', {}, words.readings) : fragment(),
    readings.length > 0
      ? plainTable(
          [words.reading, words.statement, words.where],
          readings.map(({ reading, article }) => [
            element('strong', {}, reading.name.text),
            reading.statement.value,
            element('a', { href: `#${article.anchor}` }, article.article.title.value),
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

/** The rules in force in an edition, but not in all. */
function ownRules({ rules, policy, words }: Book, edition: string): Html {
  const own = rules.filter(({ editions }) => editions.includes(edition) && editions.length < policy.editions.length)
  return own.length === 0 ? fragment(words.none) : ruleLinks(own, true)
}

/** Links to rules by their number, with the names they speak of where asked for. */
export function ruleLinks(rules: readonly BookRule[], isNamed = false): Html {
  return fragment(
    ...rules.flatMap((rule, index) => {
      const names = [...rule.defines, ...rule.changes].map(({ label }) => label).join(' ')
      const link = element(
        'a',
        { href: `#${anchorOf(rule)}` },
        isNamed ? `${rule.number} ${names}` : String(rule.number),
      )
      return index === 0 ? [link] : [', ', link]
    }),
  )
}
