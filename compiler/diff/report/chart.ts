import type { Rational } from '../../../runtime/rational.ts'
import { element, type Html } from '../../show/html.ts'
import { inSentence } from '../../show/numbers.ts'
import type { Curve } from './curve.ts'
import { strokesOf, toNumber, type Stroke } from './curve-strokes.ts'
import { at, pathOf, scaleOf, ticksBetween } from './scale.ts'

/** What a chart shows: both curves up to an amount, and what one is more than the other. */
export interface Charted {
  readonly id: string
  readonly title: string
  readonly before: Curve
  readonly after: Curve
  readonly difference: Curve
  readonly until: Rational
  /** Whether breakpoints are few enough to be marked. */
  readonly hasDots: boolean
  readonly labels: Readonly<Record<'along' | 'before' | 'after' | 'change' | 'more' | 'less', string>>
}

const size = { width: 700, left: 76, right: 26, top: 26, curves: 180, gap: 34, change: 84, bottom: 40 } as const
const height = size.top + size.curves + size.gap + size.change + size.bottom

/** Two panels over one axis: the curves with their breakpoints, and the difference. Told apart without colour too. */
export function chart({ id, title, before, after, difference, until, hasDots, labels }: Charted): Html {
  const end = toNumber(until)
  const x = (amount: number): number => size.left + (amount / end) * (size.width - size.left - size.right)
  const [was, is, change] = [before, after, difference].map((curve) => strokesOf(curve, until))
  const curves = scaleOf([...was!, ...is!], size.top, size.curves)
  const changes = scaleOf(change!, size.top + size.curves + size.gap, size.change)
  const bottom = size.top + size.curves + size.gap + size.change
  const line = (strokes: readonly Stroke[], name: string): Html =>
    element('path', { class: name, d: pathOf(strokes, x, curves.y) })
  const dots = (strokes: readonly Stroke[], name: string): readonly Html[] =>
    strokes
      .slice(1)
      .map((stroke) =>
        element('circle', { class: name, cx: at(x(stroke.from)), cy: at(curves.y(stroke.start)), r: '3.2' }),
      )
  return element(
    'svg',
    { viewBox: `0 0 ${size.width} ${height}`, role: 'img', 'aria-labelledby': `${id}-title` },
    element('title', { id: `${id}-title` }, title),
    ...curves.ticks.flatMap((tick) => gridLine(curves.y(tick), tick)),
    ...changes.ticks.flatMap((tick) => gridLine(changes.y(tick), tick)),
    ...ticksBetween(0, end, 6).flatMap((tick) => [
      element('line', { class: 'grid', x1: at(x(tick)), x2: at(x(tick)), y1: String(size.top), y2: at(bottom) }),
      label(x(tick), bottom + 15, shown(tick), 'middle'),
    ]),
    label(size.width - size.right, height - 6, labels.along, 'end'),
    element('path', { class: 'area more', d: areaOf(change!.filter(isMore), x, changes.y) }),
    element('path', {
      class: 'area less',
      d: areaOf(
        change!.filter((each) => !isMore(each)),
        x,
        changes.y,
      ),
    }),
    element('line', { class: 'zero', x1: at(x(0)), x2: at(x(end)), y1: at(changes.y(0)), y2: at(changes.y(0)) }),
    element('path', { class: 'edge', d: pathOf(change!, x, changes.y) }),
    line(was!, 'curve was'),
    line(is!, 'curve is'),
    ...(hasDots ? [...dots(was!, 'dot was'), ...dots(is!, 'dot is')] : []),
    ...legend(labels, size.top - 10),
    label(
      size.left,
      size.top + size.curves + size.gap - 8,
      `${labels.change}${change!.some(isMore) ? `  ▲ ${labels.more}` : ''}${change!.some(isLess) ? `  ▼ ${labels.less}` : ''}`,
      'start',
    ),
  )
}

const isMore = ({ start, end }: Stroke): boolean => start + end > 0
const isLess = ({ start, end }: Stroke): boolean => start + end < 0

const shown = (tick: number): string => inSentence(String(Math.round(tick * 100) / 100)).replace('-', '−')

function gridLine(y: number, tick: number): readonly Html[] {
  return [
    element('line', {
      class: 'grid',
      x1: String(size.left),
      x2: String(size.width - size.right),
      y1: at(y),
      y2: at(y),
    }),
    label(size.left - 6, y + 4, shown(tick), 'end'),
  ]
}

function label(x: number, y: number, content: string, anchor: 'start' | 'middle' | 'end'): Html {
  return element('text', { x: at(x), y: at(y), 'text-anchor': anchor }, content)
}

function legend(labels: Charted['labels'], y: number): readonly Html[] {
  return (['before', 'after'] as const).flatMap((side, index) => {
    const x = size.left + index * 310
    const name = side === 'before' ? 'was' : 'is'
    return [
      element('path', { class: `curve ${name}`, d: `M${x} ${y - 4}H${x + 30}` }),
      element('circle', { class: `dot ${name}`, cx: String(x + 15), cy: String(y - 4), r: '3.2' }),
      label(x + 36, y, labels[side], 'start'),
    ]
  })
}

function areaOf(strokes: readonly Stroke[], x: (amount: number) => number, y: (value: number) => number): string {
  return strokes
    .map(
      ({ from, to, start, end }) =>
        `M${at(x(from))} ${at(y(0))}V${at(y(start))}L${at(x(to))} ${at(y(end))}V${at(y(0))}Z`,
    )
    .join('')
}
