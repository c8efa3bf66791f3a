import { evaluate } from '../../../interpret/evaluate.ts'
import type { InputValues, Value } from '../../../interpret/evaluation.ts'
import { Trace } from '../../../interpret/scope.ts'
import type { Dataset, Expr } from '../../../program/program.ts'
import type { Assumption } from './path.ts'
import type { Realised } from '../witnesses/realise.ts'
import { optionOf } from './symbolic.ts'

/** What ways through programs assume when only cases are compared that are like a given one in all but their numbers. */
export class Like {
  readonly input: InputValues
  readonly #datasets: readonly Dataset[]

  constructor(input: InputValues, datasets: readonly Dataset[]) {
    this.input = input
    this.#datasets = datasets
  }

  /** The case, whatever is assumed. */
  get realised(): Realised {
    return { kind: 'found', finite: this.input }
  }

  /** What holds of an expression of the input; `all`: what it may be, where it is one of a few. */
  assume(expr: Expr, all: readonly string[] | null): Assumption | null {
    if (expr.kind === 'compare' && all?.includes('more')) {
      const [left, right] = [pointOf(this.#valueOf(expr.left)), pointOf(this.#valueOf(expr.right))]
      if (left === null || right === null) return null
      return { kind: 'oneOf', expr, all, options: [left === right ? 'equal' : left < right ? 'less' : 'more'] }
    }
    const value = this.#valueOf(expr)
    if (all) {
      const option = optionOf(value)
      return option !== null && all.includes(option) ? { kind: 'oneOf', expr, all, options: [option] } : null
    }
    if (value.kind === 'region') return { kind: 'place', expr, inside: value.code, outside: [] }
    const point = pointOf(value)
    return point === null ? null : { kind: 'between', expr, least: point, most: point }
  }

  #valueOf(expr: Expr): Value {
    const surroundings = { input: this.input, datasets: this.#datasets, values: new Map(), elementValues: new Map() }
    return evaluate(expr, { ...surroundings, elements: new Map(), trace: new Trace('') })
  }
}

/** The day of a date, and a whole number. */
function pointOf(value: Value): number | null {
  if (value.kind === 'date') return value.day
  return value.kind === 'exact' && value.exact.d === 1n ? Number(value.exact.n) : null
}

/** One case, as several programs read it. */
export function casesAlike(inputs: readonly InputValues[]): InputValues {
  return {
    given: new Set(inputs.flatMap(({ given }) => [...given])),
    fields: new Map(inputs.flatMap(({ fields }) => [...fields])),
    lists: new Map(inputs.flatMap(({ lists }) => [...lists])),
  }
}
