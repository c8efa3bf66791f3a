import { zero } from '../../../../runtime/rational.ts'
import type { Expr } from '../../../program/program.ts'
import { partsOf } from '../../../program/build.ts'
import { numberOf } from '../ways/amounts.ts'
import { evaluateSymbolic, inputOf } from '../ways/evaluate-symbolic.ts'
import type { Following, Preconditions, Shared, Which } from '../ways/following.ts'
import { atomsIn, type Form, type Graph } from '../linear/forms.ts'
import { Path } from '../ways/path.ts'
import { keyOf } from '../ways/resolved.ts'
import { rowOf } from './rows.ts'
import type { Amount, Symbolic } from '../ways/symbolic.ts'
import { opposite, System } from '../linear/system.ts'
import type { Total } from './totals.ts'
import { Unsupported } from './unsupported.ts'
import type { Walk } from '../ways/walk.ts'

/** One way that an element of a list can take; what does not depend on the element is asked of the case. */
class ElementPath extends Path {
  readonly #case: Path
  readonly #list: string

  constructor(prefix: readonly number[], ofCase: Path, list: string) {
    super(prefix)
    this.#case = ofCase
    this.#list = list
  }

  override isOneOf(key: string, expr: Expr, all: readonly string[], options: readonly string[]): boolean {
    return readsElement(expr, this.#list)
      ? super.isOneOf(key, expr, all, options)
      : this.#case.isOneOf(key, expr, all, options)
  }

  override which(key: string, expr: Expr, all: readonly string[]): string {
    return readsElement(expr, this.#list) ? super.which(key, expr, all) : this.#case.which(key, expr, all)
  }

  override isAtMost(key: string, expr: Expr, limit: number): boolean {
    return readsElement(expr, this.#list) ? super.isAtMost(key, expr, limit) : this.#case.isAtMost(key, expr, limit)
  }

  override liesIn(key: string, expr: Expr, area: string): boolean {
    return readsElement(expr, this.#list) ? super.liesIn(key, expr, area) : this.#case.liesIn(key, expr, area)
  }
}

function readsElement(expr: Expr, list: string): boolean {
  if (expr.kind === 'field') return expr.list === list
  const reads = partsOf(expr).some((part) => readsElement(part, list))
  if (reads && expr.kind === 'fold') throw new Unsupported('a list within a list')
  return reads
}

/** Follows one element of a list, in a case that `around` follows. */
export class ElementWalk implements Following {
  readonly path: Path
  readonly isOfPromise = false
  readonly facts: Form[] = []
  readonly preconditions: Preconditions = [new Set(), new Set()]
  readonly #around: Walk
  readonly #list: string
  readonly #values: readonly [Map<string, Symbolic>, Map<string, Symbolic>] = [new Map(), new Map()]

  constructor(around: Walk, list: string, prefix: readonly number[]) {
    this.#around = around
    this.#list = list
    this.path = new ElementPath(prefix, around.path, list)
  }

  get shared(): Shared {
    return this.#around.shared
  }

  get graph(): Graph {
    return this.#around.graph
  }

  evaluate(expr: Expr, which: Which): Symbolic {
    return evaluateSymbolic(expr, this, which)
  }

  named(id: string, which: Which): Symbolic {
    const definition = this.shared.sides[which].definitions.get(id)
    if (definition?.over !== this.#list) return this.#around.named(id, which)
    const known = this.#values[which].get(id)
    if (known) return known
    const value = this.evaluate(definition.value, which)
    this.#values[which].set(id, value)
    return value
  }

  keyOf(expr: Expr, which: Which): string {
    return keyOf(expr, this.shared.sides[which])
  }

  total(expr: Extract<Expr, { kind: 'fold' }>, which: Which): Total | null {
    return this.#around.total(expr, which)
  }

  number(expr: Expr, which: Which): Amount {
    return numberOf(this.evaluate(expr, which), expr, this)
  }

  /** A field of the element, or the row of a dataset that it finds. */
  ofElement(expr: Extract<Expr, { kind: 'field' | 'lookup' }>, which: Which): Symbolic {
    if (expr.kind === 'lookup') return rowOf(expr, this, which)
    const list = this.shared.sides[which].program.input.lists.find(({ path }) => path === expr.list)
    const field = list?.fields.find(({ path }) => path === expr.path)
    if (!field) throw new Error(`no field ${expr.path} of ${expr.list}`)
    return inputOf(expr, { ...field, path: elementField(expr.list, expr.path) }, 'element', this, which)
  }

  know(form: Form): void {
    if (this.#isOfElement(form)) this.facts.push(form)
    else this.#around.know(form)
  }

  demand(form: Form, which: Which): void {
    this.know(form)
    this.preconditions[which].add(form.key)
  }

  factor({ form }: Amount): Form {
    return form
  }

  holds(form: Form): boolean {
    const { least, most } = this.graph.range(form)
    if (least && least.n >= 0n) return true
    if (most && most.n < 0n) return false
    if (!this.#isOfElement(form)) return this.#around.holds(form)
    const other = opposite(form, this.graph)
    if (!this.#allows(other)) return true
    if (!this.#allows(form)) return false
    const isSo = this.path.fork(2) === 0
    this.path.conditions.push(isSo ? form : other)
    return isSo
  }

  isNotNegative({ form, least }: Amount): boolean {
    if (least && least.n >= 0n) return true
    const { least: known } = this.graph.range(form)
    if (known && known.n >= 0n) return true
    return this.#isOfElement(form) ? !this.#allows(opposite(form, this.graph)) : false
  }

  /** The form without kinks: on which side of each the element lies is part of the way. */
  withoutKinks(form: Form): Form {
    const { graph } = this
    let result = form
    for (;;) {
      const kinks = [...atomsIn(result, graph)].filter((id) => graph.atoms[id]!.kind === 'positive')
      const innermost = kinks.find((id) => {
        const inner = atomsIn(ofPositive(id, graph), graph)
        return !kinks.some((other) => other !== id && inner.has(other))
      })
      if (innermost === undefined) return result
      const inner = ofPositive(innermost, graph)
      const value = this.holds(inner) ? inner : graph.constant(zero)
      result = graph.rewrite(result, (id) => (id === innermost ? value : null))
    }
  }

  #allows(form: Form): boolean {
    const system = new System(this.graph)
    for (const each of [...this.facts, ...this.path.conditions, form]) system.require(each)
    return system.isFeasible()
  }

  #isOfElement(form: Form): boolean {
    const variables = [...atomsIn(form, this.graph)].filter((id) => this.graph.atoms[id]!.kind === 'variable')
    const own = variables.filter((id) => isElementVariable(id, this.graph))
    if (own.length > 0 && own.length < variables.length)
      throw new Unsupported('an element is measured against an amount of the case')
    return own.length > 0
  }
}

export function elementField(list: string, path: string): string {
  return `${list}.${path}`
}

export function isElementVariable(id: number, graph: Graph): boolean {
  const atom = graph.atoms[id]!
  return atom.kind === 'variable' && atom.source === 'element'
}

function ofPositive(id: number, graph: Graph): Form {
  const atom = graph.atoms[id]!
  if (atom.kind !== 'positive') throw new Error('not a kink')
  return atom.of
}
