import { atomsIn, type Form } from '../linear/forms.ts'
import { solveIntegers } from '../linear/integers.ts'
import { once } from '../../../once.ts'
import { uncut } from './uncut.ts'
import type { Walk } from './walk.ts'

/** Steps of the search at most: what a policy promises mostly holds for a reason that is seen at once. */
const patience = 60

/** Is it seen, with names written out, that no amounts on a way bring a form to zero or above? */
export function isRefuted(form: Form, walk: Walk): boolean {
  const { graph, facts, path, shared } = walk
  const { written, links } = uncut(walk)
  const asked = written(form)
  const atoms = atomsIn(asked, graph)
  const known = [...path.conditions, ...facts]
    .map(written)
    .filter(({ terms }) => terms.length > 0 && terms.every(([id]) => atoms.has(id)))
  const forms = [...new Map([asked, ...known].map((each) => [each.key, each])).values()]
  const all = [...forms, ...links(forms)]
  const key = all.map((each) => each.key).join('|')
  return once(shared.memory.refuted, key, () => solveIntegers(all, [], graph, patience).kind === 'none')
}
