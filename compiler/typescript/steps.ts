import { definitionsRequired } from '../program/build.ts'
import type { Definition } from '../program/program.ts'
import { canFail } from './can-fail.ts'
import { from, variablesIn, type Code } from './code.ts'
import { originLines } from './comment.ts'
import { accessPath, propertyKey } from './escape.ts'
import { countedAsDefined } from './form.ts'
import { writeFunction } from './function.ts'
import type { Module } from './module.ts'
import { needsOf } from './needs.ts'
import type { Caller } from './parameters.ts'
import { writeRequirements } from './invariants.ts'
import { MOST_STATEMENTS, type Statement } from './sequence.ts'

/** The statements that compute every definition in the order of the program, and the functions that they call. */
export interface Steps {
  readonly statements: readonly Statement[]
  readonly functions: readonly Code[]
  /** Where whatever comes after them finds everything. */
  readonly caller: Caller
}

/** `given` is the variable that holds what was read. */
export function writeSteps(module: Module, given: string): Steps {
  const { names, program, definitions } = module
  // The variable that holds a list with all that has been computed of its elements.
  const lists = new Map<string, string>()
  const required = definitionsRequired(program)
  const [before, after] = [program.definitions.slice(0, required), program.definitions.slice(required)]
  const isChecked = program.requirements.length > 0
  // Null stands where the requirements are asked.
  const all = [...groups(before, module), ...(isChecked ? [null] : []), ...groups(after, module)]
  const parts = partsOf(all.length, module)
  // The part in which a variable is, and the one that is being written.
  const homes = new Map<string, string | null>()
  let part: string | null = null
  const reach = (variable: string): string => {
    const home = homes.get(variable) ?? null
    return home === part ? variable : `${home}.${variable}`
  }
  const listValue = (path: string): string => {
    const variable = lists.get(path)
    return variable === undefined ? given + accessPath(path) : reach(variable)
  }
  // What is being computed of an element, and is no property of it yet.
  let ofGroup: readonly Definition[] = []
  const attribute = (id: string): string => {
    const value = names.value(id)
    return ofGroup.some((each) => each.id === id) ? value : `${names.element(definitions.get(id)?.over ?? '')}.${value}`
  }
  const caller: Caller = { given, value: (id) => reach(names.value(id)), listValue, attribute }
  const functions: Code[] = []
  const callOf = (definition: Definition): Code => {
    const { code, call } = writeFunction(computationOf(definition, module), module, caller)
    functions.push(code)
    return from(definition.origin, call)
  }
  const writeValue = (definition: Definition): Omit<Statement, 'part'> => {
    return { variable: names.value(definition.id), value: callOf(definition) }
  }
  const writeRows = (group: Group, over: string): Omit<Statement, 'part'> => {
    ofGroup = group
    const element = names.element(over)
    const attributes = group.map((each) => names.value(each.id))
    const calls = group.map(callOf)
    const computed = new Set(attributes)
    const kept = keptOf(group, over, module).map((key) =>
      computed.has(key) ? key : `${propertyKey(key)}: ${element}${accessPath(key)}`,
    )
    const row = `return { ${kept.join(', ')} }\n`
    const used = variablesIn([calls.map((call) => [call, '\n']), row])
    const constants = attributes.map((name, index): Code => [
      used.has(name) ? `const ${name} = ` : '',
      calls[index]!,
      '\n',
    ])
    const before = listValue(over)
    const variable = lists.has(over) ? names.fresh(over) : names.list(over)
    lists.set(over, variable)
    const rows = [`${before}.map((${used.has(element) ? element : ''}) => {\n`, constants, row, '})']
    // Most lists of most cases are empty.
    return { variable, value: [`${before}.length === 0 ? [] : `, rows] }
  }
  const writeCheck = (): Omit<Statement, 'part'> => {
    const check = writeRequirements(module, caller)
    if (check) functions.push(check.code)
    return { variable: names.fresh('requirements'), value: check?.call ?? '' }
  }
  const statements = all.map((group, index): Statement => {
    part = parts[Math.floor(index / MOST_STATEMENTS)] ?? null
    const { variable, value } =
      group === null ? writeCheck() : group[0].over === null ? writeValue(group[0]) : writeRows(group, group[0].over)
    homes.set(variable, part)
    return { variable, value, part }
  })
  part = null
  return { statements, functions, caller }
}

/** What is looked at later of the elements of a list: keys of the input, and what has been computed of them. */
function keptOf(group: Group, over: string, { program, names, definitions }: Module): readonly string[] {
  const next = program.definitions.indexOf(group.at(-1) ?? group[0]) + 1
  const [before, after] = [program.definitions.slice(0, next), program.definitions.slice(next)]
  const checks = [...program.requirements, ...program.invariants].map(({ condition }) => condition)
  const exprs = [...after.map(({ value }) => value), ...checks, ...program.output.map(({ value }) => value)]
  const needs = needsOf(exprs, definitions)
  const inside = needs.lists.get(over)
  const fields = [...(needs.fields.get(over) ?? []), ...(inside?.fields ?? [])].map((path) => path.split('.')[0] ?? '')
  const computed = [...needs.definitions, ...(inside?.definitions ?? [])]
  const isKept = new Set([...fields, ...computed])
  const keys = program.input.lists.find(({ path }) => path === over)?.fields.map(({ path }) => path.split('.')[0] ?? '')
  return [
    ...new Set((keys ?? []).filter((key) => isKept.has(key))),
    ...before.filter((each) => each.over === over && isKept.has(each.id)).map(({ id }) => names.value(id)),
  ]
}

/** The names of the parts, where there is too much for one function. */
function partsOf(statements: number, { names }: Module): readonly string[] {
  if (statements <= MOST_STATEMENTS) return []
  return Array.from({ length: Math.ceil(statements / MOST_STATEMENTS) }, () => names.fresh('part'))
}

/**
 * Each definition alone, but those of the elements of one list together: as long as none looks at the whole list, and
 * only one can show that a case is wrong, since of two the first has to be computed of all elements before the other.
 */
function groups(definitions: readonly Definition[], module: Module): readonly Group[] {
  return definitions.reduce<Group[]>((groups, definition) => {
    const last = groups.at(-1)
    const { over, value } = definition
    const isOfSame = over !== null && last?.[0].over === over && !needsOf([value], module.definitions).lists.has(over)
    const isFirstToFail = !canFail(value) || !last?.some((each) => canFail(each.value))
    return isOfSame && isFirstToFail && last
      ? [...groups.slice(0, -1), [...last, definition]]
      : [...groups, [definition]]
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
    counted: countedAsDefined(id, module.arithmetic),
    value,
    place: origin,
    said: origin,
  }
}
