import type { Field, ListField, Program } from '../program/program.ts'
import type { Type } from '../program/type.ts'

/**
 * A column of the input: a field, or a list as a whole, by its dotted path. `alternative`: the key of the case that is
 * left out where all columns under it are empty, since a case has that or another.
 */
export interface InputColumn {
  readonly path: string
  readonly keys: readonly string[]
  readonly of: Field | ListField
  readonly alternative: string | null
}

export interface OutputColumn {
  readonly path: string
  readonly keys: readonly string[]
  readonly kind: OutputKind
}

/** What a column holds that is not absent; `yearMonth` is a date that is written as a month. */
export type OutputKind = Exclude<Type['kind'], 'optional' | 'list' | 'schedule' | 'unknown'> | 'yearMonth'

/** The columns of a decision, whatever the edition; first fields, then lists. */
export function inputColumns(programs: readonly Program[]): readonly InputColumn[] {
  const columns = programs.flatMap(({ input }) => {
    const alternatives = new Set(input.eitherOf.flat())
    return [...input.fields, ...input.lists].map((of) => {
      const keys = of.path.split('.')
      const [first = ''] = keys
      return { path: of.path, keys, of, alternative: alternatives.has(first) ? first : null }
    })
  })
  return byPath(columns)
}

/** What comes out: policy and edition, then the outputs of the decision, whatever the edition. */
export function outputColumns(programs: readonly Program[]): readonly OutputColumn[] {
  const about = ['policy', 'edition'].map((path) => ({ path, keys: [path], kind: 'text' as const }))
  const columns = programs.flatMap(({ output }) =>
    output.map(({ path, type, asMonth }) => {
      const kind = asMonth ? 'yearMonth' : kindOf(type)
      return { path, keys: path.split('.'), kind }
    }),
  )
  return byPath([...about, ...columns])
}

function kindOf(type: Type): OutputKind {
  switch (type.kind) {
    case 'optional':
      return kindOf(type.of)
    case 'list':
    case 'schedule':
    case 'unknown':
      throw new Error(`a ${type.kind} can't come out`)
    case 'money':
    case 'rate':
    case 'points':
    case 'number':
    case 'months':
    case 'days':
    case 'age':
    case 'date':
    case 'region':
    case 'boolean':
    case 'text':
    case 'texts':
    case 'choice':
      return type.kind
  }
}

function byPath<Column extends { readonly path: string }>(columns: readonly Column[]): readonly Column[] {
  return [...new Map(columns.map((column) => [column.path, column])).values()]
}
