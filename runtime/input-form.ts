import { countOf, dayCount, fenCount } from './count-input.ts'
import { dayOf, monthStartOf } from './date.ts'
import { fenOf } from './money-input.ts'
import { MILLIONTHS, numberOf, rateOf } from './rate-input.ts'
import type { Rational } from './rational.ts'
import type { Reader } from './reader.ts'
import { hasAsManyKeys, hasKeys, type KeyCheck } from './record.ts'

/** What has another form in texts than in counts. */
export type CountedKind = 'money' | 'rate' | 'number' | 'date' | 'yearMonth'

/**
 * The form in which amounts, dates and rates come in. What is read are fen, day numbers, millionths (of a bare number
 * as a bigint). What is no such value gives NaN, or undefined; `carefully` reads the same and says what is wrong.
 */
export interface InputForm {
  readonly hasKeys: KeyCheck
  readonly fen: (value: unknown) => number
  readonly day: (value: unknown) => number
  readonly monthStart: (value: unknown) => number
  readonly rate: (value: unknown) => number
  readonly number: (value: unknown) => bigint | undefined
  readonly carefully: (reader: Reader, kind: CountedKind, value: unknown, path: string) => unknown
}

/** As JSON has it: amounts in yuan, numbers and rates as texts with decimals or whole numbers, dates as YYYY-MM-DD. */
export const texts: InputForm = {
  hasKeys,
  fen: fenOf,
  day: dayOf,
  monthStart: monthStartOf,
  rate: rateOf,
  number: numberOf,
  carefully: (reader, kind, value, path) => {
    switch (kind) {
      case 'money':
        return reader.fen(value, path)
      case 'rate':
        return Number(inMillionths(reader.rate(value, path)))
      case 'number':
        return inMillionths(reader.number(value, path))
      case 'date':
      case 'yearMonth':
        return reader[kind](value, path)
    }
  },
}

// Neither has more than six decimals.
function inMillionths({ n, d }: Rational): bigint {
  return (n * BigInt(MILLIONTHS)) / d
}

/** As whole numbers: fen, days since 1970-01-01 (a month by its first), millionths. */
export const counts: InputForm = {
  hasKeys: hasAsManyKeys,
  fen: fenCount,
  day: dayCount,
  monthStart: (value) => countOf(value, 'monthStart'),
  rate: (value) => countOf(value, 'rate'),
  number: (value) => {
    const count = countOf(value, 'number')
    return Number.isNaN(count) ? undefined : BigInt(count)
  },
  carefully: (reader, kind, value, path) => {
    switch (kind) {
      case 'money':
        return reader.count(value, path, 'fen')
      case 'rate':
        return reader.count(value, path, 'rate')
      case 'number':
        return BigInt(reader.count(value, path, 'number'))
      case 'date':
        return reader.count(value, path, 'day')
      case 'yearMonth':
        return reader.count(value, path, 'monthStart')
    }
  },
}
