import { compare, ofInteger, type Rational } from '../../../../runtime/rational.ts'
import type { Form, Graph } from './forms.ts'
import { atomsOf, branched, firstBent, started, type Part } from './integers.ts'
import { ceilingOf } from './numbers.ts'

/** Where a goal is to be low. */
export interface Start<Of> {
  readonly of: Of
  readonly conditions: readonly Form[]
  readonly goal: Form
}
/** A part of a start in which nothing bends any more; `bound`: the goal comes to no less in it, nor in any later one. */
export interface Leaf<Of> {
  readonly of: Of
  readonly bound: Rational
  readonly part: Part
}
/** What is left comes to no less, as far as is known. */
interface GivenUp {
  readonly of: null
  readonly bound: Rational | null
}

/**
 * The parts of all starts, those where the goal may be low first. Bends and products are right in them; what has to be
 * whole need not be. The conditions of each start have to bound its goal.
 */
export function* descend<Of>(
  starts: readonly Start<Of>[],
  graph: Graph,
  mayGoOn: () => boolean,
): Generator<Leaf<Of> | GivenUp, void> {
  const open: Leaf<Of>[] = []
  const add = (of: Of, part: Part): boolean => {
    part.system.relaxProducts()
    if (!part.system.isFeasible()) return true
    const [goal] = part.goals
    const least = part.system.least(goal!)
    if (!least) return false
    const bound = graph.isIntegral(goal!) ? ofInteger(ceilingOf(least)) : least
    const at = open.findIndex((each) => compare(each.bound, bound) < 0)
    // The last is the lowest; of equal ones the one that was added last.
    open.splice(at < 0 ? open.length : at, 0, { of, bound, part })
    return true
  }
  let isBounded = true
  for (const { of, conditions, goal } of starts)
    isBounded = add(of, { ...started(conditions, graph), goals: [goal], fixed: new Map() }) && isBounded
  for (let next = open.pop(); next; next = open.pop()) {
    const { of, part } = next
    const wrong = firstBent(part.system, atomsOf([...part.required, ...part.goals], graph), graph, true)
    if (wrong === null) {
      yield next
      continue
    }
    if (!isBounded || !mayGoOn()) return yield { of: null, bound: isBounded ? next.bound : null }
    const { parts, isComplete } = branched(part, wrong, graph)
    isBounded = isComplete
    for (const each of parts) isBounded = add(of, each) && isBounded
  }
}
