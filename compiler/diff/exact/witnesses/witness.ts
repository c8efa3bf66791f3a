import {
  fraction,
  multiply,
  parse,
  subtract,
  toDecimal,
  toText,
  zero,
  type Rational,
} from '../../../../runtime/rational.ts'
import { interpret } from '../../../interpret/interpret.ts'
import { outputAt, type Evaluation } from '../../../interpret/evaluation.ts'
import type { Program } from '../../../program/program.ts'
import type { Witness } from '../comparison.ts'
import { MILLIONTHS, type Graph } from '../linear/forms.ts'
import { compareCosts, type Cost } from '../linear/integers.ts'
import { Extremes, type Ends, type Settled } from './extremes.ts'
import { isInside } from './inside.ts'
import { Problems, type Attempt, type Found, type Limit, type Problem } from './problems.ts'
import type { Realiser } from './realise.ts'
import type { Part } from '../regions/regions.ts'
import { writeInput, type Finite } from './write-case.ts'
import { scaleOf } from '../ways/symbolic.ts'
import { refusal, type Ways } from '../ways/ways.ts'

export type Search =
  | { readonly kind: 'found'; readonly witness: Witness }
  /** No case is in the region: proved. */
  | { readonly kind: 'none' }
  | { readonly kind: 'open' }

/** A case, and what both programs settle; null where they refuse it. */
interface Replayed {
  readonly input: unknown
  readonly before: Evaluation | null
  readonly after: Evaluation | null
}
interface Best {
  readonly problem: Problem
  readonly answer: Found
}

/** How any case is looked for: soon, then well within the region, then with patience. */
const attempts: readonly Attempt[] = [
  { margin: 0n, budget: 10 },
  { margin: 10n, budget: 10 },
  { margin: 100n, budget: 10 },
  { margin: 10_000n, budget: 10 },
  { margin: 0n, budget: 60 },
  { margin: 10n, budget: 30 },
  { margin: 0n, budget: 60, isInCorners: true },
  { margin: 0n, budget: 150 },
  { margin: 0n, budget: 400 },
  { margin: 0n, budget: 400, isOfAnySize: true },
]
/** How a smaller one is looked for then, and how long on all ways together. */
const better: readonly Attempt[] = [
  { margin: 0n, budget: 10 },
  { margin: 0n, budget: 25 },
  { margin: 0n, budget: 300 },
]
const patience = 350

/**
 * Finds the smallest case of a region in the uncut programs, or proves that there is none. Smallest: of alternative
 * inputs the first; then the least first amount, then the least of every other in the order of the input; among those
 * the first choices, in the order in which they are declared, the fewest elements, the first places and dates.
 */
export class Witnesses {
  readonly #graph: Graph
  readonly #problems: Problems
  readonly #extremes: Extremes
  readonly #programs: readonly [Program, Program]
  /** After so many steps what is left of them is for cases of regions that have none yet. */
  readonly #mostBetter: number
  readonly #known = new Map<string, Best | 'none' | 'open'>()
  readonly #replayed = new WeakMap<Finite, Map<string, Replayed>>()

  constructor(ways: Ways, programs: readonly [Program, Program], realiser: Pick<Realiser, 'realise'>, steps: number) {
    this.#graph = ways.shared.graph
    this.#programs = programs
    this.#mostBetter = steps / 4
    this.#problems = new Problems(ways, programs[0], realiser, steps)
    this.#extremes = new Extremes(this.#graph, this.#problems)
  }

  find(output: string, part: Part): Search {
    const ways = part.ways.map((way) => this.#problems.wayAt(way)).filter(({ realised }) => realised.kind !== 'none')
    const byAlternative = new Map<string, typeof ways>()
    for (const way of ways) {
      const { realised } = way
      if (realised.kind !== 'found') continue
      const given = [...realised.finite.given].join(' ')
      byAlternative.set(given, [...(byAlternative.get(given) ?? []), way])
    }
    // What no amounts can be is none, even where the rest of a case was not found.
    const open = ways.filter(({ realised }) => realised.kind === 'open')
    let isOpen = this.#best(this.#possible(this.#problems.of(output, part, open))) !== 'none'
    const order = this.#programs[0].input.eitherOf.flat()
    const alternatives = [...byAlternative].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    for (const [, own] of alternatives) {
      const search = this.#findAmong(this.#problems.of(output, part, own), output, part)
      if (search.kind === 'found') return search
      if (search.kind === 'open') isOpen = true
    }
    return { kind: isOpen ? 'open' : 'none' }
  }

  /** How far a difference goes over all cases of a part; `witness`: of the part. */
  ends(output: string, part: Part, witness: Witness): Ends {
    const scale = scaleOf(this.#programs[0].output.find(({ path }) => path === output)!.type)
    return this.#extremes.of(output, part, settledOf(witness, scale), (found) => {
      const amounts = this.#amountsOf(found)
      for (const finite of found.cases) {
        const { input, before, after } = this.#replay(finite, amounts)
        if (before && after) return settledOf({ input, before: at(before, output), after: at(after, output) }, scale)
      }
      return null
    })
  }

  #findAmong(problems: readonly Problem[], output: string, part: Part): Search {
    let left = this.#possible(problems)
    let isOpen = false
    for (;;) {
      const best = this.#best(left)
      if (best === 'none') return { kind: isOpen ? 'open' : 'none' }
      if (best === 'open') return { kind: 'open' }
      const witness = this.#witnessOf(best, output, part)
      if (witness) return { kind: 'found', witness }
      // It is not what the programs settle: something in them was not looked into.
      isOpen = true
      left = left.filter(({ key }) => key !== best.problem.key)
    }
  }

  /** Those that may have a solution, those that may have a cheap one first. */
  #possible(problems: readonly Problem[]): readonly Problem[] {
    const bounded = problems.flatMap((problem) => {
      const bound = this.#problems.boundOf(problem)
      return bound ? [{ problem, bound }] : []
    })
    return bounded.toSorted((a, b) => compareCosts(a.bound, b.bound)).map(({ problem }) => problem)
  }

  /** What differs in one output mostly does so in others: then the problems are the same. */
  #best(problems: readonly Problem[]): Best | 'none' | 'open' {
    const key = problems.map((each) => `${each.key} ${each.ways.map(({ index }) => index).join(' ')}`).join('\n')
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const first = this.#anyOf(problems)
    const best = typeof first === 'string' ? first : this.#improved(first, problems)
    this.#known.set(key, best)
    return best
  }

  #anyOf(problems: readonly Problem[]): Best | 'none' | 'open' {
    let left = problems
    const thin = new Set<Problem>()
    for (const attempt of attempts) {
      const isWithin = attempt.margin > 0n
      const refuted = new Set<Problem>()
      for (const problem of left) {
        if (isWithin && thin.has(problem)) continue
        const answer = this.#problems.solve(problem, attempt, null)
        if (answer.kind === 'found') return { problem, answer }
        if (answer.kind === 'none' && !attempt.isInCorners) (isWithin ? thin : refuted).add(problem)
      }
      left = left.filter((each) => !refuted.has(each))
      if (left.length === 0) return 'none'
    }
    return 'open'
  }

  /** What one problem costs leaves little of the others. */
  #improved(first: Best, problems: readonly Problem[]): Best {
    let best = first
    const done = new Set<Problem>()
    const improve = (problem: Problem, attempt: Attempt): void => {
      const limit = limitFor(problem, best)
      if (done.has(problem) || !canMeet(this.#problems.boundOf(problem)!, limit)) return
      const answer = this.#problems.solve(problem, attempt, limit)
      if (answer.kind === 'none') done.add(problem)
      if (answer.kind === 'found' && canMeet(answer.cost, limit)) best = { problem, answer }
    }
    const since = this.#problems.steps
    for (const attempt of better)
      for (const problem of problems) {
        if (this.#problems.steps - since > patience || this.#problems.steps > this.#mostBetter) return best
        improve(problem, attempt)
      }
    return best
  }

  #amountsOf({ values }: Found): ReadonlyMap<string, unknown> {
    const amounts = new Map<string, unknown>()
    for (const { input } of this.#programs)
      for (const { path, type } of input.fields) {
        const id = this.#graph.inputOf(path)
        amounts.set(path, writeAmount((id !== null && values.get(id)) || zero, type.kind))
      }
    return amounts
  }

  /** Null where what was found is not what the programs settle: they have something in them that was not looked into. */
  #witnessOf({ answer }: Best, output: string, { sign, conditions }: Part): Witness | null {
    const amounts = this.#amountsOf(answer)
    for (const finite of answer.cases) {
      const replayed = this.#replay(finite, amounts)
      const witness = witnessOf(replayed, output, sign)
      if (witness && isInside(conditions, replayed, this.#programs, answer.values, this.#graph)) return witness
    }
    return null
  }

  #replay(finite: Finite, amounts: ReadonlyMap<string, unknown>): Replayed {
    const input = writeInput(this.#programs[0], finite, amounts)
    const key = JSON.stringify(input)
    const known = this.#replayed.get(finite)?.get(key)
    if (known) return known
    const settled = this.#programs.map((program) => {
      const result = interpret(program, writeInput(program, finite, amounts), { isReplay: true })
      return result.ok ? result.evaluation : null
    })
    const replayed = { input, before: settled[0] ?? null, after: settled[1] ?? null }
    this.#replayed.set(finite, (this.#replayed.get(finite) ?? new Map<string, Replayed>()).set(key, replayed))
    return replayed
  }
}

/** What a case of one problem has to cost to be smaller than that of another. */
function limitFor(problem: Problem, best: Best): Limit {
  return { cost: best.answer.cost, isTieFine: rankOf(problem) < rankOf(best.problem) }
}

function canMeet(cost: Cost, limit: Limit): boolean {
  return compareCosts(cost, limit.cost) < (limit.isTieFine ? 1 : 0)
}

function rankOf({ ways }: Problem): string {
  return ways[0]!.rank
}

/** The value of a variable of the input, of some type, as a case has it. */
export function writeAmount(value: Rational, kind: string): unknown {
  if (kind === 'money') return toDecimal(fraction(value.n, value.d * 100n), 2)
  if (kind === 'months') return Number(value.n / value.d)
  return toText(multiply(value, fraction(1n, MILLIONTHS)))
}

function witnessOf(
  { input, before: first, after: second }: Replayed,
  output: string,
  sign: 1 | -1 | null,
): Witness | null {
  if (output === refusal) {
    if ((first === null) === (second === null)) return null
    return { input, before: first ? 'settled' : 'refused', after: second ? 'settled' : 'refused' }
  }
  if (!first || !second) return null
  const [before, after] = [at(first, output), at(second, output)]
  if (before === after) return null
  if (sign !== null && Number(after) - Number(before) > 0 !== sign > 0) return null
  return { input, before, after }
}

/** In what a form of the output counts. */
function settledOf(witness: Witness, scale: Rational): Settled {
  const difference = subtract(parse(witness.after), parse(witness.before))
  return { witness, difference: multiply(difference, scale) }
}

/** The value of an output as text. */
function at({ output }: Evaluation, path: string): string {
  const value = outputAt(output, path)
  return typeof value === 'string' ? value : JSON.stringify(value)
}
