import { customary } from '../arithmetic/limits.ts'
import { commonDenominator } from '../arithmetic/denominator.ts'
import { definitionsRequired } from '../program/build.ts'
import type { Definition } from '../program/program.ts'
import { escapeText } from '../typescript/escape.ts'
import { needsOf } from '../typescript/needs.ts'
import type { Line } from './block.ts'
import { endsOf } from './fold.ts'
import { over, type Count, type Here, type Value, type Writing } from './writing.ts'

/** The statements that compute every definition of a row, and ask what the policy requires. */
export function writeSteps(writing: Writing): Here {
  const { program } = writing
  const here: Here = { writing, block: [], elements: new Map(), own: new Map(), band: null, under: [] }
  const required = definitionsRequired(program)
  writeDefinitions(program.definitions.slice(0, required), here)
  for (const { label, path, condition } of program.requirements) {
    const status = writing.refusals.add({ code: 'requirement-not-met', path, label })
    refuseUnless(here.writing.write.condition(condition, here), status, here)
  }
  writeDefinitions(program.definitions.slice(required), here)
  for (const { label, condition } of program.invariants) {
    const status = writing.refusals.add({ code: 'invariant-broken', path: '', label })
    refuseUnless(here.writing.write.condition(condition, here), status, here)
  }
  return here
}

function refuseUnless(condition: string, status: number, { block }: Here): void {
  if (condition !== 'true') block.push(`if (!(${condition})) refusal ||= ${status}\n`)
}

function writeDefinitions(definitions: readonly Definition[], here: Here): void {
  for (const group of groups(definitions, here.writing)) {
    const [{ over: list }] = group
    if (list === null) {
      for (const definition of group) here.writing.values.set(definition.id, writeDefinition(definition, here))
    } else writeElements(group, list, here)
  }
}

type Group = readonly [Definition, ...Definition[]]

/** Definitions of the elements of one list together, as long as none looks at the whole list. */
function groups(definitions: readonly Definition[], { definitions: all }: Writing): readonly Group[] {
  return definitions.reduce<readonly Group[]>((found, definition) => {
    const last = found.at(-1)
    const { over: list, value } = definition
    const isOfSame = list !== null && last?.[0].over === list && !needsOf([value], all).lists.has(list)
    return isOfSame && last ? [...found.slice(0, -1), [...last, definition]] : [...found, [definition]]
  }, [])
}

/** A loop over the elements, which keeps what is computed of each beside the columns. */
function writeElements(group: Group, list: string, here: Here): void {
  const { writing } = here
  const { start, end } = endsOf(list, here)
  const element = writing.names.fresh(`${writing.names.element(list)}.at`)
  const body: Line[] = []
  const own = new Map(here.own)
  const inside: Here = { ...here, block: body, elements: new Map(here.elements).set(list, element), own }
  const length = writing.arithmetic.longestList
  const keep = (code: string, wish: string, isText: boolean): ((element: string) => string) => {
    const name = writing.names.fresh(`${wish}.of.each`)
    const array = isText ? `new Array<string>(${length})` : `new Float64Array(${length})`
    writing.above.push(`const ${name} = ${array}\n`)
    body.push(`${name}[${element} - ${start}] = ${code}\n`)
    return (each) => `${name}[${each} - ${start}]!`
  }
  for (const definition of group) {
    const value = writeDefinition(definition, inside)
    own.set(definition.id, value)
    const kept = keepValue(value, definition, keep)
    writing.elementValues.set(definition.id, kept)
  }
  here.block.push({ head: `for (let ${element} = ${start}; ${element} < ${end}; ${element}++)`, body })
}

function keepValue(
  value: Value,
  { id, type }: Definition,
  keep: (code: string, wish: string, isText: boolean) => (element: string) => string,
): (element: string) => Value {
  switch (value.kind) {
    case 'count': {
      const code = keep(value.count.code, id, false)
      return (element) => ({ ...value, count: { ...value.count, code: code(element) } })
    }
    case 'bands': {
      const codes = value.rates.map((rate) => keep(rate.code, id, false))
      const rates = (element: string): readonly Count[] =>
        value.rates.map((rate, band) => ({ ...rate, code: codes[band]!(element) }))
      return (element) => ({ ...value, rates: rates(element) })
    }
    case 'condition': {
      const code = keep(`${value.code} ? 1 : 0`, id, false)
      return (element) => ({ ...value, code: `${code(element)} === 1` })
    }
    case 'plain': {
      const code = keep(value.code, id, (type.kind === 'optional' ? type.of : type).kind === 'text')
      return (element) => ({ ...value, code: code(element) })
    }
  }
}

function writeDefinition(definition: Definition, here: Here): Value {
  const { id, label, type, value } = definition
  const { names } = here.writing
  const name = names.value(id)
  const comment = label === id ? '' : ` // ${escapeText(label, 'comment')}`
  const declare = (variable: string, code: string): string => {
    if (/^\(?-?\d+\)?$|^true$|^false$/.test(code)) return code
    here.block.push(`const ${variable} = ${code}${comment}\n`)
    return variable
  }
  const count = (at: Here, variable: string): Count => {
    const own = here.writing.write.number(value, at)
    const denominator = commonDenominator(own.over, customary(type))
    const kept = denominator === 'any' ? own : over(own, denominator, at)
    return { ...kept, code: declare(variable, kept.code) }
  }
  const of = type.kind === 'optional' ? type.of : type
  switch (of.kind) {
    case 'money':
    case 'rate':
    case 'points':
    case 'number':
    case 'months':
    case 'days':
    case 'age':
      return { kind: 'count', count: count(here, name) }
    case 'schedule': {
      const rates = [null, ...of.edges].map((floor, band) =>
        count({ ...here, band: { floor } }, names.fresh(`${id}.${band}`)),
      )
      return { kind: 'bands', rates, edges: of.edges }
    }
    case 'boolean':
      if (type.kind === 'optional') return { kind: 'plain', code: declare(name, here.writing.write.plain(value, here)) }
      return { kind: 'condition', code: declare(name, here.writing.write.condition(value, here)) }
    case 'date':
    case 'region':
    case 'choice':
    case 'text':
    case 'texts':
      return { kind: 'plain', code: declare(name, here.writing.write.plain(value, here)) }
    case 'optional':
    case 'list':
    case 'unknown':
      throw new Error(`${of.kind} is no type of a definition`)
  }
}
