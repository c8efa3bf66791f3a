import { compare, multiply, one, type Rational } from '../../../../runtime/rational.ts'
import type { Atom, Form, Graph, Range } from './forms.ts'
import { minusOne } from './numbers.ts'

type Product = Extract<Atom, { kind: 'product' }>

/**
 * What holds of a product x × y while x and y lie between bounds (McCormick): each is a product of two distances that
 * are not negative. Where x has one value left they say what the product is.
 */
export function betweenBounds(product: Form, x: Form, y: Form, ofX: Range, ofY: Range, graph: Graph): readonly Form[] {
  const found: Form[] = []
  const add = (a: Rational | null, b: Rational | null, sign: 1n | -1n): void => {
    if (!a || !b) return
    const rest = graph.subtract(graph.subtract(product, graph.scale(y, a)), graph.scale(x, b))
    found.push(graph.scale(graph.plus(rest, multiply(a, b)), { n: sign, d: 1n }))
  }
  add(ofX.least, ofY.least, 1n)
  add(ofX.most, ofY.most, 1n)
  add(ofX.least, ofY.most, -1n)
  add(ofX.most, ofY.least, -1n)
  return found
}

/** A factor that is whole and bounded, if there is one, else the first; and the product of the others. */
export function splitProduct(
  { factors }: Product,
  boundsOf: (atom: number) => Range,
  graph: Graph,
): readonly [number, Form] {
  const width = (id: number): Rational | null => {
    const { least, most } = boundsOf(id)
    return least && most && { n: most.n * least.d - least.n * most.d, d: most.d * least.d }
  }
  const chosen = factors.reduce((best, id) => {
    if (!graph.atoms[id]!.isInteger) return best
    const [own, other] = [width(id), width(best)]
    return own && (!other || !graph.atoms[best]!.isInteger || compare(own, other) < 0) ? id : best
  })
  const at = factors.indexOf(chosen)
  const rest = factors.filter((_, index) => index !== at)
  return [chosen, rest.map((id) => graph.atom(id)).reduce((a, b) => graph.times(a, b), graph.constant(one))]
}

/** Branches that cover what a whole number can be but for one value; a long side is cut in two. */
export function besideWhole(
  id: number,
  at: bigint,
  { least, most }: Range,
  graph: Graph,
): readonly (readonly Form[])[] {
  const own = graph.atom(id)
  const from = (low: bigint): Form => graph.plus(own, { n: -low, d: 1n })
  const to = (high: bigint): Form => graph.scale(from(high), minusOne)
  const stretch = (low: bigint | null, high: bigint | null): readonly (readonly Form[])[] => {
    if (low !== null && high !== null) {
      if (low > high) return []
      const middle = (low + high) / 2n
      if (high - low > 8n)
        return [
          [from(low), to(middle)],
          [from(middle + 1n), to(high)],
        ]
    }
    return [[...(low === null ? [] : [from(low)]), ...(high === null ? [] : [to(high)])]]
  }
  return [...stretch(least && least.n, at - 1n), ...stretch(at + 1n, most && most.n)]
}
