/** Days in an order, against every combination of days there is. */
import { expect, it } from 'vitest'
import { addDays, addMonths, boundary, monthOf, parseDate } from '../../runtime/date.ts'
import {
  Days,
  daysLater,
  known,
  monthsLater,
  stepped,
  toBoundary,
  type Point,
  type Step,
} from '../../compiler/diff/exact/witnesses/days.ts'
import { seededRandom } from '../ningbo/bills.ts'

const random = seededRandom(Number(process.env['FC_SEED'] ?? 1))
const draw = (options: number): number => Math.floor(random() * options)
const pick = <Of>(all: readonly Of[]): Of => all[draw(all.length)]!

// Around the end of February of a leap year, where months are of different lengths.
const first = parseDate('2024-02-12')!
const last = parseDate('2024-03-14')!

/** A step, and the same said by the runtime. */
function randomStep(): readonly [Step, (day: number) => number] {
  const size = draw(41) - 20
  switch (draw(4)) {
    case 0:
      return [daysLater(size), (day) => addDays(day, size)]
    case 1:
      return [monthsLater(Math.trunc(size / 4)), (day) => addMonths(day, Math.trunc(size / 4))]
    case 2:
      return [toBoundary('first', 'month'), (day) => boundary(day, 'first', 'month')]
    default:
      return [toBoundary('last', 'month'), (day) => boundary(day, 'last', 'month')]
  }
}

it('a first and a last solution are found, or there is none', () => {
  let possible = 0
  const rounds = 150
  for (let round = 0; round < rounds; round++) {
    const days = new Days()
    const variables = [0, 1, 2].map(() => days.variable(first, last))
    const conditions: ((all: readonly number[]) => boolean)[] = []
    let isPossible = true
    const point = (): readonly [Point, (all: readonly number[]) => number] => {
      if (draw(5) === 0) {
        const day = first + draw(last - first)
        return [known(day), () => day]
      }
      const which = draw(3)
      const steps = Array.from({ length: draw(3) }, randomStep)
      return [
        steps.reduce((at, [step]) => stepped(at, step), variables[which]!),
        (all) => steps.reduce((at, [, of]) => of(at), all[which]!),
      ]
    }
    for (let count = 1 + draw(5); count > 0; count--) {
      const [left, leftOf] = point()
      if (draw(6) === 0) {
        const month = pick([2, 3])
        isPossible = days.requireIn(left, (day) => monthOf(day) === month) && isPossible
        conditions.push((all) => monthOf(leftOf(all)) === month)
        continue
      }
      const [right, rightOf] = point()
      const gap = draw(2)
      isPossible = days.require(left, right, gap) && isPossible
      conditions.push((all) => leftOf(all) + gap <= rightOf(all))
    }
    const solutions: (readonly number[])[] = []
    for (let a = first; a <= last; a++)
      for (let b = first; b <= last; b++)
        for (let c = first; c <= last; c++) if (conditions.every((each) => each([a, b, c]))) solutions.push([a, b, c])
    expect(isPossible).toBe(solutions.length > 0)
    expect(days.isGivenUp).toBe(false)
    const [some] = solutions
    if (!some) continue
    possible++
    const extreme = (of: (...all: readonly number[]) => number): readonly number[] =>
      [0, 1, 2].map((at) => of(...solutions.map((each) => each[at]!)))
    expect([0, 1, 2].map((at) => days.earliest(at))).toEqual(extreme(Math.min))
    expect(days.latest()).toEqual(extreme(Math.max))
    const near = pick([first, last, first + 16])
    const fixed = variables.map((each) => days.fix(each, near))
    expect(solutions.map((each) => each.join(' '))).toContain(fixed.join(' '))
    expect(Math.abs(fixed[0]! - near)).toBe(Math.min(...solutions.map(([day]) => Math.abs(day! - near))))
  }
  expect(Math.min(possible, rounds - possible)).toBeGreaterThan(rounds / 10)
})

it('the bounds of a step hold from 1900 to 2300', () => {
  const steps = [
    ...Array.from({ length: 800 }, (_, at) => monthsLater(at - 400)),
    toBoundary('first', 'year'),
    toBoundary('last', 'year'),
  ]
  for (const { of, least, most } of steps)
    for (let day = parseDate('1900-01-01')!; day < parseDate('2300-01-01')!; day += 1 + draw(4000)) {
      expect(of(day) - day).toBeGreaterThanOrEqual(least)
      expect(of(day) - day).toBeLessThanOrEqual(most)
    }
})

it('days that push each other on are seen at once', () => {
  const days = new Days()
  const [a, b] = [days.variable(-1_000_000_000, 1_000_000_000), days.variable(-1_000_000_000, 1_000_000_000)]
  expect(days.require(stepped(a, daysLater(2)), b, 0)).toBe(true)
  expect(days.require(b, stepped(a, daysLater(1)), 0)).toBe(false)
  expect(days.isGivenUp).toBe(false)
})
