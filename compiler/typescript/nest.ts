/** What stands under a key: a leaf, or a record of more keys. `path` is of the record. */
export interface Nest<Leaf> {
  readonly path: string
  readonly members: ReadonlyMap<string, Leaf | Nest<Leaf>>
}

interface OpenNest<Leaf> extends Nest<Leaf> {
  readonly members: Map<string, Leaf | OpenNest<Leaf>>
}

/** The nested form of dotted paths, as in the JSON; the keys keep the order in which they come up. */
export function nest<Leaf extends { readonly path: string }>(leaves: readonly Leaf[]): Nest<Leaf> {
  const root: OpenNest<Leaf> = { path: '', members: new Map() }
  for (const leaf of leaves) {
    const keys = leaf.path.split('.')
    const last = keys.pop() ?? ''
    keys.reduce(recordIn<Leaf>, root).members.set(last, leaf)
  }
  return root
}

export function isNest<Leaf extends object>(member: Leaf | Nest<Leaf>): member is Nest<Leaf> {
  return 'members' in member
}

function recordIn<Leaf extends object>(record: OpenNest<Leaf>, key: string): OpenNest<Leaf> {
  const found = record.members.get(key)
  if (found && isNest(found)) return found as OpenNest<Leaf>
  if (found) throw new Error(`${key} is both a value and a record`)
  const inner: OpenNest<Leaf> = { path: record.path === '' ? key : `${record.path}.${key}`, members: new Map() }
  record.members.set(key, inner)
  return inner
}
