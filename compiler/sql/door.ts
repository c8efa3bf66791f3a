import { FIRST_YEAR, LAST_YEAR } from '../../runtime/date.ts'
import { MOST_FEN } from '../../runtime/money-input.ts'
import { MILLIONTHS } from '../../runtime/rate-input.ts'
import { LONGEST_LIST, MOST_MONTHS } from '../../runtime/reader.ts'
import type { Field, FieldType } from '../program/program.ts'
import { storedAs } from './given.ts'
import { reasonText } from './refusal.ts'
import type { Writer } from './writer.ts'
import { alternativeOf } from './tables.ts'

/** Whether the door takes the date, though it lies in no edition in force, as for a replay. */
export interface DoorOptions {
  readonly isReplay: boolean
}

/**
 * What the reader at the door would say of a row, in its order, as rows of a CASE; then what lies beyond the limits of
 * the query; then the edition. `names` are those of the list in hand.
 */
export function doorRows(writer: Writer, { isReplay }: DoorOptions): readonly string[] {
  const { program, dialect, limits, steps } = writer
  const { input, edition } = program
  const rows = [...pairRows(writer)]
  const beyond: string[] = []
  for (const field of input.fields) {
    const column = dialect.identifier(field.path)
    const given = alternativeOf(field.path, program)
    const isThere = given && `${dialect.identifier(given.name)} = ${dialect.text(given.key)} AND `
    const faults = faultsOf(field, column, field.path, writer)
    for (const { condition, reason } of faults.door) rows.push(row(`${isThere ?? ''}${condition}`, reason, writer))
    for (const { condition, reason } of faults.limit) beyond.push(row(`${isThere ?? ''}${condition}`, reason, writer))
  }
  for (const { path, fields } of input.lists) {
    const column = dialect.identifier(path)
    const given = alternativeOf(path, program)
    const isThere = given ? `${dialect.identifier(given.name)} = ${dialect.text(given.key)} AND ` : ''
    const length = dialect.length(column)
    rows.push(row(`${isThere}${column} IS NULL`, reasonText('missing', path), writer))
    rows.push(row(`${length} > ${LONGEST_LIST}`, reasonText('list-too-long', path), writer))
    if (limits.elements < LONGEST_LIST) {
      beyond.push(row(`${length} > ${limits.elements}`, reasonText('limit', path), writer))
    }
    const { element, index } = steps.names(path)
    for (const field of fields) {
      const cell = dialect.field(element.text, field.path, storedAs(field.type))
      const faults = faultsOf(field, cell, `${path}.${field.path}`, writer)
      const inSome = (condition: string): string =>
        dialect.has(
          dialect.map(column, { element: element.text, index: index.text }, `coalesce(${condition}, FALSE)`),
          'TRUE',
        )
      for (const { condition, reason } of faults.door) rows.push(row(inSome(condition), reason, writer))
      for (const { condition, reason } of faults.limit) beyond.push(row(inSome(condition), reason, writer))
    }
  }
  const date = dialect.identifier(edition.selectedBy)
  const bounds = [
    ...(edition.from === null ? [] : [`${date} < ${dialect.date(edition.from)}`]),
    ...(edition.until === null ? [] : [`${date} > ${dialect.date(edition.until)}`]),
  ]
  const missing = row(`${date} IS NULL`, reasonText('missing', edition.selectedBy), writer)
  const outside = row(bounds.join(' OR '), reasonText('outside-edition', edition.selectedBy), writer)
  return [...rows, ...beyond, ...(isReplay ? [] : [missing, ...(bounds.length > 0 ? [outside] : [])])]
}

function pairRows(writer: Writer): readonly string[] {
  const { program, dialect } = writer
  return program.input.eitherOf.map((keys) => {
    const column = dialect.identifier(keys.join('|'))
    const texts = keys.map((key) => dialect.text(key)).join(', ')
    return row(`${column} IS NULL OR ${column} NOT IN (${texts})`, reasonText('not-one-of', keys[0]), writer)
  })
}

interface Fault {
  readonly condition: string
  readonly reason: string
}

function faultsOf(
  { type }: Field,
  cell: string,
  path: string,
  writer: Writer,
): { readonly door: readonly Fault[]; readonly limit: readonly Fault[] } {
  const { limits } = writer
  const missing = type.optional ? [] : [{ condition: `${cell} IS NULL`, reason: reasonText('missing', path) }]
  const limit = (most: bigint): Fault => ({
    condition: `(${cell} > ${most} OR ${cell} < ${-most})`,
    reason: reasonText('limit', path),
  })
  const wrong = wrongIf(type, cell, writer)
  const door = [...missing, ...(wrong ? [{ condition: wrong.condition, reason: reasonText(wrong.code, path) }] : [])]
  if (type.kind === 'money') return { door, limit: limits.fen < MOST_FEN ? [limit(limits.fen)] : [] }
  return { door, limit: type.kind === 'number' ? [limit(limits.millionths)] : [] }
}

// Province-level codes, as the runtime knows them, and four digits.
const region = '(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|81|82)[0-9][0-9][0-9][0-9]'

function wrongIf(type: FieldType, cell: string, { dialect, program }: Writer) {
  switch (type.kind) {
    case 'money':
      return { condition: `(${cell} < 0 OR ${cell} > ${MOST_FEN})`, code: 'not-money' } as const
    case 'rate':
      return { condition: `(${cell} < 0 OR ${cell} > ${MILLIONTHS})`, code: 'not-a-rate' } as const
    case 'months':
      return { condition: `(${cell} < 0 OR ${cell} > ${MOST_MONTHS})`, code: 'not-months' } as const
    case 'date':
    case 'yearMonth': {
      const [first, last] = [`${FIRST_YEAR}-01-01`, `${LAST_YEAR}-12-31`].map((date) => dialect.date(date))
      const outside = `${cell} < ${first} OR ${cell} > ${last}`
      return type.kind === 'date'
        ? ({ condition: `(${outside})`, code: 'not-a-date' } as const)
        : ({
            condition: `(${outside} OR ${cell} <> ${dialect.boundary(cell, 'first', 'month')})`,
            code: 'not-a-month',
          } as const)
    }
    case 'region':
      return { condition: `NOT ${dialect.matches(cell, region)}`, code: 'not-a-region' } as const
    case 'choice': {
      const members = program.choices.find(({ id }) => id === type.choices)?.members ?? []
      const texts = members.map(({ id }) => dialect.text(id)).join(', ')
      return { condition: `${cell} NOT IN (${texts})`, code: 'not-a-member' } as const
    }
    case 'number':
    case 'boolean':
    case 'text':
    case 'texts':
      return null
  }
}

function row(condition: string, reason: string, { dialect }: Writer): string {
  return `    WHEN ${condition} THEN ${dialect.text(reason)}`
}
