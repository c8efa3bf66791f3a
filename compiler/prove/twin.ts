import { inputsIn } from '../diff/exact/ways/resolved.ts'
import { refsIn } from '../program/build.ts'
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
  const { definitions, requirements, output, monotonies } = program
  return {
    ...program,
    input: { ...program.input, fields: [...program.input.fields, rise] },
    definitions: more(definitions),
    requirements: more(requirements),
    output: more(output),
    monotonies: more(monotonies),
  }
}

function plus(input: Expr, path: string): Expr {
  const { type, at } = input
  return { kind: 'arithmetic', operator: 'add', left: input, right: { kind: 'input', path, type, at }, type, at }
}

/** The paths of the input that an expression reads, itself or in names that it uses; a list counts as one. */
export function readBy(expr: Expr, { definitions }: Program): ReadonlySet<string> {
  const values = new Map(definitions.map(({ id, value }) => [id, value]))
  const paths = inputsIn(expr)
  const ids = refsIn(expr)
  for (const id of ids) {
    const value = values.get(id)
    if (!value) continue
    inputsIn(value, paths)
    // What is added to a set while it is gone through comes too.
    refsIn(value, ids)
  }
  return paths
}
