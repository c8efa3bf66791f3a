import { doorLimits } from '../arithmetic/limits.ts'
import { fieldType } from '../check/field-type.ts'
import type { Field } from '../program/program.ts'
import { docComment } from './comment.ts'
import { accessPath } from './escape.ts'
import type { Module } from './module.ts'
import { literal } from './scale.ts'

/** A function that tells of what was read whether it is beyond what the plain numbers of the module are proved for. */
export interface Guard {
  readonly name: string
  readonly code: string
}

/** `given` is the variable that holds what was read, `type` its type. Null where they are proved for all there is. */
export function writeGuard(module: Module, given: string, type: string): Guard | null {
  const { names, program } = module
  const { limits } = module.arithmetic
  const name = names.fresh('isLarge')
  const amount = literal(`${limits.amount}/100`, { kind: 'money', decimals: 2 }, { over: 100n, as: 'number' }, module)
  const test = (of: string) => (field: Field) => {
    const value = of + accessPath(field.path)
    const present = field.type.optional ? `(${value} ?? 0)` : value
    const { kind } = fieldType({ ...field.type, optional: false })
    if (kind === 'money' && limits.amount < doorLimits.amount) return [`${present} > ${amount}`]
    if (kind !== 'number' || limits.number >= doorLimits.number) return []
    const most = `${limits.number * 1_000_000n}n`
    return [`${present} > ${most}`, `${present} < -${most}`]
  }
  const ofLists = program.input.lists.flatMap((list) => {
    const [value, element] = [given + accessPath(list.path), names.element(list.path)]
    const ofEach = list.fields.flatMap(test(element))
    return [
      ...(limits.longestList < doorLimits.longestList ? [`${value}.length > ${limits.longestList}`] : []),
      ...(ofEach.length > 0 ? [`${value}.some((${element}) => ${ofEach.join(' || ')})`] : []),
    ]
  })
  const tests = [...program.input.fields.flatMap(test(given)), ...ofLists]
  if (tests.length === 0) return null
  const doc = docComment([
    'Is it so large that its numbers may not be exact as plain ones? Then it is settled in whole numbers without bound.',
  ])
  return { name, code: `${doc}function ${name}(${given}: ${type}): boolean {\nreturn ${tests.join(' || ')}\n}\n` }
}
