import type { Layout, Refusal } from '../../runtime/columns/columns.ts'
import { inputPlaces } from '../../runtime/columns/columns.ts'

/** Why rows are refused: the status of a row is 2 and the place of the reason in the list. */
export interface Refusals {
  /** The status for a reason. */
  readonly add: (refusal: Refusal) => number
  readonly all: readonly Refusal[]
}

/** What may be wrong with the cells of the input comes first, then the edition's dates, and results that no cell holds. */
export function newRefusals(layout: Layout, selectedBy: string): Refusals {
  const tooLarge = layout.output
    .filter(({ holds }) => holds.kind === 'number')
    .map(({ name }): Refusal => ({ code: 'not-a-number', path: name, label: '' }))
  const outside: Refusal = { code: 'outside-edition', path: selectedBy, label: '' }
  const all: Refusal[] = [...inputPlaces(layout), outside, ...tooLarge]
  return {
    all,
    add: (refusal) => {
      const known = all.findIndex(
        ({ code, path, label }) => code === refusal.code && path === refusal.path && label === refusal.label,
      )
      return 2 + (known >= 0 ? known : all.push(refusal) - 1)
    },
  }
}
