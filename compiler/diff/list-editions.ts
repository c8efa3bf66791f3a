import type { BoundPolicy } from '../bind/bound.ts'
import type { SourceFile } from '../compile.ts'
import type { EditionInfo } from '../program/program.ts'
import { textChanges } from './text-changes.ts'
import type { TextChange } from './text/text-change.ts'

/** An edition: when it is in force, by which date it is selected, and what it says otherwise than the one it amends. */
export interface ListedEdition extends EditionInfo {
  readonly decision: string
  readonly amends: string | null
  readonly changes: readonly TextChange[]
  /** The editions between which it chooses, and by which output; null where it does not. */
  readonly chooses: { readonly by: string; readonly among: readonly string[] } | null
}

/** The editions of a decision in the order of time. */
export function listEditions(
  policy: BoundPolicy,
  infos: readonly EditionInfo[],
  files: readonly SourceFile[],
): readonly ListedEdition[] {
  const listed = policy.editions.flatMap((bound): ListedEdition[] => {
    const info = infos.find(({ name }) => name === bound.edition.name.value)
    const amends = bound.edition.amends?.value ?? null
    const base = policy.editions.find(({ edition }) => edition.name.value === amends)
    if (!info) return []
    const chosen = bound.choice?.choose
    const chooses = chosen && {
      by: chosen.name.text,
      among: chosen.editions.map((name) => name?.value ?? info.name),
    }
    return [
      {
        ...info,
        decision: `${policy.id}.${policy.decision.id}`,
        amends,
        changes: base ? textChanges({ policy, edition: base, files }, { policy, edition: bound, files }) : [],
        chooses: chooses ?? null,
      },
    ]
  })
  return listed.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
}
