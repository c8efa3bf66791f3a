import type { Rational } from '../../../runtime/rational.ts'
import type { OutputValue } from '../../interpret/evaluation.ts'
import { compareSizes, writtenValue, type Compared } from './output-tally.ts'
import type { Cause, Movement } from './population.ts'
import { writer } from './spread.ts'

// Of each output and each direction.
const KEPT = 3

interface Seen {
  readonly number: number
  readonly input: unknown
  readonly values: readonly [before: OutputValue, after: OutputValue]
}

/** Keeps the cases in which outputs rise and fall most; of equal ones the first. */
export class Furthest {
  readonly #kept = new Map<string, { readonly difference: Rational; readonly seen: Seen }[]>()

  note(path: string, difference: Rational, seen: Seen): void {
    const key = keyOf(path, difference.n > 0n)
    const kept = this.#kept.get(key) ?? []
    this.#kept.set(key, kept)
    const last = kept.at(-1)
    if (last && kept.length >= KEPT && compareSizes(difference, last.difference) <= 0) return
    const at = kept.findIndex((each) => compareSizes(difference, each.difference) > 0)
    kept.splice(at < 0 ? kept.length : at, 0, { difference, seen })
    if (kept.length > KEPT) kept.pop()
  }

  result(
    outputs: readonly Compared[],
    causesOf: (output: string, input: unknown) => readonly Cause[],
  ): readonly Movement[] {
    return outputs.flatMap(({ path, kind }) =>
      [true, false].flatMap((isRise) =>
        (this.#kept.get(keyOf(path, isRise)) ?? []).map(({ difference, seen: { number, input, values } }) => ({
          output: path,
          number,
          before: writtenValue(values[0]),
          after: writtenValue(values[1]),
          difference: writer(kind)(difference),
          causes: causesOf(path, input),
          input,
        })),
      ),
    )
  }
}

const keyOf = (path: string, isRise: boolean): string => `${isRise ? '+' : '-'}${path}`
