import { compare, fraction } from '../../../../runtime/rational.ts'
import { atomsIn, type Form, type Graph } from '../linear/forms.ts'
import type { Walk } from './walk.ts'
import { minusOne, floorOf, ceilingOf, greatestOf } from '../linear/numbers.ts'

/** Conditions of one way in terms of the input. */
export interface Uncut {
  /** A form with what its names stand for in their place. */
  readonly written: (form: Form) => Form
  /** What holds of the names that were left in, all at least zero. */
  readonly links: (forms: readonly Form[]) => readonly Form[]
  /** Names that were left in at, or next to, their bounds: where to look when nothing was found. */
  readonly corners: (forms: readonly Form[]) => readonly (readonly Form[])[]
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
  const neededBy = (forms: readonly Form[]): ReadonlySet<number> => {
    const needed = namesIn(forms, factors, graph)
    for (const id of needed)
      for (const other of namesIn([written(meanings.get(id)!)], factors, graph)) needed.add(other)
    return needed
  }
  const links = (forms: readonly Form[]): readonly Form[] => {
    const needed = neededBy(forms)
    return [
      ...[...needed].flatMap((id) => isJust(id, written(meanings.get(id)!), graph)),
      ...facts.filter(({ terms }) => terms.length === 1 && needed.has(terms[0]![0])),
    ]
  }
  const corners = (forms: readonly Form[]): readonly (readonly Form[])[] =>
    [...neededBy(forms)].reduce<readonly (readonly Form[])[]>(
      (all, id) => {
        const ends = endsOf(id, facts, graph)
        return ends.length === 0 || all.length * ends.length > mostCorners
          ? all
          : all.flatMap((each) => ends.map((end) => [...each, ...isJust(id, graph.constant({ n: end, d: 1n }), graph)]))
      },
      [[]],
    )
  return { written, links, corners }
}

const mostCorners = 64

function isJust(id: number, value: Form, graph: Graph): readonly Form[] {
  const gap = graph.subtract(graph.atom(id), value)
  return [gap, graph.scale(gap, minusOne)]
}

/** What a whole number is at the least and at the most, and one beside each, as far as facts say. */
function endsOf(id: number, facts: readonly Form[], graph: Graph): readonly bigint[] {
  let { least, most } = graph.atoms[id]!.range
  for (const { terms, constant } of facts) {
    const [only] = terms
    if (terms.length !== 1 || only![0] !== id) continue
    const bound = fraction(-constant.n * only![1].d, constant.d * only![1].n)
    if (only![1].n > 0n) least = greatestOf(least, bound)
    else most = most && compare(most, bound) <= 0 ? most : bound
  }
  if (!least || !most) return []
  const [low, high] = [ceilingOf(least), floorOf(most)]
  return [...new Set([low + 1n, low, high, high - 1n])].filter((each) => each >= low && each <= high)
}

function namesIn(forms: readonly Form[], names: ReadonlySet<number>, graph: Graph): Set<number> {
  const atoms = new Set<number>()
  for (const form of forms) atomsIn(form, graph, atoms)
  return new Set([...atoms].filter((id) => names.has(id)))
}
