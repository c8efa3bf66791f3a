import { add, multiply, ofInteger, one, subtract, zero, type Rational } from '../../../../runtime/rational.ts'
import { atomsIn, isConstant, isZero, type Form, type Graph, type Range } from './forms.ts'
import { highestRest, opposite, System } from './system.ts'
import { minusOne, negated, floorOf, ceilingOf } from './numbers.ts'

/**
 * A part of the space in which a value differs. `conditions` are at least zero there. The difference lies in
 * [delta + low, delta + high]; in a sure cell it is never zero, in another it may be.
 */
export interface Cell {
  readonly isSure: boolean
  /** Null where the difference may be of either sign. */
  readonly sign: 1 | -1 | null
  readonly conditions: readonly Form[]
  readonly delta: Form
  readonly low: Rational
  readonly high: Rational
  /** Of the difference itself; null where there is no bound. */
  readonly least: Rational | null
  readonly most: Rational | null
}
export interface Cells {
  readonly cells: readonly Cell[]
  /** False where the search was given up: the difference may lie elsewhere too. */
  readonly isComplete: boolean
}

/** Where a difference is not zero, given what is known to be at least zero. */
export function cellsOf(difference: Form, facts: readonly Form[], graph: Graph, budget = 4000): Cells {
  const cells: Cell[] = []
  let left = budget
  const start = new System(graph)
  const relevant = atomsIn(difference, graph)
  const known = facts.filter(({ terms }) => terms.every(([id]) => relevant.has(id)))
  for (const fact of known) start.require(fact)

  const visit = (unsettled: Form, system: System, conditions: readonly Form[], within: readonly Form[]): void => {
    const form = settled(unsettled, system, graph)
    if (left-- <= 0 || isZero(form)) return
    const nominal = withoutRounding(form, graph)
    const split = firstPositive(nominal.form, graph)
    if (split === null) {
      cells.push(...leaves(form, system, conditions, graph))
      return
    }
    const atom = graph.atoms[split]!
    if (atom.kind !== 'positive') return
    const above = atom.of
    const below = opposite(above, graph)
    for (const [condition, value] of [
      [below, graph.constant(zero)],
      [above, above],
    ] as const) {
      const inner = system.copy()
      inner.require(condition)
      const straight = (each: Form): Form => graph.rewrite(each, (id) => (id === split ? value : null))
      const facts = within.map(straight)
      for (const [at, fact] of facts.entries()) if (fact.key !== within[at]!.key) inner.require(fact)
      if (!inner.isFeasible()) continue
      visit(straight(form), inner, [...conditions, condition], facts)
    }
  }
  if (start.isFeasible()) visit(difference, start, [], known)
  return { cells, isComplete: left > 0 }
}

/** The form without the kinks that the bounds of single atoms decide: most of them, at no cost. */
function settled(form: Form, system: System, graph: Graph): Form {
  const rangeOf = (id: number): Range => (system.has(id) ? system.boundsOf(id) : graph.atoms[id]!.range)
  return graph.rewrite(form, (id) => {
    const atom = graph.atoms[id]!
    if (atom.kind !== 'positive') return null
    const { least, most } = graph.range(atom.of, rangeOf)
    if (least && least.n >= 0n) return atom.of
    return most && most.n <= 0n ? graph.constant(zero) : null
  })
}

/** An atom to split on that has none within. */
function firstPositive(form: Form, graph: Graph): number | null {
  for (const [id] of form.terms) {
    const atom = graph.atoms[id]!
    if (atom.kind === 'positive') return firstPositive(atom.of, graph) ?? id
    if (atom.kind === 'floor') {
      const inner = firstPositive(atom.of, graph)
      if (inner !== null) return inner
    }
    if (atom.kind === 'product')
      for (const factor of atom.factors) {
        const inner = firstPositive(graph.atom(factor), graph)
        if (inner !== null) return inner
      }
  }
  return null
}

interface Nominal {
  readonly form: Form
  readonly low: Rational
  readonly high: Rational
}

/** The form as if nothing were rounded, and by how much it may be off. */
export function withoutRounding(form: Form, graph: Graph): Nominal {
  let result: Nominal = { form: graph.constant(form.constant), low: zero, high: zero }
  for (const [id, factor] of form.terms) {
    const atom = graph.atoms[id]!
    let each: Nominal = { form: graph.atom(id), low: zero, high: zero }
    if (atom.kind === 'floor') {
      const inner = withoutRounding(atom.of, graph)
      each = {
        form: graph.plus(inner.form, multiply(atom.shift, minusOne)),
        low: subtract(add(inner.low, atom.shift), highestRest(atom.of, graph)),
        high: add(inner.high, atom.shift),
      }
    }
    const [low, high] = factor.n > 0n ? [each.low, each.high] : [each.high, each.low]
    result = {
      form: graph.add(result.form, each.form, factor),
      low: add(result.low, multiply(low, factor)),
      high: add(result.high, multiply(high, factor)),
    }
  }
  return result
}

/** The parts of a cell without kinks: above, below, and between where rounding decides. */
function leaves(form: Form, system: System, conditions: readonly Form[], graph: Graph): readonly Cell[] {
  const exactly = pairOfRoundings(form, graph)
  const { form: delta, low, high } = exactly ?? withoutRounding(form, graph)
  const isIntegral = graph.isIntegral(form)
  // Never both above and below zero.
  const isPair = exactly !== null && !exactly.isOne
  // Of two roundings a whole fen is enough, whatever they round to: one bound for all rates.
  const positive = graph.plus(delta, isPair ? justAbove(delta, graph, minusOne) : low)
  const negative = graph.scale(graph.plus(delta, isPair ? negated(justAbove(delta, graph, minusOne)) : high), minusOne)
  const isDiscrete = graph.isDiscrete(delta)
  const above = (of: Form): Form => (isDiscrete ? opposite(graph.scale(of, minusOne), graph) : of)
  const found: Cell[] = []
  const keep = (isSure: boolean, sign: 1 | -1 | null, own: readonly Form[]): void => {
    const inner = system.copy()
    own.forEach((condition) => inner.require(condition))
    if (!inner.isFeasible()) return
    if (!isSure && sign !== null && isIntegral && !canBeOne(graph.scale(form, ofInteger(sign)), inner, graph)) return
    const bottom = inner.copy().least(delta)
    const top = inner.copy().least(graph.scale(delta, minusOne))
    let least = bottom && add(bottom, low)
    let most = top && add(multiply(top, minusOne), high)
    if (isIntegral) {
      least = least && ofInteger(ceilingOf(least))
      most = most && ofInteger(floorOf(most))
      if (sign === 1 && isSure && least && least.n <= 0n) least = one
      if (sign === -1 && isSure && most && most.n >= 0n) most = minusOne
      if (sign === 1 && !isSure && exactly && least && least.n < 0n) least = zero
      if (sign === -1 && !isSure && exactly && most && most.n > 0n) most = zero
    }
    if (least && most && least.n === 0n && most.n === 0n) return
    found.push({ isSure, sign, conditions: [...conditions, ...own], delta, low, high, least, most })
  }
  if (isConstant(delta)) {
    const certain = positive.constant.n > 0n ? 1 : negative.constant.n > 0n ? -1 : null
    if (certain) keep(true, certain, [])
    else if (!(exactly && delta.constant.n === 0n)) keep(false, null, [])
    return found
  }
  keep(isDiscrete, 1, [above(positive)])
  keep(isDiscrete, -1, [above(negative)])
  if (low.n === 0n && high.n === 0n) return found
  if (exactly?.isOne) return found
  const notAbove = opposite(above(positive), graph)
  const notBelow = opposite(above(negative), graph)
  if (exactly) {
    keep(false, 1, [notAbove, above(delta)])
    keep(false, -1, [notBelow, above(graph.scale(delta, minusOne))])
  } else keep(false, null, [notAbove, notBelow])
  return found
}

/** Can what is whole, by all that is known of it, be one or more? */
function canBeOne(form: Form, system: System, graph: Graph): boolean {
  const inner = system.copy()
  inner.require(graph.plus(form, minusOne))
  return inner.isFeasible()
}

/**
 * The difference of two equally rounded numbers, and something whole: zero wherever the numbers under the rounding
 * differ by just that. Or one rounded number and something whole, of which only the sign of it counts.
 */
function pairOfRoundings(form: Form, graph: Graph): (Nominal & { readonly isOne: boolean }) | null {
  const rounded = form.terms.flatMap(([id, factor]) => {
    const atom = graph.atoms[id]!
    return atom.kind === 'floor' ? [{ id, factor, atom }] : []
  })
  if (rounded.length === 0 || rounded.length > 2) return null
  if (!rounded.every(({ factor }) => factor.d === 1n && (factor.n === 1n || factor.n === -1n))) return null
  const whole = rounded.reduce(
    (rest, { id, factor }) => graph.add(rest, graph.atom(id), multiply(factor, minusOne)),
    form,
  )
  if (!graph.isIntegral(whole)) return null
  const [first, second] = rounded
  if (!first) return null
  const hasInner = (each: Form): boolean => each.terms.some(([id]) => graph.atoms[id]!.kind === 'floor')
  if (!second) {
    const under = graph.plus(first.atom.of, multiply(first.atom.shift, minusOne))
    const delta = graph.add(whole, under, first.factor)
    if (hasInner(delta)) return null
    const bottom = subtract(first.atom.shift, highestRest(first.atom.of, graph))
    const ends = first.factor.n > 0n ? [bottom, first.atom.shift] : [negated(first.atom.shift), negated(bottom)]
    return { form: delta, low: ends[0]!, high: ends[1]!, isOne: true }
  }
  if (first.factor.n === second.factor.n) return null
  if (subtract(first.atom.shift, second.atom.shift).n !== 0n) return null
  const delta = graph.add(graph.add(whole, first.atom.of, first.factor), second.atom.of, second.factor)
  if (hasInner(delta)) return null
  const [plus, minus] = first.factor.n > 0n ? [first, second] : [second, first]
  return {
    form: delta,
    low: negated(highestRest(plus.atom.of, graph)),
    high: highestRest(minus.atom.of, graph),
    isOne: false,
  }
}

/** What makes "at least one" of a form a "more than zero". */
function justAbove(form: Form, graph: Graph, least: Rational): Rational {
  if (!graph.isDiscrete(form)) return least
  return negated(highestRest(form, graph))
}
