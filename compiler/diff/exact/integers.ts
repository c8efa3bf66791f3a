import { add, compare, multiply, ofInteger, zero, type Rational } from '../../../runtime/rational.ts'
import { atomsIn, ceilingOf, floorOf, type Form, type Graph, type Range } from './forms.ts'
import { besideWhole, splitProduct } from './products.ts'
import { opposite, System } from './system.ts'

/** What a factor that is no whole number may well be. */
const likely: readonly Rational[] = [
  { n: 1n, d: 1n },
  { n: 1n, d: 2n },
  { n: -1n, d: 1n },
]

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
  let left = budget
  let best: { readonly values: Map<number, Rational>; readonly cost: Rational } | null = null
  let isCertain = true
  let steps = 0

  const visit = ({ system, required, goal, fixed }: Node): void => {
    if (left-- <= 0) return
    steps++
    system.relaxProducts()
    if (!system.isFeasible()) return
    const least = system.least(goal)
    if (best && least && compare(least, best.cost) >= 0) return
    const atoms = atomsOf([...required, goal], graph)
    const values = variablesAt(system, atoms, graph)
    const wrong = firstWrong(system, atoms, graph)
    const tried = new Map([...(wrong === null ? values : rounded(values, graph)), ...fixed])
    if (conditions.every((each) => valueAt(each, tried, graph).n >= 0n)) {
      const cost = valueAt(objective, tried, graph)
      if (!best) left = Math.min(left, improving)
      if (!best || compare(cost, best.cost) < 0) best = { values: tried, cost }
    } else if (wrong === null) isCertain = false
    if (wrong === null) return
    const { branches, fix, isComplete } = branchesAt(wrong, system, graph)
    if (!isComplete) isCertain = false
    if (fix) {
      const value = graph.constant(ofInteger(fix.value))
      const memo = new Map<number, Form>()
      const written = (form: Form): Form => graph.rewrite(form, (id) => (id === fix.atom ? value : null), memo)
      const known = new Map(fixed).set(fix.atom, value.constant)
      visit({ ...started(required.map(written), graph), goal: written(goal), fixed: known })
    }
    for (const branch of branches) {
      const inner = system.copy()
      branch.forEach((each) => inner.require(each))
      visit({ system: inner, required: [...required, ...branch], goal, fixed })
    }
  }
  visit({ ...started(conditions, graph), goal: objective, fixed: new Map() })
  const found = best as { readonly values: Map<number, Rational> } | null
  if (found) return { kind: 'found', values: found.values, steps }
  return left > 0 && isCertain ? { kind: 'none', steps } : { kind: 'open', steps }
}

/** A part of the space: what is required in it, in terms of what is not fixed in it. */
interface Node {
  readonly system: System
  readonly required: readonly Form[]
  readonly goal: Form
  readonly fixed: ReadonlyMap<number, Rational>
}

function started(required: readonly Form[], graph: Graph): Pick<Node, 'system' | 'required'> {
  const system = new System(graph)
  required.forEach((each) => system.require(each))
  return { system, required }
}

function atomsOf(forms: readonly Form[], graph: Graph): ReadonlySet<number> {
  const atoms = new Set<number>()
  for (const each of forms) atomsIn(each, graph, atoms)
  return atoms
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
  /** One more: an atom is so much. */
  readonly fix?: { readonly atom: number; readonly value: bigint }
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
    if (graph.atoms[factor]!.isInteger && !isFixed(bounds)) {
      const value = floorOf(system.valueOf(graph.atom(factor)))
      const branches = besideWhole(factor, value, bounds, graph)
      // Fixed, the product is linear, and conditions on it can be put in lowest terms.
      if (graph.atoms[factor]!.kind === 'variable') return { fix: { atom: factor, value }, branches, isComplete: true }
      const at = graph.plus(graph.atom(factor), minusOf(ofInteger(value)))
      return { branches: [[at, minus(at)], ...branches], isComplete: true }
    }
    // One factor is fixed to what it is, and to a few others, which does not cover everything.
    const branches = [system.valueOf(graph.atom(factor)), ...likely].map((each) => {
      const at = graph.plus(graph.atom(factor), minusOf(each))
      return [at, minus(at)]
    })
    return { branches: isFixed(bounds) ? [] : branches, isComplete: false }
  }
  const below = ofInteger(floorOf(value))
  return {
    branches: [[graph.plus(minus(own), below)], [graph.plus(own, { n: -below.n - 1n, d: 1n })]],
    isComplete: true,
  }
}
