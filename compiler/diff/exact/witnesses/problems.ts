import type { Program } from '../../../program/program.ts'
import type { Form } from '../linear/forms.ts'
import { leastCost, rootOf, solveIntegers, valueAt, type Cost, type Root, type Solution } from '../linear/integers.ts'
import { once } from '../../../once.ts'
import { Lists, type ListsOfCase } from '../lists/lists.ts'
import type { Realised, Realiser } from './realise.ts'
import type { Part } from '../regions/regions.ts'
import { uncut, type Uncut } from '../ways/uncut.ts'
import { rankOf, type Finite } from './write-case.ts'
import type { Outcome, Ways } from '../ways/ways.ts'
import { minusOne, negated } from '../linear/numbers.ts'
import type { Leaf } from '../linear/descent.ts'
import type { Rational } from '../../../../runtime/rational.ts'

/** One way, with what is known of it wherever it is looked at. */
export interface Way {
  readonly index: number
  readonly realised: Realised
  /** By which cases with the same amounts are put in order. */
  readonly rank: string
  readonly outcomes: ReadonlyMap<string, Outcome>
  readonly uncut: Uncut
  /** What the amounts on it meet. */
  readonly needed: readonly Form[]
}

/** What the amounts of a case have to meet, and the ways on which it is just that, the preferred one first. */
export interface Problem {
  readonly key: string
  readonly inside: readonly Form[]
  readonly rest: readonly Form[]
  readonly ways: readonly Way[]
  /** Null where nothing is asked of totals over lists. */
  readonly lists: readonly ListsOfCase[] | null
}

/** How a problem is looked at. */
export interface Attempt {
  /** How far within its region a case has to lie. */
  readonly margin: bigint
  readonly budget: number
  /** With what is multiplied at its bounds, each for so long. */
  readonly isInCorners?: boolean
  /** Any case will do, however large. */
  readonly isOfAnySize?: boolean
}

export interface Found {
  readonly kind: 'found'
  readonly cost: Cost
  readonly values: Extract<Solution, { kind: 'found' }>['values']
  /** All else of the case; several that differ in what makes no difference. */
  readonly cases: readonly Finite[]
}
export type Answer = Found | { readonly kind: 'none' | 'open' }

/** `least`: what a form comes to no less than, if that was proved. */
interface InPart {
  readonly answer: Answer
  readonly least: Rational | null
}

/** Only cases that cost less, or as much where a tie is fine. */
export interface Limit {
  readonly cost: Cost
  readonly isTieFine: boolean
}

/** How many relaxed problems are kept: those of one region are asked again and again. */
const mostRoots = 500

/** Puts regions as problems of whole numbers, and solves those. */
export class Problems {
  readonly #ways: Ways
  readonly #program: Program
  readonly #realiser: Pick<Realiser, 'realise'>
  readonly #lists: Lists
  readonly #known = new Map<number, Way>()
  readonly #bounds = new Map<string, Cost | null>()
  readonly #answers = new Map<string, Answer>()
  readonly #roots = new Map<string, Root>()
  #goals: readonly Form[] | null = null
  /** How many steps may be taken, all searches together. */
  readonly #most: number
  steps = 0

  constructor(ways: Ways, before: Program, realiser: Pick<Realiser, 'realise'>, steps: number) {
    this.#ways = ways
    this.#program = before
    this.#realiser = realiser
    this.#lists = new Lists(ways.shared, before)
    this.#most = steps
  }

  wayAt(index: number): Way {
    const known = this.#known.get(index)
    if (known) return known
    const { graph } = this.#ways.shared
    const { assumptions, walk, outcomes } = this.#ways.followed[index]!
    const realised = this.#realiser.realise(assumptions)
    const rank = realised.kind === 'found' ? rankOf(this.#program, realised.finite) : ''
    const own = uncut(walk)
    const isOfInput = (form: Form): boolean =>
      form.terms.every(([id]) => {
        const atom = graph.atoms[id]!
        return atom.kind === 'variable' && atom.source !== 'change'
      })
    const needed = [...walk.path.conditions, ...walk.facts.filter(isOfInput)].map(own.written)
    const way: Way = { index, realised, rank, outcomes, uncut: own, needed }
    this.#known.set(index, way)
    return way
  }

  /** Ways on which the amounts have to meet the same are looked at together. */
  of(output: string, part: Part, ways: readonly Way[]): readonly Problem[] {
    const { followed } = this.#ways
    const { graph } = this.#ways.shared
    const problems = new Map<string, Problem>()
    const signs = part.sign === null && part.delta ? ([1, -1] as const) : [part.sign]
    for (const sign of signs)
      for (const way of ways.toSorted((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))) {
        const { written, links } = way.uncut
        const inside = part.conditions.map(written)
        const rest = [...way.needed]
        const outcome = way.outcomes.get(output)!
        // All of a sure part differs.
        if (outcome.kind === 'number' && sign !== null && !part.isSure) {
          const difference = graph.scale(written(outcome.difference), { n: BigInt(sign), d: 1n })
          rest.push(graph.isIntegral(difference) ? graph.plus(difference, minusOne) : difference)
        }
        rest.push(...links([...inside, ...rest]))
        const lists = this.#lists.casesFor(followed[way.index]!.assumptions, [...inside, ...rest])
        const key = `${keyOf(inside)} / ${keyOf(rest)}${lists ? ` ${way.index}` : ''}`
        problems.set(key, { key, inside, rest, lists, ways: [...(problems.get(key)?.ways ?? []), way] })
      }
    return [...problems.values()]
  }

  /** No case of the problem costs less; null where there is none. */
  boundOf({ key, inside, rest }: Problem): Cost | null {
    const known = this.#bounds.get(key)
    if (known !== undefined) return known
    const bound = leastCost([...inside, ...rest], this.#amounts(), this.#ways.shared.graph)
    this.steps++
    this.#bounds.set(key, bound)
    return bound
  }

  solve(problem: Problem, attempt: Attempt, limit: Limit | null): Answer {
    if (this.steps >= this.#most) return { kind: 'open' }
    const { margin, isInCorners, isOfAnySize } = attempt
    const key = `${margin} ${attempt.budget} ${isInCorners ?? false} ${isOfAnySize ?? false} ${problem.key}`
    const known = this.#answers.get(problem.key) ?? this.#answers.get(key)
    // Amounts that were found on other ways are fine on these, the rest of a case is not.
    if (known?.kind === 'found' && !problem.lists) return { ...known, cases: casesOf(problem) }
    if (known) return known
    const { graph } = this.#ways.shared
    const all = [...problem.inside.map((each) => graph.plus(each, { n: -margin, d: 1n })), ...problem.rest]
    const goals = this.#amounts()
    const answer = problem.lists
      ? this.#solveLists(problem.lists, all, goals, attempt, limit)
      : this.#solvePlain(problem, all, goals, attempt, limit)
    // None with these is none at all.
    if (!limit && answer.kind === 'none' && margin === 0n && !isInCorners) this.#answers.set(problem.key, answer)
    else if (!limit || answer.kind === 'found') this.#answers.set(key, answer)
    return answer
  }

  /** A case of a problem, in a part of it in which a form comes to no less than so much; what is least in it, if proved. */
  inPart(problem: Problem, { bound, part }: Leaf<Problem>, budget: number): InPart {
    const { graph } = this.#ways.shared
    const cut = graph.plus(part.goals[0]!, negated(bound))
    const solution = this.#once([...part.required, cut], part.goals, budget, null)
    if (solution.kind !== 'found') return { answer: { kind: solution.kind }, least: null }
    const [cost] = solution.cost
    const values = new Map([...solution.values, ...part.fixed])
    const least = solution.isLeast ? cost! : null
    if (!problem.lists)
      return { answer: { kind: 'found', values, cost: solution.cost, cases: casesOf(problem) }, least }
    const low = graph.plus(graph.scale(part.goals[0]!, minusOne), cost!)
    const answer: Answer =
      part.fixed.size > 0
        ? { kind: 'open' }
        : this.#solveLists(problem.lists, [...part.required, low], [], { margin: 0n, budget }, null)
    return { answer: answer.kind === 'none' ? { kind: 'open' } : answer, least }
  }

  #solvePlain(
    problem: Problem,
    all: readonly Form[],
    goals: readonly Form[],
    { budget, isInCorners, isOfAnySize }: Attempt,
    limit: Limit | null,
  ): Answer {
    const corners = isInCorners ? problem.ways[0]!.uncut.corners(all).filter(({ length }) => length > 0) : [[]]
    let solution: Solution = { kind: 'open', steps: 0 }
    for (const corner of corners) {
      solution = this.#once([...all, ...corner], isOfAnySize ? [] : goals, budget, limit)
      if (solution.kind === 'found') break
    }
    if (solution.kind !== 'found') return { kind: solution.kind }
    const { values } = solution
    const cost = goals.map((each) => valueAt(each, values, this.#ways.shared.graph))
    return { kind: 'found', cost, values, cases: casesOf(problem) }
  }

  #solveLists(
    kinds: readonly ListsOfCase[],
    all: readonly Form[],
    wanted: readonly Form[],
    { budget, isInCorners }: Attempt,
    limit: Limit | null,
  ): Answer {
    if (isInCorners) return { kind: 'open' }
    const { graph } = this.#ways.shared
    // What can't be with totals of whatever size can't be with lists.
    const relaxed = this.#once(all, wanted, budget, limit)
    if (relaxed.kind === 'none') return relaxed
    const [first, ...others] = wanted
    let isOpen = false
    for (const { assumptions, conditions, compositions } of kinds) {
      const realised = this.#realiser.realise(assumptions)
      let isRefuted = realised.kind === 'none'
      if (isRefuted) continue
      for (const composition of compositions) {
        const goals = [graph.add(first ?? composition.cost, composition.cost), ...others]
        const forms = [...all, ...conditions, ...composition.conditions]
        const solution = this.#once(forms, goals, budget, limit)
        isRefuted ||= solution.kind === 'none' && composition.isExact
        if (solution.kind !== 'found' || realised.kind !== 'found') continue
        const whole = this.#lists.withElements(realised.finite, composition.pieces(solution.values))
        if (whole) return { kind: 'found', cost: solution.cost, values: solution.values, cases: [whole] }
      }
      isOpen ||= !isRefuted
    }
    return { kind: isOpen ? 'open' : 'none' }
  }

  #once(forms: readonly Form[], goals: readonly Form[], budget: number, limit: Limit | null): Solution {
    const { graph } = this.#ways.shared
    const key = [...goals, ...forms].map((each) => each.key).join('|')
    if (this.#roots.size > mostRoots) this.#roots.clear()
    const root = once(this.#roots, `${goals.length} ${key}`, () => rootOf(forms, goals, graph))
    const solution = solveIntegers(forms, goals, graph, Math.min(budget, this.#most - this.steps), limit, root)
    this.steps += solution.steps
    return solution
  }

  /** All amounts that count: the first of money, then the others in the order of the input. */
  #amounts(): readonly Form[] {
    if (this.#goals) return this.#goals
    const { graph } = this.#ways.shared
    const { fields } = this.#program.input
    const order = [fields.find(({ type }) => type.kind === 'money')?.path ?? '', ...fields.map(({ path }) => path)]
    const placed = graph.atoms.flatMap((atom, id) => {
      if (atom.kind !== 'variable' || atom.source !== 'input' || atom.range.least === null) return []
      const place = order.indexOf(atom.name)
      return [{ id, place: place < 0 ? order.length : place }]
    })
    this.#goals = placed.toSorted((a, b) => a.place - b.place || a.id - b.id).map(({ id }) => graph.atom(id))
    return this.#goals
  }
}

/** The cases of its ways, short of their amounts. */
function casesOf({ ways }: Problem): readonly Finite[] {
  return ways.flatMap(({ realised }) => (realised.kind === 'found' ? [realised.finite] : []))
}

function keyOf(forms: readonly Form[]): string {
  return [...new Set(forms.map(({ key }) => key))].toSorted().join('|')
}
