import { fullYears, monthOf, OPEN_ENDED } from '../date.ts'
import { fraction, toText } from '../rational.ts'
import { roundDivide } from '../round.ts'

// What generated columns compute with. An absent value is NaN, and what is computed from it is NaN; nothing throws,
// since a value that counts for nothing in a row is computed all the same.

/** A place in the area? Both are the digits of a code as a number: two, four or six of them. */
export function liesInArea(place: number, area: number): boolean {
  const prefix = areaNumber(area)
  let own = place
  while (own > prefix) own = Math.floor(own / 100)
  return own === prefix
}

/** The digits that all places in an area begin with: 33 for 330000. */
export function areaNumber(area: number): number {
  if (area < 100_000) return area
  return area % 10_000 === 0 ? area / 10_000 : area % 100 === 0 ? area / 100 : area
}

/** The province (two digits) or prefecture (four) around a place. */
export function widenNumber(region: number, level: 'province' | 'prefecture'): number {
  const most = level === 'province' ? 100 : 10_000
  let own = region
  while (own >= most) own = Math.floor(own / 100)
  return own
}

/** Six digits. */
export function sixDigits(region: number): number {
  return region < 100 ? region * 10_000 : region < 10_000 ? region * 100 : region
}

export function yearsBetween(from: number, to: number): number {
  return from === OPEN_ENDED || to === OPEN_ENDED ? Number.NaN : fullYears(from, to)
}

export function monthNumber(day: number): number {
  return day === OPEN_ENDED ? Number.NaN : monthOf(day)
}

/** Half to the even one; the divisor is above zero. */
export function halfEven(dividend: number, divisor: number): number {
  if (!Number.isSafeInteger(dividend)) return Number.NaN
  return Number(roundDivide(BigInt(dividend), BigInt(divisor), 'halfEven'))
}

/** So many parts of one, as the JSON writes a number that has no fixed decimals; NaN for NaN. */
export function fractionText(count: number, parts: number): string {
  return Number.isSafeInteger(count) ? toText(fraction(BigInt(count), BigInt(parts))) : 'NaN'
}

type Key = number | string

/**
 * Finds the row of a dataset that has the keys, and is valid on a day; where there is none, how many rows there are.
 * `keys` are columns of cells, NaN an empty one; `from` and `until` say on which days a row is valid.
 */
export function rowFinder(
  keys: readonly (readonly Key[])[],
  from: readonly number[] | null,
  until: readonly number[] | null,
): (...asked: readonly Key[]) => number {
  const rows = keys[0]?.length ?? 0
  const root: Branch = new Map()
  for (let row = 0; row < rows; row++) {
    const own = keys.map((column) => column[row] ?? Number.NaN)
    if (own.some((key) => Number.isNaN(key))) continue
    let branch = root
    for (const key of own) branch = branchIn(branch, key)
    branch.set(branch.size, row)
  }
  return (...asked) => {
    let branch: Branch | undefined = root
    for (let place = 0; place < keys.length; place++) {
      const next: Branch | number | undefined = branch.get(asked[place] ?? Number.NaN)
      if (typeof next !== 'object') return rows
      branch = next
    }
    const day = Number(asked[keys.length])
    for (const row of branch.values()) {
      if (typeof row !== 'number') continue
      if (!((from?.[row] ?? Number.NaN) > day) && !(day > (until?.[row] ?? Number.NaN))) return row
    }
    return rows
  }
}

interface Branch extends Map<Key, Branch | number> {}

function branchIn(branch: Branch, key: Key): Branch {
  const known = branch.get(key)
  if (typeof known === 'object') return known
  const made: Branch = new Map()
  branch.set(key, made)
  return made
}
