import { twoDigits } from './digits.ts'

/**
 * Places as codes of GB/T 2260: two digits for the province, two for the prefecture, two for the county. A place in
 * the input keeps its six digits; an area is a prefix of two, four or six.
 */

// Province-level codes, by their first digit, the great region (7 is Taiwan, 8 Hong Kong and Macao): the second goes
// from the least to the most.
const leastSecond = [9, 1, 1, 1, 1, 0, 1, 1, 1, 9]
const mostSecond = [0, 5, 3, 7, 6, 4, 5, 1, 2, 0]

/** Six digits, the first two of a province that exists. Prefectures and counties change too often to be listed. */
export function isRegion(code: unknown): code is string {
  if (typeof code !== 'string' || !isRegionForm(code)) return false
  const first = code.charCodeAt(0) - 48
  const second = code.charCodeAt(1) - 48
  return second >= leastSecond[first]! && second <= mostSecond[first]!
}

/** Six digits. */
export function isRegionForm(code: string): boolean {
  return code.length === 6 && twoDigits(code, 0) >= 0 && twoDigits(code, 2) >= 0 && twoDigits(code, 4) >= 0
}

/** The prefix that stands for the whole province (two digits) or prefecture (four) around a place. */
export function widen(region: string, level: 'province' | 'prefecture'): string {
  return region.slice(0, level === 'province' ? 2 : 4)
}

/** Is the place in the area? 330281 and 330200 lie in 330200, and all three in 330000. */
export function liesIn(place: string, area: string): boolean {
  const length = prefixLength(area)
  for (let digit = 0; digit < length; digit++) {
    if (place.charCodeAt(digit) !== area.charCodeAt(digit)) return false
  }
  return true
}

/** The digits that all places in an area begin with: 33 for 330000. */
export function areaPrefix(area: string): string {
  return area.slice(0, prefixLength(area))
}

function prefixLength(area: string): number {
  if (area.length < 6 || !hasZeros(area, 4)) return area.length
  return hasZeros(area, 2) ? 2 : 4
}

function hasZeros(area: string, at: number): boolean {
  return area.charCodeAt(at) === 48 && area.charCodeAt(at + 1) === 48
}
