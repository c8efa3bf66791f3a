import { element, fragment, type Html } from '../../show/html.ts'
import type { Basis, CellChange, TextChange } from '../text/text-change.ts'
import type { Report } from './to-html.ts'
import { tableHead } from '../../show/table.ts'

/** What the text says otherwise: what has changed, cell by cell where there are cells, with the sentences it rests on. */
export function changesSection({ compared: { text }, words, names }: Report): Html | null {
  if (text.length === 0) return null
  return fragment(...text.map((change) => changePart(change, words, names.inWords)))
}

/** Does the name of a statement begin with what it is? */
const saysWhat = (what: TextChange['what']): boolean =>
  ['invariant', 'reading', 'quote', 'notFormalised'].includes(what)

/** What is written, in the words of the page's language. */
type InWords = Report['names']['inWords']

/** As it is written; and beside it in the words of the page, where those are others. */
function both(written: string, inWords: InWords): Html {
  const told = inWords(written)
  return told === written ? fragment(written) : fragment(told, element('small', { class: 'written' }, ` ${written}`))
}

type Words = Report['words']

function changePart(change: TextChange, words: Words, inWords: InWords): Html {
  const { kind, what, name, before, after, cells, basis } = change
  const isOfRules = what === 'rule' || what === 'invariant'
  const hasSides = before !== null && after !== null
  return element(
    'div',
    { class: 'change' },
    element(
      'h3',
      {},
      element('span', { class: `kind ${kind}` }, words.changeKind[kind]),
      ` ${saysWhat(what) ? '' : `${words.changeOf[what]} `}`,
      element('strong', {}, isOfRules ? both(name, inWords) : name.split(' → ').map(inWords).join(' → ')),
    ),
    cells.length > 0
      ? cellTable(cells, words, inWords)
      : kind === 'moved'
        ? ''
        : texts(change, words, isOfRules ? inWords : null),
    element(
      'div',
      { class: hasSides ? 'sides' : '' },
      basis.before && before ? basisPart(basis.before, before.place, words.columns.before, what, words) : '',
      basis.after && after ? basisPart(basis.after, after.place, words.columns.after, what, words) : '',
    ),
  )
}

function cellTable(cells: readonly CellChange[], { columns }: Words, inWords: InWords): Html {
  const value = (text: string | null, name: string): Html =>
    element('td', { class: name }, text === null ? '—' : element('code', {}, both(text, inWords)))
  const cell = (label: string): Html =>
    fragment(...label.split(' · ').flatMap((each, at) => [at > 0 ? ' · ' : '', both(each, inWords)]))
  return element(
    'table',
    { class: 'plain' },
    tableHead([columns.cell, columns.before, columns.after]),
    element(
      'tbody',
      {},
      ...cells.map(({ row, column, before, after }) =>
        element(
          'tr',
          {},
          element('td', {}, cell(row), column === null ? '' : fragment(' × ', cell(column))),
          value(before, 'was'),
          value(after, 'is'),
        ),
      ),
    ),
  )
}

/** Both texts as they are written, and below each how it reads in the language of the page, where that is another. */
function texts({ before, after }: TextChange, { columns }: Words, inWords: InWords | null): Html {
  const side = (text: string, mark: string, name: string, label: string): Html =>
    element(
      'pre',
      { class: name },
      element('span', { class: 'side' }, label),
      element(
        'code',
        {},
        text
          .split('\n')
          .map((line) => `${mark} ${line}`)
          .join('\n'),
      ),
      inWords === null || inWords(text) === text ? '' : element('small', { class: 'wording' }, `\n${inWords(text)}`),
    )
  return fragment(
    before ? side(before.text, '−', 'was', columns.before) : '',
    after ? side(after.text, '+', 'is', columns.after) : '',
  )
}

function basisPart(basis: Basis, place: string, side: string, what: TextChange['what'], words: Words): Html {
  const { source, article, grade, heading, quotes, readings } = basis
  return element(
    'div',
    { class: 'basis' },
    element(
      'p',
      {},
      element('span', { class: 'side' }, side),
      ` ${source} ${article} `,
      element('span', { class: `grade ${grade}` }, words.grade[grade]),
    ),
    heading === null ? '' : element('p', {}, element('code', {}, heading)),
    ...(what === 'quote' ? [] : quotes).map(({ text, isVerbatim, cites }) =>
      element('blockquote', {}, words.quote(text, isVerbatim), element('small', {}, ` ${cites.join(' ')}`)),
    ),
    ...(what === 'reading' ? [] : readings).map(({ name, statement }) =>
      element('p', { class: 'note' }, words.readingSays(name, statement)),
    ),
    element('p', { class: 'place' }, element('code', {}, place)),
  )
}
