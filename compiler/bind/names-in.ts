import type { Name } from '../../grammar/tree.ts'

/** Every name that stands anywhere in a piece of the tree. */
export function namesIn(node: unknown, into: Name[] = []): Name[] {
  if (Array.isArray(node)) for (const each of node) namesIn(each, into)
  else if (node !== null && typeof node === 'object') {
    if ('kind' in node && node.kind === 'name') into.push(node as Name)
    else
      for (const key in node) {
        const part: unknown = node[key as keyof typeof node]
        if (key !== 'span' && typeof part === 'object') namesIn(part, into)
      }
  }
  return into
}

const none: readonly Name[] = []
const known = new WeakMap<object, readonly Name[]>()

/** The same of a piece that stands in a tree, remembered with it: also by the next version of a file that keeps it. */
export function namesOf(node: unknown): readonly Name[] {
  if (node === null || typeof node !== 'object') return none
  if ('kind' in node && node.kind === 'name') return [node as Name]
  const found = known.get(node)
  if (found) return found
  const names = namesIn(node)
  known.set(node, names)
  return names
}
