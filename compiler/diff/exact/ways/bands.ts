import { compare, greater, multiply, ofInteger, one, parse, zero, type Rational } from '../../../../runtime/rational.ts'
import { isConstant, type Form } from '../linear/forms.ts'
import { amount } from './amounts.ts'
import type { Following } from './following.ts'
import type { Type } from '../../../program/type.ts'
import { plainType, type Amount, type Symbolic } from './symbolic.ts'
import { negated } from '../linear/numbers.ts'

type Schedule = Extract<Symbolic, { kind: 'schedule' }>

/** An operation on the rate of each band; a single rate is the same in every one. */
export function combineSchedules(
  a: Symbolic,
  b: Symbolic,
  operate: (left: Amount, right: Amount) => Amount,
  walk: Following,
): Schedule {
  const [left, right] = [scheduleOf(a), scheduleOf(b)]
  const edges = edgesOfBoth(left.edges, right.edges)
  const rateAt = (of: Schedule, floor: Rational | null): Amount => amount(of.rates[bandFrom(floor, of.edges)]!, walk)
  const rates = [null, ...edges].map((floor) => operate(rateAt(left, floor), rateAt(right, floor)).form)
  return { kind: 'schedule', edges, rates }
}

/** Where the bands of a schedule meet, in fen. */
export function edgesOf(type: Type): readonly Rational[] {
  const plain = plainType(type)
  return plain.kind === 'schedule' ? plain.edges.map((edge) => multiply(parse(edge), ofInteger(100))) : []
}

/** The edges of two schedules, each once. */
export function edgesOfBoth(a: readonly Rational[], b: readonly Rational[]): readonly Rational[] {
  return [...a, ...b.filter((edge) => a.every((each) => compare(each, edge) !== 0))].toSorted(compare)
}

/** Which band begins at an edge, or has it within; the first has no floor. */
export function bandFrom(floor: Rational | null, edges: readonly Rational[]): number {
  return floor === null ? 0 : edges.filter((edge) => compare(edge, floor) <= 0).length
}

function scheduleOf(value: Symbolic): Schedule {
  if (value.kind === 'schedule') return value
  if (value.kind === 'number') return { kind: 'schedule', edges: [], rates: [value.form] }
  throw new Error('a rate was expected')
}

/** The amount between two positions, each part at its band's rate: nothing where the second does not come later. */
export function integral(schedule: Symbolic, from: Amount, to: Amount, walk: Following): Amount {
  const { graph } = walk
  const { edges, rates } = scheduleOf(schedule)
  const between = amount(graph.subtract(to.form, from.form), walk)
  const length = walk.isNotNegative(between) ? between.form : graph.positive(between.form)
  const end = graph.add(from.form, length)
  let form = graph.times(length, rates[0]!)
  for (const [index, edge] of edges.entries()) {
    const step = graph.subtract(rates[index + 1]!, rates[index]!)
    const past = (position: Form): Form => graph.positive(graph.plus(position, negated(edge)))
    form = graph.add(form, graph.times(graph.subtract(past(end), past(from.form)), step))
  }
  if (!rates.every(isConstant)) return amount(form, walk)
  const values = rates.map(({ constant }) => constant)
  const most = values.reduce(greater)
  const isWithin = compare(most, one) <= 0
  return amount(
    form,
    walk,
    values.every(({ n }) => n >= 0n) ? zero : null,
    isWithin ? [length] : [graph.scale(length, most)],
  )
}
