import type { Expr, Origin, Place } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import { writeBody } from './body.ts'
import { from, textOf, type Code } from './code.ts'
import { docComment } from './comment.ts'
import { formOf, type Counted } from './form.ts'
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
  readonly counted: Counted
  readonly value: Expr
  readonly place: Place
  /** The origin that `doc` describes; null where branches are not described either. */
  readonly said: Origin | null
}

/** The function, and the call of it. */
export function writeFunction(computation: Computation, module: Module, caller: Caller): { code: Code; call: Code } {
  const { name, label, doc, type, counted, value, place, said } = computation
  const form = formOf(type, counted)
  const result = typeText(type, form, module)
  const body = (said: Origin | null): Code => writeBody(value, form, inFunction(module, label), said)
  const described = body(said)
  const parameters = parametersOf([value], described, module, caller)
  const typed = parameters.map((each) => `${each.name}: ${each.type}`).join(', ')
  const written = define(
    name,
    (name, isFirst) => [`function ${name}(${typed}): ${result} {\n`, isFirst ? described : body(null), '}\n'],
    module,
  )
  const lines = written.isFirst ? [...doc, ...unitLines(result, counted)] : [label]
  return {
    code: written.code === '' ? '' : [docComment(lines), from(place, written.code)],
    call: from(place, `${written.name}(${parameters.map((each) => each.argument).join(', ')})`),
  }
}

interface Defined {
  readonly name: string
  /** Empty where the function is there already. */
  readonly code: Code
  readonly isFirst: boolean
}

/**
 * A function of the wished name. What is computed of large numbers has functions of its own where they are not the same
 * as those for plain ones, with other names and without what was said there.
 */
export function define(wish: string, write: (name: string, isFirst: boolean) => Code, module: Module): Defined {
  const code = write(wish, true)
  const text = textOf(code)
  const known = module.functions.get(wish)
  if (known === undefined) {
    module.functions.set(wish, text)
    return { name: wish, code, isFirst: true }
  }
  if (known === text) return { name: wish, code: '', isFirst: true }
  const name = module.names.fresh(`${wish}.exactly`)
  return { name, code: write(name, false), isFirst: false }
}

/** What a number counts, where its type does not say it. */
function unitLines(result: string, { over, as }: Counted): readonly string[] {
  return as !== 'rational' && !/\b(?:Fen|Percent)\b/.test(result) && over !== 1n ? ['', `Counts 1/${over}.`] : []
}
