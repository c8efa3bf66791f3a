/** What is known along a way, and what it makes of kinks, against every point of small boxes. */
import { describe, expect, it } from 'vitest'
import { Graph, type Form } from '../../compiler/diff/exact/linear/forms.ts'
import { solveIntegers, valueAt } from '../../compiler/diff/exact/linear/integers.ts'
import { betweenKinks, straightened } from '../../compiler/diff/exact/linear/kinks.ts'
import { Answers, Knowledge } from '../../compiler/diff/exact/linear/knowledge.ts'
import { compare, ofInteger, type Rational } from '../../runtime/rational.ts'
import { seededRandom } from '../ningbo/bills.ts'
import { grid, newVariables, randomTwin } from './forms.ts'

const random = seededRandom(Number(process.env['FC_SEED'] ?? 1))
const draw = (options: number): number => Math.floor(random() * options)

const pointOf = (point: readonly number[]): Map<number, Rational> =>
  new Map(point.map((value, index) => [index, ofInteger(value)]))
const holds = (form: Form, point: readonly number[], graph: Graph): boolean =>
  valueAt(form, pointOf(point), graph).n >= 0n

describe('knowledge', () => {
  /** Of one amount a bound, of two how far they are apart: such conditions have their corners at whole numbers. */
  function condition(graph: Graph, variables: readonly Form[]): Form {
    const [a, b] = [draw(variables.length), draw(variables.length)]
    const sign = ofInteger(draw(2) === 0 ? 1 : -1)
    const sum = a === b ? variables[a]! : graph.subtract(variables[a]!, variables[b]!)
    return graph.scale(graph.plus(graph.scale(sum, sign), ofInteger(draw(9) - 5)), ofInteger(1 + draw(3)))
  }

  it('says what is possible and how low a form can be', () => {
    let consistent = 0
    for (let round = 0; round < 120; round++) {
      const graph = new Graph()
      const variables = newVariables(graph, 4, 4)
      const knowledge = new Knowledge(graph, new Answers())
      let points = [...grid(4, 4)]
      for (let count = draw(6); count > 0; count--) {
        const form = condition(graph, variables)
        knowledge.add(form)
        expect(knowledge.add(form)).toBe(false)
        points = points.filter((point) => holds(form, point, graph))
        expect(knowledge.isConsistent()).toBe(points.length > 0)
        if (points.length === 0) break
        consistent++
        const [one, other] = [condition(graph, variables), condition(graph, variables)]
        const ofOne = points.filter((point) => holds(one, point, graph))
        expect(knowledge.allows(one)).toBe(ofOne.length > 0)
        expect(knowledge.allowsAll([one, other])).toBe(ofOne.some((point) => holds(other, point, graph)))
        const values = points.map((point) => valueAt(one, pointOf(point), graph)).toSorted(compare)
        expect(knowledge.least(one)).toEqual(values[0])
        // Seen at once: never narrower than it is.
        const { least, most } = knowledge.range(one)
        expect(compare(least!, values[0]!)).toBeLessThanOrEqual(0)
        expect(compare(most!, values.at(-1)!)).toBeGreaterThanOrEqual(0)
      }
    }
    expect(consistent).toBeGreaterThan(100)
  })

  it('sees the closest bounds of one amount at once, whatever order they come in', () => {
    const graph = new Graph()
    const [x] = newVariables(graph, 1, 9) as [Form]
    const knowledge = new Knowledge(graph, new Answers())
    const atLeast = (value: number): boolean => knowledge.add(graph.plus(x, ofInteger(-value)))
    // Twice as much is at most 2 × value + 1: whole, so it is at most the value.
    const atMost = (value: number): boolean =>
      knowledge.add(graph.plus(graph.scale(x, ofInteger(-2)), ofInteger(2 * value + 1)))
    const range = (): unknown => {
      const { least, most } = knowledge.range(x)
      return [least && Number(least.n), most && Number(most.n)]
    }
    expect(range()).toEqual([0, 9])
    atLeast(2)
    atMost(7)
    expect(range()).toEqual([2, 7])
    atLeast(1)
    atMost(8)
    expect(range()).toEqual([2, 7])
    atMost(3)
    atLeast(3)
    expect(range()).toEqual([3, 3])
    expect(knowledge.isConsistent()).toBe(true)
    atLeast(4)
    expect(knowledge.isConsistent()).toBe(false)
  })
})

describe('kinks', () => {
  it('are straightened only where nothing changes, and what holds between them holds everywhere', () => {
    let straight = 0
    let between = 0
    for (let round = 0; round < 200; round++) {
      const graph = new Graph()
      const variables = newVariables(graph, 2, 6)
      const conditions = Array.from({ length: 1 + draw(2) }, () => {
        const { form } = randomTwin(draw, graph, variables, 1)
        return graph.plus(graph.scale(form, ofInteger(draw(2) === 0 ? 1 : -2)), ofInteger(draw(9) - 3))
      })
      const goal = randomTwin(draw, graph, variables, 3).form
      const [found] = straightened(conditions, [goal], graph) as [Form]
      const rows = betweenKinks(conditions, goal, graph)
      if (found.key !== goal.key) straight++
      between += rows.length
      for (const point of grid(2, 6)) {
        if (!conditions.every((each) => holds(each, point, graph))) continue
        expect(valueAt(found, pointOf(point), graph)).toEqual(valueAt(goal, pointOf(point), graph))
        for (const row of rows) expect(valueAt(row, pointOf(point), graph).n).toBeGreaterThanOrEqual(0n)
      }
    }
    expect(Math.min(straight, between)).toBeGreaterThan(1)
  })

  const graph = new Graph()
  const [x, y] = newVariables(graph, 2, null) as [Form, Form]
  const plus = (form: Form, value: number): Form => graph.plus(form, ofInteger(value))
  const sum = graph.add(x, y)
  const above = (value: number): Form => graph.positive(plus(sum, -value))
  const atLeast = (value: number): Form => plus(graph.scale(sum, ofInteger(3)), -3 * value)
  const atMost = (value: number): Form => graph.scale(plus(sum, -value), ofInteger(-2))
  const zero = graph.constant(ofInteger(0))

  it.each<readonly [string, readonly Form[], Form]>([
    ['at least 5', [atLeast(5)], plus(sum, -5)],
    ['at least 4', [atLeast(4)], above(5)],
    ['at most 5', [atMost(5)], zero],
    ['at most 6', [atMost(6)], above(5)],
    ['between 4 and 6', [atLeast(4), atMost(6)], above(5)],
    ['at least 5, said before less', [atLeast(5), atLeast(3)], plus(sum, -5)],
    ['at least 5, said after less', [atLeast(3), atLeast(5)], plus(sum, -5)],
    ['at most 5, said before less', [atMost(5), atMost(7)], zero],
    ['at most 5, said after less', [atMost(7), atMost(5)], zero],
    ['both, the upper first', [atMost(9), atLeast(5)], plus(sum, -5)],
    ['of another direction', [plus(x, -5)], above(5)],
    ['a constant', [plus(zero, 1)], above(5)],
  ])('what is above 5, where the sum is %s', (_, conditions, expected) => {
    expect(straightened(conditions, [above(5)], graph)).toEqual([expected])
  })

  it('within kinks are straightened too', () => {
    const outer = graph.positive(plus(graph.subtract(above(5), x), 1))
    expect(straightened([atLeast(5)], [outer], graph)).toEqual([graph.positive(plus(y, -4))])
  })

  /** How far a sum of kinks can be above another, by the linear relaxation with the rows between them: one step. */
  const isNever = (conditions: readonly Form[], goal: Form): boolean => {
    const rows = betweenKinks(conditions, goal, graph)
    return solveIntegers([...conditions, ...rows, goal], [], graph, 2).kind === 'none'
  }

  it('of a row are compared with those beside them', () => {
    // What is above 3 is between what is above 5 and 2 more.
    expect(isNever([], plus(graph.subtract(above(5), above(3)), -1))).toBe(true)
    expect(isNever([], plus(graph.subtract(above(3), above(5)), -3))).toBe(true)
    // Of three two times two.
    expect(betweenKinks([above(2), above(9)], above(4), graph)).toHaveLength(4)
  })

  it('of different directions are compared where one is known to be higher', () => {
    const [ofX, ofSum] = [graph.positive(plus(x, -3)), above(3)]
    // The sum is never below x; x is below the sum by y.
    expect(isNever([], plus(graph.subtract(ofX, ofSum), -1))).toBe(true)
    expect(isNever([], plus(graph.subtract(graph.subtract(ofSum, ofX), y), -1))).toBe(true)
    expect(betweenKinks([], graph.add(ofX, graph.positive(plus(y, -3))), graph)).toEqual([])
    // Unless it is said.
    const higher = graph.subtract(y, x)
    const ofY = graph.positive(plus(y, -3))
    expect(isNever([higher], plus(graph.subtract(ofX, ofY), -1))).toBe(true)
    expect(betweenKinks([higher], graph.add(ofX, ofY), graph)).toHaveLength(2)
  })
})
