import type { Alternative, Choose, Item, NotFormalised, Quote, Reading, Rule, Section } from '../../grammar/tree.ts'
import { nameIn } from '../check/spelling.ts'
import { element, fragment, type Html } from '../show/html.ts'
import { anchorOf, ruleAt, type Book, type BookArticle, type BookRule } from './book.ts'
import { codeBlock, codeInline } from './code.ts'
import { isDoubtful } from './leanings.ts'
import { readableRule } from './readable.ts'
import { commentsAbove, type Sheet } from './sheet.ts'

/** The articles in the order of the files, the policy's own or those of its modules: each sentence with its rules. */
export function articleParts(book: Book, isOfModule: boolean): readonly Html[] {
  const { words, policy } = book
  const articles = book.articles.filter(({ sheet }) => (sheet.module !== null) === isOfModule)
  const divider = (text: string): Html => element('p', { class: 'divider' }, text)
  return articles.map((each, index) => {
    const { edition, sheet } = each
    const before = articles[index - 1]
    const opensEdition = edition !== null && policy.editions.length > 1 && before?.edition !== edition
    const opensModule = sheet.module !== null && before?.sheet !== sheet
    return fragment(
      opensEdition ? divider(words.articlesOf(edition.name.value, edition.amends?.value ?? null)) : '',
      opensModule ? divider(sheet.module) : '',
      articlePart(book, each),
    )
  })
}

function articlePart(book: Book, { anchor, mark, article, source, sheet }: BookArticle): Html {
  const { words } = book
  return element(
    'section',
    { class: 'article', id: anchor },
    element('h3', {}, element('span', { class: 'section-mark' }, mark), ' ', article.title.value),
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
      return readingPart(book, sheet, item)
    case 'notFormalised':
      return notFormalisedPart(book, item)
    case 'yearStart':
      return element('p', { class: 'sentence' }, book.words.yearStart(item.month, item.day))
    case 'replace':
      return item.rule ? rulePart(book, sheet, item.rule, book.words.replaces) : fragment()
    case 'remove':
      return sentencePart(
        book,
        sheet,
        item,
        book.words.removes(item.target.kind === 'text' ? item.target.value : item.target.text),
      )
    case 'choose':
      return sentencePart(book, sheet, item, choiceText(book, item))
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
      return rulePart(book, sheet, item, null)
  }
}

function quotePart({ words }: Book, { isVerbatim, text, cites }: Quote): Html {
  const said = isVerbatim ? words.quote(text.value) : words.summary(text.value)
  return element('blockquote', {}, said, ...factMarks(cites.map((each) => each.text)))
}

function factMarks(facts: readonly string[]): readonly (Html | string)[] {
  return facts.flatMap((fact) => [' ', element('small', { class: 'fact' }, fact)])
}

function readingPart(book: Book, sheet: Sheet, { name, statement, cites, because, alternatives }: Reading): Html {
  const { words } = book
  return element(
    'aside',
    { class: 'reading' },
    element(
      'p',
      {},
      element('strong', {}, `${words.reading} ${name.text}`),
      words.colon,
      statement.value,
      ...factMarks(cites.map((each) => each.text)),
    ),
    element('p', { class: 'note' }, words.because, words.colon, because.value),
    ...alternatives.map((each) => alternativePart(book, sheet, each, isChosen(book, name.text, each.name.text))),
  )
}

const isChosen = ({ policy }: Book, reading: string, alternative: string): boolean =>
  policy.readings.some(({ name, chosen }) => name === reading && chosen === alternative)

function alternativePart(book: Book, sheet: Sheet, { name, statement, rule, span }: Alternative, holds: boolean): Html {
  const { words } = book
  return element(
    'div',
    { class: 'alternative' },
    element(
      'p',
      {},
      element('strong', {}, words.alternative, ' ', element('code', {}, name.text)),
      words.colon,
      statement.value,
      holds ? fragment(' ', element('span', { class: 'mark' }, words.chosenHere)) : '',
    ),
    ...(rule === null
      ? []
      : holds
        ? [rulePart(book, sheet, rule, null)]
        : [readableRule(book, sheet, rule), codeBlock(book, sheet, span)]),
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

/** `does`: what it does to another rule, if anything. A rule in force nowhere is named only. */
function rulePart(book: Book, sheet: Sheet, item: Rule, does: string | null): Html {
  const { words } = book
  const rule = ruleAt(book, sheet, item.span)
  const isUnused = rule === undefined && sheet.module !== null
  return element(
    'div',
    { class: 'rule', ...(rule && { id: anchorOf(rule) }) },
    element(
      'p',
      { class: 'title' },
      element('span', { class: 'number' }, rule ? String(rule.number) : '–'),
      ' ',
      does ?? '',
      words.ruleKind[item.kind],
      ...marks(book, rule, sheet),
    ),
    ...commentsAbove(sheet, item.span.start).map(({ text }) => element('p', { class: 'note' }, text)),
    isUnused ? '' : readableRule(book, sheet, item),
    codeBlock(book, sheet, item.span),
  )
}

function sentencePart(book: Book, sheet: Sheet, { span }: Item, sentence: string): Html {
  return element('div', { class: 'rule' }, element('p', { class: 'sentence' }, sentence), codeBlock(book, sheet, span))
}

/** 孰低 or 孰高 in a sentence. */
export function choiceText({ words }: Book, { direction, name, editions, tiesTo }: Choose): string {
  const called = (edition: { readonly value: string } | null): string =>
    edition === null ? words.thisEdition : words.quote(edition.value)
  return words.chooses(editions.map(called), direction, name.text, called(tiesTo))
}

/** In which editions a rule is in force, where its place does not say so; and which sources that are not official it leans on. */
function marks(book: Book, rule: BookRule | undefined, sheet: Sheet): readonly Html[] {
  const { words, policy, leanings, language } = book
  const mark = (kind: string, text: string): Html => fragment(' ', element('span', { class: kind }, text))
  if (rule === undefined) return [mark('mark', sheet.module === null ? words.notInForce : words.notNeeded)]
  const { editions, source } = rule
  const names = (all: readonly string[]): string => all.map(words.quote).join(words.comma)
  const isSaid = editions.length === policy.editions.length || names(editions) === names(ownEditions(book, rule))
  return [
    ...(isSaid ? [] : [mark('mark', words.onlyIn(names(editions)))]),
    ...(isDoubtful(source) ? [mark(`grade ${source.grade}`, words.fromSource(source.grade))] : []),
    ...(leanings.get(rule) ?? []).map(({ entry, source: { title, grade }, editions: some }) => {
      const where = some.length === editions.length ? null : names(some)
      return mark(`grade ${grade}`, words.leansOn(nameIn(entry, language), title, grade, where))
    }),
  ]
}

/** The edition under whose heading a rule stands. */
function ownEditions({ articles }: Book, { bound: { file, rule } }: BookRule): readonly string[] {
  return articles
    .filter(
      ({ sheet, article: { span } }) =>
        sheet.name === file && span.start <= rule.span.start && rule.span.end <= span.end,
    )
    .flatMap(({ edition }) => edition?.name.value ?? [])
}
