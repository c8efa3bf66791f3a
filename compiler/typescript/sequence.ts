import { textOf, variablesIn, type Code } from './code.ts'
import type { Module } from './module.ts'

/** Computes a value and gives it a name. */
export interface Statement {
  readonly variable: string
  readonly value: Code
  /** The part that it belongs to; null where the decision's own function does all. */
  readonly part: string | null
}

/** How many statements stand in one function at most: V8 leaves much larger ones unoptimised. */
export const MOST_STATEMENTS = 200

/** The statements of the decision's function, and the functions of its parts, if it has any. */
export interface Sequence {
  readonly statements: Code
  readonly functions: readonly Code[]
  /** The function's one parameter, with its type. */
  readonly parameter: string
}

/** The variable that holds what was read of the input. */
export interface Given {
  readonly name: string
  readonly type: string
}

/**
 * Statements in their order, and what follows them. What nothing uses is computed all the same, since it may show that
 * the case is wrong; but it gets no name. Every part reads what was given.
 */
export function writeSequence(statements: readonly Statement[], given: Given, end: Code, module: Module): Sequence {
  const parameter = (code: Code): string => (variablesIn(code).has(given.name) ? `${given.name}: ${given.type}` : '')
  const parts = [...new Set(statements.flatMap(({ part }) => part ?? []))]
  if (parts.length === 0) {
    const written = inOneFunction(statements, end)
    return { statements: written, functions: [], parameter: parameter([written, end]) }
  }
  const written = parts.map((part) => {
    const own = statements.filter((each) => each.part === part)
    const elsewhere = [statements.filter((each) => each.part !== part).map(({ value }) => [value, '\n']), end]
    const used = new Set(Array.from(textOf(elsewhere).matchAll(propertiesOf(part)), ([, property]) => property))
    const result = own.map(({ variable }) => variable).filter((variable) => used.has(variable))
    const body: Code = [inOneFunction(own, result.join(' ')), `return { ${result.join(', ')} }\n`]
    const name = module.names.fresh(`compute.${part}`)
    return { variable: part, type: `ReturnType<typeof ${name}>`, body, name }
  })
  const known = [{ variable: given.name, type: given.type }, ...written]
  const calls = written.map(({ variable, body, name }) => {
    const needed = known.filter((each) => each.variable !== variable && variablesIn(body).has(each.variable))
    const parameters = needed.map((each) => `${each.variable}: ${each.type}`).join(', ')
    return {
      call: `const ${variable} = ${name}(${needed.map((each) => each.variable).join(', ')})\n`,
      code: [`function ${name}(${parameters}) {\n`, body, '}\n'],
    }
  })
  const called = calls.map(({ call }) => call)
  return { statements: called, functions: calls.map(({ code }) => code), parameter: parameter([called, end]) }
}

function inOneFunction(statements: readonly Statement[], end: Code): Code {
  const used = variablesIn([statements.map(({ value }) => [value, '\n']), end])
  return statements.map(({ variable, value }) => [used.has(variable) ? `const ${variable} = ` : '', value, '\n'])
}

function propertiesOf(part: string): RegExp {
  return new RegExp(`(?<![.\\p{L}\\p{N}_$])${part}\\.([\\p{L}\\p{N}_$]+)`, 'gu')
}
