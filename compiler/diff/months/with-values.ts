import { constant } from '../../program/build.ts'
import type { Expr, Program } from '../../program/program.ts'
import type { Value } from '../../interpret/evaluation.ts'
import { mapParts } from '../exact/ways/resolved.ts'
import { constantOfValue } from '../exact/ways/symbolic.ts'

/** The program with values in the place of inputs; null where a value can't stand in a program. */
export function withValues(program: Program, values: ReadonlyMap<string, Value>): Program | null {
  const constants = new Map([...values].map(([path, value]) => [path, constantOfValue(value)] as const))
  if ([...constants.values()].includes(null)) return null
  const written = (expr: Expr): Expr => {
    if (expr.kind !== 'input') return mapParts(expr, written)
    const value = constants.get(expr.path)
    return value ? constant(value, expr.type, expr.at) : expr
  }
  const promises = <Promise extends { readonly condition: Expr }>(all: readonly Promise[]): readonly Promise[] =>
    all.map((each) => ({ ...each, condition: written(each.condition) }))
  return {
    ...program,
    definitions: program.definitions.map((each) => ({ ...each, value: written(each.value) })),
    output: program.output.map((each) => ({ ...each, value: written(each.value) })),
    requirements: promises(program.requirements),
    invariants: promises(program.invariants),
  }
}
