import { fraction, ofInteger } from '../../runtime/rational.ts'
import { Reader } from '../../runtime/reader.ts'
import { elementPath, keyPath } from '../../runtime/path.ts'
import type { Choices, Field, FieldType, ListField, Program } from '../program/program.ts'
import type { InputValues, Value } from './evaluation.ts'
import { ProgramError } from './program-error.ts'
import { absent, boolean, exact } from './value.ts'

/** Reads the input as the program's schema says. Throws a CaseError with everything that is wrong with it. */
export function readInput({ input: schema, choices }: Program, input: unknown): InputValues {
  const reading: Reading = { reader: new Reader(), choices, fields: new Map(), lists: new Map(), given: new Set() }
  readRecord(reading, shapeOf([...schema.fields, ...schema.lists]), input, '', schema.eitherOf)
  reading.reader.finish()
  return reading
}

interface Reading {
  readonly reader: Reader
  readonly choices: readonly Choices[]
  readonly fields: Map<string, Value>
  readonly lists: Map<string, readonly ReadonlyMap<string, Value>[]>
  readonly given: Set<string>
}

// The nested form of the dotted paths: a key leads to a field, a list, or a record of more keys.
type Shape = Map<string, Field | ListField | Shape>

function shapeOf(members: readonly (Field | ListField)[]): Shape {
  const root: Shape = new Map()
  for (const member of members) {
    const keys = member.path.split('.')
    const last = keys.pop() ?? ''
    keys.reduce(recordIn, root).set(last, member)
  }
  return root
}

function recordIn(shape: Shape, key: string): Shape {
  const inner = shape.get(key) ?? new Map()
  if (!(inner instanceof Map)) throw new ProgramError(`${key} is both a field and a record of the input`)
  shape.set(key, inner)
  return inner
}

// `path` is where the record stands in the input; in an element of a list, `fields` are known by their key alone.
function readRecord(
  reading: Reading,
  shape: Shape,
  value: unknown,
  path: string,
  eitherOf: Program['input']['eitherOf'] = [],
): void {
  const record = reading.reader.record(value, path, [...shape.keys()], eitherOf)
  const alternatives = new Set(eitherOf.flat())
  for (const [key, member] of shape) {
    const memberPath = keyPath(path, key)
    const isGiven = !alternatives.has(key) || reading.reader.has(record, key)
    if (isGiven && alternatives.has(key)) reading.given.add(key)
    if (member instanceof Map) {
      // By proof, no field of a record that is not there is used.
      if (isGiven) readRecord(reading, member, record[key], memberPath)
    } else if ('fields' in member) reading.lists.set(member.path, readList(reading, member, record[key], memberPath))
    else reading.fields.set(member.path, readField(reading, member.type, record[key], memberPath))
  }
}

function readList(
  reading: Reading,
  list: ListField,
  value: unknown,
  path: string,
): readonly ReadonlyMap<string, Value>[] {
  const shape = shapeOf(list.fields)
  return Array.from(reading.reader.list(value, path), (element, index) => {
    const fields = new Map<string, Value>()
    readRecord({ ...reading, fields }, shape, element, elementPath(path, index))
    return fields
  })
}

function readField({ reader, choices }: Reading, type: FieldType, value: unknown, path: string): Value {
  if (type.optional && value === null) return absent
  switch (type.kind) {
    case 'money':
      return exact(fraction(reader.money(value, path), 100n))
    case 'rate':
      return exact(reader.rate(value, path))
    case 'number':
      return exact(reader.number(value, path))
    case 'months':
      return exact(ofInteger(reader.months(value, path)))
    case 'date':
      return { kind: 'date', day: reader.date(value, path) }
    case 'yearMonth':
      return { kind: 'date', day: reader.yearMonth(value, path) }
    case 'boolean':
      return boolean(reader.boolean(value, path))
    case 'region':
      return { kind: 'region', code: reader.region(value, path) }
    case 'text':
      return { kind: 'text', text: reader.text(value, path) }
    case 'texts':
      throw new ProgramError(`${path} is to come in, and texts only come out`)
    case 'choice': {
      const members = choices.find(({ id }) => id === type.choices)?.members
      if (!members) throw new ProgramError(`there are no choices ${type.choices}`)
      return {
        kind: 'member',
        member: reader.choice(
          value,
          path,
          members.map(({ id }) => id),
        ),
      }
    }
  }
}
