import { isMoney, type OutputColumn } from './columns.ts'
import { valueIn } from './write.ts'

const LARGEST_PART = 2 ** 52
// Fifteen characters are at most 10^14 fen, of which a double loses none.
const SHORT = 15

/** Exact sums over the amounts that come out, in fen. */
export class Sums {
  readonly #columns: readonly OutputColumn[]
  readonly #parts: number[]
  readonly #totals: bigint[]

  constructor(outputs: readonly OutputColumn[]) {
    this.#columns = outputs.filter(isMoney)
    this.#parts = this.#columns.map(() => 0)
    this.#totals = this.#columns.map(() => 0n)
  }

  add(output: object): void {
    for (let index = 0; index < this.#columns.length; index++) {
      const text = valueIn(output, this.#columns[index]?.keys ?? [])
      if (typeof text !== 'string') continue
      if (text.length > SHORT) {
        this.#totals[index] = (this.#totals[index] ?? 0n) + BigInt(text.replace('.', ''))
        continue
      }
      const part = (this.#parts[index] ?? 0) + Math.round(Number(text) * 100)
      if (Math.abs(part) < LARGEST_PART) this.#parts[index] = part
      else {
        this.#totals[index] = (this.#totals[index] ?? 0n) + BigInt(part)
        this.#parts[index] = 0
      }
    }
  }

  /** In the order of the columns. */
  result(): readonly bigint[] {
    return this.#totals.map((total, index) => total + BigInt(this.#parts[index] ?? 0))
  }
}
