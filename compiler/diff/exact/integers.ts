import { add, compare, multiply, ofInteger, zero, type Rational } from '../../../runtime/rational.ts'
import { atomsIn, ceilingOf, floorOf, type Form, type Graph, type Range } from './forms.ts'
import { aroundWhole, splitProduct } from './products.ts'
import { opposite, System } from './system.ts'

/** How long a better solution is looked for when there is one. */
const improving = 60

/** `steps`: how long it took. */
export type Solution = { readonly steps: number } & (
  | { readonly kind: 'found'; readonly values: ReadonlyMap<number, Rational> }
  | { readonly kind: 'none' }
  /** Given up. */
  | { readonly kind: 'open' }
)

/**
 * Values of the variables at which all conditions are at least zero, whole where they have to be, with the least value
 * of the objective. Branches on what the relaxed problem gets wrong: a kink, or a fraction.
 */
export function solveIntegers(conditions: readonly Form[], objective: Form, graph: Graph, budget: number): Solution {
  const atoms = new Set<number>()
  for (const each of [...conditions, objective]) atomsIn(each, graph, atoms)
  let left = budget
  let best: { readonly values: Map<number, Rational>; readonly cost: Rational } | null = null
  let isCertain = true
  let steps = 0

  const visit = (system: System): void => {
    if (left-- <= 0) return
    steps++
    system.relaxProducts()
    if (!system.isFeasible()) return
    const least = system.least(objective)
    if (least === null) {
      isCertain = false
      return
    }
    if (best && compare(least, best.cost) >= 0) return
    const values = variablesAt(system, atoms, graph)
    const wrong = firstWrong(system, atoms, graph)
    const tried = wrong === null ? values : rounded(values, graph)
    if (conditions.every((each) => valueAt(each, tried, graph).n >= 0n)) {
      const cost = valueAt(objective, tried, graph)
      if (!best) left = Math.min(left, improving)
      if (!best || compare(cost, best.cost) < 0) best = { values: tried, cost }
    } else if (wrong === null) isCertain = false
    if (wrong === null) return
    const { branches, isComplete } = branchesAt(wrong, system, graph)
    if (!isComplete) isCertain = false
    for (const branch of branches) {
      const inner = system.copy()
      branch.forEach((each) => inner.require(each))
      visit(inner)
    }
  }
  const start = new System(graph)
  conditions.forEach((each) => start.require(each))
  visit(start)
  const found = best as { readonly values: Map<number, Rational> } | null
  if (found) return { kind: 'found', values: found.values, steps }
  return left > 0 && isCertain ? { kind: 'none', steps } : { kind: 'open', steps }
}

function variablesAt(system: System, atoms: ReadonlySet<number>, graph: Graph): Map<number, Rational> {
  const values = new Map<number, Rational>()
  for (const id of atoms) if (graph.atoms[id]!.kind === 'variable') values.set(id, system.valueOf(graph.atom(id)))
  return values
}

function rounded(values: ReadonlyMap<number, Rational>, graph: Graph): Map<number, Rational> {
  return new Map(
    [...values].map(([id, value]) => [id, graph.atoms[id]!.isInteger ? ofInteger(ceilingOf(value)) : value]),
  )
}

/** The value of a form where its variables have values. */
export function valueAt(form: Form, values: ReadonlyMap<number, Rational>, graph: Graph): Rational {
  return form.terms.reduce((sum, [id, factor]) => add(sum, multiply(factor, atomAt(id, values, graph))), form.constant)
}

function atomAt(id: number, values: ReadonlyMap<number, Rational>, graph: Graph): Rational {
  const atom = graph.atoms[id]!
  switch (atom.kind) {
    case 'variable':
      return values.get(id) ?? zero
    case 'positive': {
      const inner = valueAt(atom.of, values, graph)
      return inner.n > 0n ? inner : zero
    }
    case 'floor':
      return ofInteger(floorOf(valueAt(atom.of, values, graph)))
    case 'product':
      return atom.factors.reduce((product, each) => multiply(product, atomAt(each, values, graph)), ofInteger(1n))
  }
}

/** A kink that the relaxed problem has wrong, else a fraction where there may be none. */
function firstWrong(system: System, atoms: ReadonlySet<number>, graph: Graph): number | null {
  let fraction: number | null = null
  let product: number | null = null
  for (const id of atoms) {
    if (!system.has(id)) continue
    const atom = graph.atoms[id]!
    const value = system.valueOf(graph.atom(id))
    if (atom.kind === 'positive') {
      const inner = system.valueOf(atom.of)
      if (compare(value, inner.n > 0n ? inner : zero) !== 0) return id
    } else if (atom.kind === 'product') {
      const true_ = atom.factors.reduce(
        (all, each) => multiply(all, system.valueOf(graph.atom(each))),
        ofInteger(1n) as Rational,
      )
      if (compare(value, true_) !== 0) product ??= id
    }
    if (
      atom.isInteger &&
      value.d !== 1n &&
      (fraction === null || (atom.kind === 'variable' && !isVariable(fraction, graph)))
    )
      fraction = id
  }
  return product ?? fraction
}

function isVariable(id: number, graph: Graph): boolean {
  return graph.atoms[id]!.kind === 'variable'
}

function minusOf({ n, d }: Rational): Rational {
  return { n: -n, d }
}

interface Branches {
  readonly branches: readonly (readonly Form[])[]
  readonly isComplete: boolean
}

function branchesAt(id: number, system: System, graph: Graph): Branches {
  const atom = graph.atoms[id]!
  const own = graph.atom(id)
  const value = system.valueOf(own)
  const minus = (form: Form): Form => graph.scale(form, { n: -1n, d: 1n })
  if (atom.kind === 'positive') {
    const inner = system.valueOf(atom.of)
    const isHigh = inner.n > 0n ? compare(value, inner) !== 0 : value.n !== 0n
    if (isHigh) {
      return {
        branches: [
          [opposite(atom.of, graph), minus(own)],
          [atom.of, graph.subtract(atom.of, own)],
        ],
        isComplete: true,
      }
    }
  }
  if (atom.kind === 'product') {
    const isFixed = ({ least, most }: Range): boolean => least !== null && most !== null && compare(least, most) === 0
    const [factor] = splitProduct(atom, (each) => system.boundsOf(each), graph)
    const bounds = system.boundsOf(factor)
    if (graph.atoms[factor]!.isInteger && !isFixed(bounds))
      return {
        branches: aroundWhole(factor, floorOf(system.valueOf(graph.atom(factor))), bounds, graph),
        isComplete: true,
      }
    // One factor is fixed to what it is, which does not cover everything.
    const at = graph.plus(graph.atom(factor), minusOf(system.valueOf(graph.atom(factor))))
    return { branches: [[at, minus(at)]], isComplete: false }
  }
  const below = ofInteger(floorOf(value))
  return {
    branches: [[graph.plus(minus(own), below)], [graph.plus(own, { n: -below.n - 1n, d: 1n })]],
    isComplete: true,
  }
}
