import { add, compare, divide, multiply, ofInteger, subtract, zero, type Rational } from '../../../runtime/rational.ts'

/** A number that goes up or down evenly from a point on: `at` there, `slope` more for each one further. */
export interface Moving {
  readonly kind: 'moving'
  readonly at: Rational
  readonly slope: Rational
}

export const still = (at: Rational): Moving => ({ kind: 'moving', at, slope: zero })

export function plus(a: Moving, b: Moving): Moving {
  return { kind: 'moving', at: add(a.at, b.at), slope: add(a.slope, b.slope) }
}

export function minus(a: Moving, b: Moving): Moving {
  return { kind: 'moving', at: subtract(a.at, b.at), slope: subtract(a.slope, b.slope) }
}

/** Null where both move: that is no straight line. */
export function times(a: Moving, b: Moving): Moving | null {
  if (b.slope.n !== 0n) return a.slope.n === 0n ? times(b, a) : null
  return { kind: 'moving', at: multiply(a.at, b.at), slope: multiply(a.slope, b.at) }
}

/** Null where the divisor moves or is zero. */
export function over(a: Moving, b: Moving): Moving | null {
  if (b.slope.n !== 0n || b.at.n === 0n) return null
  return { kind: 'moving', at: divide(a.at, b.at), slope: divide(a.slope, b.at) }
}

/** How far everything that was decided on the way stays decided so, and what `Reason`s are the first not to. */
export class Reach<Reason = unknown> {
  #end: Rational | null = null
  #reasons: Reason[] = []

  /** The distance at which something is decided otherwise; null where nothing ever is. */
  get end(): Rational | null {
    return this.#end
  }

  /** What is decided otherwise there. */
  get reasons(): readonly Reason[] {
    return this.#reasons
  }

  /** Below zero, zero or above, just after the point and on until `end`. */
  sign({ at, slope }: Moving, reason: Reason): -1 | 0 | 1 {
    const [here, then] = [compare(at, zero), compare(slope, zero)]
    if (here === 0) return then
    if (then !== 0 && then !== here) this.#shorten(divide(multiply(at, ofInteger(-1)), slope), reason)
    return here
  }

  lesser(a: Moving, b: Moving, reason: Reason): Moving {
    return this.sign(minus(a, b), reason) <= 0 ? a : b
  }

  greater(a: Moving, b: Moving, reason: Reason): Moving {
    return this.sign(minus(a, b), reason) >= 0 ? a : b
  }

  #shorten(end: Rational, reason: Reason): void {
    const order = this.#end === null ? -1 : compare(end, this.#end)
    if (order < 0) [this.#end, this.#reasons] = [end, []]
    if (order <= 0) this.#reasons.push(reason)
  }
}
