import { add, compare, round, toDecimal, toText, zero, type Rational } from '../../runtime/rational.ts'
import type { Graph } from '../diff/exact/linear/forms.ts'
import { Realiser } from '../diff/exact/witnesses/realise.ts'
import { optionOf, plainType } from '../diff/exact/ways/symbolic.ts'
import type { Walk } from '../diff/exact/ways/walk.ts'
import { writeAmount } from '../diff/exact/witnesses/witness.ts'
import { writeInput, type Finite } from '../diff/exact/witnesses/write-case.ts'
import { interpret } from '../interpret/interpret.ts'
import type { Value } from '../interpret/evaluation.ts'
import type { Definition, Expr, Field, Program } from '../program/program.ts'
import type { Settled, Witness } from './proof.ts'
import { riseOf } from './twin.ts'

/** A way, and amounts along it. */
export interface Located {
  readonly walk: Walk
  readonly values: ReadonlyMap<number, Rational>
}
type About = readonly { readonly name: string; readonly value: Expr }[]

/** Makes cases of what was found, and settles them to see whether they show what they should. */
export class Replay {
  readonly #program: Program
  readonly #realiser: Realiser
  readonly #graph: Graph

  constructor(program: Program, graph: Graph) {
    this.#program = program
    this.#realiser = new Realiser(program, program)
    this.#graph = graph
  }

  /** False where it is proved that no case takes the way. */
  isTaken({ path }: Walk): boolean {
    return this.#realiser.realise(path.assumptions).kind !== 'none'
  }

  /** A case of which the condition does not hold; null where none was found, or where it holds after all. */
  breaking(condition: Expr, about: About, { walk, values }: Located): Witness | null {
    const realised = this.#realiser.realise(walk.path.assumptions)
    if (realised.kind !== 'found') return null
    const input = this.#inputOf(realised.finite, values, null)
    const origin = { ...condition.at, article: null, quotes: [], readings: [] }
    const asked = { ...this.#program, invariants: [{ label: '', condition, origin }] }
    const result = interpret(asked, input, { isReplay: true })
    if (result.ok || !result.issues.some(({ code }) => code === 'invariant-broken')) return null
    const settled = this.#settled(input)
    return settled && { ...settled, found: found(about, this.#valuesOf(about, input)), dearer: null }
  }

  /** Two cases, the second with more of an input, of which a value comes out lower, or higher where it is to fall. */
  crossing(about: About[number], along: Field, isBelow: boolean, { walk, values }: Located): Witness | null {
    const realised = this.#realiser.realise(walk.path.assumptions)
    if (realised.kind !== 'found') return null
    const inputs = [this.#inputOf(realised.finite, values, null), this.#inputOf(realised.finite, values, along.path)]
    const [first, second] = inputs.map((input) => this.#settled(input))
    const came = inputs.flatMap((input) => this.#valuesOf([about], input))
    const [lower, higher] = came.map((value) => (value.kind === 'exact' ? value.exact : null))
    if (!first || !second || !lower || !higher) return null
    const order = compare(higher, lower)
    if (!(isBelow ? order < 0 : order > 0)) return null
    const start = this.#amountOf(along.path, values)
    const [from, to] = [start, add(start, this.#amountOf(riseOf(along.path), values))].map((value) =>
      String(writeAmount(value, along.type.kind)),
    )
    const dearer = { ...second, name: along.label, from: from!, to: to! }
    return { ...first, found: found([about], came), dearer }
  }

  #amountOf(path: string, values: Located['values']): Rational {
    return values.get(this.#graph.inputOf(path) ?? -1) ?? zero
  }

  #inputOf(finite: Finite, values: Located['values'], more: string | null): unknown {
    const amounts = new Map<string, unknown>()
    for (const { path, type } of this.#program.input.fields) {
      const value = this.#amountOf(path, values)
      const rise = path === more ? this.#amountOf(riseOf(path), values) : zero
      amounts.set(path, writeAmount(writable(add(value, rise)), type.kind))
    }
    return writeInput(this.#program, finite, amounts)
  }

  #settled(input: unknown): Settled | null {
    const result = interpret({ ...this.#program, invariants: [] }, input, { isReplay: true })
    if (!result.ok) return null
    const promised = interpret(this.#program, input, { isReplay: true })
    const refusedBy = promised.ok
      ? []
      : promised.issues.flatMap((issue) => (issue.code === 'invariant-broken' ? [issue.facts.label] : []))
    return { input, output: result.evaluation.output, refusedBy }
  }

  #valuesOf(about: About, input: unknown): readonly Value[] {
    const added = about.map(({ value }, at): Definition => {
      const origin = { ...value.at, article: null, quotes: [], readings: [] }
      return { id: `about ${at}`, label: '', role: 'term', over: null, type: value.type, value, origin }
    })
    const definitions = [...this.#program.definitions, ...added]
    const result = interpret({ ...this.#program, definitions, invariants: [] }, input, { isReplay: true })
    return result.ok ? added.flatMap(({ id }) => result.evaluation.values.get(id) ?? []) : []
  }
}

/** With no more decimals than an input may have; what is found of such numbers lies clear of every edge. */
function writable(value: Rational): Rational {
  return 1_000_000n % value.d === 0n ? value : round(value, 6, 'halfUp')
}

function found(about: About, values: readonly Value[]): Witness['found'] {
  return values.map((value, at) => {
    const { name, value: asked } = about[at] ?? about[0]!
    return { name, value: written(value, plainType(asked.type).kind === 'money') }
  })
}

function written(value: Value, isMoney: boolean): string {
  if (value.kind === 'schedule') return value.rates.map(toText).join(', ')
  if (value.kind !== 'exact') return optionOf(value) ?? value.kind
  return isMoney && 100n % value.exact.d === 0n ? toDecimal(value.exact, 2) : toText(value.exact)
}
