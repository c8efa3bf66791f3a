import { partsOf } from '../program/build.ts'
import type { Expr, Field, Program } from '../program/program.ts'

/** By how much the second case has more of the amount: an input of its own. */
export function riseOf(path: string): string {
  return `${path} +`
}

/** The same program for a case that has more of one amount, all else equal. */
export function withMoreOf(path: string, program: Program): Program {
  const field = program.input.fields.find((each) => each.path === path)
  if (!field) throw new Error(`no field ${path}`)
  const rise: Field = { ...field, path: riseOf(path) }
  const more = <Node>(node: Node): Node => {
    if (Array.isArray(node)) return node.map((each: unknown) => more(each)) as Node
    if (node === null || typeof node !== 'object') return node
    if ('kind' in node && node.kind === 'input' && 'path' in node && node.path === path)
      return plus(node as unknown as Expr, rise.path) as Node
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, more(value)])) as Node
  }
  const { definitions, requirements, output } = program
  return {
    ...program,
    input: { ...program.input, fields: [...program.input.fields, rise] },
    definitions: more(definitions),
    requirements: more(requirements),
    output: more(output),
  }
}

function plus(input: Expr, path: string): Expr {
  const { type, at } = input
  return { kind: 'arithmetic', operator: 'add', left: input, right: { kind: 'input', path, type, at }, type, at }
}

/** Does it read the input at a path, itself or in a name that it uses? */
export function reads(expr: Expr, path: string, program: Program): boolean {
  const seen = new Set<string>()
  const visit = (each: Expr): boolean => {
    if (each.kind === 'input' && each.path === path) return true
    if (each.kind === 'ref' && !seen.has(each.id)) {
      seen.add(each.id)
      const definition = program.definitions.find(({ id }) => id === each.id)
      if (definition && visit(definition.value)) return true
    }
    return partsOf(each).some(visit)
  }
  return visit(expr)
}
