import { MOST_MONTHS } from '../../runtime/reader.ts'
import type { Field, FieldType } from '../program/program.ts'
import type { Stored } from './dialect.ts'
import { sql, type Sql } from './sql.ts'
import { plain, type Value } from './value.ts'
import { column, givenColumn, type Writer } from './writer.ts'

/** What a field of the input is in the table of bills: amounts in fen, rates and numbers in millionths. */
export function storedAs({ kind }: FieldType): Stored {
  switch (kind) {
    case 'money':
    case 'number':
      return 'big'
    case 'rate':
    case 'months':
      return 'int'
    case 'date':
    case 'yearMonth':
      return 'date'
    case 'boolean':
    case 'texts':
      return kind
    case 'region':
    case 'text':
    case 'choice':
      return 'text'
  }
}

/** The value of a field of the input. */
export function inputValue(path: string, writer: Writer): Value {
  const field = writer.program.input.fields.find((each) => each.path === path)
  if (!field) throw new Error(`bug in the compiler: the input has no field ${path}`)
  return fieldValue(field, givenColumn(writer, path), writer)
}

/** The value of a field of the element of a list in hand. */
export function elementValue(list: string, path: string, writer: Writer): Value {
  const fields = writer.program.input.lists.find((each) => each.path === list)?.fields
  const field = fields?.find((each) => each.path === path)
  if (!field) throw new Error(`bug in the compiler: there is no list ${list} with a field ${path}`)
  const { element } = writer.steps.names(list)
  const text = writer.dialect.field(element.text, path, storedAs(field.type))
  return fieldValue(field, { ...sql`${element}`, text, isName: true }, writer)
}

function fieldValue({ type }: Field, text: Sql, writer: Writer): Value {
  const { limits } = writer
  const number = (least: bigint, most: bigint, over: bigint): Value => ({
    kind: 'number',
    number: { count: column(writer, text, least, most, storedAs(type) === 'big' ? 'big' : 'int'), over },
  })
  switch (type.kind) {
    case 'money':
      return number(0n, limits.fen, 100n)
    case 'rate':
      return number(0n, 1_000_000n, 1_000_000n)
    case 'number':
      return number(-limits.millionths, limits.millionths, 1_000_000n)
    case 'months':
      return number(0n, BigInt(MOST_MONTHS), 1n)
    case 'date':
    case 'yearMonth':
      return plain('date', text)
    case 'boolean':
    case 'texts':
      return plain(type.kind, text)
    case 'region':
    case 'text':
    case 'choice':
      return plain('text', text)
  }
}
