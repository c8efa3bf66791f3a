import { fieldType } from '../check/field-type.ts'
import type { Expr } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import { variablesIn, type Code } from './code.ts'
import { accessPath, propertyKey } from './escape.ts'
import { countedAsDefined, countedAsRead, formOf } from './form.ts'
import type { Module } from './module.ts'
import { needsOf, type Needs } from './needs.ts'
import { isNest, nest, type Nest } from './nest.ts'
import { typeText } from './type-text.ts'

/** A parameter of a function, and what is passed for it. */
export interface Parameter {
  readonly name: string
  readonly type: string
  readonly argument: string
}

/** Where the caller has what a function needs. */
export interface Caller {
  /** What the reading of the input gave. */
  readonly given: string
  /** By identifier: what has been computed of the case. */
  readonly value: (id: string) => string
  /** By path of a list: the list with all that has been computed of its elements. */
  readonly listValue: (path: string) => string
  /** By identifier: what has been computed of the element in hand. */
  readonly attribute: (id: string) => string
}

/**
 * What a function has to be given for its body, which is written already: of what the expressions name, some may have
 * turned out not to matter. In the order of the input schema, then of the program.
 */
export function parametersOf(exprs: readonly Expr[], body: Code, module: Module, caller: Caller): readonly Parameter[] {
  const used = variablesIn(body)
  return candidates(needsOf(exprs, module.definitions), module, caller).filter(({ name }) => used.has(name))
}

function candidates(needs: Needs, module: Module, caller: Caller): readonly Parameter[] {
  const { names, program } = module
  const inputs = program.input.fields
    .filter(({ path }) => needs.inputs.has(path))
    .map((field) => ({
      name: names.field(null, field.path),
      type: valueType(fieldType(field.type), module),
      argument: caller.given + accessPath(field.path),
    }))
  const given = program.input.eitherOf
    .map(([, key]) => key)
    .filter((key) => needs.given.has(key))
    .map((key) => ({ name: names.given(key), type: 'boolean', argument: `${caller.given}.${names.given(key)}` }))
  const fields = program.input.lists.flatMap((list) =>
    list.fields
      .filter(({ path }) => needs.fields.get(list.path)?.has(path))
      .map((field) => ({
        name: names.field(list.path, field.path),
        type: valueType(fieldType(field.type), module),
        argument: names.element(list.path) + accessPath(field.path),
      })),
  )
  const definitions = program.definitions
    .filter(({ id }) => needs.definitions.has(id))
    .map(({ id, over }) => ({
      name: names.value(id),
      type: definitionType(id, module),
      argument: over === null ? caller.value(id) : caller.attribute(id),
    }))
  return [...inputs, ...given, ...fields, ...definitions, ...lists(needs, module, caller)]
}

function lists(needs: Needs, module: Module, caller: Caller): readonly Parameter[] {
  const { names, program } = module
  return program.input.lists
    .filter(({ path }) => needs.lists.has(path))
    .map((list) => {
      const used = needs.lists.get(list.path)
      const fields = list.fields
        .filter(({ path }) => used?.fields.has(path))
        .map(({ path, type }) => ({ path, type: valueType(fieldType(type), module) }))
      const definitions = program.definitions
        .filter(({ id }) => used?.definitions.has(id))
        .map(({ id }) => ({ path: names.value(id), type: definitionType(id, module) }))
      const members = [...fields, ...definitions]
      const type = members.length > 0 ? `readonly ${recordText(nest(members))}[]` : 'readonly unknown[]'
      return { name: names.list(list.path), type, argument: caller.listValue(list.path) }
    })
}

function recordText(record: Nest<{ readonly path: string; readonly type: string }>): string {
  const members = [...record.members].map(
    ([key, member]) => `readonly ${propertyKey(key)}: ${isNest(member) ? recordText(member) : member.type}`,
  )
  return `{ ${members.join('; ')} }`
}

/** The type of what an input field is read as. */
function valueType(type: Type, module: Module): string {
  return typeText(type, formOf(type, countedAsRead(type)), module)
}

function definitionType(id: string, module: Module): string {
  const definition = module.definitions.get(id)
  if (!definition) throw new Error(`there is no definition ${id}`)
  return typeText(definition.type, formOf(definition.type, countedAsDefined(id, module.arithmetic)), module)
}
