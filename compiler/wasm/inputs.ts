import { FIRST_DAY, LAST_DAY, OPEN_ENDED, parseDate } from '../../runtime/date.ts'
import { MILLIONTHS } from '../../runtime/rate-input.ts'
import { MOST_MONTHS } from '../../runtime/reader.ts'
import { isRegion } from '../../runtime/region.ts'
import { givenName } from '../../runtime/columns/buffers.ts'
import type { Column, Layout } from '../columns/layout.ts'
import type { EditionInfo } from '../program/program.ts'
import { LaneDates } from './dates.ts'
import type { CodeColumn, DayColumn } from './kernel.ts'
import type { Lanes } from './lanes.ts'
import type { LaneValue } from './surroundings.ts'
import type { Mask, Numbers } from './nodes.ts'

/** The columns of the input as values in the lanes, and what has to be asked of them first. */
export interface KernelInputs {
  readonly inputs: ReadonlyMap<string, LaneValue>
  readonly pairs: ReadonlyMap<string, Mask>
  readonly amounts: readonly Numbers[]
  readonly codes: readonly CodeColumn[]
  readonly days: readonly DayColumn[]
  readonly leave: readonly Mask[]
  /** Columns that a kernel can't read, by name. */
  readonly hindered: readonly { readonly name: string; readonly holds: string }[]
}

type DateValue = Extract<LaneValue, { kind: 'date' | 'choice' }>

const MOST_CODES = 256

/** Amounts are taken from 0 to below 2^limitPower. */
export function readInputs(layout: Layout, edition: EditionInfo, limitPower: number, lanes: Lanes): KernelInputs {
  const inputs = new Map<string, LaneValue>()
  const codes: CodeColumn[] = []
  const days: DayColumn[] = []
  const amounts: Numbers[] = []
  const leave: Mask[] = []
  const hindered = layout.lists.map(({ path }) => ({ name: path, holds: 'list' }))
  const zero = lanes.constant(0)
  const codesOf = (name: string, size: number): Numbers => {
    codes.push({ name, size })
    return lanes.codes(size)
  }
  const isCode = (numbers: Numbers, code: number): Mask => lanes.compare('equal', numbers, lanes.constant(code))

  const which = new Map(layout.pairs.map(({ name }) => [name, codesOf(name, 2)]))
  const pairs = new Map(
    layout.pairs.flatMap(({ name, keys }) => keys.map((key, index) => [key, isCode(which.get(name) ?? zero, index)])),
  )

  const givenOf = ({ name, optional, under }: Column): Mask => {
    const pair = under && which.get(under.pair)
    const isUnder = pair ? isCode(pair, under.which) : lanes.always(true)
    return optional ? lanes.and(isUnder, isCode(codesOf(givenName(name), 2), 1)) : isUnder
  }

  const readNumber = (column: Column, most: number | null): LaneValue => {
    const given = givenOf(column)
    const cell = lanes.column(column.name, 'Float64Array', 0, 2 ** limitPower - 1)
    const numbers = lanes.select(given, cell, zero)
    amounts.push(numbers)
    const over = column.holds.kind === 'number' ? BigInt(column.holds.parts) : 1n
    if (most === null || most >= numbers.most) return { kind: 'number', numbers, over, given }
    leave.push(lanes.compare('less', lanes.constant(most), numbers))
    return { kind: 'number', numbers: lanes.within(numbers, 0, most), over, given }
  }

  const readDate = (column: Column): DateValue => {
    const given = givenOf(column)
    const isSelecting = column.name === edition.selectedBy
    const first = (isSelecting && edition.from !== null && parseDate(edition.from)) || FIRST_DAY
    const last = (isSelecting && edition.until !== null && parseDate(edition.until)) || LAST_DAY
    if (isSelecting) leave.push(lanes.not(given))
    if (given === lanes.always(true)) {
      days.push({ name: column.name, first, last })
      return { kind: 'date', numbers: lanes.column(column.name, 'Int32Array', first, last), given }
    }
    const cell = lanes.column(column.name, 'Int32Array', -OPEN_ENDED - 1, OPEN_ENDED)
    const isOutside = lanes.or(
      lanes.compare('less', cell, lanes.constant(first)),
      lanes.compare('less', lanes.constant(last), cell),
    )
    leave.push(lanes.and(given, isOutside))
    return { kind: 'date', numbers: lanes.within(lanes.select(given, cell, lanes.constant(first)), first, last), given }
  }

  const firstOfMonth = (date: DateValue): DateValue => {
    const first = new LaneDates(lanes).boundary(date.numbers, 'first', 'month')
    leave.push(lanes.and(date.given, lanes.not(lanes.compare('equal', first, date.numbers))))
    return date
  }

  const readRegion = (column: Column): LaneValue => {
    const given = givenOf(column)
    const cell = lanes.column(column.name, 'Int32Array', -OPEN_ENDED - 1, OPEN_ENDED)
    const isPlace = provinces.reduce<Mask>((any, { first, last }) => {
      const isFrom = lanes.compare('lessOrEqual', lanes.constant(first * 10_000), cell)
      const isUntil = lanes.compare('less', cell, lanes.constant((last + 1) * 10_000))
      return lanes.or(any, lanes.and(isFrom, isUntil))
    }, lanes.always(false))
    leave.push(lanes.and(given, lanes.not(isPlace)))
    const numbers = lanes.select(given, cell, lanes.constant(110_000))
    return { kind: 'region', numbers: lanes.within(numbers, 110_000, 999_999), digits: 6, given }
  }

  for (const column of layout.input) {
    const { holds, name } = column
    switch (holds.kind) {
      case 'number':
        inputs.set(name, readNumber(column, mostOf(holds.of)))
        break
      case 'date':
        inputs.set(name, holds.byMonth ? firstOfMonth(readDate(column)) : readDate(column))
        break
      case 'region':
        inputs.set(name, readRegion(column))
        break
      case 'boolean': {
        const given = givenOf(column)
        const mask = isCode(codesOf(name, 2), 1)
        if (column.optional) hindered.push({ name, holds: 'optional boolean' })
        else inputs.set(name, { kind: 'condition', mask: lanes.and(given, mask) })
        break
      }
      case 'choice':
        if (holds.members.length > MOST_CODES) hindered.push({ name, holds: `${holds.members.length} members` })
        else {
          const given = givenOf(column)
          inputs.set(name, { kind: 'choice', numbers: codesOf(name, holds.members.length), given })
        }
        break
      case 'text':
      case 'texts':
        hindered.push({ name, holds: holds.kind })
        break
    }
  }
  return { inputs, pairs, amounts, codes, days, leave, hindered }
}

/** What a number may be at most, where it is not as large as an amount. */
function mostOf(of: Extract<Column['holds'], { kind: 'number' }>['of']): number | null {
  switch (of) {
    case 'rate':
      return MILLIONTHS
    case 'months':
      return MOST_MONTHS
    case 'money':
    case 'number':
    case 'points':
    case 'days':
    case 'age':
      return null
  }
}

// Runs of the first two digits that a place can have.
const provinces: readonly { readonly first: number; readonly last: number }[] = Array.from(
  { length: 100 },
  (_, digits) => digits,
)
  .filter((digits) => isRegion(`${String(digits).padStart(2, '0')}0000`))
  .reduce<{ first: number; last: number }[]>((runs, digits) => {
    const run = runs.at(-1)
    if (run?.last === digits - 1) run.last = digits
    else runs.push({ first: digits, last: digits })
    return runs
  }, [])
