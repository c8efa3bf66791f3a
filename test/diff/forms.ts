import type { Draw } from '../random/draw.ts'
import { Graph, type Form } from '../../compiler/diff/exact/linear/forms.ts'
import { fraction, ofInteger, zero } from '../../runtime/rational.ts'

/** A function of whole numbers, and the form that says the same. */
export interface Twin {
  readonly form: Form
  /** In hundred-and-twentieths, so that plain whole numbers are exact. */
  readonly at: (point: readonly number[]) => number
}
const unit = 120

/** A random piecewise linear, rounded function of so many variables, built of what the programs are built of. */
export function randomTwin(draw: Draw, graph: Graph, variables: readonly Form[], depth: number): Twin {
  const inner = (): Twin => randomTwin(draw, graph, variables, depth - 1)
  if (depth === 0 || draw(6) === 0) {
    if (draw(3) === 0) {
      const value = draw(9) - 3
      return { form: graph.constant(ofInteger(value)), at: () => value * unit }
    }
    const index = draw(variables.length)
    return { form: variables[index]!, at: (point) => point[index]! * unit }
  }
  switch (draw(7)) {
    case 6: {
      // A kink between whole numbers.
      const index = draw(variables.length)
      const [n, d, from] = [
        [1, 2, 40],
        [2, 3, 200],
        [3, 5, 150],
        [4, 3, 130],
      ][draw(4)]!
      const scaled = graph.scale(variables[index]!, fraction(BigInt(n!), BigInt(d!)))
      return {
        form: graph.positive(graph.plus(scaled, fraction(BigInt(-from!), BigInt(unit)))),
        at: (point) => Math.max(0, (point[index]! * n! * unit) / d! - from!),
      }
    }
    case 0: {
      const [a, b] = [inner(), inner()]
      return { form: graph.add(a.form, b.form), at: (point) => a.at(point) + b.at(point) }
    }
    case 1: {
      const [a, b] = [inner(), inner()]
      return { form: graph.subtract(a.form, b.form), at: (point) => a.at(point) - b.at(point) }
    }
    case 2: {
      const [a, b] = [inner(), inner()]
      const form = graph.subtract(a.form, graph.positive(graph.subtract(a.form, b.form)))
      return { form, at: (point) => Math.min(a.at(point), b.at(point)) }
    }
    case 3: {
      const [a, b] = [inner(), inner()]
      const form = graph.add(a.form, graph.positive(graph.subtract(b.form, a.form)))
      return { form, at: (point) => Math.max(a.at(point), b.at(point)) }
    }
    case 4: {
      const a = inner()
      return {
        form: graph.positive(graph.plus(a.form, ofInteger(-2))),
        at: (point) => Math.max(0, a.at(point) - 2 * unit),
      }
    }
    default: {
      // Only a whole number times a fraction is rounded, so that the twin stays exact.
      const index = draw(variables.length)
      const [n, d] = [
        [1, 2],
        [1, 3],
        [3, 4],
        [2, 5],
        [1, 8],
      ][draw(5)]!
      const scaled = graph.scale(variables[index]!, fraction(BigInt(n!), BigInt(d!)))
      if (draw(2) === 0) {
        return {
          form: graph.roundHalfUp(scaled),
          at: (point) => Math.floor((2 * point[index]! * n! + d!) / (2 * d!)) * unit,
        }
      }
      return { form: graph.floor(scaled, zero), at: (point) => Math.floor((point[index]! * n!) / d!) * unit }
    }
  }
}

export function newVariables(graph: Graph, count: number, most: number | null): readonly Form[] {
  return Array.from({ length: count }, (_, index) =>
    graph.variable(`x${index}`, 'input', false, true, { least: zero, most: most === null ? null : ofInteger(most) }),
  )
}

/** Every point of a grid from zero to `most`. */
export function* grid(count: number, most: number): Generator<readonly number[]> {
  const total = (most + 1) ** count
  for (let index = 0; index < total; index++)
    yield Array.from({ length: count }, (_, at) => Math.floor(index / (most + 1) ** at) % (most + 1))
}

export const unitOfTwins = unit
