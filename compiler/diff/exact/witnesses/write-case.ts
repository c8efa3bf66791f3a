import { formatDate, formatMonth } from '../../../../runtime/date.ts'
import { toDecimal, toText } from '../../../../runtime/rational.ts'
import type { Value } from '../../../interpret/evaluation.ts'
import type { Field, Program } from '../../../program/program.ts'

/** All of a case but its amounts. */
export interface Finite {
  readonly fields: ReadonlyMap<string, Value>
  readonly lists: ReadonlyMap<string, readonly ReadonlyMap<string, Value>[]>
  readonly given: ReadonlySet<string>
}

/**
 * By what cases with the same amounts are put in order: choices as they are declared, how many elements there are,
 * places, dates.
 */
export function rankOf({ input, choices }: Program, { fields, lists, given }: Finite): string {
  const options = input.fields.map(({ path, type }) => {
    const value = fields.get(path)
    if (value?.kind === 'boolean') return value.is ? 1 : 0
    if (value?.kind !== 'member' || type.kind !== 'choice') return 0
    const members = choices.find(({ id }) => id === type.choices)?.members ?? []
    return members.findIndex(({ id }) => id === value.member)
  })
  const alternatives = input.eitherOf.map(([first]) => (given.has(first) ? 0 : 1))
  const counts = input.lists.map(({ path }) => lists.get(path)?.length ?? 0)
  const codes = input.fields.map(({ path, type }) => {
    const value = fields.get(path)
    return value ? written(value, type.kind) : null
  })
  const numbers = [...alternatives, ...options, ...counts].map((each) => String(each).padStart(3, '0'))
  return [...numbers, JSON.stringify([codes, input.lists.map(({ path }) => lists.get(path)?.length)])].join(' ')
}

/** A case as JSON: what is known of it, and the amounts by path, as texts. */
export function writeInput(
  program: Program,
  { fields, lists, given }: Finite,
  amounts: ReadonlyMap<string, unknown>,
): unknown {
  const root: Record<string, unknown> = {}
  const alternatives = new Set(program.input.eitherOf.flat())
  const isThere = (path: string): boolean => {
    const key = path.split('.')[0]!
    return !alternatives.has(key) || given.has(key)
  }
  const place = (path: string, value: unknown): void => {
    const keys = path.split('.')
    const last = keys.pop()!
    let record = root
    for (const key of keys) record = (record[key] ??= {}) as Record<string, unknown>
    record[last] = value
  }
  for (const { path, type } of program.input.fields) {
    if (!isThere(path)) continue
    const value = fields.get(path) ?? { kind: 'absent' }
    place(path, value.kind === 'exact' ? amounts.get(path) : written(value, type.kind))
  }
  for (const { path, fields: inner } of program.input.lists) {
    if (!isThere(path)) continue
    place(
      path,
      (lists.get(path) ?? []).map((element) =>
        Object.fromEntries(
          inner.map((field) => [field.path, written(element.get(field.path) ?? { kind: 'absent' }, field.type.kind)]),
        ),
      ),
    )
  }
  return root
}

function written(value: Value, type: Field['type']['kind']): unknown {
  switch (value.kind) {
    case 'exact':
      if (type === 'money') return toDecimal(value.exact, 2)
      return type === 'months' ? Number(value.exact.n / value.exact.d) : toText(value.exact)
    case 'date':
      return type === 'yearMonth' ? formatMonth(value.day) : formatDate(value.day)
    case 'region':
      return value.code
    case 'boolean':
      return value.is
    case 'member':
      return value.member
    case 'text':
      return value.text
    case 'absent':
    case 'texts':
    case 'schedule':
    case 'unstated':
      return null
  }
}
