import { interpret } from '../../interpret/interpret.ts'
import { outputAt } from '../../interpret/evaluation.ts'
import type { Program } from '../../program/program.ts'
import { CategoryTally, sortings } from './category-tally.ts'
import { causesOf } from './causes.ts'
import { Furthest } from './furthest.ts'
import { comparedOutput, OutputTally } from './output-tally.ts'
import type { Failures, Outcome, Population } from './population.ts'

/** One of the two policies that are compared: its program, how it settles a case, and its files by name. */
export interface Side {
  readonly program: Program
  readonly settle: (input: unknown) => Outcome
  readonly texts: ReadonlyMap<string, string>
}

/** A case as it was read, or the code of why it could not be. */
export type GivenCase = { readonly ok: true; readonly input: unknown } | { readonly ok: false; readonly code: string }

/** Settles cases by the interpreter, under the program's edition whatever their date. */
export function interpreted(program: Program): Side['settle'] {
  return (input) => {
    const result = interpret(program, input, { isReplay: true })
    return result.ok
      ? { ok: true, output: result.evaluation.output }
      : { ok: false, code: result.issues[0]?.code ?? 'unknown' }
  }
}

/**
 * Settles every case under both policies, one after the other, and counts what becomes of them. No more than the
 * counts and a few cases are kept. `afterEach` is told how many there were so far.
 */
export async function compareOver(
  before: Side,
  after: Side,
  cases: AsyncIterable<GivenCase> | Iterable<GivenCase>,
  afterEach: (number: number) => void = () => {},
): Promise<Population> {
  const given = new Set(after.program.output.map(({ path }) => path))
  const tallies = before.program.output
    .filter(({ path }) => given.has(path))
    .map((field) => new OutputTally(comparedOutput(field)))
  const categories = sortings(before.program, after.program).map((sorting) => new CategoryTally(sorting))
  const furthest = new Furthest()
  const failures = new FailureTally()
  let [number, settled, unchanged] = [0, 0, 0]
  for await (const each of cases) {
    number += 1
    const [then, now] = each.ok ? [before.settle(each.input), after.settle(each.input)] : [each, each]
    if (each.ok && then.ok && now.ok && 'output' in then && 'output' in now) {
      settled += 1
      const moves = tallies.flatMap((tally) => {
        const { path } = tally.of
        const values = [outputAt(then.output, path), outputAt(now.output, path)] as const
        const move = tally.note(...values)
        if (move.difference) furthest.note(path, move.difference, { number, input: each.input, values })
        return move.isChanged ? [[path, move] as const] : []
      })
      if (moves.length === 0) unchanged += 1
      for (const category of categories) category.note(each.input, then.output, now.output, moves.length > 0, moves)
    } else failures.note(then, now)
    afterEach(number)
  }
  const outputs = tallies.map(({ of }) => of)
  const compared = new Set(outputs.map(({ path }) => path))
  const paths = [...before.program.output, ...after.program.output].map(({ path }) => path)
  return {
    cases: number,
    settled,
    unchanged,
    failed: failures.result(),
    outputs: tallies.map((tally) => tally.result()),
    notCompared: [...new Set(paths.filter((path) => !compared.has(path)))],
    categories: categories.map((category) => category.result(outputs)),
    largest: furthest.result(outputs, (output, input) => causesOf(before, after, output, input)),
  }
}

class FailureTally {
  #both = 0
  #onlyBefore = 0
  #onlyAfter = 0
  readonly #codes = new Map<string, { before: number; after: number }>()

  note(before: { readonly ok: boolean; readonly code?: string }, after: typeof before): void {
    if (!before.ok && !after.ok) this.#both += 1
    else if (before.ok) this.#onlyAfter += 1
    else this.#onlyBefore += 1
    for (const [side, { code }] of [['before', before] as const, ['after', after] as const]) {
      if (code === undefined) continue
      const counts = this.#codes.get(code) ?? { before: 0, after: 0 }
      this.#codes.set(code, { ...counts, [side]: counts[side] + 1 })
    }
  }

  result(): Failures {
    const codes = [...this.#codes].toSorted(([a], [b]) => (a < b ? -1 : 1))
    return {
      both: this.#both,
      onlyBefore: this.#onlyBefore,
      onlyAfter: this.#onlyAfter,
      codes: codes.map(([code, counts]) => ({ code, ...counts })),
    }
  }
}
