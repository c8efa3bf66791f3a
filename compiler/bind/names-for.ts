import type { Language } from '../../grammar/tree.ts'
import type { BoundPolicy } from './bound.ts'

/** Names as written to the names to write in their place. */
export type Names = ReadonlyMap<string, string>

interface Pair {
  readonly label: string
  readonly id: string
}

/**
 * What the names of a policy are called in the other language: identifiers in English, labels in Chinese. A name is
 * left out where it has several counterparts, or shares one, so that nothing changes its meaning and the way back is
 * the same.
 */
export function namesFor(policy: BoundPolicy, language: Language): Names {
  const pairs = pairsOf(policy)
  const [byLabel, byId] = [counterparts(pairs), counterparts(pairs.map(({ label, id }) => ({ label: id, id: label })))]
  const isClear = ({ label, id }: Pair) => byLabel.get(label)?.size === 1 && byId.get(id)?.size === 1
  const written = language === 'en' ? pairs : pairs.map(({ label, id }) => ({ label: id, id: label }))
  const clear = new Set(pairs.filter(isClear).flatMap(({ label, id }) => [label, id]))
  return new Map(written.filter(({ label }) => clear.has(label)).map(({ label, id }) => [label, id]))
}

// Types and records are not named in a policy, but lists are, and of what a case has one of two.
function pairsOf({ names, vocabulary, datasets }: BoundPolicy): readonly Pair[] {
  const { records, choices, regions, decisions } = vocabulary
  return [
    ...names,
    ...records.flatMap((record) => [...record.fields, ...(record.isList ? [record] : [])]),
    ...choices.flatMap(({ members }) => members.map(({ label, id, name }) => ({ label, id: name ?? id }))),
    ...regions,
    ...decisions,
    ...decisions.flatMap(({ eitherOf }) => eitherOf.flat()).filter(({ isList }) => !isList),
    ...datasets,
    ...datasets.flatMap(({ columns }) => columns),
  ]
}

function counterparts(pairs: readonly Pair[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { label, id } of pairs) found.set(label, (found.get(label) ?? new Set()).add(id))
  return found
}
