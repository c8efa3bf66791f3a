import { compare, parse } from '../../../runtime/rational.ts'
import type { Region } from '../exact/comparison.ts'
import { amountText } from './amount.ts'
import type { Words } from './words.ts'

/** How far differences go; null is without bound. Where no case is known to go as far, none goes further. */
export interface Bound {
  readonly value: string | null
  readonly isReached: boolean
}
type Bounded = Pick<Region, 'kind' | 'least' | 'most' | 'reached'>

/** The least and the greatest difference over several regions. */
export function boundsOf(regions: readonly Bounded[]): { readonly least: Bound; readonly most: Bound } {
  const furthest = (end: 'least' | 'most', sign: 1 | -1): Bound =>
    regions
      .map((region) => boundOf(region, end))
      .reduce(
        (best, each) => (isFurther(each, best, sign) ? each : best),
        regions.length === 0 ? { value: '0.00', isReached: true } : boundOf(regions[0]!, end),
      )
  return { least: furthest('least', -1), most: furthest('most', 1) }
}

/** One end of a region; through rounding differences are of a fen or so, which is said anyway. */
function boundOf(region: Bounded, end: 'least' | 'most'): Bound {
  return { value: region[end], isReached: region.kind === 'throughRounding' || region.reached[end] !== null }
}

function isFurther(a: Bound, b: Bound, sign: 1 | -1): boolean {
  const order =
    a.value === null || b.value === null
      ? Number(a.value === null) - Number(b.value === null)
      : sign * compare(parse(a.value), parse(b.value))
  return order > 0 || (order === 0 && a.isReached && !b.isReached)
}

/** "−12.00", or "≥ −12.00" where that need not be reached. */
export function boundText({ value, isReached }: Bound, end: 'least' | 'most', words: Words): string {
  if (value === null) return isReached ? (end === 'least' ? words.noLeast : words.noMost) : words.unknownBound
  return isReached ? amountText(value) : `${end === 'least' ? '≥' : '≤'} ${amountText(value)}`
}

/** Both ends of a region, in one where they are the same. */
export function rangeText(region: Bounded, words: Words): string {
  const ends = (['least', 'most'] as const).map((end) => boundText(boundOf(region, end), end, words))
  return [...new Set(ends)].join(' … ')
}
