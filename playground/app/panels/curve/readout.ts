import { element, svg } from '../../element.ts'
import type { Place } from '../../../../compiler/index.ts'
import type { DrawnOutput, TurningPoint } from '../../../worker/curve.ts'
import { markOf, shape, shown, valueAt } from './drawing.ts'
import type { CurveWords } from './words-zh.ts'

/** What every output comes to at an amount, under each side; the legend of the chart at once. */
export function valuesAt(
  outputs: readonly DrawnOutput[],
  amount: number,
  along: string,
  sides: readonly string[],
  words: CurveWords,
): HTMLElement {
  const hasOther = sides.length > 1
  return element(
    'table',
    { class: 'plain values' },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col' }, `${along} = ${shown(amount)}`),
        ...sides.map((side) => element('th', { scope: 'col', class: 'amount' }, side)),
        hasOther && element('th', { scope: 'col', class: 'amount' }, words.difference),
      ),
    ),
    element(
      'tbody',
      {},
      ...outputs.map((output, index) => {
        const values = output.sides.map((strokes) => valueAt(strokes, amount))
        const [now, other] = values
        return element(
          'tr',
          {},
          element('th', { scope: 'row' }, legend(index), output.label),
          ...values.map((value) => element('td', { class: 'amount' }, value === null ? words.refused : inFen(value))),
          hasOther && element('td', { class: 'amount' }, now == null || other == null ? '' : signed(now - other)),
        )
      }),
    ),
  )
}

export function valueText(outputs: readonly DrawnOutput[], amount: number): string {
  return outputs.map(({ label, sides }) => `${label} ${inFen(valueAt(sides[0] ?? null, amount) ?? NaN)}`).join(', ')
}

/** All breakpoints of an output as a table. */
export function pointsTable(
  output: DrawnOutput,
  until: number,
  sides: readonly string[],
  words: CurveWords,
  reveal: (place: Place) => void,
): HTMLElement {
  return element(
    'table',
    { class: 'plain points' },
    element('caption', {}, words.points(output.label)),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        ...[words.from, ...sides].map((each) => element('th', { scope: 'col', class: 'amount' }, each)),
        element('th', { scope: 'col' }, words.rule),
      ),
    ),
    element(
      'tbody',
      {},
      ...output.points.map((point) =>
        element(
          'tr',
          {},
          element('td', { class: 'amount' }, point.fromText, point.from > until ? ` (${words.beyond})` : ''),
          ...point.texts.map((text) => element('td', { class: 'amount' }, text)),
          element('td', {}, ...rules(point, sides, words, reveal)),
        ),
      ),
    ),
  )
}

/** The rules of a breakpoint; those that stand in the editor can be pressed. */
export function rules(
  { rules: all }: TurningPoint,
  sides: readonly string[],
  words: CurveWords,
  reveal: (place: Place) => void,
): readonly HTMLElement[] {
  const known = new Map(all.map((each) => [`${each.label} ${each.place?.file} ${each.place?.span.start}`, each]))
  return [...known.values()].map(({ label, side, place }) => {
    const isOther = all.some((each) => each.label === label && each.side !== side)
    const said = sides.length > 1 && !isOther ? `${label} (${sides[side] ?? ''})` : label
    return place
      ? element(
          'button',
          { type: 'button', class: 'link', title: words.show(label), onclick: () => reveal(place) },
          said,
        )
      : element('span', { class: 'quiet' }, said)
  })
}

function legend(index: number): SVGSVGElement {
  const sample = svg('path', { class: `line output-${index} now`, d: 'M2 7H30' })
  return svg(
    'svg',
    { class: 'legend', viewBox: '0 0 32 14', 'aria-hidden': 'true' },
    sample,
    shape(markOf(index), 16, 7, `turn output-${index} now`),
  )
}

const inFen = (value: number): string =>
  Number.isNaN(value)
    ? ''
    : value
        .toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
        .replaceAll(',', ' ')
        .replace('-', '−')
const signed = (value: number): string =>
  value > 0.004 ? `+${inFen(value)}` : Math.abs(value) < 0.005 ? '0.00' : inFen(value)
