import type { ToldChange, ToldComparison, ToldFormula } from '../../../worker/told-comparison.ts'
import { element } from '../../element.ts'
import type { Place } from '../../../../compiler/index.ts'
import type { Page } from '../../page.ts'
import type { ComparisonWords } from './words-zh.ts'

interface Shown {
  readonly words: ComparisonWords
  readonly reveal: Page['reveal']
  readonly take: (input: unknown) => void
}

/** What becomes of each party, in sentences, then output by output. */
export function verdictView(
  { parties, findings, proof, isComplete, verdicts, same, isOnlyQuoted }: ToldComparison,
  { words }: Shown,
  isQuick: boolean,
): readonly HTMLElement[] {
  const heads = [words.output, words.change, words.least, words.most]
  return [
    ...(verdicts.length > 0 ? parties : []).map((each) => element('p', { class: 'parties' }, unbroken(each))),
    element(
      'ul',
      { class: 'findings' },
      ...(verdicts.length === 0 && !isQuick
        ? [words.nothing, ...(isOnlyQuoted ? [words.onlyQuoted] : [])]
        : findings
      ).map((each) => element('li', {}, unbroken(each))),
    ),
    ...(verdicts.length === 0
      ? []
      : [
          table(
            'verdicts',
            heads,
            verdicts.map(({ path, name, verdict, said, least, most }) =>
              element(
                'tr',
                { 'data-output': path, 'data-verdict': verdict },
                element('th', { scope: 'row' }, name),
                element('td', { class: `verdict ${verdict}` }, said),
                element('td', { class: 'amount' }, least),
                element('td', { class: 'amount' }, most),
              ),
            ),
          ),
        ]),
    ...(same.length > 0 ? [element('p', { class: 'quiet' }, words.same(same))] : []),
    ...(isQuick ? [] : [element('p', { class: isComplete ? 'proof' : 'proof open' }, proof)]),
  ]
}

/** 14 700.00 stays on one line. */
const unbroken = (text: string): string => text.replaceAll(/(?<=\d) (?=\d{3})/gu, '\u00A0')

export function changesView(changes: readonly ToldChange[], shown: Shown): readonly HTMLElement[] {
  if (changes.length === 0) return [element('p', {}, shown.words.noChanges)]
  return changes.map((change) => changePart(change, shown))
}

function changePart(
  { title, kind, before, after, cells, article, quotes }: ToldChange,
  { words, reveal }: Shown,
): HTMLElement {
  const place = after?.place ?? before?.place ?? null
  const texts = [
    ['was', before],
    ['is', after],
  ] as const
  return element(
    'div',
    { class: 'change' },
    element('h4', {}, link(title, place, reveal, words.show), element('small', { class: 'quiet' }, ` ${kindOf(kind)}`)),
    cells.length > 0
      ? table(
          'cells',
          [words.cell, words.before, words.after],
          cells.map((cell) =>
            element(
              'tr',
              {},
              element('th', { scope: 'row' }, link(cell.name, cell.place, reveal, words.show)),
              element('td', { class: 'was' }, element('code', {}, cell.before ?? '—')),
              element('td', { class: 'is' }, element('code', {}, cell.after ?? '—')),
            ),
          ),
        )
      : element(
          'div',
          {},
          ...texts.map(
            ([name, text]) =>
              text &&
              element('pre', { class: name }, element('code', {}, `${name === 'was' ? '−' : '+'} ${text.text}`)),
          ),
        ),
    article !== '' && element('p', { class: 'quiet' }, `${words.basis} ${article}`),
    ...quotes.map((quote) => element('blockquote', {}, quote)),
  )
}

const kindOf = (kind: ToldChange['kind']): string =>
  ({ added: '+', removed: '−', changed: '±', moved: '→', renamed: '≡' })[kind]

/** Where it differs, output by output; each region with its bounds and a case that can be taken. */
export function regionsView({ blocks, limits }: ToldComparison, shown: Shown): readonly HTMLElement[] {
  const { words, reveal } = shown
  return [
    ...blocks.map(({ path, name, notes, causes, rows }) =>
      element(
        'section',
        { class: 'block', 'data-output': path },
        element('h4', {}, name),
        ...notes.map((note) => element('p', { class: 'quiet' }, note)),
        causesView(causes, shown),
        table(
          'regions',
          [words.differenceWhere, words.bounds, words.witness],
          rows.flatMap((row) => formulaRows(row, shown)),
        ),
      ),
    ),
    ...(limits.length === 0
      ? []
      : [
          element('h4', {}, words.limits),
          element(
            'ul',
            { class: 'limits' },
            ...limits.map(({ expression, place, why }) =>
              element('li', {}, link(expression, place, reveal, words.show), ` ${why}`),
            ),
          ),
        ]),
  ]
}

function causesView(causes: ToldFormula['causes'], { words, reveal }: Shown): HTMLElement | null {
  if (causes.length === 0) return null
  return element(
    'p',
    { class: 'causes' },
    words.because,
    ...causes.flatMap(({ said, place }, index) => [index > 0 ? '; ' : '', link(said, place, reveal, words.show)]),
  )
}

function formulaRows({ formula, where, causes, lines }: ToldFormula, shown: Shown): readonly HTMLElement[] {
  const { words, take } = shown
  return [
    element(
      'tr',
      { class: 'formula' },
      element(
        'th',
        { colspan: 3, scope: 'rowgroup' },
        element('span', { class: 'formula' }, formula),
        where.length > 0 && element('p', {}, where.join('；')),
        causesView(causes, shown),
      ),
    ),
    ...lines.map(({ conditions, kind, bounds, outcome, input }) =>
      element(
        'tr',
        { class: 'region' },
        element('td', {}, conditions.join('；'), kind !== null && element('small', { class: 'quiet' }, ` ${kind}`)),
        element('td', { class: 'amount' }, bounds),
        element(
          'td',
          {},
          input !== null &&
            element(
              'button',
              { type: 'button', class: 'link witness', onclick: () => take(input) },
              outcome === null ? words.take : `${outcome} ${words.take}`,
            ),
        ),
      ),
    ),
  ]
}

/** A text that shows its place in the editor when it is pressed. */
function link(text: string, place: Place | null, reveal: Page['reveal'], title: string): HTMLElement {
  return place
    ? element('button', { type: 'button', class: 'link', title, onclick: () => reveal(place) }, text)
    : element('span', {}, text)
}

/** A table with heads above its columns, the first of them on the left. */
export function table(name: string, heads: readonly string[], rows: readonly HTMLElement[]): HTMLElement {
  return element(
    'table',
    { class: `plain ${name}` },
    element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, ...rows),
  )
}
