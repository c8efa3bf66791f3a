import type { FieldFact, Facts } from './facts.ts'
import { readDay } from './calendar.ts'
import * as fraction from './fraction.ts'
import { number, PolicyFault, truth, type NumberUnit, type Value } from './value.ts'

/** A valid input, as values: by identifier of the field; of lists, for each element by identifier. */
export interface Case {
  /** The keys of the input, where a case may have one or the other. */
  readonly given: ReadonlySet<string>
  readonly fields: ReadonlyMap<string, Value>
  readonly lists: ReadonlyMap<string, readonly ReadonlyMap<string, Value>[]>
}

export function readCase(facts: Facts, input: unknown): Case {
  const fields = new Map<string, Value>()
  const lists = new Map<string, ReadonlyMap<string, Value>[]>()
  const given = new Set([...facts.keys.values()].filter((key) => Object.hasOwn(input as object, key)))
  const isLacking = (key: string): boolean => [...facts.keys.values()].includes(key) && !given.has(key)
  const all = new Set([...facts.inputs.values()].filter(({ id, list }) => !isLacking(list ?? id.split('.')[0] ?? '')))
  for (const field of all) {
    if (field.list === null) fields.set(field.id, readValue(facts, field, at(input, field.id.split('.'))))
  }
  for (const list of new Set(facts.lists.values())) {
    if (isLacking(list)) continue
    const own = [...all].filter((field) => field.list === list)
    // In an element a field goes by what follows the first dot of its identifier.
    const read = (element: unknown): ReadonlyMap<string, Value> =>
      new Map(own.map((field) => [field.id, readValue(facts, field, at(element, field.id.split('.').slice(1)))]))
    lists.set(list, (at(input, [list]) as unknown[]).map(read))
  }
  return { given, fields, lists }
}

function at(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce((inner, key) => (inner as Record<string, unknown>)[key], value)
}

const words: Readonly<Record<string, string>> = {
  金额: 'money',
  比例: 'rate',
  数值: 'number',
  月数: 'months',
  monthCount: 'months',
  日期: 'date',
  年月: 'yearMonth',
  是否: 'boolean',
  行政区划: 'region',
  编码: 'text',
  code: 'text',
}

/** money, rate, number, months, date, boolean, region, text, yearMonth; the word itself for a choice. */
export const typeWord = ({ type }: FieldFact): string => words[type] ?? type

function readValue(facts: Facts, field: FieldFact, value: unknown): Value {
  if (value === null) return { kind: 'absent' }
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const type = typeWord(field)
  switch (type) {
    case 'money':
    case 'rate':
    case 'number':
    case 'months':
      return number(type satisfies NumberUnit, fraction.read(text))
    case 'date':
      return { kind: 'day', is: readDay(text) }
    case 'yearMonth':
      return { kind: 'day', is: readDay(`${text}-01`) }
    case 'boolean':
      return truth(value === true)
    case 'region':
      return { kind: 'place', is: text }
    case 'text':
      return { kind: 'text', is: text }
  }
  if (!facts.choices.has(type)) throw new PolicyFault(`${type} is no type`)
  return { kind: 'member', of: type, is: text }
}
