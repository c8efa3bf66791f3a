import type { Cell, Expression, Name, Unit } from '../../grammar/tree.ts'
import { parseMonth } from '../../runtime/date.ts'
import { multiply, parse, toText } from '../../runtime/rational.ts'
import type { BoundField, Vocabulary } from '../bind/bound.ts'
import { near } from '../bind/near.ts'
import type { FieldType } from '../program/program.ts'
import type { Place, Report } from '../problem/report.ts'

/** A value as JSON; undefined where there is none, and then a problem says so. */
export type PlainValue = string | number | boolean | null | readonly string[] | undefined

/** What a value stands for: the field, and where its problems are. */
interface Slot {
  readonly field: BoundField
  readonly vocabulary: Vocabulary
  readonly place: Place
  readonly report: Report
}

/** The one value in a cell, in the form in which the field's type is written in JSON. */
export function readCell(
  cell: Cell,
  file: string,
  field: BoundField,
  vocabulary: Vocabulary,
  report: Report,
): PlainValue {
  const slot = { field, vocabulary, place: { file, span: cell.span }, report }
  if (cell.kind === 'missing') return undefined
  if (field.type.kind === 'texts') return readTexts(cell, slot)
  const [entry, another] = cell.kind === 'entries' ? cell.entries : []
  if (entry === undefined || another !== undefined || entry.to !== null || entry.valueIncluded) {
    report.error('wrong-declaration-row', slot.place, { expected: '名称 | 值' })
    return undefined
  }
  return readExpression(entry.value, slot)
}

/** 「甲」、「乙」, or 未填 for none. */
function readTexts(cell: Cell, slot: Slot): PlainValue {
  const values = cell.kind === 'entries' ? cell.entries.map(({ value }) => value) : []
  const [first] = values
  if (first?.kind === 'absent' && values.length === 1) return []
  const texts = values.flatMap((value) => (value.kind === 'text' ? [value.value] : []))
  const isWhole = texts.length > 0 && texts.length === values.length
  return isWhole ? texts : mismatch(slot, first ? kindOf(first) : 'unknown')
}

function readExpression(expression: Expression, slot: Slot): PlainValue {
  const { type } = slot.field
  if (expression.kind === 'missing') return undefined
  if (expression.kind === 'absent') return type.optional ? null : mismatch(slot, 'absent')
  switch (type.kind) {
    case 'money':
      return expression.kind === 'quantity' && Object.hasOwn(yuan, expression.unit)
        ? withTwoDecimals(scaled(expression.digits, yuan[expression.unit] ?? '1'))
        : mismatch(slot, kindOf(expression))
    case 'rate':
      return expression.kind === 'quantity' && expression.unit === 'percent'
        ? scaled(expression.digits, '1/100')
        : mismatch(slot, kindOf(expression))
    case 'months':
      return expression.kind === 'quantity' && Object.hasOwn(months, expression.unit)
        ? wholeOrText(scaled(expression.digits, months[expression.unit] ?? '1'))
        : mismatch(slot, kindOf(expression))
    case 'number':
      return expression.kind === 'number'
        ? wholeOrText(scaled(expression.digits, '1'))
        : mismatch(slot, kindOf(expression))
    case 'date':
      return expression.kind === 'date' ? dateText(expression) : mismatch(slot, kindOf(expression))
    case 'yearMonth':
      return expression.kind === 'text' && parseMonth(expression.value) !== null
        ? expression.value
        : mismatch(slot, kindOf(expression))
    case 'texts':
      return mismatch(slot, kindOf(expression))
    case 'text':
      return expression.kind === 'text' ? expression.value : mismatch(slot, kindOf(expression))
    case 'boolean':
      return readBoolean(expression, slot)
    case 'region':
      return readRegion(expression, slot)
    case 'choice':
      return readMember(expression, type.choices, slot)
  }
}

// In yuan, and in months.
const yuan: Readonly<Partial<Record<Unit, string>>> = { yuan: '1', wanYuan: '10000', yiYuan: '100000000' }
const months: Readonly<Partial<Record<Unit, string>>> = { months: '1', years: '12' }

function scaled(digits: string, factor: string): string {
  return toText(multiply(parse(digits), parse(factor)))
}

function withTwoDecimals(amount: string): string {
  const [whole = '0', decimals = ''] = amount.split('.')
  return `${whole}.${decimals.padEnd(2, '0')}`
}

function wholeOrText(digits: string): PlainValue {
  return Number.isSafeInteger(Number(digits)) && !digits.includes('.') ? Number(digits) : digits
}

function dateText({ year, month, day }: { year: number; month: number; day: number }): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}

const truths: Readonly<Record<string, boolean>> = { 是: true, yes: true, 否: false, no: false }

function readBoolean(expression: Expression, slot: Slot): PlainValue {
  if (expression.kind !== 'name') return mismatch(slot, kindOf(expression))
  if (Object.hasOwn(truths, expression.text)) return truths[expression.text]
  return unknownMember(expression, '是否', Object.keys(truths), slot)
}

/** By name, or by its code of six digits. */
function readRegion(expression: Expression, slot: Slot): PlainValue {
  if (expression.kind === 'number' && /^\d{6}$/.test(expression.digits)) return expression.digits
  if (expression.kind === 'text') return expression.value
  if (expression.kind !== 'name') return mismatch(slot, kindOf(expression))
  const { regions } = slot.vocabulary
  const region = regions.find(({ label, id }) => label === expression.text || id === expression.text)
  if (region) return region.code
  const known = regions.flatMap(({ label, id }) => [label, id])
  return unknownName(expression, known, slot)
}

function readMember(expression: Expression, choices: string, slot: Slot): PlainValue {
  if (expression.kind !== 'name') return mismatch(slot, kindOf(expression))
  const found = slot.vocabulary.choices.find(({ id }) => id === choices)
  const members = found?.members ?? []
  const member = members.find(({ label, id, name }) => label === expression.text || (name ?? id) === expression.text)
  if (member) return member.id
  return unknownMember(
    expression,
    found?.label ?? choices,
    members.map(({ label }) => label),
    slot,
  )
}

function unknownMember(name: Name, choices: string, members: readonly string[], slot: Slot): undefined {
  if (name.text === '') return
  slot.report.error('unknown-member', slot.place, { name: name.text, choices, near: near(name.text, members) })
}

function unknownName(name: Name, known: readonly string[], slot: Slot): undefined {
  if (name.text === '') return
  slot.report.error('unknown-name', slot.place, { name: name.text, near: near(name.text, known) })
}

function mismatch({ field, vocabulary, place, report }: Slot, found: string): undefined {
  const expected = typeName(field.type, vocabulary)
  report.error('wrong-type', place, { name: field.label, found, expected })
}

function typeName(type: FieldType, { choices }: Vocabulary): string {
  const name =
    type.kind === 'choice' ? (choices.find(({ id }) => id === type.choices)?.label ?? type.choices) : type.kind
  return type.optional ? `optional ${name}` : name
}

const unitKinds: Readonly<Record<Unit, string>> = {
  yuan: 'money',
  wanYuan: 'money',
  yiYuan: 'money',
  percent: 'rate',
  points: 'points',
  years: 'months',
  yearsOld: 'age',
  months: 'months',
  days: 'days',
}

// The names that sentences about types have for them.
function kindOf(expression: Expression): string {
  switch (expression.kind) {
    case 'quantity':
      return unitKinds[expression.unit]
    case 'number':
    case 'date':
    case 'text':
    case 'absent':
      return expression.kind
    case 'fraction':
      return 'number'
    case 'openEnded':
      return 'date'
    case 'compare':
    case 'membership':
    case 'logic':
    case 'not':
      return 'boolean'
    case 'name':
    case 'call':
    case 'parens':
    case 'arithmetic':
    case 'orElse':
    case 'quantified':
    case 'missing':
      return 'unknown'
  }
}
