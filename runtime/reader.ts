import { CaseError } from './case-error.ts'
import { countLimits, countOf } from './count-input.ts'
import { dayOf, FIRST_YEAR, LAST_YEAR, monthStartOf } from './date.ts'
import type { CountedPart, Issue, IssueCode, IssueFacts } from './issue.ts'
import { fenOf, moneyFault } from './money-input.ts'
import { elementPath, keyPath } from './path.ts'
import { MILLIONTHS, numberOf, rateOf } from './rate-input.ts'
import { fraction, zero, type Rational } from './rational.ts'
import { isRegion, isRegionForm } from './region.ts'
import { showValue } from './show-value.ts'

export const LONGEST_LIST = 10_000
export const MOST_MONTHS = 9_999
export const LONGEST_TEXT = 1_000
const DECIMALS = 6

const dateForm = /^\d{4}-\d{2}-\d{2}$/

// Stands where a value is missing that was reported already, so that nothing is reported twice.
const nothing = Symbol('nothing')

/**
 * Reads the input of a case, and collects everything that is wrong with it. Each method returns the value, or a
 * stand-in of the same type after writing down an issue; `finish` throws a CaseError if there was any, so that
 * nothing is computed from a stand-in. `path` says where the value is: 'visit.tier', 'filings[0].from', '' for all.
 *
 *     const reader = new Reader()
 *     const visit = reader.record(input, '', ['tier'])
 *     const tier = reader.choice(visit['tier'], 'tier', ['tertiary', 'primary'])
 *     reader.finish()
 */
export class Reader {
  readonly #issues: Issue[] = []

  /**
   * A plain object that has these keys and no others, but of each pair in `eitherOf` one only: `has` then tells which.
   * Keys it inherits don't count.
   */
  record(
    value: unknown,
    path: string,
    keys: readonly string[],
    eitherOf: readonly (readonly [string, string])[] = [],
  ): Readonly<Record<string, unknown>> {
    if (!isPlainObject(value)) {
      this.#refuse('not-a-record', path, value, {})
      return Object.fromEntries(keys.map((key) => [key, nothing]))
    }
    const unknown = Object.keys(value).filter((key) => !keys.includes(key))
    for (const key of unknown) this.#refuse('unknown-key', keyPath(path, key), value[key], { allowed: keys })
    const missing = keys.filter((key) => !Object.hasOwn(value, key) || value[key] === undefined)
    if (missing.length === 0 && eitherOf.length === 0) return value
    for (const pair of eitherOf) {
      const count = pair.filter((key) => missing.includes(key)).length
      const [found, at] = count === 0 ? (['both', pair[1]] as const) : (['none', pair[0]] as const)
      const issue = { code: 'not-one-of', path: keyPath(path, at), value: null, facts: { keys: pair, found } } as const
      if (count !== 1) this.#issues.push(issue)
    }
    for (const key of missing)
      if (!eitherOf.some((pair) => pair.includes(key))) this.#refuse('missing', keyPath(path, key), undefined, {})
    return { ...value, ...Object.fromEntries(missing.map((key) => [key, nothing])) }
  }

  /** Was there something under the key of a record that this reader gave back? */
  has(record: Readonly<Record<string, unknown>>, key: string): boolean {
    return record[key] !== nothing
  }

  /** At most 10 000 elements. The caller reads each at `elementPath(path, index)`. */
  list(value: unknown, path: string): readonly unknown[] {
    if (!Array.isArray(value)) {
      this.#refuse('not-a-list', path, value, {})
      return []
    }
    if (value.length <= LONGEST_LIST) return value
    this.#refuse('list-too-long', path, value.length, { most: LONGEST_LIST })
    return []
  }

  /** Yuan as a text with at most two decimals or as a whole number, from 0 to 13 digits; the result is in fen. */
  money(value: unknown, path: string): bigint {
    return BigInt(this.fen(value, path))
  }

  /** What `money` reads, as a number: 13 digits of yuan in fen are a safe integer. */
  fen(value: unknown, path: string): number {
    const fen = fenOf(value)
    if (!Number.isNaN(fen)) return fen
    this.#refuse('not-money', path, value, { reason: moneyFault(value) })
    return 0
  }

  /** A whole number of months from 0 to 9 999. */
  months(value: unknown, path: string): number {
    const months = monthsOf(value)
    if (!Number.isNaN(months)) return months
    this.#refuse('not-months', path, value, { most: MOST_MONTHS })
    return 0
  }

  /** A text with at most 13 digits before and 6 after the point, or a safe integer. */
  number(value: unknown, path: string): Rational {
    const millionths = numberOf(value)
    if (millionths !== undefined) return fraction(millionths, BigInt(MILLIONTHS))
    this.#refuse('not-a-number', path, value, { decimals: DECIMALS })
    return zero
  }

  /** A part of one, from 0 to 1, as a text with at most 6 decimals or as 0 or 1: 15% is "0.15". */
  rate(value: unknown, path: string): Rational {
    const millionths = rateOf(value)
    if (!Number.isNaN(millionths)) return fraction(BigInt(millionths), BigInt(MILLIONTHS))
    this.#refuse('not-a-rate', path, value, { decimals: DECIMALS })
    return zero
  }

  /** A whole number of fen, of days since 1970-01-01, or of millionths. */
  count(value: unknown, path: string, part: CountedPart): number {
    const count = countOf(value, part)
    if (!Number.isNaN(count)) return count
    const [least, most] = countLimits[part]
    this.#refuse('not-a-count', path, value, { part, least, most })
    return 0
  }

  /** YYYY-MM-DD, a day that exists, from the year 1900; the result is a day number. */
  date(value: unknown, path: string): number {
    const day = dayOf(value)
    if (!Number.isNaN(day)) return day
    const reason = typeof value === 'string' ? dateFault(value) : 'form'
    this.#refuse('not-a-date', path, value, { reason, firstYear: FIRST_YEAR, lastYear: LAST_YEAR })
    return 0
  }

  /** YYYY-MM, from the year 1900; the result is the day number of the first of the month. */
  yearMonth(value: unknown, path: string): number {
    const day = monthStartOf(value)
    if (!Number.isNaN(day)) return day
    const reason = typeof value === 'string' ? monthFault(value) : 'form'
    this.#refuse('not-a-month', path, value, { reason, firstYear: FIRST_YEAR, lastYear: LAST_YEAR })
    return 0
  }

  boolean(value: unknown, path: string): boolean {
    if (typeof value === 'boolean') return value
    this.#refuse('not-a-boolean', path, value, {})
    return false
  }

  /** A code of GB/T 2260 as a text of six digits. */
  region(value: unknown, path: string): string {
    if (isRegion(value)) return value
    const isForm = typeof value === 'string' && isRegionForm(value)
    this.#refuse('not-a-region', path, value, { reason: isForm ? 'province' : 'form' })
    return '110000'
  }

  choice<Member extends string>(value: unknown, path: string, members: readonly Member[]): Member {
    const member = members.find((each) => each === value)
    if (member !== undefined) return member
    this.#refuse('not-a-member', path, value, { members })
    return members[0] ?? ('' as Member)
  }

  /** At most 1 000 characters, none of them a control character. */
  text(value: unknown, path: string): string {
    if (isText(value)) return value
    this.#refuse('not-a-text', path, value, { most: LONGEST_TEXT })
    return ''
  }

  /** null, or what `read` makes of the value. The key itself has to be there: leaving it out is no answer. */
  optional<Value>(value: unknown, path: string, read: (value: unknown, path: string) => Value): Value | null {
    return value === null ? null : read(value, path)
  }

  /** Each element of a list, with its path. */
  each<Value>(value: unknown, path: string, read: (value: unknown, path: string) => Value): readonly Value[] {
    const list = this.list(value, path)
    // Holes are read too, which map would pass over.
    return Array.from({ length: list.length }, (_, index) => read(list[index], elementPath(path, index)))
  }

  /** Throws a CaseError with all issues, if there are any. */
  finish(): void {
    if (this.#issues.length > 0) throw new CaseError(this.#issues)
  }

  #refuse<Code extends IssueCode>(code: Code, path: string, value: unknown, facts: IssueFacts[Code]): void {
    if (value === nothing) return
    const issue =
      value === undefined && code !== 'unknown-key'
        ? { code: 'missing', path, value: null, facts: {} }
        : { code, path, value: showValue(value), facts }
    this.#issues.push(issue as Issue)
  }
}

/** The months that `Reader.months` reads; NaN for anything else. */
export function monthsOf(value: unknown): number {
  // Adding zero turns -0 into 0.
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_MONTHS
    ? value + 0
    : Number.NaN
}

/** Is it a text as `Reader.text` accepts it? */
export function isText(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > LONGEST_TEXT) return false
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at)
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return false
    // Halves of a pair are looked at together.
    if (code >= 0xd800 && code < 0xe000) return !/[\p{Cc}\p{Cs}]/u.test(value)
  }
  return true
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  // Another window has another Object.prototype; what they share is that nothing stands above it.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function dateFault(text: string): 'form' | 'day' | 'year' {
  if (!dateForm.test(text)) return 'form'
  return Number(text.slice(0, 4)) < FIRST_YEAR ? 'year' : 'day'
}

function monthFault(text: string): 'form' | 'month' | 'year' {
  if (!/^\d{4}-\d{2}$/.test(text)) return 'form'
  return Number(text.slice(0, 4)) < FIRST_YEAR ? 'year' : 'month'
}
