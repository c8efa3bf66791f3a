import { parseDate } from '../../runtime/date.ts'
import { isBoolean } from '../program/build.ts'
import { compareExact } from '../program/exact.ts'
import type { Expr } from '../program/program.ts'
import type { Exact } from '../program/type.ts'
import { areaPrefix, describe, valuesOf, type Terrain, type Value, type Variable } from './variable.ts'

/** What the search needs to know besides the conditions themselves. */
export interface Context extends Terrain {
  /** What a name stands for where it holds generally, so that 按住院结算 is seen to be about 医疗类别. */
  readonly expand: (id: string) => Expr | null
  /** Conditions that hold of every case, with what they are about (`keyOf`): the edition's dates. */
  readonly always: readonly { readonly about: string; readonly condition: Expr }[]
  /** Steps that may still be taken: a hostile file gets an answer in time, and is told that it is too large. */
  readonly budget: { left: number }
}

export type Finding =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly witness: () => readonly string[] }
  | { readonly kind: 'tooMany' }

/** A condition over variables by number. */
type Formula =
  | { readonly kind: 'constant'; readonly is: boolean }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Formula[] }
  | { readonly kind: 'not'; readonly operand: Formula }
  | { readonly kind: 'atom'; readonly variable: number; readonly holds: (value: Value) => boolean }

const limit = 200_000
/** Names looked into for one question; beyond, the question is too large. */
const mostExpansions = 500

/**
 * Is there a case in which all the conditions hold? Conditions are decided over the members of choices, booleans, the
 * stretches between the constants that ordered values are compared with, and, for what can't be looked into (a list,
 * two unknowns compared), both answers; so "none" is a proof, and "found" a case unless it rests on such an answer.
 */
export function findCase(conditions: readonly Expr[], context: Context): Finding {
  const found = searchCase(conditions, context)
  if (found.kind !== 'tooMany') return found
  // Names taken as they are ask fewer questions: what can't be so is still proved.
  const coarse = searchCase(conditions, { ...context, expand: () => null })
  return coarse.kind === 'none' ? coarse : found
}

function searchCase(conditions: readonly Expr[], context: Context): Finding {
  if (conditions.some((each) => isBoolean(each, false))) return { kind: 'none' }
  if (context.budget.left <= 0) return { kind: 'tooMany' }
  if (conditions.length === 0) return { kind: 'found', witness: () => [] }
  const { formulas, variables, isWhole } = formulate(conditions, context)
  const values: (readonly Value[])[] = []
  const chosen: (Value | undefined)[] = []
  let steps = 0
  const search = (index: number): Finding['kind'] => {
    context.budget.left -= formulas.length
    if (++steps > limit) return 'tooMany'
    let undecided = false
    for (const formula of formulas) {
      const state = decide(formula, chosen)
      if (state === false) return 'none'
      undecided ||= state === null
    }
    if (!undecided) return 'found'
    const variable = variables[index]
    if (variable) values[index] ??= valuesOf(variable, context)
    for (const value of values[index] ?? []) {
      chosen[index] = value
      const result = search(index + 1)
      if (result !== 'none') return result
    }
    chosen[index] = undefined
    return 'none'
  }
  const kind = search(0)
  if (kind !== 'found') return { kind }
  if (!isWhole) return { kind: 'tooMany' }
  const witness = (): string[] =>
    variables.flatMap((variable, index) => {
      const value = chosen[index]
      return value === undefined ? [] : [describe(variable, value, context)]
    })
  return { kind, witness: () => [...new Set(witness())] }
}

/** `isWhole`: every name was looked into that had to be. */
interface Question {
  readonly formulas: Formula[]
  readonly variables: Variable[]
  readonly isWhole: boolean
}

/** Conditions as formulas over numbered variables; two expressions that say the same are one variable. */
function formulate(conditions: readonly Expr[], context: Context): Question {
  interface Asked {
    readonly index: number
    readonly expr: Expr
    cuts: Map<Exact, number> | null
    readonly areas: string[]
  }
  const found = new Map<string, Asked>()
  const variableOf = (expr: Expr): Asked => {
    const key = keyOf(expr)
    const known = found.get(key)
    if (known) return known
    const asked: Asked = { index: found.size, expr, cuts: null, areas: [] }
    found.set(key, asked)
    return asked
  }
  let expansions = 0
  const build = (expr: Expr, depth: number): Formula => {
    switch (expr.kind) {
      case 'constant':
        return { kind: 'constant', is: isBoolean(expr, true) }
      case 'and':
      case 'or':
        return { kind: expr.kind, operands: expr.operands.map((each) => build(each, depth)) }
      case 'not':
        return { kind: 'not', operand: build(expr.operand, depth) }
      case 'isOneOf':
        return {
          kind: 'atom',
          variable: variableOf(expr.value).index,
          holds: (value) => expr.members.includes(String(value)),
        }
      case 'isAbsent':
        return isOptionalChoice(expr.value)
          ? { kind: 'atom', variable: variableOf(expr.value).index, holds: (value) => value === '' }
          : { kind: 'atom', variable: variableOf(expr).index, holds: (value) => value === true }
      case 'liesIn': {
        const area = areaOf(expr.area, context, 0)
        if (area === null) return { kind: 'atom', variable: variableOf(expr).index, holds: (value) => value === true }
        const place = areaOf(expr.place, context, 0)
        if (place !== null) return { kind: 'constant', is: place.startsWith(area) }
        const { index, areas } = variableOf(expr.place)
        if (!areas.includes(area)) areas.push(area)
        return { kind: 'atom', variable: index, holds: (value) => String(value).startsWith(area) }
      }
      case 'addDays':
      case 'addMonths':
      case 'arithmetic':
      case 'cases':
      case 'compare':
      case 'exactly':
      case 'field':
      case 'fold':
      case 'fullYears':
      case 'boundary':
      case 'monthOf':
      case 'input':
      case 'isGiven':
      case 'integrate':
      case 'listAll':
      case 'lookup':
      case 'orElse':
      case 'ref':
      case 'round':
      case 'schedule':
      case 'widen': {
        const meaning =
          expr.kind === 'ref' && depth < 16 && expansions < mostExpansions ? context.expand(expr.id) : null
        if (meaning) {
          expansions += 1
          return build(meaning, depth + 1)
        }
        const ordered = orderedAtom(expr)
        if (!ordered) return { kind: 'atom', variable: variableOf(expr).index, holds: (value) => value === true }
        const variable = variableOf(ordered.subject)
        const { index } = variable
        const cuts = (variable.cuts ??= new Map())
        cuts.set(ordered.cut, 0)
        return {
          kind: 'atom',
          variable: index,
          holds: (value) => ordered.holds(Number(value), cuts.get(ordered.cut) ?? NaN),
        }
      }
    }
  }
  const formulas = conditions.map((each) => build(each, 0))
  // What holds of every case matters only to what the conditions ask about.
  for (const { about, condition } of context.always) if (found.has(about)) formulas.push(build(condition, 0))
  const variables = [...found.values()].map(({ expr, cuts, areas }): Variable => {
    const sorted = [...(cuts?.keys() ?? [])].sort(compareExact)
    sorted.forEach((cut, index) => cuts?.set(cut, 2 * index + 1))
    return { expr, cuts: sorted, areas }
  })
  return { formulas, variables, isWhole: expansions < mostExpansions }
}

const isOptionalChoice = ({ type }: Expr): boolean => type.kind === 'optional' && type.of.kind === 'choice'

/** The prefix of an area that is the same in every case; null where the input decides it. */
function areaOf(expr: Expr, context: Context, depth: number): string | null {
  if (expr.kind === 'constant') return expr.value.kind === 'region' ? areaPrefix(expr.value.prefix) : null
  if (expr.kind === 'ref') {
    const meaning = depth < 16 ? context.expand(expr.id) : null
    return meaning && areaOf(meaning, context, depth + 1)
  }
  if (expr.kind !== 'widen') return null
  return areaOf(expr.region, context, depth)?.slice(0, expr.level === 'province' ? 2 : 4) ?? null
}

/** A comparison of something with a constant. */
function orderedAtom(
  expr: Expr,
): { subject: Expr; cut: Exact; holds: (position: number, cut: number) => boolean } | null {
  if (expr.kind !== 'compare') return null
  const left = numberOf(expr.left)
  const right = numberOf(expr.right)
  const { operator } = expr
  if (right !== null && left === null)
    return {
      subject: expr.left,
      cut: right,
      holds: (position, cut) =>
        operator === 'less' ? position < cut : operator === 'lessOrEqual' ? position <= cut : position === cut,
    }
  if (left !== null && right === null)
    return {
      subject: expr.right,
      cut: left,
      holds: (position, cut) =>
        operator === 'less' ? position > cut : operator === 'lessOrEqual' ? position >= cut : position === cut,
    }
  return null
}

function numberOf(expr: Expr): Exact | null {
  if (expr.kind !== 'constant') return null
  if (expr.value.kind === 'exact') return expr.value.exact
  if (expr.value.kind !== 'date') return null
  const day = days.get(expr) ?? parseDate(expr.value.date)
  if (day === null) return null
  days.set(expr, day)
  return String(day)
}
const days = new WeakMap<Expr, number>()

/** True, false, or undecided so far. */
function decide(formula: Formula, chosen: readonly (Value | undefined)[]): boolean | null {
  switch (formula.kind) {
    case 'constant':
      return formula.is
    case 'and':
    case 'or': {
      const stop = formula.kind === 'or'
      let undecided = false
      for (const operand of formula.operands) {
        const state = decide(operand, chosen)
        if (state === stop) return stop
        undecided ||= state === null
      }
      return undecided ? null : !stop
    }
    case 'not': {
      const state = decide(formula.operand, chosen)
      return state === null ? null : !state
    }
    case 'atom': {
      const value = chosen[formula.variable]
      return value === undefined ? null : formula.holds(value)
    }
  }
}

const keys = new WeakMap<Expr, string>()

/** Two expressions that say the same have the same key, wherever they stand. */
export function keyOf(expr: Expr): string {
  if (expr.kind === 'input') return `input ${expr.path}`
  if (expr.kind === 'ref') return `ref ${expr.id}`
  const known = keys.get(expr) ?? makeKey(expr)
  keys.set(expr, known)
  return known
}

function makeKey(expr: Expr): string {
  return JSON.stringify(expr, (name, value: unknown) =>
    name === 'at' || name === 'origin' || name === 'type' ? undefined : value,
  )
}
