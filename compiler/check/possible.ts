import { formatDate, parseDate } from '../../runtime/date.ts'
import { addExact, compareExact, divideExact, exactFrom } from '../program/exact.ts'
import type { Language } from '../../grammar/tree.ts'
import { isBoolean } from '../program/build.ts'
import type { Choices, Expr } from '../program/program.ts'
import type { Exact } from '../program/type.ts'
import { nameIn, showExact, yesOrNo } from './spelling.ts'

/** What the search needs to know besides the conditions themselves. */
export interface Context {
  readonly choices: readonly Choices[]
  /** In which witnesses are told. */
  readonly language: Language
  /** What a name stands for where it holds generally, so that 按住院结算 is seen to be about 医疗类别. */
  readonly expand: (id: string) => Expr | null
  readonly labelOf: (expr: Expr) => string
  /** Conditions that hold of every case: the edition's dates. */
  readonly always: readonly Expr[]
}

export type Finding =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly witness: () => readonly string[] }
  | { readonly kind: 'tooMany' }

/** One thing that conditions ask about, and the values that make a difference to them. */
interface Variable {
  readonly expr: Expr
  readonly cuts: readonly Exact[]
  readonly values: readonly Value[]
}
/** A member, true or false, or a stretch of an ordered scale: 2i + 1 is the i-th cut itself, 2i the stretch below it. */
type Value = string | boolean | number

/** A condition over variables by number. */
type Formula =
  | { readonly kind: 'constant'; readonly is: boolean }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Formula[] }
  | { readonly kind: 'not'; readonly operand: Formula }
  | { readonly kind: 'atom'; readonly variable: number; readonly holds: (value: Value) => boolean }

const limit = 200_000

/**
 * Is there a case in which all the conditions hold? Conditions are decided over the members of choices, booleans, the
 * stretches between the constants that ordered values are compared with, and, for what can't be looked into (a list,
 * two unknowns compared), both answers; so "none" is a proof, and "found" a case unless it rests on such an answer.
 */
export function findCase(conditions: readonly Expr[], context: Context): Finding {
  if (conditions.some((each) => isBoolean(each, false))) return { kind: 'none' }
  const { formulas, variables } = formulate(conditions, context)
  const chosen: (Value | undefined)[] = []
  let steps = 0
  const search = (index: number): Finding['kind'] => {
    if (++steps > limit) return 'tooMany'
    const states = formulas.map((each) => decide(each, chosen))
    if (states.includes(false)) return 'none'
    if (!states.includes(null)) return 'found'
    for (const value of variables[index]?.values ?? []) {
      chosen[index] = value
      const result = search(index + 1)
      if (result !== 'none') return result
    }
    chosen[index] = undefined
    return 'none'
  }
  const kind = search(0)
  if (kind !== 'found') return { kind }
  const witness = (): string[] =>
    variables.flatMap((variable, index) => {
      const value = chosen[index]
      return value === undefined ? [] : [`${context.labelOf(variable.expr)} ${describe(variable, value, context)}`]
    })
  return { kind, witness: () => [...new Set(witness())] }
}

/** Conditions as formulas over numbered variables; two expressions that say the same are one variable. */
function formulate(conditions: readonly Expr[], context: Context): { formulas: Formula[]; variables: Variable[] } {
  const found = new Map<string, { expr: Expr; cuts: Map<Exact, number> }>()
  const variableOf = (expr: Expr): { index: number; cuts: Map<Exact, number> } => {
    const key = keyOf(expr)
    const entry = found.get(key) ?? { expr, cuts: new Map<Exact, number>() }
    found.set(key, entry)
    return { index: [...found.keys()].indexOf(key), cuts: entry.cuts }
  }
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
      default: {
        const meaning = expr.kind === 'ref' && depth < 16 ? context.expand(expr.id) : null
        if (meaning) return build(meaning, depth + 1)
        const ordered = orderedAtom(expr)
        if (!ordered) return { kind: 'atom', variable: variableOf(expr).index, holds: (value) => value === true }
        const { index, cuts } = variableOf(ordered.subject)
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
  for (const each of context.always)
    if (found.has(keyOf(orderedAtom(each)?.subject ?? each))) formulas.push(build(each, 0))
  const variables = [...found.values()].map(({ expr, cuts }): Variable => {
    const sorted = [...cuts.keys()].sort(compareExact)
    sorted.forEach((cut, index) => cuts.set(cut, 2 * index + 1))
    return { expr, cuts: sorted, values: valuesOf(expr, sorted, context) }
  })
  return { formulas, variables }
}

function membersOf(choices: string, context: Context): Choices['members'] {
  return context.choices.find((each) => each.id === choices)?.members ?? []
}

function valuesOf(expr: Expr, cuts: readonly Exact[], context: Context): Value[] {
  if (expr.type.kind === 'choice') return membersOf(expr.type.choices, context).map((member) => member.id)
  if (expr.type.kind === 'boolean') return [true, false]
  const step = stepOf(expr)
  const values: Value[] = []
  cuts.forEach((cut, index) => {
    const below = cuts[index - 1]
    const isPossible =
      below === undefined ? !isNeverBelow(expr, cut) : step === null || compareExact(addExact(below, step), cut) < 0
    if (isPossible) values.push(2 * index)
    values.push(2 * index + 1)
  })
  values.push(2 * cuts.length)
  return values
}

/** A chosen value as a reader sees it: `= 在职`, `< 45周岁`, `= 2023-02-01`. */
function describe({ expr, cuts }: Variable, value: Value, context: Context): string {
  if (typeof value === 'boolean') return `= ${yesOrNo(value, context.language)}`
  if (expr.type.kind === 'choice') {
    const member = membersOf(expr.type.choices, context).find((each) => each.id === value)
    return `= ${member ? nameIn(member, context.language) : value}`
  }
  const position = Number(value)
  const show = (cut: Exact): string =>
    expr.type.kind === 'date' ? formatDate(Number(cut)) : showExact(cut, expr.type, context.language)
  const cut = cuts[Math.floor(position / 2)]
  if (cut !== undefined) return position % 2 === 1 ? `= ${show(cut)}` : `< ${show(cut)}`
  const last = cuts.at(-1)
  return last === undefined ? '= …' : `> ${show(last)}`
}

/** The least difference of two values; null where they lie dense. */
function stepOf(expr: Expr): Exact | null {
  switch (expr.type.kind) {
    case 'date':
    case 'days':
    case 'age':
      return '1'
    case 'money':
    case 'rate':
    case 'points':
    case 'number':
    case 'months':
      return expr.type.decimals === null ? null : divideExact('1', exactFrom(`1${'0'.repeat(expr.type.decimals)}`))
    default:
      return null
  }
}

/** Amounts that come in are never below zero, nor are shares. */
function isNeverBelow(expr: Expr, cut: Exact): boolean {
  return (
    (expr.kind === 'input' || expr.kind === 'field') &&
    (expr.type.kind === 'money' || expr.type.kind === 'months') &&
    compareExact(cut, '0') <= 0
  )
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
  const day = expr.value.kind === 'date' ? parseDate(expr.value.date) : null
  return day === null ? null : String(day)
}

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
  const known = keys.get(expr) ?? makeKey(expr)
  keys.set(expr, known)
  return known
}

function makeKey(expr: Expr): string {
  if (expr.kind === 'input' || expr.kind === 'ref') return `${expr.kind} ${expr.kind === 'input' ? expr.path : expr.id}`
  return JSON.stringify(expr, (name, value: unknown) =>
    name === 'at' || name === 'origin' || name === 'type' ? undefined : value,
  )
}
