import { parseDate } from '../../runtime/date.ts'
import type { Field, ListField } from '../program/program.ts'
import { wordsOf } from './code.ts'
import { accessPath, escapeText, propertyKey } from './escape.ts'
import { membersOf, runtimeNames, type Module } from './module.ts'
import { freshNames } from './names.ts'
import { isNest, nest, type Nest } from './nest.ts'
import { writeSchema } from './schema.ts'

/**
 * The functions that read the input. What is right, and mostly everything is, goes through functions that look at each
 * key once and give up at the first doubt; then the whole input is read again by its schema, as slowly as it takes to
 * say everything that is wrong with it, in the order of the schema, as the interpreter does.
 */
export interface Door {
  /** The name of the function that reads everything, and of the type of what it gives. */
  readonly name: string
  readonly type: string
  readonly code: string
}

type Member = Field | ListField

interface Reading {
  readonly module: Module
  /** The name of the parameter that says in which form amounts, dates and rates come in. */
  readonly form: string
  /** The functions and constants that were written so far. */
  readonly written: string[]
}

/** What reads a value, and the condition under which what it gives is wrong. */
interface Read {
  readonly code: string
  readonly isWrong: (variable: string) => string
}

export function writeDoor(module: Module): Door {
  const { program, names, use } = module
  const [name, type, schema] = [names.fresh('readInput'), names.fresh('Given'), names.fresh('inputSchema')]
  const form = names.fresh('form')
  const { eitherOf } = program.input
  const reading: Reading = { module, form, written: [] }
  const root = nest<Member>([...program.input.fields, ...program.input.lists])
  const quickly = writeRecord('quickly', root, eitherOf, reading)
  const pairs = eitherOf.map((pair) => `[${[...pair, names.given(pair[1])].map(text).join(', ')}]`)
  const carefully = `${use('readBySchema')}(${schema}, [${pairs.join(', ')}], input, ${form}) as ${type}`
  const code = `/** Throws a CaseError with everything that is wrong with the input. */
function ${name}(input: unknown, ${form}: ${use('InputForm')}): ${type} {
const given = ${quickly.call('input')} ?? (${carefully})
${editionCheck(module)}return given
}

/** What is computed with: amounts in fen, dates as day numbers, rates and bare numbers in millionths. */
type ${type} = NonNullable<ReturnType<typeof ${quickly.name}>>
`
  const data = `const ${schema}: ${use('Schema')} = ${writeSchema(root, module)}\n`
  return { name, type, code: [code, ...reading.written, data].join('\n') }
}

const quoted = /(["'])(?:\\.|(?!\1).)*\1/g

/** Writes a function that reads a record; it gives null where anything may be wrong with it. */
function writeRecord(
  wish: string,
  shape: Nest<Member>,
  eitherOf: readonly (readonly [string, string])[],
  { module, form, written }: Reading,
): { readonly name: string; readonly call: (value: string) => string } {
  const { names, use } = module
  const [name, keys] = [names.fresh(`read.${wish}`), names.fresh(`${wish}.keys`)]
  const inner: Reading = { module, form, written: [] }
  const reads = [...shape.members].map(([key, member]) => ({ key, member, ...readMember(member, key, inner) }))
  const called = reads.flatMap(({ code, isWrong }) =>
    wordsOf(`${code} ${isWrong('')}`.replace(quoted, '')).map((word) => word.text),
  )
  const local = freshNames([...called, ...runtimeNames, keys, 'fields', 'Number', form])
  const alternatives = new Set(eitherOf.flat())
  const constants = reads.map(({ key, member, code }) => {
    const variable = local(key)
    const isLeftOut = `fields[${text(key)}] === undefined ? ${standIn(member, module)} : `
    return { key, variable, code: `const ${variable} = ${alternatives.has(key) ? isLeftOut : ''}${code}\n` }
  })
  const given = eitherOf.map(([first, second]) => ({ first, second, has: names.given(second) }))
  const wrong = [
    `!${form}.hasKeys(fields, ${keys}${given.length > 0 ? `, ${given.length}` : ''})`,
    ...given.map(({ first, has }) => `${has} === (fields[${text(first)}] !== undefined)`),
    ...reads.map(({ isWrong }, index) => isWrong(constants[index]?.variable ?? '')),
  ]
  const result = [
    ...constants.map(({ key, variable }) => (key === variable ? key : `${propertyKey(key)}: ${variable}`)),
    ...given.map(({ has }) => has),
  ]
  const code = `function ${name}(fields: unknown, ${form}: ${use('InputForm')}) {
if (!${use('isObject')}(fields)) return null
${constants.map((each) => each.code).join('')}${given
    .map(({ second, has }) => `const ${has} = fields[${text(second)}] !== undefined\n`)
    .join('')}${wrong.map((condition) => `if (${condition}) return null\n`).join('')}return { ${result.join(', ')} }
}

const ${keys} = [${[...shape.members.keys()].map(text).join(', ')}]
`
  written.push(code, ...inner.written)
  return { name, call: (value) => `${name}(${value}, ${form})` }
}

function readMember(member: Member | Nest<Member>, key: string, reading: Reading): Read {
  const { module, form } = reading
  const { use, names } = module
  const field = `fields[${text(key)}]`
  if (isNest(member)) return { code: writeRecord(member.path, member, [], reading).call(field), isWrong: isNull }
  if ('fields' in member) {
    return { code: writeListReader(member, reading)(field), isWrong: isNull }
  }
  const { type } = member
  const orNull = (code: string): string => (type.optional ? `${field} === null ? null : ${code}` : code)
  const isNo = (guard: string) => (variable: string) =>
    type.optional ? `${variable} !== null && !${guard}(${variable})` : `!${guard}(${variable})`
  const isNaN = (variable: string): string => `Number.isNaN(${variable})`
  switch (type.kind) {
    case 'money':
      return { code: orNull(`${form}.fen(${field})`), isWrong: isNaN }
    case 'date':
      return { code: orNull(`${form}.day(${field})`), isWrong: isNaN }
    case 'yearMonth':
      return { code: orNull(`${form}.monthStart(${field})`), isWrong: isNaN }
    case 'rate':
      return { code: orNull(`${form}.rate(${field})`), isWrong: isNaN }
    case 'number':
      return { code: orNull(`${form}.number(${field})`), isWrong: (variable) => `${variable} === undefined` }
    case 'months':
      return { code: orNull(`${use('monthsOf')}(${field})`), isWrong: isNaN }
    case 'boolean':
      return {
        code: field,
        isWrong: (variable) => `typeof ${variable} !== 'boolean'${type.optional ? ` && ${variable} !== null` : ''}`,
      }
    case 'region':
      return { code: field, isWrong: isNo(use('isRegion')) }
    case 'text':
      return { code: field, isWrong: isNo(use('isText')) }
    case 'choice':
      return { code: field, isWrong: isNo(names.guard(type.choices)) }
    case 'texts':
      throw new Error('texts only come out')
  }
}

/** A function that reads a list: null where anything may be wrong with it. */
function writeListReader(list: ListField, reading: Reading): (value: string) => string {
  const { module, form, written } = reading
  const { names, use } = module
  const name = names.fresh(`read.${list.path}`)
  const inner: Reading = { module, form, written: [] }
  const element = writeRecord(names.element(list.path), nest<Member>(list.fields), [], inner)
  const code = `function ${name}(list: unknown, ${form}: ${use('InputForm')}) {
if (!Array.isArray(list) || list.length > ${use('LONGEST_LIST')}) return null
const elements = []
for (let index = 0; index < list.length; index++) {
const element = ${element.call('list[index]')}
if (element === null) return null
elements.push(element)
}
return elements
}
`
  written.push(code, ...inner.written)
  return (value) => `${name}(${value}, ${form})`
}

function isNull(variable: string): string {
  return `${variable} === null`
}

/** What stands for a key that a case has not: no rule that uses it applies then. */
function standIn(member: Member | Nest<Member>, module: Module): string {
  if (isNest(member)) {
    const members = [...member.members].map(([key, each]) => `${propertyKey(key)}: ${standIn(each, module)}`)
    return `{ ${members.join(', ')} }`
  }
  if ('fields' in member) return '[]'
  switch (member.type.kind) {
    case 'money':
    case 'rate':
    case 'months':
    case 'date':
    case 'yearMonth':
      return '0'
    case 'number':
      return '0n'
    case 'boolean':
      return 'false'
    case 'region':
      return "'110000'"
    case 'text':
      return "''"
    case 'choice':
      return text(membersOf({ kind: 'choice', choices: member.type.choices }, module)[0] ?? '')
    case 'texts':
      throw new Error('texts only come out')
  }
}

function editionCheck({ program, use }: Module): string {
  const { selectedBy, name, from, until } = program.edition
  const field = program.input.fields.find(({ path }) => path === selectedBy)
  if (!field) return ''
  const path = text(selectedBy)
  const [first, last] = [from, until].map((date) => (date === null ? 'null' : text(date)))
  const date = `given${accessPath(selectedBy)}`
  const missing = `if (${date} === null) throw new ${use('CaseError')}([{ code: 'missing', path: ${path}, value: null, facts: {} }])\n`
  const outside = [
    ...(from === null ? [] : [`${date} < ${dayNumber(from)}`]),
    ...(until === null ? [] : [`${date} > ${dayNumber(until)}`]),
  ]
  const edition = `{ name: ${text(name)}, from: ${first}, until: ${last} }`
  const refuse = `throw new ${use('CaseError')}([${use('outsideEdition')}(${edition}, ${path}, ${date})])\n`
  return [field.type.optional ? missing : '', outside.length > 0 ? `if (${outside.join(' || ')}) ${refuse}` : ''].join(
    '',
  )
}

function dayNumber(date: string): string {
  return `${parseDate(date)} /* ${date} */`
}

function text(value: string): string {
  return escapeText(value, 'string')
}
