import { elementKey } from '../../compiler/check/field-type.ts'
import { inputKey } from '../../compiler/bind/vocabulary.ts'
import type { BoundField, BoundPolicy, BoundRecord } from '../../compiler/bind/bound.ts'
import type { JsonRecord, JsonValue } from '../../compiler/examples/example-case.ts'
import type { EditionInfo, FieldType, Member, Program } from '../../compiler/program/program.ts'

/** What a person can be asked about a case: the inputs of a decision, in the order in which it declares them. */
export interface Form {
  readonly policy: Named
  readonly decision: Named
  readonly sections: readonly FormSection[]
  readonly outputs: readonly FormSection[]
  /** Those that the vocabulary names; other codes of six digits are as good. */
  readonly regions: readonly { readonly code: string; readonly id: string; readonly label: string }[]
  readonly editions: readonly EditionInfo[]
  /** Bills that are at hand, those of files first. */
  readonly cases: readonly ReadyCase[]
  /** Sensible first values: a bill at hand that the edition is in force for, else the least values that are legal. */
  readonly first: JsonRecord
}

export interface Named {
  readonly id: string
  readonly label: string
}

/** A record, or a list of records. */
export interface FormSection extends Named {
  /** The key of the list in the case, or that of the record. */
  readonly key: string
  readonly isList: boolean
  readonly fields: readonly FormField[]
  /** The section of which a case has one or the other, by its key. */
  readonly insteadOf: string | null
  /** A new element of the list: the least values that are legal. */
  readonly blank: JsonRecord
}

export interface FormField extends Named {
  /** The path in the case, with dots; in a list, in its element. */
  readonly path: string
  readonly type: FieldType
  /** Of a choice. */
  readonly members: readonly Member[]
}

export interface ReadyCase {
  readonly label: string
  /** The edition that is in force on its date; null where there is none. */
  readonly edition: string | null
  readonly input: JsonRecord
}

/** The form of a decision. `editions` are the programs, none of a policy with errors. */
export function formOf(
  policy: BoundPolicy,
  editions: readonly Program[],
  cases: readonly ReadyCase[],
  edition: string | null,
): Form {
  const { decision, vocabulary } = policy
  const dates = editions.find((program) => program.edition.name === edition)?.edition ?? editions[0]?.edition
  const instead = new Map(
    decision.eitherOf.flatMap(([one, other]) => [[one, inputKey(other)] as const, [other, inputKey(one)] as const]),
  )
  const sectionOf = (record: BoundRecord): FormSection => {
    const fields = record.fields.map((field) => fieldOf(field, record, policy))
    return {
      id: record.id,
      label: record.label,
      key: inputKey(record),
      isList: record.isList,
      fields,
      insteadOf: instead.get(record) ?? null,
      blank: leastOf(fields, policy, dates),
    }
  }
  const sections = decision.inputs.map(sectionOf)
  return {
    policy: { id: policy.id, label: policy.label },
    decision: { id: decision.id, label: decision.label },
    sections,
    outputs: decision.outputs.map(sectionOf),
    regions: vocabulary.regions.map(({ code, id, label }) => ({ code: code.padEnd(6, '0'), id, label })),
    editions: editions.map((program) => program.edition),
    cases,
    first: (cases.find((each) => each.edition === edition) ?? cases[0])?.input ?? leastCase(sections),
  }
}

function fieldOf({ id, label, type }: BoundField, { isList }: BoundRecord, { vocabulary }: BoundPolicy): FormField {
  const members = type.kind === 'choice' ? vocabulary.choices.find((each) => each.id === type.choices)?.members : []
  return { id, label, path: isList ? elementKey({ id }) : id, type, members: members ?? [] }
}

/** A case in which every list is empty, and of two inputs only the first is there. */
function leastCase(sections: readonly FormSection[]): JsonRecord {
  const taken = new Set<string>()
  const parts = sections.flatMap(({ key, isList, blank, insteadOf }): JsonRecord[] => {
    if (insteadOf !== null && taken.has(insteadOf)) return []
    taken.add(key)
    return [isList ? { [key]: [] } : blank]
  })
  return parts.reduce(merge, {})
}

function leastOf(fields: readonly FormField[], policy: BoundPolicy, edition: EditionInfo | undefined): JsonRecord {
  return fields
    .map(({ path, type, members }) => nested(path, leastValue(type, members, policy, edition)))
    .reduce(merge, {})
}

function leastValue(
  type: FieldType,
  members: readonly Member[],
  { vocabulary }: BoundPolicy,
  edition: EditionInfo | undefined,
): JsonValue {
  if (type.optional) return null
  const day = edition?.from ?? edition?.until ?? '2023-01-01'
  switch (type.kind) {
    case 'money':
      return '0.00'
    case 'rate':
      return '0'
    case 'number':
    case 'months':
      return 0
    case 'date':
      return day
    case 'yearMonth':
      return day.slice(0, 7)
    case 'boolean':
      return false
    case 'region':
      return (vocabulary.regions[0]?.code ?? '11').padEnd(6, '0')
    case 'text':
      return ''
    case 'texts':
      return []
    case 'choice':
      return members[0]?.id ?? ''
  }
}

function nested(path: string, value: JsonValue): JsonRecord {
  return path.split('.').reduceRight<JsonValue>((inner, key) => ({ [key]: inner }), value) as JsonRecord
}

function merge(into: JsonRecord, more: JsonRecord): JsonRecord {
  const merged: Record<string, JsonValue> = { ...into }
  for (const [key, value] of Object.entries(more)) {
    const there = merged[key]
    merged[key] = isRecord(there) && isRecord(value) ? merge(there, value) : value
  }
  return merged
}

function isRecord(value: JsonValue | undefined): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
