/** Conditions as they are written, read again by what the names in them come to. */
import { expect, it } from 'vitest'
import type { Region } from '../../compiler/diff/exact/comparison.ts'
import { Graph, type Form } from '../../compiler/diff/exact/linear/forms.ts'
import { valueAt } from '../../compiler/diff/exact/linear/integers.ts'
import { necessary, standardNames, writeConditions, writeNumber } from '../../compiler/diff/exact/linear/write.ts'
import { add, compare, fraction, ofInteger, zero, type Rational } from '../../runtime/rational.ts'
import { seededRandom } from '../ningbo/bills.ts'
import { grid, newVariables } from './forms.ts'
import { isInRegion, type Settled } from './region.ts'

const random = seededRandom(Number(process.env['FC_SEED'] ?? 1))
const draw = (options: number): number => Math.floor(random() * options)

const most = 4
/** Fen, months, millionths, and an amount of fen by what it is before and how much it changes. */
interface Point {
  readonly fen: number
  readonly months: number
  readonly millionths: number
  readonly before: number
  readonly change: number
}
const points: readonly Point[] = [...grid(5, 2)].map(
  ([fen = 0, months = 0, millionths = 0, before = 0, change = 0]) => ({
    fen: 100 * fen + fen,
    months,
    millionths: millionths * 250_000,
    before: 50 * before,
    change: change - 1,
  }),
)

function newForms() {
  const graph = new Graph()
  const range = { least: zero, most: null }
  const variables: Readonly<Record<keyof Point, Form>> = {
    fen: graph.variable('case.total', 'input', true, true, range),
    months: graph.variable('case.months', 'input', false, true, range),
    // Of one: its variable counts millionths.
    millionths: graph.fraction('case.factor', range),
    before: graph.variable('fund', 'name', true, true, { least: null, most: null }),
    change: graph.variable('fund', 'change', true, true, { least: null, most: null }),
  }
  const valuesAt = (point: Point): Map<number, Rational> =>
    new Map(
      (Object.keys(variables) as (keyof Point)[]).map((key) => [variables[key].terms[0]![0], ofInteger(point[key])]),
    )
  return { graph, variables, at: (form: Form, point: Point) => valueAt(form, valuesAt(point), graph) }
}

/** A case in which all has these values. */
function settledAt({ fen, months, millionths, before, change }: Point): Settled {
  const exact = (n: number, d: number) => ({ kind: 'exact', exact: fraction(BigInt(n), BigInt(d)) })
  const fields = new Map([
    ['case.total', exact(fen, 100)],
    ['case.months', exact(months, 1)],
    ['case.factor', exact(millionths, 1_000_000)],
  ])
  const side = (fund: number) => ({ input: { fields }, values: new Map([['fund', exact(fund, 100)]]) })
  return { before: side(before), after: side(before + change) } as unknown as Settled
}
const settled = points.map(settledAt)

it('a condition holds where what is written of it does', () => {
  for (let round = 0; round < 120; round++) {
    const { graph, variables, at } = newForms()
    const all = Object.values(variables)
    const simple = (): Form =>
      graph.plus(
        graph.scale(all[draw(all.length)]!, fraction(BigInt(draw(7) - 3), BigInt(1 + draw(3)))),
        ofInteger(draw(9) - 4),
      )
    const form = [
      () => graph.add(simple(), simple()),
      () => graph.add(graph.positive(graph.add(simple(), simple())), simple()),
      () => graph.add(graph.floor(graph.add(simple(), simple()), zero), simple()),
      () =>
        graph.add(
          graph.times(variables.months, graph.add(simple(), graph.add(variables.before, variables.change))),
          simple(),
        ),
    ][draw(4)]!()
    const value = at(form, points[draw(points.length)]!)
    const gap = graph.plus(form, { n: -value.n, d: value.d })
    const conditions = [[gap], [gap, graph.scale(gap, ofInteger(-2))]][draw(2)]!
    const where = writeConditions(conditions, graph, standardNames(graph))
    for (const [index, point] of points.entries())
      expect(isInRegion({ where } as unknown as Region, settled[index]!), JSON.stringify([where, point])).toBe(
        conditions.every((each) => at(each, point).n >= 0n),
      )
  }
})

it('what follows from others is left out, and nothing else', () => {
  let left = 0
  for (let round = 0; round < 60; round++) {
    const graph = new Graph()
    const variables = newVariables(graph, 3, most)
    const conditions = Array.from({ length: 5 }, () => {
      const [a, b] = [draw(3), draw(3)]
      const sum = a === b ? variables[a]! : graph.subtract(variables[a]!, variables[b]!)
      return graph.plus(graph.scale(sum, ofInteger(draw(2) === 0 ? 2 : -1)), ofInteger(draw(7) - 3))
    })
    const kept = necessary(conditions, graph)
    left += conditions.length - kept.length
    const inside = (forms: readonly Form[]): number =>
      [...grid(3, most)].filter((point) => {
        const values = new Map(point.map((value, index) => [index, ofInteger(value)]))
        return forms.every((each) => compare(valueAt(each, values, graph), zero) >= 0)
      }).length
    const all = inside(conditions)
    expect(inside(kept)).toBe(all)
    // Of what no case meets it does not matter.
    if (all > 0) for (const each of kept) expect(inside(kept.filter((other) => other !== each))).toBeGreaterThan(all)
  }
  expect(left).toBeGreaterThan(20)
})

it('numbers are yuan with both decimals, unless they have more', () => {
  const fen = (n: number, d = 1): Rational => fraction(BigInt(n), BigInt(d))
  expect([fen(150), fen(-5), fen(0), fen(1, 2), fen(1, 3)].map((each) => writeNumber(each, true))).toEqual([
    '1.50',
    '-0.05',
    '0.00',
    '0.005',
    '1/300',
  ])
  expect([fen(150), fen(1, 2), add(fen(1), fen(1, 3))].map((each) => writeNumber(each, false))).toEqual([
    '150',
    '0.5',
    '4/3',
  ])
})
