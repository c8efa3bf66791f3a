import { boundary, FIRST_DAY, LAST_DAY } from './date.ts'
import type { CountedPart } from './issue.ts'
import { MOST_FEN } from './money-input.ts'
import { MILLIONTHS } from './rate-input.ts'

/** From what to what the whole numbers of a part go. */
export const countLimits: Readonly<Record<CountedPart, readonly [least: number, most: number]>> = {
  fen: [0, MOST_FEN],
  day: [FIRST_DAY, LAST_DAY],
  monthStart: [FIRST_DAY, LAST_DAY],
  rate: [0, MILLIONTHS],
  number: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
}

/** A whole number of that part, within its limits; NaN for anything else. */
export function countOf(value: unknown, part: CountedPart): number {
  const [least, most] = countLimits[part]
  const count = wholeBetween(value, least, most)
  return part === 'monthStart' ? monthStartIn(count) : count
}

export function fenCount(value: unknown): number {
  return wholeBetween(value, 0, MOST_FEN)
}

export function dayCount(value: unknown): number {
  return wholeBetween(value, FIRST_DAY, LAST_DAY)
}

function wholeBetween(value: unknown, least: number, most: number): number {
  // Adding zero turns -0 into 0.
  return typeof value === 'number' && value >= least && value <= most && Number.isInteger(value)
    ? value + 0
    : Number.NaN
}

function monthStartIn(day: number): number {
  return boundary(day, 'first', 'month') === day ? day : Number.NaN
}
