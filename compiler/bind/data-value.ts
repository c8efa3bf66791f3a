import { CaseError } from '../../runtime/case-error.ts'
import { Reader } from '../../runtime/reader.ts'
import { compareExact, exactFrom } from '../program/exact.ts'
import type { Choices, ConstantValue, FieldType } from '../program/program.ts'

const truths: Readonly<Record<string, boolean>> = {
  是: true,
  yes: true,
  true: true,
  否: false,
  no: false,
  false: false,
}

/**
 * What a cell of a data file says, written as in JSON; a rate may also be written 3%, a choice by its label, a truth as
 * 是 or yes. An empty cell is absent. Null where the type has no such value.
 */
export function dataValue(text: string, type: FieldType, choices: readonly Choices[]): ConstantValue | null {
  if (text === '') return type.optional ? { kind: 'absent' } : null
  switch (type.kind) {
    case 'money':
      return reads((reader) => reader.money(text, '')) ? { kind: 'exact', exact: exactFrom(text) } : null
    case 'rate':
      return rate(text)
    case 'number':
      return reads((reader) => reader.number(text, '')) ? { kind: 'exact', exact: exactFrom(text) } : null
    case 'months':
      return /^\d{1,4}$/.test(text) ? { kind: 'exact', exact: exactFrom(text) } : null
    case 'date':
      return reads((reader) => reader.date(text, '')) ? { kind: 'date', date: text } : null
    case 'yearMonth':
      return reads((reader) => reader.yearMonth(text, '')) ? { kind: 'date', date: `${text}-01` } : null
    case 'boolean': {
      const is = Object.hasOwn(truths, text) ? truths[text] : undefined
      return is === undefined ? null : { kind: 'boolean', is }
    }
    case 'region':
      return reads((reader) => reader.region(text, '')) ? { kind: 'region', prefix: text } : null
    case 'text':
      return reads((reader) => reader.text(text, '')) ? { kind: 'text', text } : null
    case 'texts':
      return null
    case 'choice': {
      const members = choices.find(({ id }) => id === type.choices)?.members
      const member = members?.find(({ id, label, name }) => id === text || label === text || name === text)
      return member ? { kind: 'member', member: member.id } : null
    }
  }
}

function rate(text: string): ConstantValue | null {
  const [, percent] = /^(\d{1,3}(?:\.\d{1,4})?)%$/.exec(text) ?? []
  if (percent !== undefined) {
    const exact = exactFrom(`${percent}/100`)
    return compareExact(exact, '1') <= 0 ? { kind: 'exact', exact } : null
  }
  return reads((reader) => reader.rate(text, '')) ? { kind: 'exact', exact: exactFrom(text) } : null
}

function reads(read: (reader: Reader) => unknown): boolean {
  const reader = new Reader()
  read(reader)
  try {
    reader.finish()
    return true
  } catch (error) {
    if (error instanceof CaseError) return false
    throw error
  }
}
