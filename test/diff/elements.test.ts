/** Elements of a list, as starts that are raised by periods, against every amount that there is. */
import { expect, it } from 'vitest'
import { Graph, type Form } from '../../compiler/diff/exact/linear/forms.ts'
import { solveIntegers } from '../../compiler/diff/exact/linear/integers.ts'
import { allElements, fewElements, type Composition } from '../../compiler/diff/exact/lists/element-solutions.ts'
import { elementField } from '../../compiler/diff/exact/lists/element-walk.ts'
import type { ElementClass } from '../../compiler/diff/exact/lists/elements.ts'
import { cornersOf, generatorsOf } from '../../compiler/diff/exact/lists/generators.ts'
import { add, compare, fraction, multiply, ofInteger, zero, type Rational } from '../../runtime/rational.ts'
import { seededRandom } from '../ningbo/bills.ts'

const random = seededRandom(Number(process.env['FC_SEED'] ?? 1))
const draw = (options: number): number => Math.floor(random() * options)

const path = 'item.amount'
const keys = ['first', 'second']
const highest = 120

interface Class {
  readonly of: ElementClass
  readonly allows: (amount: number) => boolean
  readonly adds: (amount: number) => readonly Rational[]
}

/** Elements with one amount from some to some, of which shares are added that may be rounded. */
function randomClass(graph: Graph, isBounded: boolean): Class {
  const x = graph.variable(elementField('items', path), 'element', true, true, { least: zero, most: null })
  const shares = keys.map(() => {
    const [n, d, shift] = [draw(4), 1 + draw(5), draw(3) - 1]
    const rounding = draw(3)
    const scaled = graph.plus(graph.scale(x, fraction(BigInt(n), BigInt(d))), fraction(BigInt(shift), 2n))
    if (rounding === 0) {
      const form = graph.scale(x, ofInteger(n))
      return { form, at: (amount: number) => ofInteger(n * amount) }
    }
    return rounding === 1
      ? {
          form: graph.floor(scaled, zero),
          at: (amount: number) => ofInteger(Math.floor((2 * n * amount + shift * d) / (2 * d))),
        }
      : {
          form: graph.roundHalfUp(scaled),
          at: (amount: number) => ofInteger(Math.floor((2 * n * amount + shift * d + d) / (2 * d))),
        }
  })
  const low = draw(3) === 0 ? 0 : draw(15)
  const high = isBounded || draw(2) === 0 ? low + draw(15) : null
  const least = graph.plus(graph.scale(x, ofInteger(2)), ofInteger(-2 * low))
  const conditions = [
    least,
    ...(high === null ? [] : [graph.plus(graph.scale(x, ofInteger(-3)), ofInteger(3 * high + 1))]),
  ]
  return {
    of: {
      list: 'items',
      assumptions: new Map(),
      conditions,
      shares: new Map(keys.map((key, index) => [key, shares[index]!.form])),
    },
    allows: (amount) => amount >= low && (high === null || amount <= high),
    adds: (amount) => shares.map(({ at }) => at(amount)),
  }
}

const raised = (from: readonly Rational[], step: readonly Rational[], times: number): readonly Rational[] =>
  from.map((each, index) => add(each, multiply(step[index]!, ofInteger(times))))
const text = (vector: readonly Rational[]): string => vector.map(({ n, d }) => `${n}/${d}`).join(' ')

it('every amount is one start and so many periods, and adds what they say', () => {
  for (let round = 0; round < 100; round++) {
    const graph = new Graph()
    const { of, allows, adds } = randomClass(graph, false)
    const generators = generatorsOf(of, keys, graph)
    const found = new Map<number, string>()
    for (const { amounts, vector, room } of generators.starts) {
      const [id] = [...generators.periods.keys()]
      const [start, limit] = [Number(amounts.get(id!)), room.get(id!)!]
      const { length, vector: step } = generators.periods.get(id!)!
      for (let times = 0; limit === null || times <= limit; times++) {
        const amount = start + times * Number(length)
        if (amount > highest) break
        expect(found.has(amount)).toBe(false)
        found.set(amount, text(raised(vector, step, times)))
      }
    }
    const expected = Array.from({ length: highest + 1 }, (_, amount) => amount).filter(allows)
    expect([...found.keys()].toSorted((a, b) => a - b)).toEqual(expected)
    for (const amount of expected) expect(found.get(amount)).toBe(text(adds(amount)))
  }
})

it('corners are what elements add, or a period does; no element adds more than all corners, or less', () => {
  for (let round = 0; round < 100; round++) {
    const graph = new Graph()
    const { of, allows, adds } = randomClass(graph, true)
    const corners = cornersOf(generatorsOf(of, keys, graph))
    const all = Array.from({ length: highest }, (_, amount) => amount)
      .filter(allows)
      .map(adds)
    expect(all.map(text)).toEqual(expect.arrayContaining(corners.map(text)))
    for (const index of keys.keys()) {
      const ends = (vectors: readonly (readonly Rational[])[]): readonly (Rational | undefined)[] => {
        const sorted = vectors.map((each) => each[index]!).toSorted(compare)
        return [sorted[0], sorted.at(-1)]
      }
      expect(ends(corners)).toEqual(ends(all))
    }
  }
})

it('lists with given totals are found, and none where there is none', () => {
  const counts = { found: 0, none: 0 }
  for (let round = 0; round < 80; round++) {
    const graph = new Graph()
    const classes = [randomClass(graph, draw(2) === 0), randomClass(graph, true)].slice(0, 1 + draw(2))
    const total = [draw(14), draw(14)]
    const isLeast = draw(3) === 0
    const wanted = keys.map((key, index) => ({
      factors: [[key, ofInteger(1)] as const],
      form: graph.constant(ofInteger(total[index]!)),
      isLeast,
    }))
    // Totals of lists of up to any number of elements, by what can be reached from nothing.
    const isThere = ([a, b]: readonly Rational[]): boolean =>
      isLeast
        ? compare(a!, ofInteger(total[0]!)) >= 0 && compare(b!, ofInteger(total[1]!)) >= 0
        : compare(a!, ofInteger(total[0]!)) === 0 && compare(b!, ofInteger(total[1]!)) === 0
    const elements = classes.flatMap(({ allows, adds }) =>
      Array.from({ length: highest }, (_, amount) => amount)
        .filter(allows)
        .map(adds),
    )
    const check = (lists: Composition): 'found' | 'none' | 'open' => {
      const solution = solveIntegers(lists.conditions, [lists.cost], graph, 400)
      if (solution.kind !== 'found') return solution.kind
      let sums: readonly Rational[] = [zero, zero]
      for (const piece of lists.pieces(solution.values)) {
        const own = classes.find(({ of }) => of === piece.of)!
        const amount = Number(piece.amounts.get(path) ?? 0n)
        expect(own.allows(amount)).toBe(true)
        sums = raised(sums, own.adds(amount), 1)
      }
      expect(isThere(sums), `${text(sums)} for ${total.join(' ')}`).toBe(true)
      return 'found'
    }
    const own = classes.map(({ of }) => of)
    for (const few of fewElements(own, keys, wanted, graph)) check(few)
    const all = check(
      allElements(
        own.map((each) => generatorsOf(each, keys, graph)),
        keys,
        wanted,
        graph,
      ),
    )
    if (all !== 'open') counts[all]++
    if (all !== 'none') continue
    // Up to three elements: none of these lists would do.
    let sums: readonly (readonly Rational[])[] = [[zero, zero]]
    for (let count = 0; count < 3; count++) {
      const next = sums.flatMap((sum) => elements.map((each) => raised(sum, each, 1)))
      expect(next.some(isThere)).toBe(false)
      sums = [...new Map(next.map((each) => [text(each), each])).values()].slice(0, 50)
    }
  }
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(3)
})

it('of few elements those that may be missing are free to be there, of the others at most one is', () => {
  const graph = new Graph()
  const x = graph.variable(elementField('items', path), 'element', true, true, { least: zero, most: null })
  const of = (share: Form, ...conditions: readonly Form[]): ElementClass => ({
    list: 'items',
    assumptions: new Map(),
    conditions,
    shares: new Map([['first', share]]),
  })
  const plus = (value: number): Form => graph.plus(x, ofInteger(value))
  const free = of(x)
  const [fromFive, withOne] = [of(x, plus(-5)), of(plus(1))]
  const pieces = (classes: readonly ElementClass[], total: number) => {
    const wanted = [
      { factors: [['first', ofInteger(1)] as const], form: graph.constant(ofInteger(total)), isLeast: false },
    ]
    return fewElements(classes, ['first'], wanted, graph).map(({ conditions, cost, ...lists }) => {
      const solution = solveIntegers(conditions, [cost], graph, 100)
      return solution.kind === 'found'
        ? lists.pieces(solution.values).map((each) => [classes.indexOf(each.of), Number(each.amounts.get(path))])
        : null
    })
  }
  expect(pieces([free], 3)).toEqual([[[0, 3]]])
  expect(pieces([free], 0)).toEqual([[]])
  // One that has to be there: none of it, or one, with what is free beside it; as much of both as costs least.
  expect(pieces([fromFive], 0)).toEqual([[], null])
  expect(pieces([fromFive, withOne], 1)).toEqual([null, null, [[1, 0]]])
  expect(pieces([free, fromFive], 4)).toEqual([[[0, 4]], null])
  expect(pieces([fromFive], 7)).toEqual([null, [[0, 7]]])
  // What adds something though its amount is nothing is there with an amount of nothing.
  expect(pieces([free, withOne], 1)).toEqual([[[0, 1]], [[1, 0]]])
})

it('an amount that is measured against another, or rounded too finely, is refused', () => {
  const graph = new Graph()
  const amount = (field: string): Form =>
    graph.variable(elementField('items', field), 'element', true, true, { least: zero, most: null })
  const [x, y] = [amount('x'), amount('y')]
  const of = (share: Form, ...conditions: readonly Form[]): ElementClass => ({
    list: 'items',
    assumptions: new Map(),
    conditions,
    shares: new Map([['first', share]]),
  })
  const refused = (each: ElementClass) => () => generatorsOf(each, ['first'], graph)
  expect(refused(of(x, graph.subtract(x, y)))).toThrow('two amounts of an element that are measured against each other')
  expect(refused(of(graph.positive(graph.plus(x, ofInteger(-1)))))).toThrow(
    'an amount of an element that is multiplied',
  )
  const finely = (d: bigint): ElementClass => of(graph.floor(graph.scale(x, fraction(1n, d)), zero))
  expect(refused(finely(2001n))).toThrow('roundings of an element that begin again too late')
  expect(generatorsOf(finely(2000n), ['first'], graph).starts).toHaveLength(2000)
  // What holds of none has no elements; what does of all has one amount after the other.
  expect(generatorsOf(of(x, graph.constant(ofInteger(-1))), ['first'], graph).starts).toEqual([])
  expect(generatorsOf(of(x, graph.constant(zero)), ['first'], graph).starts).toHaveLength(1)
})
