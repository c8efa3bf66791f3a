import type { Expression } from '../../../grammar/tree.ts'
import type { Facts } from './facts.ts'

/** Whatever is named anywhere in a tree. */
export const namesOf = (tree: unknown): string[] =>
  partsOf(tree, ({ kind, text }) => (kind === 'name' ? [String(text)] : null))

/** What the inputs that a condition itself names have in common: the one field, its record, a list; else nothing. */
export function pathNamed(condition: Expression, { inputs, lists }: Facts): string {
  const paths = partsOf(condition, (node) => {
    if (node.kind === 'name') return [inputs.get(String(node['text']))?.id ?? []].flat()
    const list = node.kind === 'quantified' ? lists.get((node['list'] as { readonly text: string }).text) : undefined
    return list === undefined ? null : [list]
  })
  const [first = [], ...others] = [...new Set(paths)].map((path) => path.split('.'))
  const end = first.findIndex((key, index) => others.some((other) => other[index] !== key))
  return first.slice(0, end < 0 ? undefined : end).join('.')
}

interface Node {
  readonly kind: string
  readonly [key: string]: unknown
}

/** What `of` finds in a tree; it is not asked of the parts of what it gives something for. */
function partsOf(tree: unknown, of: (node: Node) => string[] | null): string[] {
  if (typeof tree !== 'object' || tree === null) return []
  const own = 'kind' in tree ? of(tree as Node) : null
  return own ?? Object.values(tree).flatMap((each) => partsOf(each, of))
}
