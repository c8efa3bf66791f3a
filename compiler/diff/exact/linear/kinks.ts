import { compare, fraction, greater, lesser, zero, type Rational } from '../../../../runtime/rational.ts'
import { negated } from './numbers.ts'
import { atomsIn, contentOf, isConstant, type Form, type Graph, type Range } from './forms.ts'

/**
 * What is above zero of a higher number is no less than that of a lower one, and more by no more than the number is
 * higher: conditions, each at least zero, that linear arithmetic does not see by itself.
 */
export function betweenKinks(conditions: readonly Form[], goal: Form, graph: Graph): readonly Form[] {
  const atoms = new Set<number>()
  for (const each of [...conditions, goal]) atomsIn(each, graph, atoms)
  const known = new Set(conditions.map(({ key }) => key))
  const isHigher = (gap: Form): boolean => known.has(gap.key) || (graph.range(gap).least?.n ?? -1n) >= 0n
  const kinks = [...atoms].flatMap((id) => {
    const atom = graph.atoms[id]!
    return atom.kind === 'positive' ? [{ own: graph.atom(id), of: atom.of }] : []
  })
  const found: Form[] = []
  const rows = new Map<string, (typeof kinks)[number][]>()
  for (const kink of kinks) {
    const direction = graph.plus(kink.of, negated(kink.of.constant)).key
    rows.set(direction, [...(rows.get(direction) ?? []), kink])
  }
  const add = (high: Form, low: Form, gap: Form): void => {
    const rise = graph.subtract(high, low)
    found.push(rise, graph.subtract(gap, rise))
  }
  for (const row of rows.values()) {
    const sorted = row.toSorted((a, b) => compare(b.of.constant, a.of.constant))
    // Of a row those beside each other are enough.
    for (const [at, low] of sorted.entries()) {
      const high = sorted[at - 1]
      if (high) add(high.own, low.own, graph.subtract(high.of, low.of))
    }
    for (const high of row)
      for (const [, others] of rows)
        if (others !== row)
          for (const low of others) {
            const gap = graph.subtract(high.of, low.of)
            if (isHigher(gap)) add(high.own, low.own, gap)
          }
  }
  return found
}

/** The forms without the kinks that conditions on what they are of decide; `conditions` are among those. */
export function straightened(conditions: readonly Form[], forms: readonly Form[], graph: Graph): readonly Form[] {
  const ranges = new Map<string, Range>()
  for (const each of conditions) {
    if (isConstant(each)) continue
    const { direction, sign, constant } = directed(each, graph)
    const { least, most } = ranges.get(direction) ?? { least: null, most: null }
    const bound = negated(constant)
    ranges.set(
      direction,
      sign > 0n
        ? { least: least ? greater(least, bound) : bound, most }
        : { least, most: most ? lesser(most, bound) : bound },
    )
  }
  const memo = new Map<number, Form>()
  const straight = (id: number): Form | null => {
    const atom = graph.atoms[id]!
    if (atom.kind !== 'positive') return null
    // Its first factor is above zero.
    const { direction, constant } = directed(atom.of, graph)
    const { least, most } = ranges.get(direction) ?? { least: null, most: null }
    const kink = negated(constant)
    if (least && compare(least, kink) >= 0) return atom.of
    if (most && compare(most, kink) <= 0) return graph.constant(zero)
    return null
  }
  return forms.map((each) => graph.rewrite(each, straight, memo))
}

/** The form as sign × (direction + constant), but for a factor; the direction by its key. */
function directed(
  form: Form,
  graph: Graph,
): { readonly direction: string; readonly sign: bigint; readonly constant: Rational } {
  const { n, d } = contentOf(form)
  const sign = form.terms[0]![1].n < 0n ? -1n : 1n
  const scaled = graph.scale(form, fraction(d * sign, n))
  return { direction: graph.plus(scaled, negated(scaled.constant)).key, sign, constant: scaled.constant }
}
