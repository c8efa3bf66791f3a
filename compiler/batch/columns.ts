import { layoutOf, type Holds } from '../columns/layout.ts'
import type { Program } from '../program/program.ts'

/**
 * A column of a file of rows: by its dotted path, a field of the case, or a list as a whole. `alternative`: the key of
 * the case that is left out where all columns under it are empty, since a case has that or another.
 */
export interface InputColumn {
  readonly path: string
  readonly keys: readonly string[]
  readonly holds: Holds | ListHeld
  readonly optional: boolean
  readonly alternative: string | null
}

/** A list, with what the fields of its elements hold, by their keys. */
export interface ListHeld {
  readonly kind: 'list'
  readonly fields: Readonly<Record<string, Holds['kind'] | 'months'>>
}

export interface OutputColumn {
  readonly path: string
  readonly keys: readonly string[]
  readonly holds: Holds
}

/** The columns of a decision, whatever the edition; first fields, then lists. */
export function inputColumns(programs: readonly Program[]): readonly InputColumn[] {
  const columns = programs.flatMap((program): readonly InputColumn[] => {
    const { input, lists } = layoutOf(program)
    const place = (path: string, isUnder: boolean) => {
      const keys = path.split('.')
      return { path, keys, alternative: isUnder ? (keys[0] ?? null) : null }
    }
    return [
      ...input.map(({ name, holds, optional, under }) => ({ ...place(name, under !== null), holds, optional })),
      ...lists.map(({ path, columns: fields, under }) => {
        const held = fields.map(({ name, holds }) => [name, isMonths(holds) ? 'months' : holds.kind] as const)
        const holds = { kind: 'list' as const, fields: Object.fromEntries(held) }
        return { ...place(path, under !== null), holds, optional: false }
      }),
    ]
  })
  return byPath(columns)
}

/** Months are the only numbers that JSON writes as numbers, not as texts. */
export function isMonths(holds: Holds | ListHeld): boolean {
  return holds.kind === 'number' && holds.of === 'months'
}

/** What comes out: policy and edition, then the outputs of the decision, whatever the edition. */
export function outputColumns(programs: readonly Program[]): readonly OutputColumn[] {
  const about = ['policy', 'edition'].map((path) => ({ path, keys: [path], holds: { kind: 'text' as const } }))
  const columns = programs.flatMap((program) =>
    layoutOf(program).output.map(({ name, holds }) => ({ path: name, keys: name.split('.'), holds })),
  )
  return byPath([...about, ...columns])
}

export function isMoney({ holds }: Pick<OutputColumn, 'holds'>): boolean {
  return holds.kind === 'number' && holds.of === 'money'
}

function byPath<Column extends { readonly path: string }>(columns: readonly Column[]): readonly Column[] {
  return [...new Map(columns.map((column) => [column.path, column])).values()]
}
