import { inSentence } from '../../../../compiler/show/numbers.ts'
import type { Stroke } from '../../../../compiler/diff/report/curve-strokes.ts'
import { at, pathOf, scaleOf, ticksBetween } from '../../../../compiler/diff/report/scale.ts'
import type { DrawnOutput, TurningPoint } from '../../../worker/curve.ts'
import { svg } from '../../element.ts'

const size = { width: 640, height: 330, left: 72, right: 18, top: 14, bottom: 42 } as const
/** Colours and marks come in the same order, so that no output is told by its colour alone. */
const marks = ['circle', 'square', 'diamond', 'triangle'] as const
export const markOf = (index: number): string => marks[index % marks.length] ?? 'circle'

export interface Drawn {
  readonly outputs: readonly DrawnOutput[]
  readonly until: number
  readonly isSteps: boolean
  readonly title: string
  readonly along: string
}

export interface Drawing {
  readonly root: SVGSVGElement
  /** Shows where on the axis one looks. */
  readonly pointAt: (amount: number) => void
}

/** The curves with a mark at every breakpoint. `onPoint` is told the amount under the pointer, `onTurn` a mark that is pressed. */
export function draw(
  { outputs, until, isSteps, title, along }: Drawn,
  onPoint: (amount: number) => void,
  onTurn: (point: TurningPoint) => void,
): Drawing {
  const right = size.width - size.right
  const bottom = size.height - size.bottom
  const x = (amount: number): number => size.left + (amount / until) * (right - size.left)
  const all = outputs.flatMap(({ sides }) => sides.flatMap((strokes) => strokes ?? []))
  const scale = scaleOf(all, size.top, bottom - size.top)
  const line = svg('line', { class: 'pointer', y1: size.top, y2: bottom, x1: x(0), x2: x(0) })
  const dots = outputs.map((_, index) => svg('circle', { class: `held output-${index}`, r: 4.5, cx: 0, cy: 0 }))
  const root = svg(
    'svg',
    {
      viewBox: `0 0 ${size.width} ${size.height}`,
      role: 'img',
      'aria-label': title,
      onpointermove: (event: PointerEvent) => {
        const box = root.getBoundingClientRect()
        const place = ((event.clientX - box.left) / box.width) * size.width
        onPoint(Math.min(until, Math.max(0, ((place - size.left) / (right - size.left)) * until)))
      },
    },
    ...scale.ticks.flatMap((tick) => [
      svg('line', { class: 'grid', x1: size.left, x2: right, y1: at(scale.y(tick)), y2: at(scale.y(tick)) }),
      svg('text', { x: size.left - 6, y: at(scale.y(tick) + 4), 'text-anchor': 'end' }, shown(tick)),
    ]),
    ...ticksBetween(0, until, 6).flatMap((tick) => [
      svg('line', { class: 'grid', x1: at(x(tick)), x2: at(x(tick)), y1: size.top, y2: bottom }),
      svg('text', { x: at(x(tick)), y: bottom + 16, 'text-anchor': 'middle' }, shown(tick)),
    ]),
    svg('text', { x: right, y: size.height - 8, 'text-anchor': 'end' }, along),
    ...outputs.flatMap(({ sides }, index) =>
      sides.map(
        (strokes, side) =>
          strokes &&
          svg('path', {
            class: `line output-${index} ${side === 0 ? 'now' : 'other'}`,
            d: pathOf(strokes, x, scale.y),
          }),
      ),
    ),
    line,
    ...dots,
    ...(isSteps ? [] : outputs.flatMap((output, index) => turns(output, index))),
  )
  return {
    root,
    pointAt(amount) {
      line.setAttribute('x1', at(x(amount)))
      line.setAttribute('x2', at(x(amount)))
      for (const [index, output] of outputs.entries()) {
        const value = valueAt(output.sides[0] ?? null, amount)
        dots[index]?.setAttribute('visibility', value === null ? 'hidden' : 'visible')
        dots[index]?.setAttribute('cx', at(x(amount)))
        dots[index]?.setAttribute('cy', at(scale.y(value ?? 0)))
      }
    },
  }

  function turns({ sides, points }: DrawnOutput, index: number): readonly SVGElement[] {
    return points.flatMap((point) =>
      sides.flatMap((strokes, side) => {
        const stroke = strokes?.find(({ from }) => from === point.from)
        if (!stroke || point.from === 0) return []
        const said = `${point.fromText} ${point.rules.map(({ label }) => label).join(' ')}`
        const mark = shape(
          markOf(index),
          x(stroke.from),
          scale.y(stroke.start),
          `turn output-${index} ${side === 0 ? 'now' : 'other'}`,
        )
        mark.addEventListener('click', () => onTurn(point))
        mark.append(svg('title', {}, said))
        return [mark]
      }),
    )
  }
}

/** What a curve comes to at an amount; null where it says nothing. */
export function valueAt(strokes: readonly Stroke[] | null, amount: number): number | null {
  const stroke = strokes?.findLast(({ from }) => from <= amount)
  if (!stroke || amount > stroke.to + 1e-9) return null
  const part = stroke.to > stroke.from ? (amount - stroke.from) / (stroke.to - stroke.from) : 0
  return stroke.start + part * (stroke.end - stroke.start)
}

/** A mark around a point, for a legend too. */
export function shape(mark: string, x: number, y: number, name: string): SVGElement {
  if (mark === 'circle') return svg('circle', { class: name, cx: at(x), cy: at(y), r: 4 })
  const corners = { square: [-3.5, -3.5, 3.5, -3.5, 3.5, 3.5, -3.5, 3.5], diamond: [0, -5, 5, 0, 0, 5, -5, 0] }
  const own = mark === 'square' ? corners.square : mark === 'diamond' ? corners.diamond : [0, -5, 5, 4, -5, 4]
  const points = own.map((each, index) => at(each + (index % 2 === 0 ? x : y)))
  return svg('polygon', { class: name, points: points.join(' ') })
}

export const shown = (value: number): string => inSentence(String(Math.round(value * 100) / 100)).replace('-', '−')
