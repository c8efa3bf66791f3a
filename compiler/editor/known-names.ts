import { fieldType } from '../check/field-type.ts'
import type { Meaning } from '../check/symbols.ts'
import type { TypedEdition } from '../check/typed.ts'
import type { Type } from '../program/type.ts'
import type { Analysis } from './workspace.ts'

/** A name that rules can use, with what is known of it. */
export interface KnownName {
  readonly kind: 'input' | 'element' | 'list' | 'region' | 'term' | 'share' | 'output'
  readonly label: string
  readonly id: string
  readonly type: Type
  /** The list of whose elements it is an attribute. */
  readonly over: string | null
}

const unknown: Type = { kind: 'unknown' }
const known = new WeakMap<Analysis['editions'], ReadonlyMap<string, KnownName>>()

/** All that the editions of a group know, by label and by identifier; outputs that nothing states yet too. */
export function knownNames({ editions, policies }: Analysis): ReadonlyMap<string, KnownName> {
  const found = known.get(editions) ?? collect(editions, policies)
  known.set(editions, found)
  return found
}

function collect(editions: readonly TypedEdition[], policies: Analysis['policies']): ReadonlyMap<string, KnownName> {
  const names = new Map<string, KnownName>()
  for (const edition of editions) {
    const types = new Map(edition.terms.map(({ defined, type }) => [defined, type]))
    const pairs = new Map(edition.policy.names.map(({ label, id }) => [label, id]))
    for (const [text, meaning] of edition.symbols.meanings) {
      const name = nameOf(meaning, types, pairs)
      const before = names.get(text)
      if (!before || (before.type.kind === 'unknown' && name.type.kind !== 'unknown')) names.set(text, name)
    }
  }
  for (const { decision } of policies)
    for (const { label, id, type } of decision.outputs.flatMap(({ fields }) => fields))
      for (const text of [label, id])
        if (!names.has(text)) names.set(text, { kind: 'output', label, id, type: fieldType(type), over: null })
  return names
}

function nameOf(meaning: Meaning, types: ReadonlyMap<object, Type>, pairs: ReadonlyMap<string, string>): KnownName {
  switch (meaning.kind) {
    case 'region':
      return {
        kind: 'region',
        label: meaning.region.label,
        id: meaning.region.id,
        type: { kind: 'region' },
        over: null,
      }
    case 'list':
      return { kind: 'list', label: meaning.list.label, id: meaning.list.id, type: unknown, over: null }
    case 'input': {
      const { label, id, type } = meaning.field
      return { kind: 'input', label, id, type: fieldType(type), over: null }
    }
    case 'field': {
      const { label, id, type } = meaning.field
      return { kind: 'element', label, id, type: fieldType(type), over: meaning.list.id }
    }
    case 'share':
    case 'term': {
      const { kind, label, output, over } = meaning
      const id = output?.id ?? pairs.get(label) ?? meaning.written
      const type: Type = kind === 'share' ? { kind: 'money', decimals: 2 } : (types.get(meaning) ?? unknown)
      return { kind, label, id, type, over }
    }
  }
}
