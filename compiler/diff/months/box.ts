import { add, compare, greater, lesser, multiply, ofInteger, zero, type Rational } from '../../../runtime/rational.ts'
import { withoutRounding } from '../exact/linear/cells.ts'
import type { Form, Graph, Range } from '../exact/linear/forms.ts'
import { floorOf, greatestOf } from '../exact/linear/numbers.ts'

/** Months from, to; both included, null is open. */
export interface Span {
  readonly from: number
  readonly to: number | null
}
/** By variable, between which months it lies. */
export type Box = ReadonlyMap<number, Span>

const none: Range = { least: null, most: null }

/** What forms can come to in a box. */
export class InBox {
  readonly #graph: Graph
  readonly #box: Box
  readonly #ranges = new Map<number, Range>()
  readonly #memo = new Map<number, Form>()

  constructor(graph: Graph, box: Box) {
    this.#graph = graph
    this.#box = box
  }

  /** The form without the kinks and the roundings that come out one way in the box. */
  simplified(form: Form): Form {
    return this.#graph.rewrite(form, (id) => this.#decided(id), this.#memo)
  }

  range(form: Form): Range {
    const direct = this.#sum(form)
    const { form: even, low, high } = withoutRounding(form, this.#graph)
    if (even.key === form.key) return direct
    const around = this.#sum(even)
    return {
      least: greatestOf(direct.least, around.least && add(around.least, low)),
      most: closer(direct.most, around.most && add(around.most, high)),
    }
  }

  #decided(id: number): Form | null {
    const atom = this.#graph.atoms[id]!
    const { least, most } = this.#rangeOf(id)
    if (least && most && compare(least, most) === 0) return this.#graph.constant(least)
    if (atom.kind !== 'positive') return null
    const inner = this.range(atom.of)
    return inner.least && inner.least.n >= 0n ? atom.of : null
  }

  #sum(form: Form): Range {
    return this.#graph.range(form, (id) => this.#rangeOf(id))
  }

  #rangeOf(id: number): Range {
    const known = this.#ranges.get(id)
    if (known) return known
    const range = this.#rangeOfAtom(id)
    this.#ranges.set(id, range)
    return range
  }

  #rangeOfAtom(id: number): Range {
    const atom = this.#graph.atoms[id]!
    switch (atom.kind) {
      case 'variable': {
        const span = this.#box.get(id)
        if (!span) return atom.range
        return { least: ofInteger(BigInt(span.from)), most: span.to === null ? null : ofInteger(BigInt(span.to)) }
      }
      case 'positive': {
        const { least, most } = this.range(atom.of)
        const above = (value: Rational): Rational => (value.n > 0n ? value : zero)
        return { least: least ? above(least) : zero, most: most && above(most) }
      }
      case 'floor': {
        const { least, most } = this.range(atom.of)
        return { least: least && ofInteger(floorOf(least)), most: most && ofInteger(floorOf(most)) }
      }
      case 'product':
        return atom.factors.map((factor) => this.#rangeOf(factor)).reduce(productOf)
    }
  }
}

function productOf(a: Range, b: Range): Range {
  if (!a.least || !a.most || !b.least || !b.most) {
    const isNotNegative = [a, b].every(({ least }) => least && least.n >= 0n)
    return isNotNegative ? { least: multiply(a.least!, b.least!), most: null } : none
  }
  const ends = [a.least, a.most].flatMap((x) => [b.least!, b.most!].map((y) => multiply(x, y)))
  return { least: ends.reduce(lesser), most: ends.reduce(greater) }
}

/** The lesser of two bounds, or the only one. */
function closer(a: Rational | null, b: Rational | null): Rational | null {
  return a && b ? lesser(a, b) : (a ?? b)
}
