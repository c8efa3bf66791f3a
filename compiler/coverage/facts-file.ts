/** A list of facts: their ids, and the source text of each that names one (`seed`). */
export interface Facts {
  readonly ids: readonly string[]
  readonly textOf: ReadonlyMap<string, string>
}

/** Why something is no list of facts; `row` counts from 1. */
export type FactsFault =
  | { readonly kind: 'noJson' | 'noList' | 'empty' }
  | { readonly kind: 'noId'; readonly row: number }
  | { readonly kind: 'twice'; readonly row: number; readonly id: string }

/** Reads a JSON array of rows with an `id`, or an object that holds one; what else a row says does not matter. */
export function readFacts(text: string): Facts | FactsFault {
  const rows = rowsIn(text)
  if (typeof rows === 'string') return { kind: rows }
  if (rows.length === 0) return { kind: 'empty' }
  const ids = new Set<string>()
  const textOf = new Map<string, string>()
  for (const [index, fact] of rows.entries()) {
    const id = propertyOf(fact, 'id')?.normalize('NFC')
    if (!id) return { kind: 'noId', row: index + 1 }
    if (ids.has(id)) return { kind: 'twice', row: index + 1, id }
    ids.add(id)
    const name = propertyOf(fact, 'seed')
    if (name) textOf.set(id, name)
  }
  return { ids: [...ids], textOf }
}

function rowsIn(text: string): readonly unknown[] | 'noJson' | 'noList' {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'noJson'
  }
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return 'noList'
  const lists = Object.values(value).filter((each): each is unknown[] => Array.isArray(each))
  const [only] = lists
  return lists.length === 1 && only ? only : 'noList'
}

function propertyOf(row: unknown, name: string): string | undefined {
  if (typeof row !== 'object' || row === null || !Object.hasOwn(row, name)) return undefined
  const value: unknown = Object.entries(row).find(([key]) => key === name)?.[1]
  return typeof value === 'string' ? value : undefined
}
