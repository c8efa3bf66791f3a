import type { OutputField } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import { from, textOf, type Code } from './code.ts'
import { commonDenominator } from '../arithmetic/denominator.ts'
import { accessPath, escapeText, isPlainName, propertyKey } from './escape.ts'
import { magnitude } from '../arithmetic/magnitude.ts'
import { countedOf, type Counted } from './form.ts'
import { writeFunction } from './function.ts'
import { countsOutput } from './interfaces.ts'
import { ownCounted } from './here.ts'
import type { Module } from './module.ts'
import { isNest, nest, type Nest } from './nest.ts'
import type { Caller } from './parameters.ts'
import { convert } from './scale.ts'

/** The result as plain counts, and the functions that compute what is no definition by itself. */
export interface Output {
  readonly object: Code
  readonly functions: readonly Code[]
}

export function writeOutput(module: Module, caller: Caller): Output {
  const { policy, edition, output } = module.program
  const functions: Code[] = []
  const head = `policy: ${escapeText(policy.id, 'string')},\nedition: ${escapeText(edition.name, 'string')},\n`
  const object = ['{\n', head, counts(nest(output), module, caller, functions), '}']
  return { object, functions }
}

function counts(record: Nest<OutputField>, module: Module, caller: Caller, functions: Code[]): Code {
  return [...record.members].map(([key, member]): Code => {
    if (isNest(member)) return [propertyKey(key), ': {\n', counts(member, module, caller, functions), '},\n']
    const { code, counted: as } = valueOf(member, module, caller, functions)
    const value = counted(code, member.type, as, module)
    return from(member.value.at, [value === key && isPlainName(key) ? '' : [propertyKey(key), ': '], value, ',\n'])
  })
}

/** The function that makes of a result what goes out, and its name. */
export function writeWriter(module: Module): { readonly name: string; readonly code: Code } {
  const { names, program } = module
  const name = names.fresh('writeOutput')
  const result = names.fresh('result')
  const texts = (record: Nest<OutputField>, at: string): string =>
    [...record.members]
      .map(([key, member]) => {
        const value = at + accessPath(key)
        const text = isNest(member) ? `{\n${texts(member, value)}}` : written(value, member, module)
        return `${propertyKey(key)}: ${text},\n`
      })
      .join('')
  const head = `policy: ${result}.policy,\nedition: ${result}.edition,\n`
  const code = `/** The result as it goes out: amounts and dates as texts. */
function ${name}(${result}: ${countsOutput('number | bigint', module)}): ${names.outputType} {
return {
${head}${texts(nest(program.output), result)}}
}
`
  return { name, code }
}

/** A definition or an input where the value is that alone; else the call of a function of its own. */
function valueOf(field: OutputField, module: Module, caller: Caller, functions: Code[]): Computed {
  const { value, label, path, type } = field
  const own = ownCounted(value, { module })
  if (value.kind === 'ref') return { code: caller.value(value.id), counted: own }
  if (value.kind === 'input') return { code: caller.given + accessPath(value.path), counted: own }
  const { over, range } = module.arithmetic.magnitudeOf(value)
  const counted = type.kind === 'money' ? countedOf(magnitude(commonDenominator(over, 100n), range)) : own
  const name = module.wished(`compute.${path}`)
  const computation = { name, label, doc: [label], type: value.type, counted, value, place: value.at, said: null }
  const { code, call } = writeFunction(computation, module, caller)
  functions.push(code)
  return { code: call, counted }
}

interface Computed {
  readonly code: Code
  readonly counted: Counted
}

/** What amounts of the result are: numbers, or some of them or all of them bigints. */
export function amountsOf(module: Module): 'number' | 'number | bigint' {
  const amounts = module.program.output.filter(
    ({ type }) => (type.kind === 'optional' ? type.of : type).kind === 'money',
  )
  const isNumber = ({ value }: OutputField): boolean => {
    const { over, as } = ownCounted(value, { module })
    return over === 100n && as === 'number'
  }
  return amounts.every(isNumber) ? 'number' : 'number | bigint'
}

/** The value as a plain count: amounts in fen, dates as day numbers; a rate, or a number with decimals, as its text. */
function counted(code: Code, type: Type, own: Counted, module: Module): Code {
  const { use } = module
  const exact = (): Code => convert(code, type, own, { over: 'any', as: 'rational' }, module)
  switch (type.kind) {
    case 'optional': {
      if (type.of.kind === 'boolean' || type.of.kind === 'choice' || type.of.kind === 'text') return code
      if (type.of.kind === 'money' && own.over === 100n) return code
      return named(code, (text) => [text, ' === null ? null : ', counted(text, type.of, own, module)])
    }
    case 'money':
      return own.over === 100n ? code : [use('scaled'), '(', exact(), ', 100n)']
    case 'rate':
    case 'points':
      return [`${use('rational')}.toText(`, exact(), ')']
    case 'number':
    case 'months':
      return type.decimals === 0 ? wholeNumber(code, own, module) : [use('wholeOrText'), '(', exact(), ')']
    case 'days':
    case 'age':
      return wholeNumber(code, own, module)
    case 'date':
      return type.openEnded ? named(code, (text) => [text, ` === ${use('OPEN_ENDED')} ? null : `, text]) : code
    case 'region':
      return [code, ".padEnd(6, '0')"]
    case 'boolean':
    case 'choice':
    case 'text':
    case 'texts':
      return code
    case 'list':
    case 'schedule':
    case 'unknown':
      throw new Error(`${type.kind} can't be an output`)
  }
}

/** A plain count as JSON has it. */
function written(value: string, { type, asMonth }: OutputField, { use }: Module): string {
  const isOptional = type.kind === 'optional'
  const of = isOptional ? type.of : type
  const orNull = (write: string): string => `${value} === null ? null : ${write}`
  if (of.kind === 'money') {
    const write = `${use('formatMoney')}(${value})`
    return isOptional ? orNull(write) : write
  }
  if (of.kind !== 'date') return value
  const write = `${use(asMonth === true ? 'formatMonth' : 'formatDate')}(${value})`
  return isOptional || of.openEnded ? orNull(write) : write
}

/** What is written of a code twice: computed once, where it is no name. */
function named(code: Code, write: (text: Code) => Code): Code {
  const isName = /^[\p{L}\p{N}_.]+$/u.test(textOf(code))
  return isName ? write(code) : ['((value) => ', write('value'), ')(', code, ')']
}

function wholeNumber(code: Code, own: Counted, module: Module): Code {
  if (own.over === 1n) return own.as === 'number' ? code : [module.use('whole'), '(', code, ')']
  return [module.use('whole'), '(', convert(code, number, own, { over: 'any', as: 'rational' }, module), ')']
}
const number: Type = { kind: 'number', decimals: null }
