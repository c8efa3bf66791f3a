/** A set of small whole numbers below a fixed size. */
export class Bits {
  readonly #words: Uint32Array

  constructor(size: number | Uint32Array) {
    this.#words = typeof size === 'number' ? new Uint32Array(Math.ceil(size / 32)) : size
  }

  static of(size: number, members: Iterable<number>): Bits {
    const bits = new Bits(size)
    for (const member of members) bits.add(member)
    return bits
  }

  add(member: number): void {
    this.#words[member >>> 5]! |= 1 << (member & 31)
  }

  or(other: Bits): Bits {
    return new Bits(this.#words.map((word, at) => word | other.#words[at]!))
  }

  and(other: Bits): Bits {
    return new Bits(this.#words.map((word, at) => word & other.#words[at]!))
  }

  without(other: Bits): Bits {
    return new Bits(this.#words.map((word, at) => word & ~other.#words[at]!))
  }

  get isEmpty(): boolean {
    return this.#words.every((word) => word === 0)
  }
}
