import type { Field, FieldType, ListField, OutputField } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import { docComment } from './comment.ts'
import { escapeText, propertyKey } from './escape.ts'
import type { Module } from './module.ts'
import { isNest, nest, type Nest } from './nest.ts'

/** What a type says of a value: as texts, or as plain counts. */
type FieldText = (type: FieldType, module: Module) => string

/** The type of the input: nested as the JSON is; a union where a case has one key or another. */
export function writeInputType(module: Module): string {
  const { policy, decision } = module.program
  return inputType(module.names.inputType, [`${policy.label} · ${decision.label}`], fieldText, module)
}

/** The same as plain counts. */
export function writeCountsInputType(module: Module): string {
  return inputType(module.names.countsInputType, [countsDoc], countedFieldText, module)
}

const countsDoc =
  'Amounts in whole fen, dates in days since 1970-01-01 (a month by its first), rates and bare numbers in millionths.'

function inputType(name: string, lines: readonly string[], text: FieldText, module: Module): string {
  const { program } = module
  const doc = docComment(lines)
  const root = nest<Member>([...program.input.fields, ...program.input.lists])
  const { eitherOf } = program.input
  if (eitherOf.length === 0) return `${doc}export interface ${name} ${record(root, text, module)}\n`
  const alone = new Set(eitherOf.flat())
  const only = (keys: (key: string) => boolean): string =>
    record({ ...root, members: new Map([...root.members].filter(([key]) => keys(key))) }, text, module)
  const pairs = eitherOf.map(([first, second]) => {
    const one = (key: string, other: string): string =>
      only((each) => each === key).replace(/\}$/, `readonly ${propertyKey(other)}?: never\n}`)
    return ` & (${one(first, second)} | ${one(second, first)})`
  })
  return `${doc}export type ${name} = ${only((key) => !alone.has(key))}${pairs.join('')}\n`
}

/** `editions` are the names of those that give this output. */
export function writeOutputType(module: Module, editions: readonly string[]): string {
  const { program, names } = module
  const edition = editions.map((name) => escapeText(name, 'string')).join(' | ')
  const head = `readonly policy: ${escapeText(program.policy.id, 'string')}\nreadonly edition: ${edition}\n`
  return `export interface ${names.outputType} {\n${head}${outputMembers(nest(program.output), module, outputText)}}\n`
}

/** The same as plain counts: whole fen, day numbers. An amount is a bigint where an amount may be beyond 2^53 fen. */
export function writeCountsOutputType(module: Module, editions: readonly string[]): string {
  const { program, names } = module
  const edition = editions.map((name) => escapeText(name, 'string')).join(' | ')
  const head = `readonly policy: ${escapeText(program.policy.id, 'string')}\nreadonly edition: ${edition}\n`
  const doc = docComment([countsDoc])
  const amount = hasAmounts(module) ? `<${names.amountType} extends number | bigint = number>` : ''
  return `${doc}export interface ${names.countsOutputType}${amount} {\n${head}${outputMembers(nest(program.output), module, countText)}}\n`
}

type Member = Field | ListField

function record(shape: Nest<Member>, text: FieldText, module: Module): string {
  const members = [...shape.members].map(([key, member]) => {
    const doc = isNest(member) ? '' : docComment(['type' in member ? labelled(member) : member.label])
    return `${doc}readonly ${propertyKey(key)}: ${memberType(member, text, module)}\n`
  })
  return `{\n${members.join('')}}`
}

function memberType(member: Member | Nest<Member>, text: FieldText, module: Module): string {
  if (isNest(member)) return record(member, text, module)
  if ('fields' in member) return `readonly ${record(nest<Member>(member.fields), text, module)}[]`
  return text(member.type, module) + (member.type.optional ? ' | null' : '')
}

/** The label, and what the national platform calls it. */
function labelled({ label, platform }: Field | OutputField): string {
  return platform === null ? label : `${label}（${platform}）`
}

function fieldText(type: FieldType, { names }: Pick<Module, 'names'>): string {
  switch (type.kind) {
    case 'money':
    case 'number':
      return 'string | number'
    case 'rate':
      return 'string | 0 | 1'
    case 'months':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'date':
    case 'yearMonth':
    case 'region':
    case 'text':
      return 'string'
    case 'texts':
      return 'readonly string[]'
    case 'choice':
      return names.choices(type.choices)
  }
}

/** Of plain counts. */
function countedFieldText(type: FieldType, module: Module): string {
  switch (type.kind) {
    case 'money':
    case 'rate':
    case 'number':
    case 'date':
    case 'yearMonth':
      return 'number'
    case 'months':
    case 'boolean':
    case 'region':
    case 'text':
    case 'texts':
    case 'choice':
      return fieldText(type, module)
  }
}

function withNull(type: string): string {
  return type.endsWith('| null') ? type : `${type} | null`
}

/** That type, with amounts of the one kind, the other, or both. */
export function countsOutput(amount: 'number' | 'bigint' | 'number | bigint', module: Module): string {
  const { countsOutputType } = module.names
  return hasAmounts(module) && amount !== 'number' ? `${countsOutputType}<${amount}>` : countsOutputType
}

function hasAmounts({ program }: Module): boolean {
  return program.output.some(
    ({ type }) => type.kind === 'money' || (type.kind === 'optional' && type.of.kind === 'money'),
  )
}

function outputMembers(
  shape: Nest<OutputField>,
  module: Module,
  textOf: (type: Type, module: Module) => string,
): string {
  return [...shape.members]
    .map(([key, member]) =>
      isNest(member)
        ? `readonly ${propertyKey(key)}: {\n${outputMembers(member, module, textOf)}}\n`
        : `${docComment([labelled(member)])}readonly ${propertyKey(key)}: ${textOf(member.type, module)}\n`,
    )
    .join('')
}

/** What a value is in the output of plain counts. */
function countText(type: Type, module: Module): string {
  if (type.kind === 'optional') return withNull(countText(type.of, module))
  if (type.kind === 'money') return module.names.amountType
  if (type.kind === 'date') return type.openEnded ? 'number | null' : 'number'
  return outputText(type, module)
}

/** What a value is in the output. */
function outputText(type: Type, module: Module): string {
  switch (type.kind) {
    case 'optional':
      return withNull(outputText(type.of, module))
    case 'number':
    case 'months':
      return type.decimals === 0 ? 'number' : 'number | string'
    case 'days':
    case 'age':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'texts':
      return 'readonly string[]'
    case 'choice':
      return module.names.choices(type.choices)
    case 'date':
      return type.openEnded ? 'string | null' : 'string'
    case 'money':
    case 'rate':
    case 'points':
    case 'region':
    case 'text':
      return 'string'
    case 'list':
    case 'schedule':
    case 'unknown':
      throw new Error(`${type.kind} can't be an output`)
  }
}
