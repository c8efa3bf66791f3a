import type { Stroke } from './curve-strokes.ts'

/** Where values stand on an axis. */
export interface Scale {
  readonly y: (value: number) => number
  readonly ticks: readonly number[]
}

/** From `top` down so `tall`, with zero among what it shows. */
export function scaleOf(strokes: readonly Stroke[], top: number, tall: number): Scale {
  const values = [0, ...strokes.flatMap(({ start, end }) => [start, end])]
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const span = most - least || 1
  return {
    y: (value) => top + tall - ((value - least) / span) * tall,
    ticks: ticksBetween(least, least + span, tall > 150 ? 5 : 3),
  }
}

/** Round numbers, about as many as wanted. */
export function ticksBetween(least: number, most: number, wanted: number): readonly number[] {
  const rough = (most - least) / wanted
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough
  const first = Math.ceil(least / step - 1e-9)
  return Array.from({ length: Math.floor(most / step + 1e-9) - first + 1 }, (_, index) => (first + index) * step)
}

/** A place in a drawing, to a tenth. */
export const at = (place: number): string => String(Math.round(place * 10) / 10)

/** Strokes as the path of a drawing. */
export function pathOf(
  strokes: readonly Stroke[],
  x: (amount: number) => number,
  y: (value: number) => number,
): string {
  return strokes
    .map(({ from, to, start, end }, index) => {
      const isOn = strokes[index - 1]?.to === from
      return `${isOn ? 'L' : 'M'}${at(x(from))} ${at(y(start))}L${at(x(to))} ${at(y(end))}`
    })
    .join('')
}
