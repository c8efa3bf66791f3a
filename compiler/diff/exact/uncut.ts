import { atomsIn, type Form, type Graph } from './forms.ts'
import type { Walk } from './walk.ts'

/** Conditions of one way in terms of the input. */
export interface Uncut {
  /** A form with what its names stand for in their place. */
  readonly written: (form: Form) => Form
  /** What holds of the names that were left in, all at least zero. */
  readonly links: (forms: readonly Form[]) => readonly Form[]
}

/**
 * Writes names and changes out as what they stand for. Those that are multiplied by something else stay, each equal to
 * what it stands for: between few whole numbers a product can be decided, the products of all their parts can't.
 */
export function uncut({ graph, meanings, facts }: Walk): Uncut {
  const factors = new Set<number>()
  for (const meaning of meanings.values())
    for (const id of atomsIn(meaning, graph)) {
      const atom = graph.atoms[id]!
      if (atom.kind !== 'product') continue
      for (const factor of atom.factors) if (meanings.has(factor)) factors.add(factor)
    }
  const memo = new Map<number, Form>()
  const written = (form: Form): Form =>
    graph.rewrite(form, (id) => (factors.has(id) ? null : (meanings.get(id) ?? null)), memo)
  const links = (forms: readonly Form[]): readonly Form[] => {
    const needed = namesIn(forms, factors, graph)
    for (const id of needed)
      for (const other of namesIn([written(meanings.get(id)!)], factors, graph)) needed.add(other)
    return [
      ...[...needed].flatMap((id) => {
        const gap = graph.subtract(graph.atom(id), written(meanings.get(id)!))
        return [gap, graph.scale(gap, { n: -1n, d: 1n })]
      }),
      ...facts.filter(({ terms }) => terms.length === 1 && needed.has(terms[0]![0])),
    ]
  }
  return { written, links }
}

function namesIn(forms: readonly Form[], names: ReadonlySet<number>, graph: Graph): Set<number> {
  const atoms = new Set<number>()
  for (const form of forms) atomsIn(form, graph, atoms)
  return new Set([...atoms].filter((id) => names.has(id)))
}
