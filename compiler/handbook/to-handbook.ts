import type { Span } from '../../grammar/tree.ts'
import type { BoundPolicy } from '../bind/bound.ts'
import { nameIn } from '../check/spelling.ts'
import { element, fragment, page, type Html } from '../show/html.ts'
import { articleParts } from './articles.ts'
import { newBook, type Book, type BookArticle, type HandbookSource } from './book.ts'
import { codeBlock, codeInline } from './code.ts'
import { datasetParts, platformParts } from './data.ts'
import { exampleParts } from './examples.ts'
import { choicesPart, recordParts } from './fields.ts'
import { factsPart, namesPart } from './indexes.ts'
import { overviewParts } from './overview.ts'
import { style } from './style.ts'

/**
 * A decision of a policy as one page to read and to print: overview, articles with the rules beneath each quote,
 * examples, fields, indexes. It needs nothing else: no script, no font, no address. `translation` is where the page in
 * the other language stands, as a relative address.
 */
export function toHandbook(source: HandbookSource, translation: string): string {
  const book = newBook(source)
  const { words, policy } = book
  const title = `${policy.label} · ${nameIn(policy.decision, book.language)}`
  const chapters = chaptersOf(book).filter(({ content }) => content.length > 0)
  return page(
    words.lang,
    title,
    style,
    fragment(
      element(
        'header',
        {},
        element('h1', {}, title),
        element(
          'p',
          { class: 'note' },
          element('code', {}, `${policy.id}.${policy.decision.id}`),
          ' · ',
          element('a', { href: translation, hreflang: source.language === 'zh' ? 'en' : 'zh-CN' }, words.otherLanguage),
        ),
      ),
      contents(book, chapters),
      element('main', {}, ...chapters.map(({ anchor, name, content }) => chapter(anchor, name, content))),
    ),
  )
}

interface Chapter {
  readonly anchor: string
  readonly name: string
  readonly content: readonly Html[]
}

function chaptersOf(book: Book): readonly Chapter[] {
  const { words, policy } = book
  const facts = factsPart(book)
  return [
    { anchor: 'overview', name: words.overview, content: overviewParts(book) },
    { anchor: 'articles', name: words.articles, content: articleParts(book, false) },
    { anchor: 'shared', name: words.sharedArticles, content: articleParts(book, true) },
    { anchor: 'invariants', name: words.invariants, content: invariantParts(book) },
    { anchor: 'examples', name: words.examples, content: exampleParts(book) },
    { anchor: 'inputs', name: words.inputs, content: recordParts(book, policy.decision.inputs) },
    { anchor: 'outputs', name: words.outputs, content: recordParts(book, policy.decision.outputs) },
    { anchor: 'choices', name: words.choices, content: [choicesPart(book)] },
    { anchor: 'data', name: words.data, content: datasetParts(book) },
    { anchor: 'platform', name: words.platformCodes, content: platformParts(book) },
    { anchor: 'names', name: words.index, content: [namesPart(book)] },
    { anchor: 'facts', name: words.facts, content: facts ? [facts] : [] },
  ]
}

function chapter(anchor: string, name: string, content: readonly Html[]): Html {
  return element('section', { class: 'chapter', id: anchor }, element('h2', {}, name), ...content)
}

function contents({ words, articles }: Book, chapters: readonly Chapter[]): Html {
  const link = (anchor: string, name: string): Html => element('a', { href: `#${anchor}` }, name)
  const sources = new Set(articles.flatMap(({ source }) => source?.title ?? []))
  const document = ({ source }: BookArticle): Html | string =>
    source && sources.size > 1 ? fragment(' ', element('small', {}, source.title)) : ''
  const inner = (isOfModule: boolean): Html =>
    element(
      'ul',
      {},
      ...articles
        .filter(({ sheet }) => (sheet.module !== null) === isOfModule)
        .map((each) =>
          element('li', {}, link(each.anchor, `${each.mark} ${each.article.title.value}`), document(each)),
        ),
    )
  return element(
    'nav',
    {},
    element('h2', {}, words.contents),
    element(
      'ol',
      {},
      ...chapters.map(({ anchor, name }) =>
        element(
          'li',
          {},
          link(anchor, name),
          anchor === 'articles' || anchor === 'shared' ? inner(anchor === 'shared') : '',
        ),
      ),
    ),
  )
}

function invariantParts(book: Book): readonly Html[] {
  const { words, policy } = book
  const { invariants, monotonies } = policy
  const note = (text: string, about: readonly unknown[]): readonly Html[] =>
    about.length === 0 ? [] : [element('p', { class: 'note' }, text)]
  return [
    ...note(words.invariantsSay, invariants),
    ...invariants.flatMap((each) => promisePart(book, each, each.item.condition.span)),
    ...note(words.monotoniesSay, monotonies),
    ...monotonies.flatMap((each) => {
      const { value, span } = each.item
      return promisePart(book, each, { start: value.span.start, end: span.end })
    }),
  ]
}

function promisePart(
  book: Book,
  { item, file }: BoundPolicy['invariants' | 'monotonies'][number],
  said: Span,
): readonly Html[] {
  const sheet = book.sheets.find(({ name }) => name === file)
  if (sheet === undefined) return []
  return [
    element(
      'div',
      { class: 'rule' },
      element('p', { class: 'sentence' }, element('strong', {}, item.label.value)),
      element('p', { class: 'sentence' }, codeInline(book, sheet, said)),
      codeBlock(book, sheet, item.span),
    ),
  ]
}
