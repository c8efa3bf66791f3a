import type { Analysis, Workspace } from '../../compiler/index.ts'
import type { Language } from '../../grammar/tree.ts'
import { analysisOf, asIfNotPromised, policyOf } from './decision.ts'
import type { Side } from './sides.ts'
import type { WorkerState } from './state.ts'

/** Two sides that may be compared, the current edition being one of them. */
export interface Pair {
  readonly id: string
  readonly kind: 'shipped' | 'edition' | 'reading' | 'decision'
  /** What the current edition is compared with. */
  readonly label: string
  readonly before: Side
  readonly after: Side
}

export const pairs = {
  /**
   * What an edition can be compared with: its shipped text, the other editions (the earlier one comes first), the other
   * readings, and other policies' editions of the same decision. `isEdited`: does it say anything else than was shipped?
   */
  pairs(
    { workspace, shipped }: WorkerState,
    asked: { readonly decision: string; readonly edition: string; readonly language: Language },
  ): { readonly pairs: readonly Pair[]; readonly isEdited: boolean } {
    const { decision, edition } = asked
    const current: Side = { decision, edition, readings: {}, isShipped: false }
    const editionsIn = (files: Workspace): readonly string[] =>
      files.decisions().find(({ id }) => id === decision)?.editions ?? []
    const now = analysisOf(workspace, decision)
    const then = analysisOf(shipped, decision)
    const start = new Map(
      (now && asIfNotPromised(now))?.programs.map((each) => [each.edition.name, each.edition.from ?? '']),
    )
    const isEarlier = (other: string): boolean => (start.get(other) ?? '') <= (start.get(edition) ?? '')
    const kind = decision.slice(decision.lastIndexOf('.'))
    const others = workspace.decisions().filter(({ id }) => id !== decision && id.endsWith(kind))
    const readings = (now && policyOf(now, decision))?.readings ?? []
    return {
      isEdited: now !== null && then !== null && !isSameText(now, then),
      pairs: [
        ...(editionsIn(shipped).includes(edition)
          ? [
              {
                id: 'shipped',
                kind: 'shipped' as const,
                label: '',
                before: { ...current, isShipped: true },
                after: current,
              },
            ]
          : []),
        ...editionsIn(workspace).flatMap((other): Pair[] => {
          if (other === edition) return []
          const side = { ...current, edition: other }
          const [before, after] = isEarlier(other) ? [side, current] : [current, side]
          return [{ id: `@${other}`, kind: 'edition', label: `${before.edition} → ${after.edition}`, before, after }]
        }),
        ...readings.flatMap(({ name, alternatives }) =>
          alternatives.map((each): Pair => {
            const after = { ...current, readings: { [name]: each.name } }
            const label = `${name}=${each.name}：${each.statement}`
            return { id: `+${name}=${each.name}`, kind: 'reading', label, before: current, after }
          }),
        ),
        ...others.flatMap(({ id, title, editions }) =>
          editions.map((other): Pair => {
            const after = { ...current, decision: id, edition: other }
            return { id: `${id}@${other}`, kind: 'decision', label: `${title} ${other}`, before: current, after }
          }),
        ),
      ],
    }
  },
}

const isSameText = ({ group }: Analysis, other: Analysis): boolean =>
  group.length === other.group.length &&
  group.every(({ name, text }) => other.group.find((each) => each.name === name)?.text === text)
