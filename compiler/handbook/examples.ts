import type { Example, Row } from '../../grammar/tree.ts'
import { describeIssue } from '../../runtime/describe-issue.ts'
import type { BoundPolicy } from '../bind/bound.ts'
import type { ExampleCase } from '../examples/example-case.ts'
import { readExamples } from '../examples/read-examples.ts'
import { runExample, type ExampleOutcome } from '../examples/run-example.ts'
import type { OutputValue } from '../interpret/evaluation.ts'
import { newReport } from '../problem/report.ts'
import { element, fragment, type Html } from '../show/html.ts'
import type { Book } from './book.ts'
import { codeInline } from './code.ts'
import { commentsAbove, type Sheet } from './sheet.ts'

interface Settled {
  readonly item: Example
  readonly sheet: Sheet
  readonly case: ExampleCase
  readonly outcome: ExampleOutcome
}

/** The examples with what is given and what is expected, and whether the programs give it. */
export function exampleParts(book: Book): readonly Html[] {
  const { words } = book
  const settled = settleExamples(book)
  const passed = settled.filter(({ outcome }) => outcome.kind === 'passed').length
  if (settled.length === 0) return []
  return [
    ...headNotes(book).map((note) => element('p', { class: 'note' }, note)),
    element('p', { class: passed === settled.length ? 'note' : 'warning' }, words.passed(passed, settled.length)),
    ...settled.map((each, index) => examplePart(book, each, index, settled)),
  ]
}

function settleExamples({ policy, programs, sheets }: Book): readonly Settled[] {
  const cases = readExamples(policy, newReport())
  return policy.examples.flatMap(({ item, file }, index) => {
    const sheet = sheets.find(({ name }) => name === file)
    const example = cases[index]
    if (sheet === undefined || example === undefined) return []
    return [{ item, sheet, case: example, outcome: runExample(programs, decisionOf(policy), example) }]
  })
}

/** What is said above files that hold examples only. */
function headNotes({ sheets, articles }: Book): readonly string[] {
  return sheets
    .filter((sheet) => articles.every((each) => each.sheet !== sheet))
    .flatMap((sheet) => sheet.tree.items.slice(0, 1).flatMap(({ span }) => commentsAbove(sheet, span.start)))
    .map(({ text }) => text)
}

const decisionOf = ({ id, decision }: BoundPolicy): string => `${id}.${decision.id}`
const anchor = (index: number): string => `example-${index + 1}`

function examplePart(book: Book, example: Settled, index: number, all: readonly Settled[]): Html {
  const { words } = book
  const { item, sheet, outcome } = example
  const base = all.findIndex((each) => each.item.label.value === item.basedOn?.value)
  const verdict = outcome.kind === 'passed' ? words.passes : outcome.kind === 'differs' ? words.fails : words.refused
  return element(
    'section',
    { class: 'example', id: anchor(index) },
    element(
      'h3',
      {},
      element('span', { class: 'number' }, String(index + 1)),
      ' ',
      item.label.value,
      ' ',
      element('span', { class: outcome.kind === 'passed' ? 'passes' : 'fails' }, verdict),
    ),
    ...commentsAbove(sheet, item.span.start).map(({ text }) => element('p', { class: 'note' }, text)),
    item.basedOn
      ? element(
          'p',
          { class: 'note' },
          words.basedOn,
          ' ',
          base < 0 ? words.quote(item.basedOn.value) : element('a', { href: `#${anchor(base)}` }, item.basedOn.value),
        )
      : '',
    outcome.kind === 'refused'
      ? element('ul', {}, ...outcome.issues.map((issue) => element('li', {}, describeIssue(issue, book.language))))
      : '',
    element(
      'div',
      { class: 'columns' },
      element(
        'div',
        {},
        pairs(book, sheet, words.given, item.given),
        ...item.lists.map((list) => listTable(book, sheet, list)),
      ),
      expectations(book, example),
    ),
  )
}

// As the output's JSON has it; text without its quotes.
function foundText(found: OutputValue): string {
  return typeof found === 'string' ? found : JSON.stringify(found)
}

function pairs(book: Book, sheet: Sheet, title: string, rows: readonly Row[]): Html {
  if (rows.length === 0) return fragment()
  return element(
    'table',
    { class: 'pairs' },
    element('caption', {}, title),
    element(
      'tbody',
      {},
      ...rows.map(({ cells }) =>
        element('tr', {}, ...cells.map((cell) => element('td', {}, codeInline(book, sheet, cell.span)))),
      ),
    ),
  )
}

function listTable(book: Book, sheet: Sheet, { list, grid }: Example['lists'][number]): Html {
  const [head, ...rows] = [...grid.head, ...grid.body]
  const cells = (row: Row | undefined, tag: 'td' | 'th'): readonly Html[] =>
    (row?.cells ?? []).map((cell) => element(tag, {}, codeInline(book, sheet, cell.span)))
  return element(
    'table',
    { class: 'plain' },
    element('caption', {}, book.words.each, ' ', codeInline(book, sheet, list.span)),
    element('thead', {}, element('tr', {}, ...cells(head, 'th'))),
    element('tbody', {}, ...rows.map((row) => element('tr', {}, ...cells(row, 'td')))),
  )
}

/** What is expected as the policy writes it; beside it what was found, where that is something else. */
function expectations(book: Book, { item, sheet, case: { expectations: expected }, outcome }: Settled): Html {
  const { words } = book
  const wrong = outcome.kind === 'differs' ? outcome.differences : []
  const foundFor = ({ span }: Row): string | null => {
    const place = expected.find((each) => each.place.span.start === span.start)
    const difference = wrong.find(({ expectation }) => expectation === place)
    return difference === undefined ? null : `${words.found}${words.colon}${foundText(difference.found)}`
  }
  return element(
    'table',
    { class: 'pairs' },
    element('caption', {}, words.expected),
    element(
      'tbody',
      {},
      ...item.expect.map((row) => {
        const found = foundFor(row)
        const [name, value] = row.cells
        return element(
          'tr',
          {},
          element('td', {}, name ? codeInline(book, sheet, name.span) : ''),
          element(
            'td',
            {},
            value ? codeInline(book, sheet, value.span) : '',
            found === null ? '' : fragment(' ', element('strong', { class: 'fails' }, found)),
          ),
        )
      }),
    ),
  )
}
