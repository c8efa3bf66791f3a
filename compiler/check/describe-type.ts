import { compareExact } from '../program/exact.ts'
import type { Expr, Place } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import type { Scope } from './scope.ts'
import { languageOf, nameIn } from './spelling.ts'

/** Facts name types by these keys; the sentences translate them. A choice is named as the file names it. */
export function describeType(type: Type, scope: Pick<Scope, 'policy' | 'file'>): string {
  switch (type.kind) {
    case 'choice': {
      const choices = scope.policy.vocabulary.choices.find((each) => each.id === type.choices)
      return choices ? nameIn(choices, languageOf(scope)) : type.choices
    }
    case 'optional':
      return type.of.kind === 'unknown' ? 'absent' : `optional ${describeType(type.of, scope)}`
    case 'age':
    case 'boolean':
    case 'date':
    case 'days':
    case 'list':
    case 'money':
    case 'months':
    case 'number':
    case 'points':
    case 'rate':
    case 'region':
    case 'schedule':
    case 'text':
    case 'texts':
    case 'unknown':
      return type.kind
  }
}

export function isNumeric(
  type: Type,
): type is Extract<Type, { kind: 'money' | 'rate' | 'points' | 'number' | 'months' | 'days' | 'age' | 'schedule' }> {
  switch (type.kind) {
    case 'money':
    case 'rate':
    case 'points':
    case 'number':
    case 'months':
    case 'days':
    case 'age':
    case 'schedule':
      return true
    case 'boolean':
    case 'choice':
    case 'date':
    case 'list':
    case 'optional':
    case 'region':
    case 'text':
    case 'texts':
    case 'unknown':
      return false
  }
}

export function isUnknown(expr: Expr): boolean {
  return expr.type.kind === 'unknown'
}

/** Stands in for what could not be typed; whoever meets it says nothing more. */
export function unknown(at: Place): Expr {
  return { kind: 'constant', value: { kind: 'absent' }, type: { kind: 'unknown' }, at }
}

/** Types that a value of one place can have together: the wider of the two, or null where they don't go together. */
export function join(a: Type, b: Type): Type | null {
  if (a.kind === 'unknown') return b
  if (b.kind === 'unknown') return a
  if (a.kind === 'optional' || b.kind === 'optional') {
    const of = join(a.kind === 'optional' ? a.of : a, b.kind === 'optional' ? b.of : b)
    return of && { kind: 'optional', of }
  }
  if (a.kind === 'schedule' || b.kind === 'schedule') {
    const schedule = a.kind === 'schedule' ? a : b
    const other = a.kind === 'schedule' ? b : a
    if ((other.kind !== 'rate' && other.kind !== 'schedule') || schedule.kind !== 'schedule') return null
    const edges = other.kind === 'schedule' ? unionOf(schedule.edges, other.edges) : schedule.edges
    return { kind: 'schedule', decimals: widest(schedule.decimals, other.decimals), edges }
  }
  if (a.kind === 'date' && b.kind === 'date') return { kind: 'date', openEnded: a.openEnded || b.openEnded }
  if (a.kind === 'choice') return b.kind === 'choice' && a.choices === b.choices ? a : null
  if (a.kind === 'list' || b.kind === 'list' || a.kind !== b.kind) return null
  return 'decimals' in a && 'decimals' in b ? { ...a, decimals: widest(a.decimals, b.decimals) } : a
}

export function widest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.max(a, b)
}

function unionOf(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])].sort(compareExact)
}
