import { formatDate, formatMonth, OPEN_ENDED } from '../../runtime/date.ts'
import { toText } from '../../runtime/rational.ts'
import type { Schedule, Value } from '../interpret/evaluation.ts'
import { ProgramError } from '../interpret/program-error.ts'
import type { Choices, FieldType } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import type { ExplainedValue } from './explanation.ts'

/** A value with its unit. Throws a ProgramError for a value that is not of the type. */
export function explainValue(value: Value, type: Type | FieldType, choices: readonly Choices[]): ExplainedValue {
  switch (value.kind) {
    case 'exact':
      return { kind: unitOf(type), exact: toText(value.exact) }
    case 'schedule':
      return explainSchedule(value)
    case 'date': {
      const write = type.kind === 'yearMonth' ? formatMonth : formatDate
      return { kind: 'date', date: value.day === OPEN_ENDED ? null : write(value.day) }
    }
    case 'member': {
      const members = choices.flatMap((each) => (each.id === choicesOf(type) ? each.members : []))
      return { ...value, label: members.find(({ id }) => id === value.member)?.label ?? value.member }
    }
    case 'region':
    case 'boolean':
    case 'text':
    case 'texts':
    case 'absent':
      return value
    case 'unstated':
      throw new ProgramError('what is not stated has no value to show')
  }
}

/** One rate everywhere is shown as a rate. */
function explainSchedule({ edges, rates }: Schedule): ExplainedValue {
  const shown = rates.map(toText)
  const [first = '0'] = shown
  if (shown.every((rate) => rate === first)) return { kind: 'rate', exact: first }
  const limits = edges.map(toText)
  const bands = shown.map((rate, band) => ({ floor: limits[band - 1] ?? null, ceiling: limits[band] ?? null, rate }))
  return { kind: 'schedule', bands }
}

function unitOf(type: Type | FieldType): 'money' | 'rate' | 'points' | 'number' | 'months' | 'days' | 'age' {
  switch (type.kind) {
    case 'money':
    case 'rate':
    case 'points':
    case 'number':
    case 'months':
    case 'days':
    case 'age':
      return type.kind
    case 'schedule':
      return 'rate'
    case 'optional':
      return unitOf('of' in type ? type.of : type)
    case 'date':
    case 'yearMonth':
    case 'region':
    case 'boolean':
    case 'text':
    case 'texts':
    case 'choice':
    case 'list':
    case 'unknown':
      throw new ProgramError(`a number can't be of type ${type.kind}`)
  }
}

function choicesOf(type: Type | FieldType): string | null {
  if (type.kind === 'optional') return choicesOf(type.of)
  return type.kind === 'choice' ? type.choices : null
}
