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
}

/**
 * Statements in their order, and what follows them. What nothing uses is computed all the same, since it may show that
 * the case is wrong; but it gets no name. The first statement is read by all parts.
 */
export function writeSequence(statements: readonly Statement[], end: Code, module: Module): Sequence {
  const parts = [...new Set(statements.flatMap(({ part }) => part ?? []))]
  if (parts.length === 0) return { statements: inOneFunction(statements, end), functions: [] }

  const [given, ...others] = statements
  if (!given) return { statements: '', functions: [] }
  const written = parts.map((part) => {
    const own = others.filter((each) => each.part === part)
    const elsewhere = [others.filter((each) => each.part !== part).map(({ value }) => [value, '\n']), end]
    const used = new Set(Array.from(textOf(elsewhere).matchAll(propertiesOf(part)), ([, property]) => property))
    const result = own.map(({ variable }) => variable).filter((variable) => used.has(variable))
    const body: Code = [inOneFunction(own, result.join(' ')), `return { ${result.join(', ')} }\n`]
    return { part, body, name: module.names.fresh(`compute.${part}`) }
  })
  const known = [{ part: given.variable, name: callee(given) }, ...written]
  const calls = written.map(({ part, body, name }) => {
    const needed = known.filter((each) => each.part !== part && variablesIn(body).has(each.part))
    const parameters = needed.map((each) => `${each.part}: ReturnType<typeof ${each.name}>`).join(', ')
    return {
      call: `const ${part} = ${name}(${needed.map((each) => each.part).join(', ')})\n`,
      code: [`function ${name}(${parameters}) {\n`, body, '}\n'],
    }
  })
  const afterwards = [calls.map(({ call }) => call), end]
  const first = [variablesIn(afterwards).has(given.variable) ? `const ${given.variable} = ` : '', given.value, '\n']
  return { statements: [first, ...calls.map(({ call }) => call)], functions: calls.map(({ code }) => code) }
}

function inOneFunction(statements: readonly Statement[], end: Code): Code {
  const used = variablesIn([statements.map(({ value }) => [value, '\n']), end])
  return statements.map(({ variable, value }) => [used.has(variable) ? `const ${variable} = ` : '', value, '\n'])
}

function propertiesOf(part: string): RegExp {
  return new RegExp(`(?<![.\\p{L}\\p{N}_$])${part}\\.([\\p{L}\\p{N}_$]+)`, 'gu')
}

function callee({ value }: Statement): string {
  return textOf(value).replace(/\(.*/s, '')
}
