import { givenName, inputBuffers, outputBuffers, textsName, type Buffer } from './buffers.ts'
import { TO_BE_TAKEN_EXACTLY, type Column, type ColumnArray, type Columns, type Holds, type Layout } from './columns.ts'
import { boundary, FIRST_DAY, LAST_DAY } from '../date.ts'
import { MOST_FEN } from '../money-input.ts'
import { MILLIONTHS } from '../rate-input.ts'
import { isText, LONGEST_LIST, MOST_MONTHS } from '../reader.ts'
import { isRegion } from '../region.ts'

/** What a generated module knows of the rows that it settles. */
export interface RowRules {
  readonly layout: Layout
  /** Larger amounts, in fen, are taken exactly; so are larger numbers, in millionths, and longer lists. */
  readonly most: { readonly money: number; readonly number: number; readonly elements: number }
  /** The column that selects the edition, and its days; null where they have no bound. */
  readonly edition: { readonly column: string; readonly from: number | null; readonly until: number | null }
}

/**
 * Throws RangeError where arrays are missing, are of another kind, or have fewer cells than the rows need: what is
 * wrong with the call, and with no row.
 */
export function checkColumns({ layout }: RowRules, input: object, output: object, from: number, to: number): void {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || from > to) {
    throw new RangeError(`rows ${from} to ${to} are no stretch of rows`)
  }
  const faults = [
    ...inputBuffers(layout).map((buffer) => faultIn(buffer, input as Columns, to)),
    ...outputBuffers(layout).map((buffer) => faultIn(buffer, output as Columns, to)),
  ].filter((fault) => fault !== null)
  if (faults.length > 0) throw new RangeError(faults.join('; '))
}

function faultIn({ name, array, cells, hasTexts }: Buffer, columns: Columns, rows: number): string | null {
  const found = columns[name]
  if (found === undefined) return `the column ${name} is missing`
  if (Object.prototype.toString.call(found) !== `[object ${array}]`) return `the column ${name} is no ${array}`
  const least = cells === 'rows' ? rows : cells === 'offsets' ? rows + 1 : 0
  if (found.length < least) return `the column ${name} has ${found.length} cells, and ${least} are needed`
  if (hasTexts && !Array.isArray(columns[textsName(name)])) return `the column ${name} has no texts`
  return null
}

/** The status of a row that can't be settled over columns: 1, or 2 and the place of what is wrong with it. */
export function statusOfRow(rules: RowRules, columns: object, row: number): number {
  const { layout, most, edition } = rules
  const input = columns as Columns
  const isGiven = ({ under }: Pick<Column, 'under'>): boolean =>
    under === null || cell(input, under.pair, row) === under.which
  let [place, isLarge] = [2, false]
  for (const { name } of layout.pairs) {
    const which = cell(input, name, row)
    if (which !== 0 && which !== 1) return place
    place++
  }
  for (const column of layout.input) {
    if (isGiven(column)) {
      if (!isCell(column, column.name, input, row)) return place
      isLarge ||= isTooLarge(column.holds, cell(input, column.name, row), rules)
    }
    place++
  }
  for (const list of layout.lists) {
    const [start, end] = [cell(input, list.path, row), cell(input, list.path, row + 1)]
    const cells = list.columns.map(({ name }) => input[`${list.path}.${name}`]?.length ?? 0)
    if (isGiven(list)) {
      if (!(start >= 0 && start <= end && end - start <= LONGEST_LIST && cells.every((count) => end <= count)))
        return place
      isLarge ||= end - start > most.elements
      for (const [index, column] of list.columns.entries()) {
        const name = `${list.path}.${column.name}`
        for (let element = start; element < end; element++) {
          if (!isCell(column, name, input, element)) return place + 1 + index
          isLarge ||= isTooLarge(column.holds, cell(input, name, element), rules)
        }
      }
    }
    place += 1 + list.columns.length
  }
  if (isLarge) return TO_BE_TAKEN_EXACTLY
  const day = cell(input, edition.column, row)
  const isAbsent = cell(input, givenName(edition.column), row) === 0
  const isOutside = (edition.from !== null && day < edition.from) || (edition.until !== null && day > edition.until)
  return isAbsent || isOutside ? place : TO_BE_TAKEN_EXACTLY
}

function cell(columns: Columns, name: string, place: number): number {
  const array = columns[name] as ColumnArray | undefined
  return array?.[place] ?? Number.NaN
}

function isTooLarge(holds: Holds, value: number, { most }: RowRules): boolean {
  if (holds.kind !== 'number') return false
  return holds.of === 'money' ? value > most.money : holds.of === 'number' && Math.abs(value) > most.number
}

function isCell({ holds, optional }: Column, name: string, columns: Columns, place: number): boolean {
  if (optional) {
    const given = cell(columns, givenName(name), place)
    if (given === 0) return true
    if (given !== 1) return false
  }
  const value = cell(columns, name, place)
  switch (holds.kind) {
    case 'number':
      return isCount(holds.of, value)
    case 'date':
      return isDay(value) && (!holds.byMonth || boundary(value, 'first', 'month') === value)
    case 'boolean':
      return value === 0 || value === 1
    case 'region':
      return isRegion(String(value))
    case 'choice':
      return value < holds.members.length
    case 'text':
    case 'texts':
      return isText(columns[textsName(name)]?.[value])
  }
}

/** Six digits, the first two of a province that exists. */
export function isRegionNumber(code: number): boolean {
  return code >= 110_000 && code < 830_000 && provinces[Math.floor(code / 10_000)] === 1
}
const provinces = /* @__PURE__ */ Uint8Array.from({ length: 83 }, (_, province) =>
  isRegion(`${province}0000`) ? 1 : 0,
)

function isCount(of: Extract<Holds, { kind: 'number' }>['of'], value: number): boolean {
  if (!Number.isSafeInteger(value)) return false
  switch (of) {
    case 'money':
      return value >= 0 && value <= MOST_FEN
    case 'rate':
      return value >= 0 && value <= MILLIONTHS
    case 'months':
      return value >= 0 && value <= MOST_MONTHS
    case 'number':
    case 'points':
    case 'days':
    case 'age':
      return true
  }
}

function isDay(value: number): boolean {
  return value >= FIRST_DAY && value <= LAST_DAY
}
