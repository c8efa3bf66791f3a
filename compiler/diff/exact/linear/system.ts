import { fraction, one, subtract, type Rational } from '../../../../runtime/rational.ts'
import { isConstant, type Form, type Graph, type Range } from './forms.ts'
import { betweenBounds, splitProduct } from './products.ts'
import { Simplex } from './simplex.ts'
import { minusOne, floorOf, commonPart } from './numbers.ts'

/** Linear conditions on forms, each at least zero, with what holds of the atoms anyway. */
export class System {
  readonly #graph: Graph
  readonly #simplex: Simplex
  readonly #columns: Map<number, number>
  /** Of each product, between which bounds of its factors it has been taken to be. */
  readonly #products: Map<number, string>

  constructor(graph: Graph, from?: System) {
    this.#graph = graph
    this.#simplex = from ? from.#simplex.copy() : new Simplex()
    this.#columns = new Map(from ? from.#columns : [])
    this.#products = new Map(from ? from.#products : [])
  }

  copy(): System {
    return new System(this.#graph, this)
  }

  has(atom: number): boolean {
    return this.#columns.has(atom)
  }

  /** The form is at least zero. */
  require(form: Form): void {
    const tight = tightened(form, this.#graph)
    this.#simplex.atLeastZero(this.#terms(tight), tight.constant)
  }

  /** The bounds that have been required of an atom itself. */
  boundsOf(atom: number): Range {
    return this.#simplex.boundsOf(this.#column(atom))
  }

  /** Holds every product against the bounds that its factors have by now. */
  relaxProducts(): void {
    for (const id of this.#products.keys()) this.#relax(id)
  }

  isFeasible(): boolean {
    return this.#simplex.isFeasible()
  }

  /** The least value of a form; null where there is none. The system has to be feasible. */
  least(form: Form): Rational | null {
    const terms = this.#terms(form)
    if (!this.isFeasible()) return null
    const value = this.#simplex.minimise(terms)
    return value && this.valueOf(form)
  }

  /** The least value of the first form; where it has that, of the second, and so on. The system has to be feasible. */
  leastInTurn(forms: readonly Form[]): readonly Rational[] | null {
    const terms = forms.map((each) => this.#terms(each))
    if (!this.isFeasible()) return null
    const held = new Set<number>()
    return terms.every((each) => this.#simplex.minimise(each, held)) ? forms.map((each) => this.valueOf(each)) : null
  }

  valueOf(form: Form): Rational {
    return this.#simplex.valueOf(this.#terms(form), form.constant)
  }

  #terms(form: Form): readonly (readonly [number, Rational])[] {
    return form.terms.map(([atom, factor]) => [this.#column(atom), factor] as const)
  }

  #column(id: number): number {
    const known = this.#columns.get(id)
    if (known !== undefined) return known
    const atom = this.#graph.atoms[id]!
    const column = this.#simplex.variable(atom.range.least, atom.range.most)
    this.#columns.set(id, column)
    const own = this.#graph.atom(id)
    switch (atom.kind) {
      case 'variable':
        break
      case 'product':
        this.#products.set(id, '')
        this.#relax(id)
        break
      case 'positive':
        this.require(this.#graph.subtract(own, atom.of))
        break
      case 'floor': {
        const rest = this.#graph.subtract(atom.of, own)
        this.require(rest)
        this.require(this.#graph.plus(this.#graph.scale(rest, minusOne), highestRest(atom.of, this.#graph)))
      }
    }
    return column
  }

  #relax(id: number): void {
    const atom = this.#graph.atoms[id]!
    if (atom.kind !== 'product') return
    const [first, rest] = splitProduct(atom, (each) => this.boundsOf(each), this.#graph)
    const [one_, other] = [this.boundsOf(first), this.boundsOf(rest.terms[0]![0])]
    const key = [one_.least, one_.most, other.least, other.most].map((each) => each && `${each.n}/${each.d}`).join(' ')
    if (this.#products.get(id) === key) return
    this.#products.set(id, key)
    const own = this.#graph.atom(id)
    for (const each of betweenBounds(own, this.#graph.atom(first), rest, one_, other, this.#graph)) this.require(each)
  }
}

/** The most by which a form can be above its whole part. */
export function highestRest(form: Form, graph: Graph): Rational {
  const grain = graph.grainOf(form)
  return grain ? subtract(one, commonPart(commonPart(grain, form.constant), one)) : one
}

/** The same condition on whole numbers, in lowest terms and with the constant as low as it can be. */
export function tightened(form: Form, graph: Graph): Form {
  const grain = graph.grainOf(form)
  if (isConstant(form) || !grain) return form
  const primitive = graph.scale(form, fraction(grain.d, grain.n))
  const whole = { n: floorOf(primitive.constant), d: 1n }
  return graph.plus(primitive, { n: whole.n * primitive.constant.d - primitive.constant.n, d: primitive.constant.d })
}

/** The condition that a form is not at least zero. */
export function opposite(form: Form, graph: Graph): Form {
  if (isConstant(form)) return graph.constant({ n: form.constant.n < 0n ? 0n : -1n, d: 1n })
  const tight = tightened(form, graph)
  const turned = graph.scale(tight, minusOne)
  return graph.isDiscrete(form) ? graph.plus(turned, minusOne) : turned
}
