import type { BoundPolicy } from '../bind/bound.ts'
import type { SourceInfo } from '../program/program.ts'
import type { BookRule } from './book.ts'
import type { Entry } from './entries.ts'

/** That a rule uses a name whose value, in these editions, a source decides that is not official. */
export interface Leaning {
  readonly entry: Entry
  readonly source: SourceInfo
  readonly editions: readonly string[]
}

/** What each rule leans on, directly or through the names it uses; its own article's source is not repeated. */
export function findLeanings(
  rules: readonly BookRule[],
  { editions }: BoundPolicy,
): ReadonlyMap<BookRule, readonly Leaning[]> {
  const found = new Map<BookRule, Map<string, Leaning>>()
  if (rules.every(({ source }) => !isDoubtful(source))) return new Map()
  for (const { edition } of editions) {
    const name = edition.name.value
    const inForce = rules.filter((rule) => rule.editions.includes(name))
    for (const rule of inForce)
      for (const [entry, source] of doubtfulBelow(rule, inForce)) {
        const key = `${entry.anchor} ${source.name}`
        const leanings = found.get(rule) ?? new Map<string, Leaning>()
        const known = leanings.get(key)?.editions ?? []
        found.set(rule, leanings.set(key, { entry, source, editions: [...known, name] }))
      }
  }
  return new Map([...found].map(([rule, leanings]) => [rule, [...leanings.values()]]))
}

export function isDoubtful(source: SourceInfo | null): source is SourceInfo {
  return source !== null && source.grade !== 'official'
}

function doubtfulBelow(rule: BookRule, inForce: readonly BookRule[]): readonly (readonly [Entry, SourceInfo])[] {
  const seen = new Set<Entry>()
  const open = [...rule.uses]
  const doubtful: (readonly [Entry, SourceInfo])[] = []
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    if (seen.has(entry)) continue
    seen.add(entry)
    const current = entry
    for (const each of inForce.filter(({ defines, changes }) => [...defines, ...changes].includes(current))) {
      if (each !== rule && isDoubtful(each.source)) doubtful.push([current, each.source])
      open.push(...each.uses)
    }
  }
  return doubtful
}
