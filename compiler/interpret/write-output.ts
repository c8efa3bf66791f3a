import { formatDate, formatMonth, OPEN_ENDED } from '../../runtime/date.ts'
import { toDecimal, toText, type Rational } from '../../runtime/rational.ts'
import type { Program } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import type { OutputRecord, OutputValue, Value } from './evaluation.ts'
import { ProgramError } from './program-error.ts'
import { asBoolean, asDay, asExact, asMember, asRegion } from './value.ts'

/**
 * The result as JSON. Money is text with two decimals; dates are YYYY-MM-DD, months YYYY-MM; regions have six digits; members are
 * identifiers; months, days, ages and counts are whole numbers; rates are text, 15% being "0.15"; absent is null, and so is a date without end.
 */
export function writeOutput(program: Program, values: readonly Value[]): OutputRecord {
  const output: Nested = { policy: program.policy.id, edition: program.edition.name }
  for (const [index, { path, type, asMonth }] of program.output.entries()) {
    const value = values[index]
    if (!value) throw new ProgramError(`${path} has no value`)
    place(output, path.split('.'), asMonth ? writtenMonth(value) : written(value, type, path))
  }
  return output
}

interface Nested {
  [key: string]: OutputValue | Nested
}

function place(record: Nested, [key = '', ...rest]: readonly string[], value: OutputValue): void {
  const there = Object.hasOwn(record, key) ? record[key] : undefined
  const inner = typeof there === 'object' && there !== null && !Array.isArray(there) ? (there as Nested) : null
  if (key === '__proto__' || (there !== undefined && (rest.length === 0 || !inner))) {
    throw new ProgramError(`${key} is written twice, or no key`)
  }
  if (rest.length === 0) record[key] = value
  else place((record[key] = inner ?? {}), rest, value)
}

function written(value: Value, type: Type, path: string): OutputValue {
  switch (type.kind) {
    case 'money':
      return decimal(asExact(value), path)
    case 'rate':
    case 'points':
      return toText(asExact(value))
    case 'number':
    case 'months':
    case 'days':
    case 'age':
      return wholeOrText(asExact(value))
    case 'date':
      return isWithoutEnd(value) ? null : formatDate(asDay(value))
    case 'region':
      return asRegion(value).padEnd(6, '0')
    case 'boolean':
      return asBoolean(value)
    case 'choice':
      return asMember(value)
    case 'text':
      if (value.kind === 'text') return value.text
      break
    case 'texts':
      if (value.kind === 'texts') return value.texts
      break
    case 'optional':
      return value.kind === 'absent' ? null : written(value, type.of, path)
    case 'list':
    case 'schedule':
    case 'unknown':
  }
  throw new ProgramError(`${path} is ${value.kind} and can't be written as ${type.kind}`)
}

function isWithoutEnd(value: Value): boolean {
  return value.kind === 'date' && value.day === OPEN_ENDED
}

function writtenMonth(value: Value): OutputValue {
  return value.kind === 'absent' || isWithoutEnd(value) ? null : formatMonth(asDay(value))
}

function decimal(amount: Rational, path: string): string {
  if (100n % amount.d !== 0n) throw new ProgramError(`${path} is ${toText(amount)}, which is no amount in fen`)
  return toDecimal(amount, 2)
}

function wholeOrText(value: Rational): OutputValue {
  const whole = Number(value.n)
  return value.d === 1n && Number.isSafeInteger(whole) ? whole : toText(value)
}
