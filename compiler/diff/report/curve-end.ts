import { compare, lesser, multiply, ofInteger, parse, zero, type Rational } from '../../../runtime/rational.ts'
import type { Curve } from './curve.ts'

/** Thirty years. */
export const MOST_MONTHS = 360

/** As far as breakpoints lie near each other: one that is far out would leave nothing to be seen of the others. */
export function endOf(curves: readonly Curve[], isSteps: boolean): Rational {
  const starts = startsOf(curves).filter((from) => compare(from, zero) > 0)
  const far = starts.findIndex((from, index) => {
    const last = starts[index - 1]
    return index > 2 && last !== undefined && compare(from, multiply(last, ofInteger(6))) > 0
  })
  const last = starts.at(far < 0 ? -1 : far - 1)
  const end = last ? multiply(last, parse('1.5')) : ofInteger(100_000)
  return isSteps ? lesser(end, ofInteger(MOST_MONTHS)) : end
}

/** Where the pieces of some curves begin, each once, in order. */
export function startsOf(curves: readonly Pick<Curve, 'pieces'>[]): readonly Rational[] {
  return curves
    .flatMap(({ pieces }) => pieces.map(({ from }) => from))
    .toSorted(compare)
    .filter((from, index, all) => index === 0 || compare(from, all[index - 1]!) !== 0)
}
