import type { Field, FieldType, Program } from '../program/program.ts'
import { storedAs } from './given.ts'
import type { Dialect } from './dialect.ts'
import { billColumns } from './tables.ts'

/** A table of bills from inputs that the reader at the door takes, as SQL; rows are numbered from 0. */
export function billsTable(program: Program, dialect: Dialect, inputs: readonly unknown[]): readonly string[] {
  const columns = billColumns(program, dialect)
  const declared = columns.map(({ name, type }) => `${dialect.identifier(name)} ${type}`).join(', ')
  const rows = inputs.map((input, row) => `(${cellsOf(program, dialect, input, row).join(', ')})`)
  if (dialect.name === 'spark') {
    const names = columns.map(({ name }) => dialect.identifier(name)).join(', ')
    const typed = columns.map(
      ({ name, type }) => `CAST(${dialect.identifier(name)} AS ${type}) AS ${dialect.identifier(name)}`,
    )
    return [
      `CREATE OR REPLACE TEMPORARY VIEW bills AS SELECT ${typed.join(', ')} FROM (VALUES ${rows.join(', ')}) AS given(${names})`,
    ]
  }
  const chunks = Array.from({ length: Math.ceil(rows.length / 500) }, (_, index) =>
    rows.slice(index * 500, index * 500 + 500),
  )
  return [
    'DROP TABLE IF EXISTS bills',
    `CREATE TABLE bills (${declared})`,
    ...chunks.map((chunk) => `INSERT INTO bills VALUES ${chunk.join(',\n')}`),
  ]
}

function cellsOf({ input }: Program, dialect: Dialect, value: unknown, row: number): readonly string[] {
  const at = (path: string): unknown =>
    path.split('.').reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value)
  return [
    String(row),
    ...input.eitherOf.map((keys) => dialect.text(keys.find((key) => at(key) !== undefined) ?? '')),
    ...input.fields.map(({ path, type }) => cell(at(path), type, dialect)),
    ...input.lists.map(({ path, fields }) => list(at(path), fields, dialect)),
  ]
}

function list(value: unknown, fields: readonly Field[], dialect: Dialect): string {
  if (!Array.isArray(value)) return 'NULL'
  const declared = fields.map(({ path, type }) => ({ name: path, type: storedAs(type) }))
  const elements = value.map((element: Record<string, unknown>) =>
    fields.map(({ path, type }) => cell(element[path], type, dialect)),
  )
  return dialect.list(declared, elements)
}

function cell(value: unknown, type: FieldType, dialect: Dialect): string {
  const plain = counted(value, type)
  if (plain === null || plain === undefined) return 'NULL'
  if (type.kind === 'date' || type.kind === 'yearMonth') return dialect.date(textOf(plain))
  return typeof plain === 'string' ? dialect.text(plain) : textOf(plain)
}

/** Amounts in fen, rates and numbers in millionths, months as their first day. */
function counted(value: unknown, { kind }: FieldType): unknown {
  if (value === null || value === undefined) return value
  if (kind === 'money') return decimals(textOf(value), 2)
  if (kind === 'rate' || kind === 'number') return decimals(textOf(value), 6)
  return kind === 'yearMonth' ? `${textOf(value)}-01` : value
}

function decimals(text: string, places: number): bigint {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  return BigInt(`${sign}${whole}${fraction.padEnd(places, '0')}`)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** A number, a truth value or a text as text. */
export function textOf(value: unknown): string {
  return typeof value === 'bigint' ? String(value) : typeof value === 'string' ? value : JSON.stringify(value)
}
