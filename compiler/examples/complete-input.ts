import type { BoundField, BoundPolicy, BoundRecord } from '../bind/bound.ts'
import type { Given, JsonRecord, JsonValue } from './example-case.ts'

/** The input as JSON: what is given, empty lists, and zero for the figures that also come out. */
export function completeInput({ decision }: BoundPolicy, given: Given): JsonRecord {
  const outputs = new Set(decision.outputs.flatMap((record) => record.fields).map(({ id }) => id))
  const input: Nested = {}
  for (const record of decision.inputs) {
    const pair = decision.eitherOf.find((each) => each.includes(record))
    if (pair && !says(given, record)) continue
    if (record.isList) {
      place(input, record.id, given.lists.get(record.id) ?? [])
      continue
    }
    for (const field of record.fields) {
      const value = given.fields.has(field.id) ? given.fields.get(field.id) : defaultOf(field, outputs.has(field.id))
      if (value !== undefined) place(input, field.id, value)
    }
  }
  return input
}

/** Does what is given speak of a record? */
export function says({ fields, lists }: Given, record: BoundRecord): boolean {
  return record.isList ? lists.has(record.id) : record.fields.some(({ id }) => fields.has(id))
}

function defaultOf({ type }: BoundField, isAlsoOutput: boolean): JsonValue | undefined {
  if (type.optional) return null
  if (!isAlsoOutput) return undefined
  switch (type.kind) {
    case 'money':
      return '0.00'
    case 'rate':
    case 'number':
    case 'months':
      return 0
    case 'date':
    case 'yearMonth':
    case 'boolean':
    case 'region':
    case 'text':
    case 'texts':
    case 'choice':
      return undefined
  }
}

interface Nested {
  [key: string]: JsonValue | Nested
}

function place(root: Nested, path: string, value: JsonValue): void {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let record = root
  for (const key of keys) {
    const inner = Object.hasOwn(record, key) ? record[key] : undefined
    const next: Nested = isRecord(inner) ? inner : {}
    setOwn(record, key, next)
    record = next
  }
  setOwn(record, last, value)
}

// Also where the key is __proto__.
function setOwn(record: Nested, key: string, value: JsonValue | Nested): void {
  Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true })
}

function isRecord(value: JsonValue | Nested | undefined): value is Nested {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
