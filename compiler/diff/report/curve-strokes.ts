import { compare, type Rational } from '../../../runtime/rational.ts'
import { valueAt, type Curve } from './curve.ts'

/** A straight stroke, in numbers that are good enough to draw. */
export interface Stroke {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
}

export const toNumber = ({ n, d }: Rational): number => Number(n) / Number(d)

/** A curve up to an amount. */
export function strokesOf({ pieces }: Curve, until: Rational): readonly Stroke[] {
  return pieces.flatMap((piece, index): readonly Stroke[] => {
    const next = pieces[index + 1]?.from
    const to = next && compare(next, until) < 0 ? next : until
    if (piece.line === null || compare(piece.from, until) >= 0) return []
    return [
      {
        from: toNumber(piece.from),
        to: toNumber(to),
        start: toNumber(piece.line.at),
        end: toNumber(valueAt(piece, to)!),
      },
    ]
  })
}
