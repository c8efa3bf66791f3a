/** The parts of the exact comparison, each against trying everything on small grids. */
import { expect, it } from 'vitest'
import { cellsOf } from '../../compiler/diff/exact/linear/cells.ts'
import { Graph, isZero, type Form } from '../../compiler/diff/exact/linear/forms.ts'
import { solveIntegers, valueAt } from '../../compiler/diff/exact/linear/integers.ts'
import { compare, fraction, ofInteger, type Rational } from '../../runtime/rational.ts'
import { seededRandom } from '../ningbo/bills.ts'
import { grid, newVariables, randomTwin, unitOfTwins } from './forms.ts'

const random = seededRandom(Number(process.env['FC_SEED'] ?? 1))
const draw = (options: number): number => Math.floor(random() * options)

const most = 11
const pointOf = (point: readonly number[]): Map<number, Rational> =>
  new Map(point.map((value, index) => [index, ofInteger(value)]))

it('a form says what it was built to say', () => {
  for (let round = 0; round < 300; round++) {
    const graph = new Graph()
    const variables = newVariables(graph, 2, null)
    const { form, at } = randomTwin(draw, graph, variables, 4)
    for (const point of grid(2, most))
      expect(valueAt(form, pointOf(point), graph)).toEqual(fraction(BigInt(at(point)), BigInt(unitOfTwins)))
  }
})

it('cells: outside of all a difference is zero, in a sure one it never is, and the formula is right', () => {
  let sure = 0
  let between = 0
  for (let round = 0; round < 300; round++) {
    const graph = new Graph()
    const variables = newVariables(graph, 2, most)
    const [a, b] = [randomTwin(draw, graph, variables, 3), randomTwin(draw, graph, variables, 3)]
    const difference = graph.subtract(b.form, a.form)
    const { cells, isComplete } = cellsOf(difference, [], graph)
    expect(isComplete).toBe(true)
    for (const point of grid(2, most)) {
      const values = pointOf(point)
      const actual = fraction(BigInt(b.at(point) - a.at(point)), BigInt(unitOfTwins))
      const holds = (form: Form): boolean => valueAt(form, values, graph).n >= 0n
      const inside = cells.filter(({ conditions }) => conditions.every(holds))
      expect(inside.length).toBeLessThanOrEqual(1)
      const [cell] = inside
      if (!cell) {
        expect(actual.n).toBe(0n)
        continue
      }
      if (cell.isSure) sure++
      else between++
      if (cell.isSure) expect(actual.n).not.toBe(0n)
      const delta = valueAt(cell.delta, values, graph)
      const off = fraction(actual.n * delta.d - delta.n * actual.d, actual.d * delta.d)
      expect(compare(off, cell.low)).toBeGreaterThanOrEqual(0)
      expect(compare(off, cell.high)).toBeLessThanOrEqual(0)
      if (cell.least) expect(compare(actual, cell.least)).toBeGreaterThanOrEqual(0)
      if (cell.most) expect(compare(actual, cell.most)).toBeLessThanOrEqual(0)
    }
  }
  expect(Math.min(sure, between)).toBeGreaterThan(50)
})

it('whole solutions: found where there is one and the least of its kind, refuted where there is none', () => {
  const kinds = { found: 0, none: 0, open: 0 }
  let proved = 0
  for (let round = 0; round < 250; round++) {
    const graph = new Graph()
    const variables = newVariables(graph, 2, most)
    const twins = Array.from({ length: 2 }, () => randomTwin(draw, graph, variables, 3))
    const conditions = twins.map(({ form }) => graph.plus(form, ofInteger(-2)))
    const solution = solveIntegers(conditions, variables, graph, 2000)
    kinds[solution.kind]++
    // The least first, and with it the least second.
    const points = [...grid(2, most)].filter((point) => twins.every(({ at }) => at(point) >= 2 * unitOfTwins))
    const [least] = points.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d)
    if (solution.kind === 'none') expect(points).toEqual([])
    if (solution.kind !== 'found') continue
    const found = variables.map((each) => Number(valueAt(each, solution.values, graph).n))
    if (solution.isLeast) expect(found).toEqual(least)
    else expect(points.map((each) => each.join(' '))).toContain(found.join(' '))
    if (solution.isLeast) proved++
    const below = solveIntegers(conditions, variables, graph, 2000, { cost: solution.cost, isTieFine: false })
    if (solution.isLeast) expect(below.kind).not.toBe('found')
  }
  expect(proved).toBeGreaterThan(kinds.found * 0.9)
  expect(kinds.found).toBeGreaterThan(50)
  expect(kinds.none).toBeGreaterThan(10)
  expect(kinds.open).toBeLessThan(25)
})

it('one table of bands with 50 rates is the same as a chain of conditions', () => {
  const graph = new Graph()
  const [x] = newVariables(graph, 1, null) as [Form]
  const edges = Array.from({ length: 50 }, (_, index) => (index + 1) * 700)
  const rate = (band: number): Rational => fraction(BigInt(5 + ((band * 7) % 60)), 100n)
  // Bands: slopes change at edges. Chain: the part of each band, cut off at both ends.
  let bands = graph.scale(x, rate(0))
  let chain = graph.constant(ofInteger(0))
  const past = (edge: number): Form => graph.positive(graph.plus(x, ofInteger(-edge)))
  for (const [band, edge] of edges.entries()) {
    const step = fraction(
      rate(band + 1).n * rate(band).d - rate(band).n * rate(band + 1).d,
      rate(band).d * rate(band + 1).d,
    )
    bands = graph.add(bands, past(edge), step)
    const start = band === 0 ? x : past(edges[band - 1]!)
    const width = edge - (edges[band - 1] ?? 0)
    const part = graph.subtract(start, graph.positive(graph.plus(start, ofInteger(-width))))
    chain = graph.add(chain, part, rate(band))
  }
  chain = graph.add(chain, past(edges.at(-1)!), rate(50))
  const difference = graph.subtract(graph.roundHalfUp(bands), graph.roundHalfUp(chain))
  expect(isZero(difference) || cellsOf(difference, [], graph).cells.length === 0).toBe(true)
})
