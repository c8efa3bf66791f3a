import { sha256 } from '../../../runtime/sha256.ts'

/** Whole numbers that a seed determines on every machine (xoshiro128**, started by the seed's hash). */
export class Random {
  readonly #state: Uint32Array

  constructor(seed: string) {
    const digits = sha256(seed)
    this.#state = Uint32Array.from({ length: 4 }, (_, at) => Number.parseInt(digits.slice(at * 8, at * 8 + 8), 16))
  }

  /** One of 0 … limit − 1, each as likely as any other. */
  below(limit: bigint): bigint {
    for (;;) {
      let [drawn, reach] = [0n, 1n]
      while (reach < limit) [drawn, reach] = [(drawn << 32n) | BigInt(this.#next()), reach << 32n]
      // What is beyond the last whole multiple would favour the small ones.
      if (drawn < reach - (reach % limit)) return drawn % limit
    }
  }

  /** One of from … to, both included. */
  between(from: bigint, to: bigint): bigint {
    return from + this.below(to - from + 1n)
  }

  /** An index, in proportion to the weights, of which one at least is not zero. */
  weighted(weights: readonly bigint[]): number {
    let left = this.below(weights.reduce((sum, weight) => sum + weight, 0n))
    return weights.findIndex((weight) => (left -= weight) < 0n)
  }

  #next(): number {
    const state = this.#state
    const [a, b, c, d] = state as unknown as [number, number, number, number]
    state[2] = c ^ a
    state[3] = d ^ b
    state[1] = b ^ state[2]
    state[0] = a ^ state[3]
    state[2]! ^= b << 9
    state[3] = turn(state[3], 11)
    return Math.imul(turn(Math.imul(b, 5), 7), 9) >>> 0
  }
}

function turn(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}
