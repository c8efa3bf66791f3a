import type { Rational } from '../../runtime/rational.ts'
import { ceiling, floor } from './whole.ts'
import type { Denominator } from './denominator.ts'
import type { Range } from './range.ts'

/** How large a number can be, and what it is kept over. */
export interface Magnitude {
  readonly over: Denominator
  /** All that it can be, in its unit: yuan, parts of one, months; null where no bound is known. */
  readonly range: Range | null
  /** The same as counts of parts of `over`; null where no bound or no denominator is known. */
  readonly least: bigint | null
  readonly most: bigint | null
}

export function magnitude(over: Denominator, range: Range | null): Magnitude {
  if (over === 'any' || range === null) return { over, range, least: null, most: null }
  const count = ({ n, d }: Rational): Rational => ({ n: n * over, d })
  return { over, range, least: ceiling(count(range.least)), most: floor(count(range.most)) }
}

/** The largest count of parts of `over` that it can be, without its sign; null where no bound is known. */
export function countOver({ over: own, least, most }: Magnitude, over: Denominator): bigint | null {
  if (own === 'any' || over === 'any' || least === null || most === null) return null
  const size = -least > most ? -least : most
  return size * (over / own)
}

/** The larger one; null where one of them is. */
export function largest(counts: readonly (bigint | null)[]): bigint | null {
  let found = 0n
  for (const count of counts) {
    if (count === null) return null
    if (count > found) found = count
  }
  return found
}
