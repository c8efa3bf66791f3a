/** Whole solutions in boxes around zero, with kinks, roundings and products, against every point there is. */
import { expect, it } from 'vitest'
import { cellsOf } from '../../compiler/diff/exact/linear/cells.ts'
import { descend } from '../../compiler/diff/exact/linear/descent.ts'
import { Graph, type Form } from '../../compiler/diff/exact/linear/forms.ts'
import { compareCosts, leastCost, rootOf, solveIntegers, valueAt } from '../../compiler/diff/exact/linear/integers.ts'
import { compare, fraction, ofInteger, subtract, type Rational } from '../../runtime/rational.ts'
import { seededRandom } from '../ningbo/bills.ts'

const random = seededRandom(Number(process.env['FC_SEED'] ?? 1))
const draw = (options: number): number => Math.floor(random() * options)

const [least, most] = [-3, 4]
type Point = readonly [number, number]
const points: readonly Point[] = Array.from({ length: most - least + 1 }, (_, a) => a + least).flatMap((a, _, all) =>
  all.map((b) => [a, b] as const),
)

interface Space {
  readonly graph: Graph
  readonly variables: readonly Form[]
}
function newSpace(): Space {
  const graph = new Graph()
  const range = { least: ofInteger(least), most: ofInteger(most) }
  return { graph, variables: [0, 1].map((id) => graph.variable(`x${id}`, 'input', false, true, range)) }
}
const at = (form: Form, point: Point, { graph }: Space): Rational =>
  valueAt(form, new Map(point.map((value, id) => [id, ofInteger(value)])), graph)

/** Of sums, kinks, roundings and products. */
function randomForm(space: Space, depth: number): Form {
  const { graph, variables } = space
  const inner = (): Form => randomForm(space, depth - 1)
  if (depth === 0) return graph.plus(graph.scale(variables[draw(2)]!, ofInteger(draw(5) - 2)), ofInteger(draw(5) - 2))
  switch (draw(5)) {
    case 0:
      return graph.positive(inner())
    case 1:
      return graph.floor(graph.scale(inner(), fraction(1n, BigInt(2 + draw(3)))), ofInteger(0))
    case 2:
      return graph.times(variables[draw(2)]!, randomForm(space, 0))
    default:
      return graph.add(inner(), inner(), ofInteger(draw(2) === 0 ? 1 : -1))
  }
}

it('the least of goals that bend, of conditions that bend', () => {
  const seen = { found: 0, none: 0, open: 0 }
  for (let round = 0; round < 150; round++) {
    const space = newSpace()
    const conditions = Array.from({ length: 1 + draw(2) }, () =>
      space.graph.plus(randomForm(space, 2), ofInteger(-draw(9))),
    )
    const goals = [randomForm(space, 1), randomForm(space, draw(2))]
    const root = rootOf(conditions, goals, space.graph)
    const costAt = (point: Point): readonly Rational[] => goals.map((each) => at(each, point, space))
    const costs = points
      .filter((point) => conditions.every((each) => at(each, point, space).n >= 0n))
      .map(costAt)
      .toSorted(compareCosts)
    const relaxed = leastCost(conditions, goals, space.graph)
    if (costs[0]) expect(compare(relaxed![0]!, costs[0][0]!)).toBeLessThanOrEqual(0)
    const solution = solveIntegers(conditions, goals, space.graph, 600, null, root)
    seen[solution.kind]++
    expect(solution.steps).toBeLessThanOrEqual(600)
    if (solution.kind === 'none') expect(costs).toEqual([])
    if (solution.kind !== 'found') continue
    const values = space.variables.map((each) => Number(valueAt(each, solution.values, space.graph).n)) as [
      number,
      number,
    ]
    expect(conditions.every((each) => at(each, values, space).n >= 0n)).toBe(true)
    expect(solution.cost).toEqual(costAt(values))
    if (!solution.isLeast) continue
    expect(solution.cost).toEqual(costs[0])
    // Of the same root again: what was found once is left as it was.
    const kindBelow = (cost: readonly Rational[], isTieFine: boolean): string =>
      solveIntegers(conditions, goals, space.graph, 600, { cost, isTieFine }, root).kind
    expect(kindBelow(solution.cost, false)).not.toBe('found')
    expect(kindBelow(solution.cost, true)).not.toBe('none')
    const worse = costs.find((each) => compareCosts(each, solution.cost) > 0)
    if (worse) expect(kindBelow(worse, false)).not.toBe('none')
  }
  console.log(seen)
  expect(Math.min(seen.found, seen.none)).toBeGreaterThan(5)
  expect(seen.open).toBeLessThan(15)
})

it('products of whole numbers are decided: the least is proved, and that there is none', () => {
  const space = newSpace()
  const { graph } = space
  const [x, y] = space.variables as [Form, Form]
  const product = graph.times(x, y)
  const atLeast = (value: number): Form => graph.plus(product, ofInteger(-value))
  const atMost = (value: number): Form => graph.scale(atLeast(value), ofInteger(-1))
  // 5 or more of both below zero: −3 and −2, or −3 both, which is less.
  expect(solveIntegers([atLeast(5)], [graph.add(x, y)], graph, 600)).toMatchObject({
    kind: 'found',
    cost: [ofInteger(-6)],
    isLeast: true,
  })
  // 11 is a prime beyond both.
  expect(solveIntegers([atLeast(11), atMost(11)], [x], graph, 600).kind).toBe('none')
  expect(solveIntegers([atLeast(17)], [x], graph, 600).kind).toBe('none')
})

it('a descent comes by every point, at no less than what it says', () => {
  let leaves = 0
  for (let round = 0; round < 80; round++) {
    const space = newSpace()
    const { graph } = space
    const starts = ['one', 'other'].map((of) => ({
      of,
      conditions: [randomForm(space, 1), randomForm(space, 1)],
      goal: randomForm(space, 2),
    }))
    const open = new Set(
      starts.flatMap(({ conditions, goal, of }) =>
        points
          .filter((point) => conditions.every((each) => at(each, point, space).n >= 0n))
          .map((point) => ({ of, point, value: at(goal, point, space) })),
      ),
    )
    let steps = 0
    let last: Rational | null = null
    for (const { of, bound, ...leaf } of descend(starts, graph, () => ++steps < 300)) {
      if (of === null) {
        if (bound) for (const { value } of open) expect(compare(value, bound)).toBeGreaterThanOrEqual(0)
        open.clear()
        break
      }
      leaves++
      if (last) expect(compare(last, bound)).toBeLessThanOrEqual(0)
      last = bound
      for (const { value } of open) expect(compare(value, bound)).toBeGreaterThanOrEqual(0)
      if (!('part' in leaf)) continue
      const { required, fixed } = leaf.part
      const isIn = (point: Point): boolean =>
        required.every((each) => at(each, point, space).n >= 0n) &&
        [...fixed].every(([id, value]) => compare(at(graph.atom(id), point, space), value) === 0)
      for (const each of open) if (each.of === of && isIn(each.point)) open.delete(each)
    }
    expect([...open]).toEqual([])
  }
  expect(leaves).toBeGreaterThan(80)
})

it('a descent looks at the lowest first, and stops where it may not go on', () => {
  const space = newSpace()
  const { graph } = space
  const [x, y] = space.variables as [Form, Form]
  const start = (of: string, from: number) => ({ of, conditions: [graph.plus(x, ofInteger(-from))], goal: x })
  const order = [...descend([start('two', 2), start('one', 1), start('three', 3), start('none', 5)], graph, () => true)]
  expect(order.map(({ of, bound }) => [of, bound])).toEqual([
    ['one', ofInteger(1)],
    ['two', ofInteger(2)],
    ['three', ofInteger(3)],
  ])
  const kink = graph.positive(graph.subtract(x, y))
  const bent = { of: 'bent', conditions: [], goal: graph.subtract(y, kink) }
  expect([...descend([bent], graph, () => false)].map(({ of }) => of)).toEqual([null])
  const [first] = [...descend([bent], graph, () => true)]
  // y − max(0, x − y): −3 − 7 with x 4 and y −3.
  expect(first?.bound).toEqual(ofInteger(-10))
})

it('cells within what is known: where a difference is not zero, and how far it goes', () => {
  let inside = 0
  for (let round = 0; round < 120; round++) {
    const space = newSpace()
    const known = [randomForm(space, 0)]
    const difference = randomForm(space, 2)
    const { cells, isComplete } = cellsOf(difference, known, space.graph)
    if (!isComplete) continue
    for (const point of points) {
      if (!known.every((each) => at(each, point, space).n >= 0n)) continue
      const actual = at(difference, point, space)
      const own = cells.filter(({ conditions }) => conditions.every((each) => at(each, point, space).n >= 0n))
      if (own.length === 0) expect(actual.n).toBe(0n)
      for (const { isSure, sign, delta, low, high, least: bottom, most: top } of own) {
        inside++
        if (isSure) expect(actual.n > 0n ? 1 : actual.n < 0n ? -1 : 0).toBe(sign ?? (actual.n > 0n ? 1 : -1))
        const off = subtract(actual, at(delta, point, space))
        expect(compare(off, low)).toBeGreaterThanOrEqual(0)
        expect(compare(off, high)).toBeLessThanOrEqual(0)
        if (bottom) expect(compare(actual, bottom)).toBeGreaterThanOrEqual(0)
        if (top) expect(compare(actual, top)).toBeLessThanOrEqual(0)
      }
    }
  }
  expect(inside).toBeGreaterThan(200)
})
