import { fraction, multiply, toDecimal, toText, type Rational } from '../../../runtime/rational.ts'
import { interpret } from '../../interpret/interpret.ts'
import { outputAt, type InputValues, type OutputRecord } from '../../interpret/evaluation.ts'
import type { Program } from '../../program/program.ts'
import type { Witness } from './comparison.ts'
import { MILLIONTHS, type Form, type Graph } from './forms.ts'
import type { Composition } from './element-solutions.ts'
import { solveIntegers } from './integers.ts'
import { Lists } from './lists.ts'
import { Realiser } from './realise.ts'
import { uncut } from './uncut.ts'
import { writeInput, type Finite } from './write-case.ts'
import { refusal, type Followed, type Ways } from './ways.ts'

export type Search =
  | { readonly kind: 'found'; readonly witness: Witness }
  /** No case is in the region: proved. */
  | { readonly kind: 'none' }
  | { readonly kind: 'open' }

/** A case, and what both programs settle; null where they refuse it. */
interface Replayed {
  readonly input: unknown
  readonly before: OutputRecord | null
  readonly after: OutputRecord | null
}

type Found = Exclude<Search, { kind: 'found' }> | { kind: 'found'; witness: Witness; replayed: Replayed }

/** Small cases first, then such as lie well within a region, then with patience. */
interface Attempt {
  readonly margin: bigint
  readonly budget: number
  /** With what is multiplied at its bounds, each for so long. */
  readonly isInCorners?: boolean
}
const attempts: readonly Attempt[] = [
  { margin: 0n, budget: 60 },
  { margin: 10n, budget: 30 },
  { margin: 100n, budget: 30 },
  { margin: 10_000n, budget: 30 },
  { margin: 0n, budget: 60, isInCorners: true },
  { margin: 0n, budget: 400 },
]

/** Finds a case for a region in the uncut programs, or proves that there is none. */
export class Witnesses {
  readonly #ways: Ways
  readonly #realiser: Pick<Realiser, 'realise'>
  readonly #lists: Lists
  readonly #programs: readonly [Program, Program]
  readonly #found = new Map<string, readonly Replayed[]>()
  #cost: Form | null = null
  /** How many steps may still be taken, all searches together. */
  #left: number

  /** `like`: a case that all are to be like in all but their numbers. */
  constructor(ways: Ways, before: Program, after: Program, steps: number, like: InputValues | null = null) {
    this.#left = steps
    this.#ways = ways
    this.#programs = [before, after]
    this.#realiser = like ? { realise: () => ({ kind: 'found', finite: like }) } : new Realiser(before, after)
    this.#lists = new Lists(ways.shared, before)
  }

  /** `sign` is of the difference that is wanted; null where either is, or where it is not a number. */
  find(output: string, ways: readonly number[], conditions: readonly Form[], sign: 1 | -1 | null): Search {
    const key = `${ways.join(' ')}|${conditions.map(({ key: each }) => each).join('|')}`
    // What differs in one output mostly does so in others.
    for (const known of this.#found.get(key) ?? []) {
      const witness = witnessOf(known, output, sign)
      if (witness) return { kind: 'found', witness }
    }
    // Ways that no case takes are none.
    let open = ways.filter((way) => this.#realiser.realise(this.#ways.followed[way]!.assumptions).kind !== 'none')
    if (open.length === 0) return { kind: 'none' }
    for (const attempt of attempts) {
      const still: number[] = []
      for (const index of open) {
        const search = this.#findEither(this.#ways.followed[index]!, output, conditions, sign, attempt)
        if (search.kind === 'found') {
          this.#found.set(key, [...(this.#found.get(key) ?? []), search.replayed])
          return { kind: 'found', witness: search.witness }
        }
        if (search.kind === 'open' || attempt.margin > 0n) still.push(index)
      }
      open = still
      if (open.length === 0) return { kind: 'none' }
    }
    return { kind: 'open' }
  }

  #findEither(
    way: Followed,
    output: string,
    conditions: readonly Form[],
    sign: 1 | -1 | null,
    attempt: Attempt,
  ): Found {
    const isOpen = sign === null && way.outcomes.get(output)!.kind === 'number'
    const searches = (isOpen ? ([1, -1] as const) : [sign]).map(
      (each) => () => this.#findOn(way, output, conditions, each, attempt),
    )
    let result = searches[0]!()
    for (const search of searches.slice(1)) {
      if (result.kind === 'found') return result
      const other = search()
      if (other.kind !== 'none') result = other
    }
    return result
  }

  #findOn(
    { assumptions, walk, outcomes }: Followed,
    output: string,
    conditions: readonly Form[],
    sign: 1 | -1 | null,
    { margin, budget, isInCorners }: Attempt,
  ): Found {
    const { graph } = this.#ways.shared
    const outcome = outcomes.get(output)!
    const { written, links, corners } = uncut(walk)
    const needed = [...walk.path.conditions, ...walk.facts.filter((each) => isOfInput(each, graph))]
    const inside = conditions.map((each) => graph.plus(written(each), { n: -margin, d: 1n }))
    const all = [...new Map([...inside, ...needed.map(written)].map((each) => [each.key, each])).values()]
    if (outcome.kind === 'number' && sign !== null) {
      const difference = graph.scale(written(outcome.difference), { n: BigInt(sign), d: 1n })
      all.push(graph.isIntegral(difference) ? graph.plus(difference, { n: -1n, d: 1n }) : difference)
    }
    all.push(...links(all))
    const cases = this.#lists.casesFor(assumptions, all)
    if (!cases) {
      if (!isInCorners) return this.#solve(assumptions, all, null, output, sign, budget)
      for (const corner of corners(all).filter(({ length }) => length > 0)) {
        const found = this.#solve(assumptions, [...all, ...corner], null, output, sign, budget)
        if (found.kind === 'found') return found
      }
      return { kind: 'open' }
    }
    if (isInCorners) return { kind: 'open' }
    // What can't be with totals of whatever size can't be with lists.
    const relaxed = solveIntegers(all, this.#objective(), graph, budget)
    this.#left -= relaxed.steps
    if (relaxed.kind === 'none') return relaxed
    let isOpen = false
    for (const { assumptions: own, conditions: more, compositions } of cases) {
      let isRefuted = this.#realiser.realise(own).kind === 'none'
      if (isRefuted) continue
      for (const composition of compositions) {
        const found = this.#solve(own, [...all, ...more, ...composition.conditions], composition, output, sign, budget)
        if (found.kind === 'found') return found
        isRefuted ||= found.kind === 'none' && composition.isExact
      }
      isOpen ||= !isRefuted
    }
    return { kind: isOpen ? 'open' : 'none' }
  }

  #solve(
    assumptions: Followed['assumptions'],
    conditions: readonly Form[],
    composition: Composition | null,
    output: string,
    sign: 1 | -1 | null,
    budget: number,
  ): Found {
    const { graph } = this.#ways.shared
    const realised = this.#realiser.realise(assumptions)
    if (this.#left <= 0) return { kind: 'open' }
    const objective = composition ? graph.add(this.#objective(), composition.cost) : this.#objective()
    const solution = solveIntegers(conditions, objective, graph, budget)
    this.#left -= solution.steps
    // What no amounts can be is none, even where the rest of a case was not found.
    if (solution.kind !== 'found') return { kind: solution.kind }
    if (realised.kind !== 'found') return { kind: 'open' }
    const { finite } = realised
    const amounts = new Map<string, unknown>()
    for (const { input } of this.#programs)
      for (const { path, type } of input.fields) {
        const id = graph.inputOf(path)
        amounts.set(path, writeAmount((id !== null && solution.values.get(id)) || { n: 0n, d: 1n }, type.kind))
      }
    const whole = composition ? this.#lists.withElements(finite, composition.pieces(solution.values)) : finite
    const replayed = whole && this.#replay(whole, amounts)
    const witness = replayed && witnessOf(replayed, output, sign)
    return witness ? { kind: 'found', witness, replayed } : { kind: 'open' }
  }

  #replay(finite: Finite, amounts: ReadonlyMap<string, unknown>): Replayed {
    const [before, after] = this.#programs
    const settled = [before, after].map((program) => {
      const result = interpret(program, writeInput(program, finite, amounts), { isReplay: true })
      return result.ok ? result.evaluation.output : null
    })
    return { input: writeInput(before, finite, amounts), before: settled[0] ?? null, after: settled[1] ?? null }
  }

  /** The first amount counts most, in the order of the input. */
  #objective(): Form {
    const { graph } = this.#ways.shared
    if (this.#cost) return this.#cost
    const paths = this.#programs[0].input.fields.map(({ path }) => path)
    let objective = graph.constant({ n: 0n, d: 1n })
    for (const [id, atom] of graph.atoms.entries()) {
      if (atom.kind !== 'variable' || atom.source !== 'input') continue
      const rank = paths.length - paths.indexOf(atom.name)
      const isFirst = atom.name === this.#firstAmount()
      objective = graph.add(objective, graph.atom(id), { n: isFirst ? 1_000_000n : 1000n + BigInt(rank), d: 1n })
    }
    this.#cost = objective
    return objective
  }

  #firstAmount(): string | undefined {
    return this.#programs[0].input.fields.find(({ type }) => type.kind === 'money')?.path
  }
}

function isOfInput(form: Form, graph: Graph): boolean {
  return form.terms.every(([id]) => {
    const atom = graph.atoms[id]!
    return atom.kind === 'variable' && atom.source !== 'change'
  })
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

/** The value of an output as text. */
function at(output: OutputRecord, path: string): string {
  const value = outputAt(output, path)
  return typeof value === 'string' ? value : JSON.stringify(value)
}
