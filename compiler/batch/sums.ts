import { SETTLED } from '../../runtime/columns/columns.ts'
import { isMoney, type OutputColumn } from './columns.ts'
import { valueIn } from './write.ts'

// Of two parts below this a double loses nothing.
const LARGEST_PART = 2 ** 51
// Fifteen characters are at most 10^14 fen.
const SHORT = 15

/** Exact sums over the amounts that come out, in fen. */
export class Sums {
  readonly #columns: readonly OutputColumn[]
  readonly #parts: Float64Array
  readonly #totals: bigint[]

  constructor(outputs: readonly OutputColumn[]) {
    this.#columns = outputs.filter(isMoney)
    this.#parts = new Float64Array(this.#columns.length)
    this.#totals = this.#columns.map(() => 0n)
  }

  /** Which of the amounts an output is; -1 where it is none. */
  placeOf(path: string): number {
    return this.#columns.findIndex((column) => column.path === path)
  }

  add(output: object): void {
    for (let place = 0; place < this.#columns.length; place++) {
      const text = valueIn(output, this.#columns[place]?.keys ?? [])
      if (typeof text !== 'string') continue
      if (text.length > SHORT) this.#totals[place] = (this.#totals[place] ?? 0n) + BigInt(text.replace('.', ''))
      else this.addFen(place, Math.round(Number(text) * 100))
    }
  }

  /** A whole number of fen below 2^53. */
  addFen(place: number, fen: number): void {
    const part = this.#parts[place] ?? 0
    if (Math.abs(part) < LARGEST_PART && Math.abs(fen) < LARGEST_PART) this.#parts[place] = part + fen
    else {
      this.#totals[place] = (this.#totals[place] ?? 0n) + BigInt(part) + BigInt(fen)
      this.#parts[place] = 0
    }
  }

  /** Whole numbers of fen below 2^53, of the rows that are settled; what a row has none of is 0. */
  addAll(place: number, fen: Float64Array, status: Uint16Array, rows: number): void {
    let [sum, size] = [0, 0]
    for (let row = 0; row < rows; row++) {
      if (status[row] !== SETTLED) continue
      const each = fen[row] ?? 0
      sum += each
      size += Math.abs(each)
    }
    // If the sizes add up to less, nothing was lost on the way.
    if (size < LARGEST_PART) this.addFen(place, sum)
    else for (let row = 0; row < rows; row++) if (status[row] === SETTLED) this.addFen(place, fen[row] ?? 0)
  }

  /** In the order of the columns. */
  result(): readonly bigint[] {
    return this.#totals.map((total, place) => total + BigInt(this.#parts[place] ?? 0))
  }
}
