import { outputAt } from '../../interpret/evaluation.ts'
import { interpret } from '../../interpret/interpret.ts'
import type { Program } from '../../program/program.ts'
import { compare, parse } from '../../../runtime/rational.ts'
import { withValue } from '../with-value.ts'
import type { Along, Grid } from './flips.ts'
import type { Span } from './box.ts'

/** Settles what is said of months under both programs. */
export class Checks {
  /** By the months of a case, what is said of its outputs. */
  readonly #said = new Map<string, { readonly months: Months; readonly outputs: Map<string, string> }>()

  get count(): number {
    return this.#said.size
  }

  /** Every month up to the last flip, and one more. */
  addAlong({ path, outputs }: Along): void {
    const last = Math.max(...outputs.flatMap(({ runs }) => runs.map(({ from }) => from))) + 1
    for (const { output, runs } of outputs)
      for (const { from, to, is } of runs)
        for (let at = from; at <= (to ?? Math.max(last, from)); at++) this.#add([[path, at]], output, is)
  }

  /** Both ends of every run, in the first and the last month of its row. */
  addGrid({ across, up, outputs }: Grid): void {
    const ends = ({ from, to }: Span): readonly number[] => [...new Set([from, to ?? from + 1])]
    for (const { output, rows } of outputs)
      for (const row of rows)
        for (const run of row.runs)
          for (const y of ends(row))
            for (const x of ends(run))
              this.#add(
                [
                  [across, x],
                  [up, y],
                ],
                output,
                run.is,
              )
  }

  #add(months: Months, output: string, is: string): void {
    const key = JSON.stringify(months)
    const known = this.#said.get(key) ?? { months, outputs: new Map<string, string>() }
    known.outputs.set(output, is)
    this.#said.set(key, known)
  }

  /** Is everything as it is said? */
  areMet(before: Program, after: Program, input: unknown): boolean {
    return [...this.#said.values()].every(({ months, outputs }) => {
      const asked = months.reduce((all, [path, value]) => withValue(all, path.split('.'), value), input)
      const [was, now] = [before, after].map((program) => interpret(program, asked, { isReplay: true }))
      return [...outputs].every(([output, is]) => {
        if (is === 'undecided') return true
        if (!was?.ok || !now?.ok) return is === 'refused'
        return is === stateOf(outputAt(was.evaluation.output, output), outputAt(now.evaluation.output, output))
      })
    })
  }
}

type Months = readonly (readonly [path: string, months: number])[]

/** The same as areas say it. */
function stateOf(was: unknown, now: unknown): string {
  if (was === now) return 'same'
  const [first, second] = [String(was), String(now)]
  if (![first, second].every((each) => /^-?\d+(?:\.\d+)?$/u.test(each))) return `${first} → ${second}`
  return compare(parse(second), parse(first)) > 0 ? 'more' : 'less'
}
