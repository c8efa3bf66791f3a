import type { Definition } from '../program/program.ts'
import { from, type Code } from './code.ts'
import { originLines } from './comment.ts'
import { accessPath } from './escape.ts'
import { writeFunction } from './function.ts'
import type { Module } from './module.ts'
import { needsOf } from './needs.ts'
import type { Caller } from './parameters.ts'

/** The statements that compute every definition in the order of the program, and the functions that they call. */
export interface Steps {
  readonly statements: readonly Statement[]
  readonly functions: readonly Code[]
  /** Where whatever comes after them finds everything. */
  readonly caller: Caller
}

/** Computes a value and gives it a name. */
export interface Statement {
  readonly variable: string
  readonly value: Code
}

/** `given` is the variable that holds what was read. */
export function writeSteps(module: Module, given: string): Steps {
  const { names, program } = module
  // The variable that holds a list with all that has been computed of its elements.
  const lists = new Map<string, string>()
  const caller: Caller = { given, listValue: (path) => lists.get(path) ?? given + accessPath(path) }
  const functions: Code[] = []
  const callOf = (definition: Definition): Code => {
    const { code, call } = writeFunction(computationOf(definition, module), module, caller)
    functions.push(code)
    return call
  }
  const statements = groups(program.definitions, module).map((group): Statement => {
    const [{ id, over, origin }] = group
    if (over === null) return { variable: names.value(id), value: from(origin, callOf(group[0])) }
    const before = caller.listValue(over)
    const variable = lists.has(over) ? names.fresh(over) : names.list(over)
    const element = names.element(over)
    const maps = group.map((definition): Code => {
      const attribute = `.map((${element}) => ({ ...${element}, ${names.value(definition.id)}: `
      return from(definition.origin, ['\n', attribute, callOf(definition), ' }))'])
    })
    lists.set(over, variable)
    return { variable, value: [before, maps] }
  })
  return { statements, functions, caller }
}

/** Each definition alone, but those of the elements of one list together as long as none looks at the whole list. */
function groups(definitions: readonly Definition[], module: Module): readonly Group[] {
  return definitions.reduce<Group[]>((groups, definition) => {
    const last = groups.at(-1)
    const { over, value } = definition
    const isNext = over !== null && last?.[0].over === over && !needsOf([value], module.definitions).lists.has(over)
    return isNext && last ? [...groups.slice(0, -1), [...last, definition]] : [...groups, [definition]]
  }, [])
}
type Group = readonly [Definition, ...Definition[]]

function computationOf(definition: Definition, module: Module): Parameters<typeof writeFunction>[0] {
  const { id, label, type, value, origin } = definition
  const doc = [label, '', ...originLines(origin, module.program)]
  return {
    name: module.names.compute(id),
    label,
    doc,
    type,
    over: module.denominators.get(id) ?? 1n,
    value,
    place: origin,
    said: origin,
  }
}
