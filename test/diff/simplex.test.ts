/** Linear programs of a few variables, against all corners that their conditions have. */
import { expect, it } from 'vitest'
import type { LinearTerms } from '../../compiler/diff/exact/linear/row.ts'
import { Simplex } from '../../compiler/diff/exact/linear/simplex.ts'
import { fraction, ofInteger, zero, type Rational } from '../../runtime/rational.ts'
import { seededRandom } from '../ningbo/bills.ts'

const random = seededRandom(Number(process.env['FC_SEED'] ?? 1))
const draw = (options: number): number => Math.floor(random() * options)

/** factors × point + constant ≥ 0. */
interface Condition {
  readonly factors: readonly number[]
  readonly constant: number
}
/** Its coordinates are `of` ÷ `by`, which is above zero. */
interface Corner {
  readonly of: readonly number[]
  readonly by: number
}

/** Stands for no bound: what is further out than `far` only a corner of such a bound can be. */
const endless = 10_000_000
const far = 100_000

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, each, index) => sum + each * b[index]!, 0)

function determinant(rows: readonly (readonly number[])[]): number {
  if (rows.length === 1) return rows[0]![0]!
  return rows[0]!.reduce((sum, each, column) => {
    const minor = rows.slice(1).map((row) => row.toSpliced(column, 1))
    return sum + (column % 2 === 0 ? 1 : -1) * each * determinant(minor)
  }, 0)
}

/** Every point where as many conditions as there are variables are zero and none is below, by Cramer's rule. */
function cornersOf(conditions: readonly Condition[], size: number): readonly Corner[] {
  const chosen = conditions.reduce<readonly (readonly Condition[])[]>(
    (all, each) => [...all, ...all.filter(({ length }) => length < size).map((some) => [...some, each])],
    [[]],
  )
  return chosen.flatMap((some) => {
    if (some.length < size) return []
    const by = determinant(some.map(({ factors }) => factors))
    if (by === 0) return []
    const of = some.map((_, column) =>
      determinant(some.map(({ factors, constant }) => factors.with(column, -constant))),
    )
    const corner = by > 0 ? { of, by } : { of: of.map((each) => -each), by: -by }
    return conditions.every(({ factors, constant }) => dot(factors, corner.of) + constant * corner.by >= 0)
      ? [corner]
      : []
  })
}

/** Of each goal the least, among the corners that have the least of those before; null where one has no end. */
function leastInTurn(corners: readonly Corner[], goals: readonly (readonly number[])[]): readonly Rational[] | null {
  let left = corners
  const found: Rational[] = []
  for (const goal of goals) {
    const valueAt = ({ of, by }: Corner): number => dot(goal, of) / by
    const best = left.reduce((a, b) => (dot(goal, b.of) * a.by < dot(goal, a.of) * b.by ? b : a))
    if (valueAt(best) < -far) return null
    left = left.filter(({ of, by }) => dot(goal, of) * best.by === dot(goal, best.of) * by)
    found.push(fraction(BigInt(dot(goal, best.of)), BigInt(best.by)))
  }
  return found
}

const factorsOf = (size: number): readonly number[] => Array.from({ length: size }, () => draw(7) - 3)
const termsOf = (factors: readonly number[]): LinearTerms =>
  factors.flatMap((each, id) => (each === 0 ? [] : [[id, ofInteger(each)] as const]))

it('is feasible where there is a corner, and finds the least in turn', () => {
  const seen = { least: 0, endless: 0, none: 0 }
  for (let round = 0; round < 500; round++) {
    const size = 2 + draw(2)
    let simplex = new Simplex()
    const conditions: Condition[] = []
    for (let id = 0; id < size; id++) {
      const [least, most] = [draw(4) === 0 ? null : draw(9) - 6, draw(3) === 0 ? null : draw(6) + 2]
      const bound = (value: number | null): Rational | null => (value === null ? null : ofInteger(value))
      expect(simplex.variable(bound(least), bound(most))).toBe(id)
      const own = Array.from({ length: size }, (_, at) => Number(at === id))
      conditions.push({ factors: own, constant: -(least ?? -endless) })
      conditions.push({ factors: own.map((each) => -each), constant: most ?? endless })
    }
    const goals = [factorsOf(size), factorsOf(size)]
    for (let count = 1 + draw(4); count > 0; count--) {
      const condition = { factors: factorsOf(size), constant: draw(13) - 6 }
      conditions.push(condition)
      const before = simplex
      const value = before.valueOf(termsOf(goals[0]!), zero)
      simplex = before.copy()
      simplex.atLeastZero(termsOf(condition.factors), ofInteger(condition.constant))
      const corners = cornersOf(conditions, size)
      expect(simplex.isFeasible()).toBe(corners.length > 0)
      // What is asked of a copy is not asked of what it was copied from.
      expect(before.valueOf(termsOf(goals[0]!), zero)).toEqual(value)
      if (corners.length === 0) {
        seen.none++
        break
      }
      for (const { factors, constant } of conditions)
        expect(simplex.valueOf(termsOf(factors), ofInteger(constant)).n).toBeGreaterThanOrEqual(0n)
      const expected = leastInTurn(corners, goals)
      const held = new Set<number>()
      const reached = goals.map((goal) => simplex.minimise(termsOf(goal), held))
      if (expected === null) {
        expect(reached).toContain(null)
        seen.endless++
        break
      }
      seen.least++
      expect(reached).toEqual(expected)
      expect(goals.map((goal) => simplex.valueOf(termsOf(goal), zero))).toEqual(expected)
    }
  }
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(50)
})

it('what asks for nothing is checked by its constant', () => {
  for (const [constant, isFeasible] of [
    [0, true],
    [1, true],
    [-1, false],
  ] as const) {
    const simplex = new Simplex()
    simplex.atLeastZero([], ofInteger(constant))
    expect(simplex.isFeasible()).toBe(isFeasible)
    expect(simplex.copy().isFeasible()).toBe(isFeasible)
  }
})
