import type { Why } from '../diff/exact/why.ts'
import type { Shared } from '../diff/exact/ways/following.ts'
import { atomsIn, type Form } from '../diff/exact/linear/forms.ts'
import { compareCosts } from '../diff/exact/linear/integers.ts'
import type { Found } from './discharge.ts'
import type { Explored, Suspect } from './explore.ts'
import type { Finding, Limit, Witness } from './proof.ts'
import type { Located, Replay } from './replay.ts'

/** What came of one question. */
export type Answer =
  | { readonly status: 'proved' }
  | { readonly status: 'refuted'; readonly witness: Witness }
  | { readonly status: 'limit'; readonly limits: readonly Limit[] }

/** How many cases are settled at most, before it is given up that one can be shown. */
const mostShown = 40

/** Every suspect cleared; or the cheapest case that `show` confirms; or what stands in the way of both. */
export function answerTo(
  question: number,
  about: Pick<Finding, 'name' | 'place'>,
  { shared, discharger, suspects, isComplete }: Explored,
  replay: Replay,
  show: (located: Located) => Witness | null,
): Answer {
  const goals = goalsIn(shared)
  const found: (readonly [Suspect, Found])[] = []
  const left: (readonly Form[])[] = []
  for (const suspect of suspects) {
    if (suspect.question !== question) continue
    const result = discharger.solve(suspect.conjunction, suspect.walk, goals)
    if (result.kind === 'none' || !replay.isTaken(suspect.walk)) continue
    if (result.kind === 'found') found.push([suspect, result])
    else left.push(result.forms)
  }
  // Equal ones stay in the order of the ways, so that every run shows the same case.
  const cheapest = found.toSorted(([, a], [, b]) => compareCosts(a.cost, b.cost)).slice(0, mostShown)
  for (const [{ walk }, { values }] of cheapest) {
    const witness = show({ walk, values })
    if (witness) return { status: 'refuted', witness }
  }
  left.push(...found.map(([, { forms }]) => forms))
  const limits = left.flatMap((forms) => limitsIn(forms, about, shared))
  if (!isComplete) limits.push(limitOf(about, 'too many ways through the program'))
  if (limits.length === 0) return { status: 'proved' }
  return { status: 'limit', limits: [...new Map(limits.map((each) => [JSON.stringify(each), each])).values()] }
}

/** Of two cases how far they lie apart; then the first amount of the input, then the others in their order. */
function goalsIn({ graph, sides: [{ program }] }: Shared): readonly Form[] {
  const paths = program.input.fields.map(({ path }) => path)
  const first = program.input.fields.find(({ type }) => type.kind === 'money')?.path
  const rankOf = (name: string): number => (name === first ? 0 : paths.indexOf(name) + (paths.includes(name) ? 1 : 0))
  return [...graph.atoms.entries()]
    .flatMap(([id, atom]) => {
      // What may be as far below zero as one likes has no least value.
      const isBounded = atom.kind === 'variable' && atom.source === 'input' && atom.range.least !== null
      return isBounded ? [{ id, rank: rankOf(atom.name) }] : []
    })
    .toSorted((a, b) => a.rank - b.rank || a.id - b.id)
    .map(({ id }) => graph.atom(id))
}

/** The values in it that were not looked into; where there is none, the property itself. */
function limitsIn(forms: readonly Form[], about: Pick<Finding, 'name' | 'place'>, shared: Shared): Limit[] {
  const atoms = new Set<number>()
  for (const form of forms) atomsIn(form, shared.graph, atoms)
  const opaque = [...atoms].flatMap((id): readonly Limit[] => {
    const atom = shared.graph.atoms[id]!
    const known = atom.kind === 'variable' && atom.source === 'opaque' ? shared.memory.opaque.get(atom.name) : undefined
    return known ? [limitOf({ name: known.expr.kind, place: known.expr.at }, known.why)] : []
  })
  return opaque.length > 0 ? opaque : [limitOf(about, 'no case was found, and none refuted')]
}

function limitOf({ name, place }: Pick<Finding, 'name' | 'place'>, why: Why): Limit {
  return { expression: name, place, why }
}
