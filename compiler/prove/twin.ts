import { inputsIn } from '../diff/exact/resolved.ts'
import { refsIn } from '../program/build.ts'
import type { Expr, Program } from '../program/program.ts'

/** By how much the second case has more of the amount: an input of its own. */
export function riseOf(path: string): string {
  return `${path} +`
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
