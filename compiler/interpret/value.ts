import { OPEN_ENDED, parseDate } from '../../runtime/date.ts'
import { parse, type Rational } from '../../runtime/rational.ts'
import type { ConstantValue } from '../program/program.ts'
import type { Schedule, Value } from './evaluation.ts'
import { ProgramError } from './program-error.ts'

export const absent: Value = { kind: 'absent' }
export const unstated: Value = { kind: 'unstated' }

export function exact(value: Rational): Value {
  return { kind: 'exact', exact: value }
}

export function boolean(is: boolean): Value {
  return { kind: 'boolean', is }
}

export function asExact(value: Value): Rational {
  return value.kind === 'exact' ? value.exact : refuse('a number', value)
}

export function asInteger(value: Value): number {
  const { n, d } = asExact(value)
  return d === 1n ? Number(n) : refuse('a whole number', value)
}

export function asBoolean(value: Value): boolean {
  return value.kind === 'boolean' ? value.is : refuse('a boolean', value)
}

export function asDay(value: Value): number {
  return value.kind === 'date' ? value.day : refuse('a date', value)
}

export function asRegion(value: Value): string {
  return value.kind === 'region' ? value.code : refuse('a region', value)
}

export function asMember(value: Value): string {
  return value.kind === 'member' ? value.member : refuse('a member', value)
}

/** A single rate is the same in every band. */
export function asSchedule(value: Value): Schedule {
  if (value.kind === 'schedule') return value
  return { kind: 'schedule', edges: [], rates: [asExact(value)] }
}

/** The value, which has to be one: what the policy does not say can't be used. */
export function stated(value: Value, name: string): Value {
  if (value.kind === 'unstated') throw new ProgramError(`${name} is used where the policy does not state it`)
  return value
}

function refuse(expected: string, value: Value): never {
  throw new ProgramError(`expected ${expected}, found ${value.kind}`)
}

/** The value of a constant; null of a day that there is not. */
export function valueOfConstant(value: ConstantValue): Value | null {
  switch (value.kind) {
    case 'exact':
      return { kind: 'exact', exact: parse(value.exact) }
    case 'date': {
      const day = parseDate(value.date)
      return day === null ? null : { kind: 'date', day }
    }
    case 'openEnded':
      return { kind: 'date', day: OPEN_ENDED }
    case 'region':
      return { kind: 'region', code: value.prefix }
    case 'boolean':
    case 'member':
    case 'text':
    case 'absent':
      return value
  }
}
