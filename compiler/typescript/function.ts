import type { Expr, Origin, Place } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import { writeBody } from './body.ts'
import { from, type Code } from './code.ts'
import { docComment } from './comment.ts'
import type { Denominator } from './denominator.ts'
import { formOf } from './form.ts'
import type { Module } from './module.ts'
import { parametersOf, type Caller } from './parameters.ts'
import { typeText } from './type-text.ts'
import { inFunction } from './write.ts'

/** A function that computes one thing. */
export interface Computation {
  readonly name: string
  readonly label: string
  readonly doc: readonly string[]
  readonly type: Type
  readonly over: Denominator
  readonly value: Expr
  readonly place: Place
  /** The origin that `doc` describes; null where branches are not described either. */
  readonly said: Origin | null
}

/** The function, and the call of it. */
export function writeFunction(computation: Computation, module: Module, caller: Caller): { code: Code; call: Code } {
  const { name, label, doc, type, over, value, place, said } = computation
  const form = formOf(type, over)
  const result = typeText(type, form, module)
  const body = writeBody(value, form, inFunction(module, label), said)
  const parameters = parametersOf([value], body, module, caller)
  const head = `function ${name}(${parameters.map((each) => `${each.name}: ${each.type}`).join(', ')}): ${result} {\n`
  const call = `${name}(${parameters.map((each) => each.argument).join(', ')})`
  return {
    code: [docComment([...doc, ...unitLines(result, over)]), from(place, [head, body]), '}\n'],
    call: from(place, call),
  }
}

/** What a bigint counts, where its type does not say it. */
function unitLines(result: string, over: Denominator): readonly string[] {
  return /\bbigint\b/.test(result) && over !== 1n ? ['', `Counts 1/${over}.`] : []
}
