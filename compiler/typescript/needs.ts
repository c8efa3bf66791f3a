import { partsOf } from '../program/build.ts'
import type { Definition, Expr } from '../program/program.ts'

/** What an expression is computed from: what its function takes as parameters. */
export interface Needs {
  /** Paths of input fields. */
  readonly inputs: ReadonlySet<string>
  /** Keys of which it is asked whether they are there. */
  readonly given: ReadonlySet<string>
  /** Of the element that the definition is stated about: its fields, as list and path. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>
  /** Identifiers of definitions, those stated about the same element included. */
  readonly definitions: ReadonlySet<string>
  /** Lists that are looked through, and what is looked at in each element. */
  readonly lists: ReadonlyMap<string, ElementNeeds>
}
export interface ElementNeeds {
  readonly fields: ReadonlySet<string>
  readonly definitions: ReadonlySet<string>
}

export function needsOf(exprs: readonly Expr[], definitions: ReadonlyMap<string, Definition>): Needs {
  const inputs = new Set<string>()
  const given = new Set<string>()
  const fields = new Map<string, Set<string>>()
  const used = new Set<string>()
  const lists = new Map<string, { fields: Set<string>; definitions: Set<string> }>()

  const visit = (expr: Expr, inHand: ReadonlySet<string>): void => {
    if (expr.kind === 'input') inputs.add(expr.path)
    if (expr.kind === 'isGiven') given.add(expr.key)
    if (expr.kind === 'field') {
      if (inHand.has(expr.list)) lists.get(expr.list)?.fields.add(expr.path)
      else fields.set(expr.list, (fields.get(expr.list) ?? new Set<string>()).add(expr.path))
    }
    if (expr.kind === 'ref') {
      const over = definitions.get(expr.id)?.over ?? null
      if (over !== null && inHand.has(over)) lists.get(over)?.definitions.add(expr.id)
      else used.add(expr.id)
    }
    if (expr.kind === 'fold' && !lists.has(expr.list)) {
      lists.set(expr.list, { fields: new Set(), definitions: new Set() })
    }
    const inner = expr.kind === 'fold' ? new Set([...inHand, expr.list]) : inHand
    for (const part of partsOf(expr)) visit(part, inner)
  }
  for (const expr of exprs) visit(expr, new Set())
  return { inputs, given, fields, definitions: used, lists }
}
