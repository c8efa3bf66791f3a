import { element, type Html } from '../../show/html.ts'
import { inSentence } from '../../show/numbers.ts'
import type { Distribution } from '../population/population.ts'
import type { Words } from './words.ts'

const size = { width: 700, height: 150, left: 46, right: 10, top: 18, bottom: 32 } as const

/** In how many cases a difference is how large, in powers of ten, less on the left and more on the right of zero. */
export function histogram(bars: Distribution['histogram'], id: string, title: string, words: Words): Html {
  const most = Math.max(1, ...bars.map(({ cases }) => cases))
  const step = (size.width - size.left - size.right) / Math.max(1, bars.length)
  const bottom = size.height - size.bottom
  const tall = bottom - size.top
  const at = (place: number): string => String(Math.round(place * 10) / 10)
  return element(
    'svg',
    { viewBox: `0 0 ${size.width} ${size.height}`, role: 'img', 'aria-labelledby': `${id}-title` },
    element('title', { id: `${id}-title` }, title),
    ...bars.flatMap(({ over, upTo, cases }, index) => {
      const [x, high] = [size.left + index * step, (cases / most) * tall]
      const isLess = (over ?? '-').startsWith('-')
      const middle = at(x + step / 2)
      return [
        element('path', {
          class: `area ${isLess ? 'less' : 'more'}`,
          d: `M${at(x + 3)} ${bottom}V${at(bottom - high)}H${at(x + step - 3)}V${bottom}Z`,
        }),
        cases > 0
          ? element('text', { x: middle, y: at(bottom - high - 4), 'text-anchor': 'middle' }, inSentence(String(cases)))
          : '',
        element('text', { x: middle, y: at(bottom + 14), 'text-anchor': 'middle' }, rangeText(over, upTo)),
      ].filter((each) => each !== '')
    }),
    element('line', {
      class: 'zero',
      x1: String(size.left),
      x2: String(size.width - size.right),
      y1: String(bottom),
      y2: String(bottom),
    }),
    element(
      'text',
      { x: String(size.width - size.right), y: String(size.height - 4), 'text-anchor': 'end' },
      words.columns.difference,
    ),
  )
}

/** Above the one and up to the other. */
function rangeText(over: string | null, upTo: string | null): string {
  const written = (edge: string): string => inSentence(edge).replace('-', '−')
  if (over === null) return `≤ ${written(upTo ?? '')}`
  return upTo === null ? `> ${written(over)}` : `${written(over)} … ${written(upTo)}`
}
