import type { OutputField } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import { from, textOf, type Code } from './code.ts'
import { commonDenominator, denominatorOf, type Denominator } from './denominator.ts'
import { accessPath, escapeText, isPlainName, propertyKey } from './escape.ts'
import { writeFunction } from './function.ts'
import type { Module } from './module.ts'
import { isNest, nest, type Nest } from './nest.ts'
import type { Caller } from './parameters.ts'

/** The object that is returned, and the functions that compute what is no definition by itself. */
export interface Output {
  readonly object: Code
  readonly functions: readonly Code[]
}

export function writeOutput(module: Module, caller: Caller): Output {
  const { policy, edition, output } = module.program
  const functions: Code[] = []
  const head = `policy: ${escapeText(policy.id, 'string')},\nedition: ${escapeText(edition.name, 'string')},\n`
  return { object: ['{\n', head, members(nest(output), module, caller, functions), '}'], functions }
}

function members(record: Nest<OutputField>, module: Module, caller: Caller, functions: Code[]): Code {
  return [...record.members].map(([key, member]): Code => {
    if (isNest(member)) return [propertyKey(key), ': {\n', members(member, module, caller, functions), '},\n']
    const { code, over } = valueOf(member, module, caller, functions)
    const value = written(code, member.type, { over, asMonth: member.asMonth === true }, module)
    return from(member.value.at, [value === key && isPlainName(key) ? '' : [propertyKey(key), ': '], value, ',\n'])
  })
}

/** A definition or an input where the value is that alone; else the call of a function of its own. */
function valueOf(field: OutputField, module: Module, caller: Caller, functions: Code[]): Computed {
  const { value, label, path, type } = field
  const own = denominatorOf(value, module.denominators)
  if (value.kind === 'ref') return { code: caller.value(value.id), over: own }
  if (value.kind === 'input') return { code: caller.given + accessPath(value.path), over: own }
  const over = type.kind === 'money' ? commonDenominator(own, 100n) : own
  const name = module.names.fresh(`compute.${path}`)
  const computation = { name, label, doc: [label], type: value.type, over, value, place: value.at, said: null }
  const { code, call } = writeFunction(computation, module, caller)
  functions.push(code)
  return { code: call, over }
}

interface Computed {
  readonly code: Code
  readonly over: Denominator
}

/** The value as JSON has it. */
function written(
  code: Code,
  type: Type,
  as: { readonly over: Denominator; readonly asMonth: boolean },
  module: Module,
): Code {
  const { use } = module
  const { over } = as
  const exact = (): Code => (over === 'any' ? code : [`${use('rational')}.fraction(`, code, `, ${over}n)`])
  switch (type.kind) {
    case 'optional': {
      if (type.of.kind === 'boolean' || type.of.kind === 'choice' || type.of.kind === 'text') return code
      return named(code, (text) => [text, ' === null ? null : ', written(text, type.of, as, module)])
    }
    case 'money':
      if (over === 100n) return [use('formatMoney'), '(', code, ')']
      return [use('formatMoney'), '(', use('scaled'), '(', exact(), ', 100n))']
    case 'rate':
    case 'points':
      return [`${use('rational')}.toText(`, exact(), ')']
    case 'number':
    case 'months':
      return type.decimals === 0 ? wholeNumber(code, over, module) : [use('wholeOrText'), '(', exact(), ')']
    case 'days':
    case 'age':
      return wholeNumber(code, over, module)
    case 'date': {
      const write = (text: Code): Code => [use(as.asMonth ? 'formatMonth' : 'formatDate'), '(', text, ')']
      if (!type.openEnded) return write(code)
      return named(code, (text) => [text, ` === ${use('OPEN_ENDED')} ? null : `, write(text)])
    }
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

/** What is written of a code twice: computed once, where it is no name. */
function named(code: Code, write: (text: Code) => Code): Code {
  const isName = /^[\p{L}\p{N}_.]+$/u.test(textOf(code))
  return isName ? write(code) : ['((value) => ', write('value'), ')(', code, ')']
}

function wholeNumber(code: Code, over: Denominator, { use }: Module): Code {
  if (over === 1n) return [use('whole'), '(', code, ')']
  return [use('whole'), '(', over === 'any' ? code : [`${use('rational')}.fraction(`, code, `, ${over}n)`], ')']
}
