import { add, compare, multiply, ofInteger, one, subtract, zero, type Rational } from '../../../../runtime/rational.ts'
import { atomsIn, type Form, type Graph, type Range } from './forms.ts'
import { besideWhole, splitProduct } from './products.ts'
import { opposite, System } from './system.ts'
import { half, minusOne, negated, floorOf, ceilingOf, sizeOf } from './numbers.ts'

/** What a factor that is no whole number may well be. */
const likely: readonly Rational[] = [one, half, minusOne]

/** How long a better solution is looked for when there is one. */
const improving = 200

/** `steps`: how long it took. */
export type Solution = { readonly steps: number } & (
  | {
      readonly kind: 'found'
      readonly values: ReadonlyMap<number, Rational>
      readonly cost: Cost
      /** Proved: there is no smaller one. */
      readonly isLeast: boolean
    }
  /** Proved: there is none, or none below the cost that was given. */
  | { readonly kind: 'none' }
  /** Given up. */
  | { readonly kind: 'open' }
)
/** Of each goal its value; the first counts most. */
export type Cost = readonly Rational[]

/** Below zero where the first costs less. */
export function compareCosts(a: Cost, b: Cost): number {
  for (const [at, each] of a.entries()) {
    const order = compare(each, b[at]!)
    if (order !== 0) return order
  }
  return 0
}

/**
 * Values of the variables at which all conditions are at least zero, whole where they have to be, with the least value
 * of the first goal, among those of the second, and so on; less than a limit, or as much, if one is given. Branches on
 * what the relaxed problem gets wrong: a kink, or a fraction. `root`: of the same conditions and goals.
 */
export function solveIntegers(
  conditions: readonly Form[],
  goals: readonly Form[],
  graph: Graph,
  budget: number,
  limit: { readonly cost: Cost; readonly isTieFine: boolean } | null = null,
  root: Root = rootOf(conditions, goals, graph),
): Solution {
  let left = budget
  let best: { readonly values: Map<number, Rational> | null; readonly cost: Cost } | null = limit && {
    values: null,
    cost: limit.cost,
  }
  let isCertain = true
  let steps = 0
  const open: Opened[] = []

  const take = (part: Root): Opened | null => {
    if (left-- <= 0) return null
    steps++
    return part()
  }
  const visit = ({ system, required, goals: own, fixed, least }: Opened): void => {
    const isTieFine = limit !== null && limit.isTieFine && best?.values === null
    if (best && least && !canBeBelow(least, own, best.cost, isTieFine, graph)) return
    const atoms = atomsOf([...required, ...own], graph)
    const values = variablesAt(system, atoms, graph)
    const wrong = firstBent(system, atoms, graph) ?? firstFraction(system, atoms, graph)
    const tried = new Map([...(wrong === null ? values : rounded(values, graph)), ...fixed])
    if (conditions.every((each) => valueAt(each, tried, graph).n >= 0n)) {
      const cost = goals.map((each) => valueAt(each, tried, graph))
      if (!best || compareCosts(cost, best.cost) < (isTieFine ? 1 : 0)) {
        if (!best?.values) left = Math.min(left, improving)
        best = { values: tried, cost }
      }
    } else if (wrong === null) isCertain = false
    if (wrong === null) return
    const { parts, isComplete } = branched({ system, required, goals: own, fixed }, wrong, graph)
    if (!isComplete) isCertain = false
    const inner = parts.flatMap((each) => take(() => opened(each)) ?? [])
    // Where a solution may be cheap is looked at first.
    open.push(...inner.toSorted((x, y) => compareLeast(x.least, y.least)).toReversed())
  }
  const whole = take(root)
  if (whole) open.push(whole)
  for (let next = open.pop(); next; next = open.pop()) visit(next)
  const isProved = left > 0 && isCertain
  // Set in `visit`.
  const found = best as { readonly values: Map<number, Rational> | null; readonly cost: Cost } | null
  if (found?.values) return { kind: 'found', values: found.values, cost: found.cost, isLeast: isProved, steps }
  return isProved ? { kind: 'none', steps } : { kind: 'open', steps }
}

/** All of a problem, before anything branches; null where even that has no solution. */
export type Root = () => Opened | null

/** Works it out when it is first asked for. */
export function rootOf(conditions: readonly Form[], goals: readonly Form[], graph: Graph): Root {
  let known: Opened | null | undefined
  return () => {
    if (known === undefined) known = opened({ ...started(conditions, graph), goals, fixed: new Map() })
    return known && { ...known, system: known.system.copy() }
  }
}

/** A part with what a solution in it costs at least; null where it has none. */
function opened(part: Part): Opened | null {
  part.system.relaxProducts()
  return part.system.isFeasible() ? { ...part, least: part.system.leastInTurn(part.goals) } : null
}

/** What is whole can't be less than the next whole number above its bound. */
function canBeBelow(least: Cost, goals: readonly Form[], cost: Cost, isTieFine: boolean, graph: Graph): boolean {
  for (const [at, each] of least.entries()) {
    const bound = graph.isIntegral(goals[at]!) ? ofInteger(ceilingOf(each)) : each
    const order = compare(bound, cost[at]!)
    if (order !== 0) return order < 0
    // Above its bound the first goal leaves the others more room.
    if (compare(bound, each) !== 0) return true
  }
  return isTieFine
}

/** No solution costs less: that of the relaxed problem. Null where that has none. */
export function leastCost(conditions: readonly Form[], goals: readonly Form[], graph: Graph): Cost | null {
  const { system } = started(conditions, graph)
  return system.isFeasible() ? (system.leastInTurn(goals) ?? goals.map(() => zero)) : null
}

/** A part of the space: what is required in it, in terms of what is not fixed in it. */
export interface Part {
  readonly system: System
  readonly required: readonly Form[]
  readonly goals: readonly Form[]
  readonly fixed: ReadonlyMap<number, Rational>
}

interface Opened extends Part {
  /** Null where there is no bound. */
  readonly least: Cost | null
}

/** The parts in which an atom that the relaxed problem has wrong is right, or less wrong; all of it, if complete. */
export function branched(
  { system, required, goals, fixed }: Part,
  wrong: number,
  graph: Graph,
): { readonly parts: readonly Part[]; readonly isComplete: boolean } {
  const { branches, fix, isComplete } = branchesAt(wrong, system, graph)
  const parts: Part[] = []
  if (fix) {
    const value = graph.constant(ofInteger(fix.value))
    const memo = new Map<number, Form>()
    const written = (form: Form): Form => graph.rewrite(form, (id) => (id === fix.atom ? value : null), memo)
    const known = new Map(fixed).set(fix.atom, value.constant)
    parts.push({ ...started(required.map(written), graph), goals: goals.map(written), fixed: known })
  }
  for (const branch of branches) {
    const inner = system.copy()
    branch.forEach((each) => inner.require(each))
    parts.push({ system: inner, required: [...required, ...branch], goals, fixed })
  }
  return { parts, isComplete }
}

function compareLeast(a: Cost | null, b: Cost | null): number {
  return a && b ? compareCosts(a, b) : Number(a !== null) - Number(b !== null)
}

export function started(required: readonly Form[], graph: Graph): Pick<Part, 'system' | 'required'> {
  const system = new System(graph)
  required.forEach((each) => system.require(each))
  return { system, required }
}

export function atomsOf(forms: readonly Form[], graph: Graph): ReadonlySet<number> {
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
      return atom.factors.reduce((product, each) => multiply(product, atomAt(each, values, graph)), one)
  }
}

/** A kink that the relaxed problem has wrong, else a product; `isFurthest`: of kinks the one that is furthest off. */
export function firstBent(system: System, atoms: ReadonlySet<number>, graph: Graph, isFurthest = false): number | null {
  let product: number | null = null
  let kink: { readonly id: number; readonly off: Rational } | null = null
  for (const id of atoms) {
    const atom = graph.atoms[id]!
    if ((atom.kind !== 'positive' && atom.kind !== 'product') || !system.has(id)) continue
    const value = system.valueOf(graph.atom(id))
    if (atom.kind === 'positive') {
      const inner = system.valueOf(atom.of)
      const off = sizeOf(subtract(value, inner.n > 0n ? inner : zero))
      if (off.n !== 0n && !isFurthest) return id
      if (off.n !== 0n && (!kink || compare(off, kink.off) > 0)) kink = { id, off }
    } else {
      const true_ = atom.factors.reduce((all, each) => multiply(all, system.valueOf(graph.atom(each))), one)
      if (compare(value, true_) !== 0) product ??= id
    }
  }
  return kink?.id ?? product
}

/** A fraction where there may be none, of a variable if there is one. */
function firstFraction(system: System, atoms: ReadonlySet<number>, graph: Graph): number | null {
  let fraction: number | null = null
  for (const id of atoms) {
    if (!graph.atoms[id]!.isInteger || !system.has(id) || system.valueOf(graph.atom(id)).d === 1n) continue
    if (isVariable(id, graph)) return id
    fraction ??= id
  }
  return fraction
}

function isVariable(id: number, graph: Graph): boolean {
  return graph.atoms[id]!.kind === 'variable'
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
  const minus = (form: Form): Form => graph.scale(form, minusOne)
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
      const at = graph.plus(graph.atom(factor), negated(ofInteger(value)))
      return { branches: [[at, minus(at)], ...branches], isComplete: true }
    }
    // One factor is fixed to what it is, and to a few others, which does not cover everything.
    const branches = [system.valueOf(graph.atom(factor)), ...likely].map((each) => {
      const at = graph.plus(graph.atom(factor), negated(each))
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
