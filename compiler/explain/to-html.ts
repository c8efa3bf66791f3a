import { element, fragment, page, type Html } from '../show/html.ts'
import type {
  Calculation,
  ExplainedLine,
  ExplainedResult,
  ExplainedSplit,
  ExplainedTerm,
  Explanation,
} from './explanation.ts'
import type { Held, Rule, Use } from './explanation.ts'
import { isWorthShowing } from './explain-results.ts'
import { isRounded, nameText, resultText, titleOf, useText } from './layout.ts'
import { inColumn } from '../show/numbers.ts'
import { style } from './style.ts'
import { wordsIn, type Language, type Words } from './words.ts'

/** The explanation as a page that needs nothing else: no script, no font, no address. Everything shown is escaped. */
export function explanationToHtml(explanation: Explanation, language: Language): string {
  const words = wordsIn(language)
  const { splits, moves, results, terms, rules, otherReadings, unconfirmed } = explanation
  const title = titleOf(explanation, words)
  return page(
    words.lang,
    title,
    style,
    fragment(
      element('h1', {}, title),
      element('p', { class: 'edition' }, words.edition(explanation.edition)),
      ...unconfirmed.map((leaning) => element('p', { class: 'warning' }, words.unconfirmed(leaning))),
      ...otherReadings.map((other) => element('p', { class: 'warning' }, words.otherReading(other))),
      section(words.ledger, ...splits.map((split) => splitTable(split, words))),
      moves.length > 0
        ? section(
            words.moves,
            table(
              ...moves.map(({ name, amount, rule, restsOn }) =>
                row(fragment(`→ ${words.name(name)}`, usesNote(restsOn, words)), inColumn(amount), rule),
              ),
            ),
          )
        : '',
      section(words.results, table(...results.filter(isWorthShowing).map((result) => resultRow(result, words)))),
      section(words.terms, ...terms.map((term) => termBlock(term, words))),
      section(words.rules, element('ol', {}, ...rules.map((rule, number) => ruleItem(rule, number, words)))),
    ),
  )
}

function section(title: string, ...content: (Html | string)[]): Html {
  return element('section', {}, element('h2', {}, title), ...content)
}

function table(...rows: Html[]): Html {
  return element('table', {}, element('tbody', {}, ...rows))
}

function row(name: Html | string, amount: string, rule: number | null, kind = 'line'): Html {
  return element(
    'tr',
    { class: kind },
    element('td', {}, name),
    element('td', { class: 'amount' }, amount),
    element('td', { class: 'rule' }, reference(rule)),
  )
}

function splitTable({ label, element: of, amount, rule, lines }: ExplainedSplit, words: Words): Html {
  return table(
    row(nameText(label, of, words), inColumn(amount), rule, 'whole'),
    ...lines.map((line) => row(lineCell(line, words), inColumn(line.amount), line.rule)),
  )
}

function lineCell({ mode, into, amount, calculation, restsOn }: ExplainedLine, words: Words): Html {
  return fragment(
    `${words.mode[mode]} → `,
    element('strong', {}, words.name(into)),
    usesNote(restsOn, words, calculation),
    calculation ? calculationTable(calculation, amount, words) : '',
  )
}

function calculationTable(calculation: Calculation, amount: string, words: Words): Html {
  const { product } = calculation
  const bands =
    calculation.kind === 'banded'
      ? calculation.bands.map((band) => ({ range: words.bandRange(band), ...band }))
      : [{ range: '', ...calculation }]
  const last = (name: string, value: string): Html =>
    element(
      'tr',
      { class: 'sum' },
      element('td', { colspan: '3' }, name),
      element('td', { class: 'amount' }, inColumn(value)),
    )
  const positions = calculation.kind === 'banded' ? `${inColumn(calculation.from)} — ${inColumn(calculation.to)}` : ''
  return element(
    'table',
    { class: 'bands' },
    positions === '' ? '' : element('caption', {}, `${words.position} ${positions}`),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...[words.band, words.amountInBand, words.rateColumn, words.product].map((each) => element('th', {}, each)),
      ),
    ),
    element(
      'tbody',
      {},
      ...bands.map((band) =>
        element(
          'tr',
          {},
          element('td', {}, band.range),
          ...[inColumn(band.amount), words.rate(band.rate), inColumn(band.product)].map((each) =>
            element('td', { class: 'amount' }, each),
          ),
        ),
      ),
      bands.length > 1 ? last(words.sum, product) : '',
      isRounded(product, amount) ? last(words.rounded, amount) : '',
    ),
  )
}

function resultRow(result: ExplainedResult, words: Words): Html {
  const name = fragment(words.name(result.name), result.before ? '' : heldNote(result.held))
  return row(name, resultText(result, words), result.rule)
}

function termBlock({ name, element: of, value, rule, held, restsOn }: ExplainedTerm, words: Words): Html {
  const because = restsOn.filter(({ isCondition }) => isCondition)
  return element(
    'div',
    { class: 'term' },
    element(
      'p',
      {},
      element('strong', {}, nameText(words.name(name), of, words)),
      `${words.colon}${words.value(value)} `,
      reference(rule),
    ),
    heldNote(held),
    usesNote(
      restsOn.filter(({ isCondition }) => !isCondition),
      words,
    ),
    because.length > 0 ? note(words.onlyBecause, because, words, null) : '',
  )
}

function heldNote(held: readonly Held[]): Html {
  const lines = held.flatMap(({ excerpt }) => excerpt ?? [])
  if (lines.length === 0) return fragment()
  const items = lines.map(({ before, held: marked, after }) =>
    element('li', {}, before, element('mark', {}, marked), after),
  )
  return element('ul', { class: 'held' }, ...items)
}

function usesNote(uses: readonly Use[], words: Words, calculation: Calculation | null = null): Html {
  return uses.length > 0 ? note(words.restsOn, uses, words, calculation) : fragment()
}

function note(title: string, uses: readonly Use[], words: Words, calculation: Calculation | null): Html {
  const text = uses.map((use) => useText(use, words, calculation)).join(words.comma)
  return element('p', { class: 'note' }, `${title}${words.colon}${text}`)
}

function reference(rule: number | null): Html {
  return rule === null ? fragment() : element('a', { href: `#rule-${rule + 1}` }, `[${rule + 1}]`)
}

function ruleItem({ article, quotes, readings }: Rule, number: number, words: Words): Html {
  return element(
    'li',
    { id: `rule-${number + 1}` },
    article
      ? element(
          'p',
          {},
          element('cite', {}, article.source.title),
          ` ${article.title} (${words.grade[article.source.grade]})`,
        )
      : '',
    ...quotes.map(({ text, isVerbatim, cites }) =>
      element(
        'blockquote',
        {},
        isVerbatim ? words.quote(text) : words.summary(text),
        element('small', {}, ` ${cites.join(' ')}`),
      ),
    ),
    ...readings.map((reading) =>
      element('p', { class: 'reading' }, words.reading(reading), element('br', {}), words.readingBecause(reading)),
    ),
  )
}
