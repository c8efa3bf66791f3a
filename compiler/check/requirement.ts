import type { Requires } from '../../grammar/tree.ts'
import { booleanType, not, or, partsOf } from '../program/build.ts'
import type { Expr, Origin, Requirement } from '../program/program.ts'
import { isUnknown } from './describe-type.ts'
import { condition } from './expression.ts'
import type { Scope } from './scope.ts'

/** 须满足 as a condition on the whole case: where its section holds, and of each element of the list that it is said of. */
export function elaborateRequirement(rule: Requires, when: Expr | null, scope: Scope, origin: Origin): Requirement {
  const own = condition(rule.condition, scope)
  const { at } = own
  const ofEach: Expr =
    scope.over === null || isUnknown(own)
      ? own
      : { kind: 'fold', quantifier: 'all', list: scope.over, where: own, value: null, type: booleanType, at }
  return {
    label: rule.label.value,
    path: commonPath(pathsIn(ofEach)),
    condition: when === null ? ofEach : or([not(when), ofEach], at),
    origin,
  }
}

/** Of the input that the condition itself speaks of. */
function pathsIn(expr: Expr): readonly string[] {
  if (expr.kind === 'input') return [expr.path]
  if (expr.kind === 'fold') return [expr.list]
  return partsOf(expr).flatMap(pathsIn)
}

/** What the paths begin with, all of them: the one field, the record; '' where they have nothing in common. */
function commonPath([first = '', ...others]: readonly string[]): string {
  const keys = first.split('.')
  const isShared = (count: number): boolean =>
    others.every(
      (path) => path === first || path.split('.').slice(0, count).join('.') === keys.slice(0, count).join('.'),
    )
  let count = keys.length
  while (count > 0 && !isShared(count)) count--
  return keys.slice(0, count).join('.')
}
