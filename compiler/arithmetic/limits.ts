import { MOST_FEN } from '../../runtime/money-input.ts'
import { LONGEST_LIST, MOST_MONTHS } from '../../runtime/reader.ts'
import { fraction, one, zero, type Rational } from '../../runtime/rational.ts'
import type { Type } from '../program/type.ts'
import { range, within, type Range } from './range.ts'

/** How much a case may hold for what is proved of it. */
export interface Limits {
  /** Of an amount, in fen. */
  readonly amount: bigint
  /** Of a bare number, without its sign. */
  readonly number: bigint
  readonly longestList: number
}

/** What the door lets in. */
export const doorLimits: Limits = {
  amount: BigInt(MOST_FEN),
  number: BigInt(Number.MAX_SAFE_INTEGER),
  longestList: LONGEST_LIST,
}

/** Amounts up to ten to the power of so many yuan, numbers up to as many. */
export function limitsOf(power: number, longestList: number): Limits {
  const yuan = 10n ** BigInt(power)
  return yuan * 100n > doorLimits.amount
    ? { ...doorLimits, longestList }
    : { amount: yuan * 100n, number: yuan, longestList }
}

/** What a field of the input is kept over: the reader takes six decimals of a rate or a number, two of an amount. */
export function denominatorOfField(type: Type): bigint {
  switch (type.kind) {
    case 'rate':
    case 'number':
      return 1_000_000n
    case 'optional':
      return denominatorOfField(type.of)
    case 'money':
    case 'points':
    case 'schedule':
    case 'months':
    case 'days':
    case 'age':
    case 'date':
    case 'region':
    case 'boolean':
    case 'text':
    case 'texts':
    case 'choice':
    case 'list':
    case 'unknown':
      return customary(type)
  }
}

/** Money is kept in fen and a rate in per cent, even where less would do. */
export function customary(type: Type): bigint {
  switch (type.kind) {
    case 'money':
    case 'rate':
    case 'points':
    case 'schedule':
      return 100n
    case 'optional':
      return customary(type.of)
    case 'number':
    case 'months':
    case 'days':
    case 'age':
    case 'date':
    case 'region':
    case 'boolean':
    case 'text':
    case 'texts':
    case 'choice':
    case 'list':
    case 'unknown':
      return 1n
  }
}

/** All that a field of the input can be within the limits; null for what is no number. */
export function rangeOfField(type: Type, limits: Limits): Range | null {
  switch (type.kind) {
    case 'money':
      return range(zero, fraction(limits.amount, 100n))
    case 'rate':
      return range(zero, one)
    case 'number':
      return within(whole(limits.number))
    case 'months':
      return range(zero, whole(BigInt(MOST_MONTHS)))
    case 'optional':
      return rangeOfField(type.of, limits)
    case 'points':
    case 'schedule':
    case 'days':
    case 'age':
    case 'date':
    case 'region':
    case 'boolean':
    case 'text':
    case 'texts':
    case 'choice':
    case 'list':
    case 'unknown':
      return null
  }
}

function whole(n: bigint): Rational {
  return { n, d: 1n }
}
