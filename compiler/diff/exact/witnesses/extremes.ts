import { compare, type Rational } from '../../../../runtime/rational.ts'
import type { Witness } from '../comparison.ts'
import { descend, type Start } from '../linear/descent.ts'
import type { Form, Graph } from '../linear/forms.ts'
import { betweenKinks, straightened } from '../linear/kinks.ts'
import { valueAt } from '../linear/integers.ts'
import { once } from '../../../once.ts'
import { boundKey, negated } from '../linear/numbers.ts'
import type { Part } from '../regions/regions.ts'
import type { Found, Problem, Problems } from './problems.ts'

/** A bound of a difference, and a case that reaches it. */
interface End {
  /** Null is none. */
  readonly bound: Rational | null
  /** Where there is no bound, a case far beyond; null where none was found: then no case may be as far out. */
  readonly reached: Witness | null
}
export interface Ends {
  readonly least: End
  readonly most: End
}

/** A case, and by how much its second settlement is above the first. */
export interface Settled {
  readonly witness: Witness
  readonly difference: Rational
}

interface Lowest {
  readonly bound: Rational
  readonly case: Found | null
}

/** A difference of as much, ten thousand million yuan, is one of any size; amounts themselves may be a thousand times that. */
const far: Rational = { n: 10n ** 12n, d: 1n }
/** Steps of the search for the parts that matter, for a case in one of them, and of all searches. */
const patience = { parts: 400, tries: 2, case: 30, all: 5000 }

/** Finds how little and how much the difference in a region comes to, over all of its cases. */
export class Extremes {
  readonly #graph: Graph
  readonly #problems: Problems
  readonly #bounded = new Map<string, Omit<Start<Problem>, 'of'>>()
  readonly #known = new Map<string, Lowest>()
  #left = patience.all

  constructor(graph: Graph, problems: Problems) {
    this.#graph = graph
    this.#problems = problems
  }

  /**
   * `known`: a case of the region; `settle`: what one comes to, null where it is refused. Of a sure region only how far
   * it goes is looked for; where it begins, one fen or so, a small case tells. Through rounding it is one fen anyway.
   */
  of(output: string, part: Part, known: Settled, settle: (found: Found) => Settled | null): Ends {
    const end = (sign: 1n | -1n, outer: Rational | null): End => {
      if (outer && compare(known.difference, outer) === 0) return { bound: outer, reached: known.witness }
      if (!part.isSure || part.sign === Number(sign)) return { bound: outer, reached: null }
      const turned = (value: Rational): Rational => (sign === 1n ? value : negated(value))
      const bound = outer ? turned(outer) : negated(far)
      const lowest = (ways: readonly number[]): Lowest => {
        const starts = this.#starts(output, { ...part, ways }, { n: sign, d: 1n }, bound)
        return once(this.#known, starts.map(({ of }) => of.key).join('\n'), () => this.#lowest(starts, bound))
      }
      const [first] = part.ways
      const sample = outer ? null : lowest([first!])
      const found = sample?.case && compare(sample.bound, bound) === 0 ? sample : lowest(part.ways)
      const settled = found.case && settle(found.case)
      const isReached = settled !== null && compare(turned(settled.difference), found.bound) === 0
      const isFar = !outer && compare(found.bound, negated(far)) <= 0
      return { bound: isFar ? null : turned(found.bound), reached: isReached ? settled.witness : null }
    }
    return { least: end(1n, part.least), most: end(-1n, part.most) }
  }

  /** Lists, which are harder to find, come first: what is last is looked at first. */
  #starts(output: string, part: Part, sign: Rational, bound: Rational): readonly Start<Problem>[] {
    const ways = part.ways.map((way) => this.#problems.wayAt(way)).filter(({ realised }) => realised.kind !== 'none')
    const starts = new Map<string, Start<Problem>>()
    // All cases of the region, not only those that differ.
    for (const problem of this.#problems.of(output, { ...part, isSure: true, sign: 1 }, ways))
      for (const way of problem.ways) {
        const outcome = way.outcomes.get(output)!
        if (outcome.kind !== 'number') continue
        const goal = this.#graph.scale(way.uncut.written(outcome.difference), sign)
        const key = `${boundKey(bound)} ${goal.key} of ${problem.key}`
        const known = starts.get(key)
        const links = way.uncut.links([goal])
        const of = { ...problem, key, ways: [...(known?.of.ways ?? []), way] }
        starts.set(key, {
          ...(known ??
            once(this.#bounded, key, () =>
              bounded(goal, bound, [...problem.inside, ...problem.rest, ...links], this.#graph),
            )),
          of,
        })
      }
    return [...starts.values()].toSorted((a, b) => Number(a.of.lists === null) - Number(b.of.lists === null))
  }

  /** A bound of all, and the lowest case that was found. */
  #lowest(starts: readonly Start<Problem>[], bound: Rational): Lowest {
    const graph = this.#graph
    let best: { readonly case: Found; readonly value: Rational } | null = null
    let open: Rational | null = null
    let [steps, tries] = [0, 0]
    const mayGoOn = (): boolean => ++steps < patience.parts && this.#left-- > 0
    for (const leaf of descend(starts, graph, mayGoOn)) {
      const last = leaf.bound ?? bound
      if ((best && compare(best.value, last) <= 0) || (open && compare(open, last) < 0)) break
      if (leaf.of === null || tries >= patience.tries) {
        open ??= last
        break
      }
      tries++
      const since = this.#problems.steps
      const { answer, least } = this.#problems.inPart(leaf.of, leaf, patience.case)
      this.#left -= this.#problems.steps - since
      if (answer.kind === 'none') continue
      const value = answer.kind === 'found' ? valueAt(leaf.part.goals[0]!, answer.values, graph) : null
      if (answer.kind === 'found' && value && (!best || compare(value, best.value) < 0)) best = { case: answer, value }
      const lowest = least ?? last
      if (!value || compare(value, lowest) > 0) open ??= lowest
    }
    return {
      bound: best && (!open || compare(best.value, open) <= 0) ? best.value : (open ?? bound),
      case: best?.case ?? null,
    }
  }
}

/** A goal that is no less than a bound, under conditions, with all that is seen at once of what bends. */
function bounded(goal: Form, bound: Rational, conditions: readonly Form[], graph: Graph): Omit<Start<Problem>, 'of'> {
  const [straight, ...others] = straightened(conditions, [goal, ...conditions], graph) as [Form, ...Form[]]
  const cut = graph.plus(straight, negated(bound))
  return { goal: straight, conditions: [...others, cut, ...betweenKinks(others, straight, graph)] }
}
