import type { CountedKind, InputForm } from './input-form.ts'
import { keyPath } from './path.ts'
import { Reader } from './reader.ts'

/** The input of a decision, as data: the keys of each record in their order, and what stands under them. */
export type Schema = readonly (readonly [key: string, member: Member])[]

/** A value (with ? if it may be null), the members of a choice (and null if it may be that), a record, or a list. */
type Member =
  `${ValueKind}${'' | '?'}` | readonly (string | null)[] | { readonly record: Schema } | { readonly each: Schema }

type ValueKind = CountedKind | 'months' | 'boolean' | 'region' | 'text'

/** Of two keys a case has one; `has` says of the second whether it is that. */
type Either = readonly [first: string, second: string, has: string]

/** What the quick reading of a compiled policy reads, and if that is nothing, why: a CaseError with all that is wrong. */
export function readBySchema(schema: Schema, eitherOf: readonly Either[], input: unknown, form: InputForm): unknown {
  const reader = new Reader()
  const keys = schema.map(([key]) => key)
  const pairs = eitherOf.map(([first, second]) => [first, second] as const)
  const record = reader.record(input, '', keys, pairs)
  const members = readMembers(reader, schema, record, '', form)
  reader.finish()
  return { ...members, ...Object.fromEntries(eitherOf.map(([, key, has]) => [has, reader.has(record, key)])) }
}

function readMembers(
  reader: Reader,
  schema: Schema,
  record: Readonly<Record<string, unknown>>,
  path: string,
  form: InputForm,
): Record<string, unknown> {
  return Object.fromEntries(
    schema.map(([key, member]) => [key, readMember(reader, member, record[key], keyPath(path, key), form)]),
  )
}

function readMember(reader: Reader, member: Member, value: unknown, path: string, form: InputForm): unknown {
  const readRecord = (schema: Schema, each: unknown, at: string): unknown => {
    const record = reader.record(
      each,
      at,
      schema.map(([key]) => key),
    )
    return readMembers(reader, schema, record, at, form)
  }
  if (typeof member === 'string') {
    const isOptional = member.endsWith('?')
    if (isOptional && value === null) return null
    return readValue(reader, (isOptional ? member.slice(0, -1) : member) as ValueKind, value, path, form)
  }
  if ('record' in member) return readRecord(member.record, value, path)
  if ('each' in member) return reader.each(value, path, (each, at) => readRecord(member.each, each, at))
  if (value === null && member.includes(null)) return null
  return reader.choice(
    value,
    path,
    member.filter((each) => each !== null),
  )
}

function readValue(reader: Reader, kind: ValueKind, value: unknown, path: string, form: InputForm): unknown {
  switch (kind) {
    case 'months':
    case 'boolean':
    case 'region':
    case 'text':
      return reader[kind](value, path)
    case 'money':
    case 'rate':
    case 'number':
    case 'date':
    case 'yearMonth':
      return form.carefully(reader, kind, value, path)
  }
}
