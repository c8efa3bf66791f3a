import type { Constant, ConstantValue, Expr, Place, Program } from './program.ts'
import type { Exact, Type } from './type.ts'

export const booleanType: Type = { kind: 'boolean' }

export function constant(value: ConstantValue, type: Type, at: Place): Constant {
  return { kind: 'constant', value, type, at }
}
export function exactConstant(exact: Exact, type: Type, at: Place): Constant {
  return constant({ kind: 'exact', exact }, type, at)
}
export function booleanConstant(is: boolean, at: Place): Constant {
  return constant({ kind: 'boolean', is }, booleanType, at)
}
export function not(operand: Expr): Expr {
  return operand.kind === 'not' ? operand.operand : { kind: 'not', operand, type: booleanType, at: operand.at }
}
/** True of none is true, false of none is false; nested ones are flattened. */
export function and(operands: readonly Expr[], at: Place): Expr {
  return join('and', operands, at)
}
export function or(operands: readonly Expr[], at: Place): Expr {
  return join('or', operands, at)
}
function join(kind: 'and' | 'or', operands: readonly Expr[], at: Place): Expr {
  const neutral = kind === 'and'
  const flat: Expr[] = []
  for (const operand of operands)
    for (const each of operand.kind === kind ? operand.operands : [operand])
      if (!isBoolean(each, neutral)) flat.push(each)
  if (flat.some((each) => isBoolean(each, !neutral))) return booleanConstant(!neutral, at)
  if (flat.length === 0) return booleanConstant(neutral, at)
  return flat.length === 1 ? flat[0]! : { kind, operands: flat, type: booleanType, at }
}
export function isBoolean(expr: Expr, is: boolean): boolean {
  return expr.kind === 'constant' && expr.value.kind === 'boolean' && expr.value.is === is
}
export function exactOf(expr: Expr): Exact | null {
  return expr.kind === 'constant' && expr.value.kind === 'exact' ? expr.value.exact : null
}

const none: readonly Expr[] = []

/** The direct parts of an expression, in evaluation order. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'constant':
    case 'input':
    case 'field':
    case 'ref':
    case 'isGiven':
      return none
    case 'arithmetic':
    case 'compare':
      return [expr.left, expr.right]
    case 'isOneOf':
    case 'isAbsent':
    case 'round':
      return [expr.value]
    case 'liesIn':
      return [expr.place, expr.area]
    case 'and':
    case 'or':
      return expr.operands
    case 'not':
      return [expr.operand]
    case 'cases': {
      const parts: Expr[] = []
      for (const { when, value } of expr.branches) parts.push(when, value)
      if (expr.otherwise) parts.push(expr.otherwise)
      return parts
    }
    case 'schedule':
      return expr.rates
    case 'listAll':
      return expr.rows.map(({ when }) => when)
    case 'integrate':
      return [expr.schedule, expr.from, expr.to]
    case 'fold':
      return [...(expr.where ? [expr.where] : []), ...(expr.value ? [expr.value] : [])]
    case 'orElse':
      return [expr.value, expr.fallback]
    case 'addMonths':
    case 'addDays':
      return [expr.date, expr.amount]
    case 'boundary':
    case 'monthOf':
      return [expr.date]
    case 'fullYears':
      return [expr.from, expr.to]
    case 'widen':
      return [expr.region]
    case 'lookup':
      return [...expr.keys.map(({ value }) => value), ...(expr.validity ? [expr.validity.on] : [])]
    case 'exactly':
      return [expr.value, expr.limit]
  }
}

/** The identifiers of the definitions that an expression uses, folds included. */
export function refsIn(expr: Expr, into = new Set<string>()): Set<string> {
  if (expr.kind === 'ref') into.add(expr.id)
  for (const part of partsOf(expr)) refsIn(part, into)
  return into
}

/** Does a month of the input select the edition, not a date? */
export function isSelectedByMonth({ input, edition }: Program): boolean {
  return input.fields.find(({ path }) => path === edition.selectedBy)?.type.kind === 'yearMonth'
}

type Reference = Extract<Expr, { kind: 'input' | 'field' | 'ref' }>

/** The names that a number, a date or a place is computed from at once: where one of them is absent, so is the value. */
export function computedFrom(expr: Expr): readonly Reference[] {
  switch (expr.kind) {
    case 'input':
    case 'field':
    case 'ref':
      return [expr]
    case 'arithmetic':
    case 'round':
    case 'addMonths':
    case 'addDays':
    case 'boundary':
    case 'monthOf':
    case 'fullYears':
    case 'widen':
      return partsOf(expr).flatMap(computedFrom)
    case 'constant':
    case 'compare':
    case 'isOneOf':
    case 'isAbsent':
    case 'isGiven':
    case 'liesIn':
    case 'and':
    case 'or':
    case 'not':
    case 'cases':
    case 'listAll':
    case 'schedule':
    case 'integrate':
    case 'fold':
    case 'orElse':
    case 'exactly':
    case 'lookup':
      return []
  }
}

/** Is it a computed value that is absent where one of the names is that it is computed from? */
export function mayBeAbsent(expr: Expr): boolean {
  return expr.type.kind === 'optional' && !isReference(expr) && computedFrom(expr).length > 0
}

export function isReference(expr: Expr): expr is Reference {
  return expr.kind === 'input' || expr.kind === 'field' || expr.kind === 'ref'
}

/** How many of the definitions have to be evaluated before the requirements are asked. */
export function definitionsRequired({ requirements, definitions }: Program): number {
  const used = new Set<string>()
  for (const { condition } of requirements) refsIn(condition, used)
  return definitions.findLastIndex(({ id }) => used.has(id)) + 1
}
