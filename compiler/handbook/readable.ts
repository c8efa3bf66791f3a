import type { Classify, Except, ListAll, Name, Rule, Split } from '../../grammar/tree.ts'
import { dateText } from '../check/literals.ts'
import { element, fragment, type Html } from '../show/html.ts'
import type { Book } from './book.ts'
import { codeInline } from './code.ts'
import { bandTable, gridTable } from './grid.ts'
import type { Sheet } from './sheet.ts'

/** A rule as a table, a ledger or a sentence. */
export function readableRule(book: Book, sheet: Sheet, rule: Rule): Html {
  const { words } = book
  const code = ({ span }: Pick<Name, 'span'>): Html => codeInline(book, sheet, span)
  const sentence = (content: Html): Html => element('p', { class: 'sentence' }, content)
  switch (rule.kind) {
    case 'define':
      return sentence(words.means(code(rule.name), code(rule.value)))
    case 'table':
      return gridTable(book, sheet, rule.name, rule.by, rule.grid)
    case 'bands':
      return bandTable(book, sheet, rule.name, rule.along, rule.grid)
    case 'classify':
    case 'listAll':
      return classification(book, sheet, rule)
    case 'split':
      return ledger(book, sheet, rule)
    case 'move':
      return sentence(words.moves(rule.outOf.map(code), code(rule.amount), code(rule.into)))
    case 'accumulate':
      return sentence(words.accumulates(code(rule.name), rule.direction === 'adds', code(rule.amount)))
    case 'except':
      return exception(book, sheet, rule)
    case 'adjust':
      return sentence(words.adjusts(code(rule.name), rule.operator, code(rule.by)))
    case 'requires':
      return sentence(words.requires(rule.label.value, code(rule.condition)))
    case 'match':
      return sentence(words.matches(code(rule.dataset), code(rule.condition)))
  }
}

function classification(book: Book, sheet: Sheet, { name, rows }: Classify | ListAll): Html {
  const { words } = book
  const head = [words.order, codeInline(book, sheet, name.span), words.condition]
  return element(
    'table',
    { class: 'grid' },
    element(
      'thead',
      {},
      element('tr', { class: 'names' }, ...head.map((each) => element('th', { scope: 'col' }, each))),
    ),
    element(
      'tbody',
      {},
      ...rows.map(({ cells: [value, condition] }, index) =>
        element(
          'tr',
          {},
          element('td', { class: 'amount' }, String(index + 1)),
          element('td', { class: 'side' }, value ? codeInline(book, sheet, value.span) : ''),
          element(
            'td',
            {},
            condition === undefined
              ? ''
              : condition.kind === 'otherwise'
                ? words.noneOfThese
                : codeInline(book, sheet, condition.span),
          ),
        ),
      ),
    ),
  )
}

function ledger(book: Book, sheet: Sheet, { amount, bandedFrom, lines }: Split): Html {
  const { words } = book
  const head = ['', words.take, words.amount, words.into]
  const whole = codeInline(book, sheet, amount.span)
  return fragment(
    bandedFrom === null
      ? ''
      : element('p', { class: 'note' }, words.bandedFrom, words.colon, codeInline(book, sheet, bandedFrom.span)),
    element(
      'table',
      { class: 'grid ledger' },
      element('caption', {}, words.ruleKind.split, ' ', element('strong', {}, whole)),
      element(
        'thead',
        {},
        element('tr', { class: 'names' }, ...head.map((each) => element('th', { scope: 'col' }, each))),
      ),
      element(
        'tbody',
        {},
        ...lines.map((line, index) =>
          element(
            'tr',
            {},
            element('td', { class: 'amount' }, String(index + 1)),
            element('td', {}, words.mode[line.mode]),
            element('td', {}, line.amount === null ? '' : codeInline(book, sheet, line.amount.span)),
            element('td', { class: 'side' }, codeInline(book, sheet, line.into.span)),
          ),
        ),
      ),
    ),
    element('p', { class: 'note' }, words.addsUp(whole)),
  )
}

function exception(book: Book, sheet: Sheet, { from, until, condition, name, value, label }: Except): Html {
  const { words } = book
  const fact = (title: string, content: Html | string): Html =>
    fragment(element('dt', {}, title), element('dd', {}, content))
  const day = (date: typeof from): string | null => date && dateText(date)
  return fragment(
    element('p', { class: 'sentence' }, element('strong', {}, label.value)),
    element(
      'dl',
      { class: 'exception' },
      from || until ? fact(words.inPeriod, words.period(day(from), day(until))) : '',
      condition ? fact(words.ifCondition, codeInline(book, sheet, condition.span)) : '',
      fact(
        words.ruleKind.except,
        words.exception(codeInline(book, sheet, name.span), codeInline(book, sheet, value.span)),
      ),
    ),
  )
}
