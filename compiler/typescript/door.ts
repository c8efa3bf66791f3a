import { keyPath } from '../../runtime/path.ts'
import type { Field, ListField } from '../program/program.ts'
import { accessPath, escapeText, propertyKey } from './escape.ts'
import type { Module } from './module.ts'
import { isNest, nest, type Nest } from './nest.ts'

/**
 * The functions that read the input. Records are read from the outside to the inside, fields in the order of the
 * schema, so that what is wrong with a case comes out in the same order as from the interpreter.
 */
export interface Door {
  /** The name of the function that reads everything. */
  readonly name: string
  readonly code: string
}

type Member = Field | ListField

interface Reading {
  readonly module: Module
  /** The functions that were written so far. */
  readonly functions: string[]
}

/** Where a record stands: known when compiling, or in the variable `path`. */
type Path = { readonly text: string } | 'variable'

export function writeDoor(module: Module): Door {
  const { program, names } = module
  const name = names.fresh('readInput')
  const reading: Reading = { module, functions: [] }
  const root = nest<Member>([...program.input.fields, ...program.input.lists])
  const { eitherOf } = program.input
  const has = eitherOf.map(([, key]) => `${names.given(key)}: reader.has(record, ${escapeText(key, 'string')}),\n`)
  const body = members(root, { text: '' }, reading, has)
  const pairs = eitherOf.length > 0 ? `, ${JSON.stringify(eitherOf)}` : ''
  const code = `/** Throws a CaseError with everything that is wrong with the input. */
function ${name}(input: ${names.inputType}) {
const reader = new ${module.use('Reader')}()
const record = reader.record(input, '', ${keys(root)}${pairs})
const given = ${body}
reader.finish()
${editionCheck(module)}return given
}
`
  return { name, code: [code, ...reading.functions].join('\n') }
}

/** An object literal that reads each key of `record`. */
function members(shape: Nest<Member>, path: Path, reading: Reading, more: readonly string[] = []): string {
  const lines = [...shape.members].map(([key, member]) => {
    const value = `record[${escapeText(key, 'string')}]`
    return `${propertyKey(key)}: ${readMember(member, value, key, path, reading)},\n`
  })
  return `{\n${[...lines, ...more].join('')}}`
}

function readMember(member: Member | Nest<Member>, value: string, key: string, parent: Path, reading: Reading): string {
  const path: Path = parent === 'variable' ? parent : { text: keyPath(parent.text, key) }
  const pathCode = path === 'variable' ? variablePath(key, reading.module) : escapeText(path.text, 'string')
  if (isNest(member)) {
    const read = recordReader(member.path, member, path, reading)
    return path === 'variable' ? `${read}(reader, ${value}, ${pathCode})` : `${read}(reader, ${value})`
  }
  if ('fields' in member) {
    const read = recordReader(
      reading.module.names.element(member.path),
      nest<Member>(member.fields),
      'variable',
      reading,
    )
    return `reader.each(${value}, ${pathCode}, (value, path) => ${read}(reader, value, path))`
  }
  if (!member.type.optional) return readValue(member, value, pathCode, reading.module)
  return `reader.optional(${value}, ${pathCode}, (value, path) => ${readValue(member, 'value', 'path', reading.module)})`
}

/** Writes the function that reads a record, and gives its name back. */
function recordReader(wish: string, shape: Nest<Member>, path: Path, { module, functions }: Reading): string {
  const name = module.names.fresh(`read.${wish}`)
  const parameter = path === 'variable' ? ', path: string' : ''
  const pathCode = path === 'variable' ? 'path' : escapeText(path.text, 'string')
  const inner: Reading = { module, functions: [] }
  const body = members(shape, path, inner)
  const code = `function ${name}(reader: ${module.use('Reader')}, value: unknown${parameter}) {
const record = reader.record(value, ${pathCode}, ${keys(shape)})
return ${body}
}
`
  functions.push(code, ...inner.functions)
  return name
}

function readValue({ type }: Field, value: string, path: string, module: Module): string {
  switch (type.kind) {
    case 'months':
      return `reader.months(${value}, ${path})`
    case 'rate':
      return `Number(${module.use('scaled')}(reader.rate(${value}, ${path}), 1000000n))`
    case 'number':
      return `${module.use('scaled')}(reader.number(${value}, ${path}), 1000000n)`
    case 'money':
      return `reader.fen(${value}, ${path})`
    case 'choice':
      return `reader.choice(${value}, ${path}, ${module.names.members(type.choices)})`
    case 'texts':
      throw new Error('texts only come out')
    case 'date':
    case 'yearMonth':
    case 'boolean':
    case 'region':
    case 'text':
      return `reader.${type.kind}(${value}, ${path})`
  }
}

function keys(shape: Nest<Member>): string {
  return `[${[...shape.members.keys()].map((key) => escapeText(key, 'string')).join(', ')}]`
}

function variablePath(key: string, module: Module): string {
  const isPlain = keyPath('x', key) === `x.${key}` && !/[`$\\]/.test(key)
  return isPlain ? `\`\${path}.${key}\`` : `${module.use('keyPath')}(path, ${escapeText(key, 'string')})`
}

function editionCheck({ program, use }: Module): string {
  const { selectedBy, name, from, until } = program.edition
  const field = program.input.fields.find(({ path }) => path === selectedBy)
  if (!field) return ''
  const path = escapeText(selectedBy, 'string')
  const [first, last] = [from, until].map((date) => (date === null ? 'null' : escapeText(date, 'string')))
  const date = `given${accessPath(selectedBy)}`
  const missing = `if (${date} === null) throw new ${use('CaseError')}([{ code: 'missing', path: ${path}, value: null, facts: {} }])\n`
  return `${field.type.optional ? missing : ''}const edition = { name: ${escapeText(name, 'string')}, from: ${first}, until: ${last} }
const outside = ${use('refuseOutside')}(edition, ${path}, ${date})
if (outside) throw new ${use('CaseError')}([outside])
`
}
