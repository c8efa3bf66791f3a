import type { Rational } from '../../runtime/rational.ts'
import { atomsIn, type Form, type Graph } from '../diff/exact/linear/forms.ts'
import { solveIntegers, type Cost } from '../diff/exact/linear/integers.ts'
import { System } from '../diff/exact/linear/system.ts'
import { uncut } from '../diff/exact/ways/uncut.ts'
import type { Walk } from '../diff/exact/ways/walk.ts'
import type { Conjunction } from './violations.ts'

/**
 * Amounts that bring a violation about, with what they cost; or that there are none; or that it was given up. `forms`:
 * what was asked, names written out.
 */
export type Discharged = { readonly kind: 'none' } | { readonly kind: 'open'; readonly forms: readonly Form[] } | Found
export interface Found {
  readonly kind: 'found'
  readonly forms: readonly Form[]
  readonly values: ReadonlyMap<number, Rational>
  readonly cost: Cost
}

/** Steps of the search for a case at most. */
const patience = 2000

/** A percent, or so much of a fen. */
const margin: Rational = { n: -1n, d: 100n }

/** Asks of violations along ways whether any amounts bring them about. What many ways ask is worked out once. */
export class Discharger {
  readonly #graph: Graph
  readonly #near = new Map<string, boolean>()
  readonly #solved = new Map<string, Discharged>()
  readonly #systems = new WeakMap<Walk, System>()
  readonly #names = new WeakMap<Walk, Written>()

  constructor(graph: Graph) {
    this.#graph = graph
  }

  /** Can it be seen, from what is known of named amounts along the way, that nothing brings it about? */
  isImpossible(conjunction: Conjunction, walk: Walk): boolean {
    const atoms = new Set<number>()
    conjunction.forEach((each) => atomsIn(each, this.#graph, atoms))
    const facts = knownOf(walk).filter(({ terms }) => terms.every(([id]) => atoms.has(id)))
    const key = keyOf([...conjunction, ...facts])
    const known = this.#near.get(key) ?? !isFeasible(new System(this.#graph), [...conjunction, ...facts])
    this.#near.set(key, known)
    return known || !isFeasible(this.#systemOf(walk), conjunction)
  }

  /** More is known along the way now. */
  forget(walk: Walk): void {
    this.#systems.delete(walk)
  }

  #systemOf(walk: Walk): System {
    let system = this.#systems.get(walk)
    if (!system) {
      system = new System(this.#graph)
      isFeasible(system, knownOf(walk))
      this.#systems.set(walk, system)
    }
    return system.copy()
  }

  /** The same with every name written out, so that the amounts that are found are those of a case: with the least value of the first goal, then of the second, and so on. */
  solve(conjunction: Conjunction, walk: Walk, goals: readonly Form[]): Discharged {
    const names = this.#names.get(walk) ?? new Written(walk)
    this.#names.set(walk, names)
    const forms = names.with(conjunction.map(names.of))
    const key = keyOf(forms)
    const known =
      this.#solved.get(key) ?? this.#clear(conjunction.map(names.of), names, goals) ?? this.#cheapest(forms, goals)
    this.#solved.set(key, known)
    return known
  }

  /** Where not all is whole numbers, what is barely so may not be so at all: something clear is looked for first. */
  #clear(conjunction: Conjunction, names: Written, goals: readonly Form[]): Found | null {
    const graph = this.#graph
    if (conjunction.every((each) => graph.isDiscrete(each))) return null
    const inside = conjunction.map((each) => (graph.isDiscrete(each) ? each : graph.plus(each, margin)))
    const found = this.#cheapest(names.with(inside), goals)
    return found.kind === 'found' ? found : null
  }

  #cheapest(forms: readonly Form[], goals: readonly Form[]): Discharged {
    const solution = solveIntegers(forms, goals, this.#graph, patience)
    switch (solution.kind) {
      case 'none':
        return { kind: 'none' }
      case 'open':
        return { kind: 'open', forms }
      case 'found':
        return { kind: 'found', forms, values: solution.values, cost: solution.cost }
    }
  }
}

/** What is known along a way, with names written out. */
class Written {
  readonly of: (form: Form) => Form
  readonly #known: readonly Form[]
  readonly #links: (forms: readonly Form[]) => readonly Form[]

  constructor(walk: Walk) {
    const { written, links } = uncut(walk)
    this.of = written
    this.#links = links
    this.#known = knownOf(walk).map(written)
  }

  with(forms: readonly Form[]): readonly Form[] {
    const all = [...forms, ...this.#known]
    return [...new Map([...all, ...this.#links(all)].map((each) => [each.key, each])).values()]
  }
}

function knownOf({ facts, path }: Walk): readonly Form[] {
  return [...facts, ...path.conditions]
}

function keyOf(forms: readonly Form[]): string {
  return forms
    .map(({ key }) => key)
    .toSorted()
    .join('|')
}

function isFeasible(system: System, forms: readonly Form[]): boolean {
  forms.forEach((each) => system.require(each))
  return system.isFeasible()
}
