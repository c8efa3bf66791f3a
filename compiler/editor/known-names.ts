import { fieldType } from '../check/field-type.ts'
import type { Meaning } from '../check/symbols.ts'
import type { TypedEdition } from '../check/typed.ts'
import type { Expression, Rule, Unit } from '../../grammar/tree.ts'
import type { Type } from '../program/type.ts'
import { onlyIn } from './declared.ts'
import type { Analysis } from './workspace.ts'
import { once } from '../once.ts'

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
  return once(known, editions, () => collect(editions, policies))
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
      const typed: Type = kind === 'share' ? { kind: 'money', decimals: 2 } : (types.get(meaning) ?? unknown)
      const type = typed.kind === 'unknown' ? guess(meaning.rules.map(({ rule }) => rule)) : typed
      return { kind, label, id, type, over }
    }
  }
}

const guess = (rules: readonly Rule[]): Type => rules.flatMap((rule) => guessFrom(rule) ?? [])[0] ?? unknown

/** While a rule is being written, the first unit that it says tells its type. */
function guessFrom(rule: Rule): Type | null {
  if (rule.kind === 'define') return literalType(rule.value.value)
  if (rule.kind !== 'table' && rule.kind !== 'bands') return null
  const before = rule.kind === 'table' ? rule.by.length : 1
  const values = rule.grid.body.flatMap(({ cells }) => cells.slice(before))
  return values.flatMap((cell) => literalType(onlyIn(cell)) ?? [])[0] ?? null
}

function literalType(expression: Expression | null): Type | null {
  if (expression?.kind === 'quantity') return unitTypes[expression.unit]
  return expression?.kind === 'date' ? { kind: 'date', openEnded: false } : null
}

/** What a quantity with a unit is. */
export const unitTypes: Readonly<Record<Unit, Type>> = {
  yuan: { kind: 'money', decimals: 2 },
  wanYuan: { kind: 'money', decimals: 2 },
  yiYuan: { kind: 'money', decimals: 2 },
  percent: { kind: 'rate', decimals: 6 },
  points: { kind: 'points', decimals: 6 },
  years: { kind: 'months', decimals: 0 },
  yearsOld: { kind: 'age' },
  months: { kind: 'months', decimals: 0 },
  days: { kind: 'days' },
}
