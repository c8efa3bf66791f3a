/** Forms, cells and their texts, each worked out by hand. */
import { describe, expect, it } from 'vitest'
import { cellsOf } from '../../compiler/diff/exact/linear/cells.ts'
import { atomsIn, Graph, type Form, type Source } from '../../compiler/diff/exact/linear/forms.ts'
import { solveIntegers } from '../../compiler/diff/exact/linear/integers.ts'
import { standardNames, writeForm } from '../../compiler/diff/exact/linear/write.ts'
import { fraction, ofInteger, zero, type Rational } from '../../runtime/rational.ts'

const graph = new Graph()
const whole = (least: number | null, most: number | null, name = 'x', source: Source = 'input'): Form =>
  graph.variable(name, source, false, true, { least: bound(least), most: bound(most) })
const bound = (value: number | null): Rational | null => (value === null ? null : ofInteger(value))
const text = (form: Form): string => writeForm(form, graph, false, standardNames(graph))
const [x, y] = [whole(0, 10, 'x'), whole(0, null, 'y')]
const plus = (form: Form, value: number): Form => graph.plus(form, ofInteger(value))
const times = (form: Form, n: number, d = 1): Form => graph.scale(form, fraction(BigInt(n), BigInt(d)))

describe('forms', () => {
  it('a variable is known by its name, its source and its bounds', () => {
    const key = (least: number | null, most: number | null): string => whole(least, most, 'z').key
    expect(key(0, null)).toBe(key(0, null))
    expect(new Set([key(0, null), key(null, 0), key(null, null), key(0, 1), key(1, 1)]).size).toBe(5)
    expect(whole(0, null, 'z', 'name').key).not.toBe(key(0, null))
  })

  it('what is above zero is written once', () => {
    const above = (form: Form): Form => graph.positive(form)
    expect(above(plus(x, 3))).toEqual(plus(x, 3))
    expect(text(above(plus(times(x, -1), -1)))).toBe('0')
    expect(text(above(plus(x, -11)))).toBe('0')
    // max(0, 2 − y) = 2 − y + max(0, y − 2).
    expect(text(above(plus(times(y, -1), 2)))).toBe('max(0, y − 2) − y + 2')
    expect(text(above(plus(times(y, 2), -4)))).toBe('2 × max(0, y − 2)')
    // What is more than 5 of what y is above 2 is what y is above 7.
    expect(above(plus(above(plus(y, -2)), -5))).toEqual(above(plus(y, -7)))
  })

  it('what is whole is taken out of a rounding', () => {
    const half = times(x, 1, 2)
    expect(text(graph.floor(plus(graph.add(half, y), 3), zero))).toBe('y + floor(0.5 × x) + 3')
    expect(graph.roundHalfUp(plus(times(y, 4), 1))).toEqual(plus(times(y, 4), 1))
    expect(graph.range(graph.floor(times(x, 1, 3), zero))).toEqual({ least: zero, most: ofInteger(3) })
  })

  it('a name and its change in products that are otherwise alike are one sum', () => {
    const [name, change] = [whole(0, null, 'a', 'name'), whole(null, null, 'a', 'change')]
    const of = (form: Form): Form => graph.times(y, form)
    expect(text(graph.add(name, change))).toBe('a + Δa')
    expect(text(graph.add(of(name), of(change)))).toBe('y × (a + Δa)')
    expect(text(graph.add(of(name), times(of(change), 1, 2)))).toBe('y × a + 0.5 × y × Δa')
    expect(text(graph.add(of(name), times(of(change), 2)))).toBe('y × a + 2 × y × Δa')
  })
})

describe('cells', () => {
  const told = (difference: Form, ...facts: readonly Form[]) =>
    cellsOf(difference, facts, graph).cells.map(({ isSure, sign, least, most }) =>
      [isSure ? 'sure' : 'rounded', sign, least && Number(least.n), most && Number(most.n)].join(' '),
    )

  it.each<readonly [string, Form, readonly string[]]>([
    ['x + 5', plus(x, 5), ['sure 1 5 15']],
    ['−x − 5', plus(times(x, -1), -5), ['sure -1 -15 -5']],
    ['x', x, ['sure 1 1 10']],
    ['−y', times(y, -1), ['sure -1  -1']],
    ['x − 5: none at 5', plus(x, -5), ['sure 1 1 5', 'sure -1 -5 -1']],
    ['max(0, x − 7): up to 3', graph.positive(plus(x, -7)), ['sure 1 1 3']],
    ['nothing', graph.constant(zero), []],
    ['2', graph.constant(ofInteger(2)), ['sure 1 2 2']],
    ['−2', graph.constant(ofInteger(-2)), ['sure -1 -2 -2']],
    // 0.1 × x rounded half up is 1 from 5 on, never 2.
    ['round(x ÷ 10)', graph.roundHalfUp(times(x, 1, 10)), ['sure 1 1 1']],
    ['−round(x ÷ 10)', times(graph.roundHalfUp(times(x, 1, 10)), -1), ['sure -1 -1 -1']],
  ])('%s', (_, difference, expected) => {
    expect(told(difference)).toEqual(expected)
  })

  it('what is known narrows them', () => {
    expect(told(plus(x, -5), plus(times(x, -1), 5))).toEqual(['sure -1 -5 -1'])
    expect(told(plus(x, -5), plus(x, -5), plus(times(x, -1), 5))).toEqual([])
  })

  it('of two roundings of one amount, where the one is more is told from where it may be', () => {
    // From 0 to 10: half of it half up is 0 1 1 2 2 3 3 4 4 5 5, down 0 0 1 1 2 2 3 3 4 4 5: one more or the same.
    const difference = graph.subtract(graph.roundHalfUp(times(x, 1, 2)), graph.floor(times(x, 1, 2), zero))
    expect(told(difference)).toEqual(['rounded  0 1'])
  })

  it('of one rounding the sign tells, also of a number that need not be whole', () => {
    const rate = graph.variable('rate', 'input', false, false, { least: zero, most: ofInteger(10) })
    // The whole part of what is at most 10 ÷ 4 is 1 or 2, from 4 on.
    expect(told(graph.floor(times(rate, 1, 4), zero))).toHaveLength(1)
    expect(told(graph.floor(times(x, 1, 4), zero))).toEqual(['sure 1 1 2'])
    expect(told(graph.subtract(graph.floor(times(x, 1, 4), zero), whole(1, 1, 'one')))).toEqual([
      'sure 1 1 1',
      'sure -1 -1 -1',
    ])
  })

  it('nothing bends in a part, not within a product either', () => {
    const { cells } = cellsOf(graph.times(y, graph.positive(plus(x, -7))), [], graph)
    expect(cells.map(({ sign }) => sign)).toEqual([1])
    const atoms = cells.flatMap(({ delta }) => [...atomsIn(delta, graph)])
    expect(atoms.map((id) => graph.atoms[id]!.kind)).not.toContain('positive')
  })

  it('an endless search is given up', () => {
    const kinks = Array.from({ length: 12 }, (_, at) => graph.positive(plus(y, -at - 1)))
    const difference = kinks.reduce(
      (sum, each, at) => graph.add(sum, each, ofInteger(at % 2 === 0 ? 1 : -1)),
      times(y, 0),
    )
    expect(cellsOf(difference, [], graph).isComplete).toBe(true)
    expect(cellsOf(difference, [], graph, 3).isComplete).toBe(false)
  })
})

describe('whole solutions', () => {
  // 3x + 2y ≥ 7 and at most 4 of both: x 0 and y 4 is the least x.
  const conditions = [plus(graph.add(times(x, 3), times(y, 2)), -7), plus(times(graph.add(x, y), -1), 4)]
  const cost = (...values: readonly number[]): readonly Rational[] => values.map(ofInteger)

  it('are the least of the first goal, and then of the second', () => {
    expect(solveIntegers(conditions, [x, y], graph, 100)).toMatchObject({
      kind: 'found',
      cost: cost(0, 4),
      isLeast: true,
    })
    // y 0 takes x 3 (9); y first.
    expect(solveIntegers(conditions, [y, x], graph, 100)).toMatchObject({
      kind: 'found',
      cost: cost(0, 3),
      isLeast: true,
    })
  })

  it('cost less than a limit, or as much where that is fine', () => {
    const below = (isTieFine: boolean, ...limit: readonly number[]) =>
      solveIntegers(conditions, [x, y], graph, 100, { cost: cost(...limit), isTieFine }).kind
    expect([below(false, 0, 4), below(true, 0, 4), below(true, 0, 3), below(false, 0, 5), below(false, 1, 0)]).toEqual([
      'none',
      'found',
      'none',
      'found',
      'found',
    ])
  })

  it('are none where only a fraction would do, and open where there was no time', () => {
    const half = [plus(times(x, 2), -5), plus(times(x, -2), 5)]
    expect(solveIntegers(half, [x], graph, 100).kind).toBe('none')
    expect(solveIntegers(conditions, [x, y], graph, 0).kind).toBe('open')
  })
})
