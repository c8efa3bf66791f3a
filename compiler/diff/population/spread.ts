import { add, compare, fraction, multiply, one, subtract, toDecimal, toText, zero } from '../../../runtime/rational.ts'
import type { Rational } from '../../../runtime/rational.ts'
import type { Distribution } from './population.ts'

const percents = [5, 25, 50, 75, 95]

/** Differences, exact, each with how often it was seen: a few thousand different ones of a million cases. */
export class Spread {
  readonly #seen = new Map<string, { readonly value: Rational; count: number }>()

  note(value: Rational): void {
    const key = `${value.n}/${value.d}`
    const known = this.#seen.get(key)
    if (known) known.count += 1
    else this.#seen.set(key, { value, count: 1 })
  }

  /** Null where nothing was noted. `write` is how the numbers are written. */
  distribution(write: (value: Rational) => string): Distribution | null {
    const inOrder = [...this.#seen.values()].toSorted((a, b) => compare(a.value, b.value))
    const [first, last] = [inOrder[0], inOrder.at(-1)]
    if (!first || !last) return null
    const total = inOrder.reduce((sum, { count }) => sum + count, 0)
    const quantiles = percents.map((percent) => {
      const rank = Math.ceil((percent * total) / 100)
      let below = 0
      const found = inOrder.find(({ count }) => (below += count) >= rank) ?? last
      return { percent, difference: write(found.value) }
    })
    return { least: write(first.value), most: write(last.value), quantiles, histogram: histogram(inOrder, write) }
  }
}

type Bin = Distribution['histogram'][number]

// Negative powers of ten, zero, positive ones; as far as the differences reach.
function histogram(
  inOrder: readonly { readonly value: Rational; readonly count: number }[],
  write: (value: Rational) => string,
): readonly Bin[] {
  const [least, most] = [inOrder[0]?.value ?? zero, inOrder.at(-1)?.value ?? zero]
  const falls = powersBelow(subtract(zero, least)).map((edge) => subtract(zero, edge))
  const edges = [...falls.toReversed(), zero, ...powersBelow(most)]
  const counts = edges.map(() => 0).concat(0)
  for (const { value, count } of inOrder) {
    const at = edges.findIndex((edge) => compare(value, edge) <= 0)
    counts[at < 0 ? edges.length : at]! += count
  }
  const bins = counts.map((cases, at): Bin => {
    const [over, upTo] = [edges[at - 1], edges[at]]
    return { over: over ? write(over) : null, upTo: upTo ? write(upTo) : null, cases }
  })
  return bins.filter(({ cases }, at) => cases > 0 || (at > 0 && at < bins.length - 1))
}

/** 1, 10, 100 … below a number. */
function powersBelow(limit: Rational): readonly Rational[] {
  const powers: Rational[] = []
  for (let power = one; compare(power, limit) < 0; power = multiply(power, { n: 10n, d: 1n })) powers.push(power)
  return powers
}

/** How a number of an output is written: money with two decimals. */
export function writer(kind: 'money' | 'number' | 'other'): (value: Rational) => string {
  return kind === 'money' ? (value) => toDecimal(value, 2) : toText
}

/** A sum that is exact however many are added; amounts of money are added in fen. */
export class Sum {
  #fen = 0n
  #others = zero

  addFen(fen: bigint): void {
    this.#fen += fen
  }

  add(value: Rational): void {
    this.#others = add(this.#others, value)
  }

  get value(): Rational {
    return add(fraction(this.#fen, 100n), this.#others)
  }
}
