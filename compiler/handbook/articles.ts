import type { Item, NotFormalised, Quote, Reading, Section } from '../../grammar/tree.ts'
import { element, fragment, type Html } from '../show/html.ts'
import { anchorOf, ruleAt, type Book, type BookArticle, type BookRule } from './book.ts'
import { codeBlock, codeInline } from './code.ts'
import { isDoubtful } from './leanings.ts'
import { readableRule } from './readable.ts'
import { commentsAbove, type Sheet } from './sheet.ts'

/** Every article in the order of the files: its source, and each sentence with the rules beneath it. */
export function articleParts(book: Book): readonly Html[] {
  return book.articles.map((each, index) => {
    const { edition } = each
    const isFirst = edition !== null && book.policy.editions.length > 1 && book.articles[index - 1]?.edition !== edition
    return fragment(
      isFirst ? element('p', { class: 'divider' }, book.words.ownArticles(edition.name.value)) : '',
      articlePart(book, each),
    )
  })
}

function articlePart(book: Book, { anchor, article, source, sheet }: BookArticle): Html {
  const { words } = book
  return element(
    'section',
    { class: 'article', id: anchor },
    element('h3', {}, article.title.value),
    element(
      'p',
      { class: 'source' },
      source ? element('cite', {}, source.title) : '',
      source ? element('span', { class: `grade ${source.grade}` }, words.grade[source.grade]) : '',
    ),
    ...article.items.map((item) => itemPart(book, sheet, item)),
    ...article.sections.map((section) => sectionPart(book, sheet, section)),
  )
}

function sectionPart(book: Book, sheet: Sheet, section: Section): Html {
  const { words } = book
  const heading =
    section.kind === 'appliesTo'
      ? fragment(words.appliesTo, ' ', codeInline(book, sheet, section.condition.span))
      : fragment(words.each, ' ', codeInline(book, sheet, section.list.span))
  return element(
    'section',
    { class: 'section' },
    element('p', { class: 'heading' }, heading),
    ...section.items.map((item) => itemPart(book, sheet, item)),
  )
}

function itemPart(book: Book, sheet: Sheet, item: Item): Html {
  switch (item.kind) {
    case 'quote':
      return quotePart(book, item)
    case 'reading':
      return readingPart(book, item)
    case 'notFormalised':
      return notFormalisedPart(book, item)
    case 'yearStart':
      return element('p', { class: 'sentence' }, book.words.yearStart(item.month, item.day))
    case 'accumulate':
    case 'adjust':
    case 'bands':
    case 'classify':
    case 'define':
    case 'except':
    case 'move':
    case 'split':
    case 'table':
      return rulePart(book, sheet, item)
  }
}

function quotePart({ words }: Book, { text, cites }: Quote): Html {
  return element('blockquote', {}, words.quote(text.value), ...factMarks(cites.map((each) => each.text)))
}

function factMarks(facts: readonly string[]): readonly (Html | string)[] {
  return facts.flatMap((fact) => [' ', element('small', { class: 'fact' }, fact)])
}

function readingPart({ words }: Book, { name, statement, because }: Reading): Html {
  return element(
    'aside',
    { class: 'reading' },
    element('p', {}, element('strong', {}, `${words.reading} ${name.text}`), words.colon, statement.value),
    element('p', { class: 'note' }, words.because, words.colon, because.value),
  )
}

function notFormalisedPart({ words }: Book, { text, cites, because }: NotFormalised): Html {
  return element(
    'aside',
    { class: 'clause' },
    element(
      'p',
      {},
      element('strong', {}, words.notFormalised),
      words.colon,
      words.quote(text.value),
      ...factMarks(cites.map((each) => each.text)),
    ),
    element('p', { class: 'note' }, words.because, words.colon, because.value),
  )
}

function rulePart(book: Book, sheet: Sheet, item: BookRule['bound']['rule']): Html {
  const { words } = book
  const rule = ruleAt(book, sheet, item.span)
  return element(
    'div',
    { class: 'rule', ...(rule && { id: anchorOf(rule) }) },
    element(
      'p',
      { class: 'title' },
      element('span', { class: 'number' }, rule ? String(rule.number) : '–'),
      words.ruleKind[item.kind],
      ...marks(book, rule),
    ),
    ...commentsAbove(sheet, item.span.start).map(({ text }) => element('p', { class: 'note' }, text)),
    readableRule(book, sheet, item),
    codeBlock(book, sheet, item.span),
  )
}

/** In which editions a rule is in force, where not in all; and which sources that are not official it leans on. */
function marks({ words, policy, leanings }: Book, rule: BookRule | undefined): readonly Html[] {
  const mark = (kind: string, text: string): Html => fragment(' ', element('span', { class: kind }, text))
  if (rule === undefined) return [mark('mark', words.notInForce)]
  const { editions, source } = rule
  const names = (all: readonly string[]): string => all.map(words.quote).join(words.comma)
  const isCommon = (some: readonly string[], all: readonly string[]): boolean => some.length === all.length
  const all = policy.editions.map(({ edition }) => edition.name.value)
  return [
    ...(isCommon(editions, all) ? [] : [mark('mark', words.onlyIn(names(editions)))]),
    ...(isDoubtful(source) ? [mark(`grade ${source.grade}`, words.fromSource(source.grade))] : []),
    ...(leanings.get(rule) ?? []).map(({ entry, source: { title, grade }, editions: some }) =>
      mark(`grade ${grade}`, words.leansOn(entry.label, title, grade, isCommon(some, editions) ? null : names(some))),
    ),
  ]
}
