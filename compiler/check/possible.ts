import { formatDate, parseDate } from '../../runtime/date.ts'
import { addExact, compareExact, divideExact, exactFrom } from '../program/exact.ts'
import { isBoolean, partsOf } from '../program/build.ts'
import type { Choices, Expr } from '../program/program.ts'
import type { Exact } from '../program/type.ts'
import { showExact } from './arithmetic.ts'

/** What the search needs to know besides the conditions themselves. */
export interface Context {
  readonly choices: readonly Choices[]
  /** What a name stands for where it holds generally, so that 按住院结算 is seen to be about 医疗类别. */
  readonly expand: (id: string) => Expr | null
  readonly labelOf: (expr: Expr) => string
  /** Conditions that hold of every case: the edition's dates. */
  readonly always: readonly Expr[]
}

export type Finding =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly witness: readonly string[] }
  | { readonly kind: 'tooMany' }

/** One thing that conditions ask about, and the values that make a difference to them. */
interface Variable {
  readonly key: string
  readonly expr: Expr
  readonly values: readonly Value[]
  /** The position of each cut on the scale of an ordered value. */
  readonly positions: ReadonlyMap<Exact, number>
}
interface Choice {
  readonly value: Value
  readonly variable: Variable
}
/** A member, true or false, or a stretch of an ordered scale: 2i + 1 is the i-th cut itself, 2i the stretch below it. */
type Value = { readonly is: string | boolean | number; readonly text: string }

const limit = 200_000

/**
 * Is there a case in which all the conditions hold? Conditions are decided over the members of choices, booleans, the
 * stretches between the constants that ordered values are compared with, and, for what can't be looked into (a list,
 * two unknowns compared), both answers; so "none" is a proof, and "found" a case unless it rests on such an answer.
 */
export function findCase(conditions: readonly Expr[], context: Context): Finding {
  const formulas = [...conditions, ...context.always].map((each) => expandAll(each, context, 0))
  if (formulas.some((each) => isBoolean(each, false))) return { kind: 'none' }
  const variables = collectVariables(formulas, context)
  const chosen = new Map<string, Choice>()
  let steps = 0
  const search = (index: number): Finding['kind'] => {
    if (++steps > limit) return 'tooMany'
    const states = formulas.map((each) => decide(each, chosen))
    if (states.includes(false)) return 'none'
    if (states.every((state) => state === true)) return 'found'
    const variable = variables[index]
    if (!variable) return 'none'
    for (const value of variable.values) {
      chosen.set(variable.key, { value, variable })
      const result = search(index + 1)
      if (result !== 'none') return result
    }
    chosen.delete(variable.key)
    return 'none'
  }
  const kind = search(0)
  if (kind !== 'found') return { kind }
  const witness = variables.flatMap((variable) => {
    const value = chosen.get(variable.key)
    return value ? [`${context.labelOf(variable.expr)} ${value.value.text}`] : []
  })
  return { kind, witness: [...new Set(witness)] }
}

function expandAll(expr: Expr, context: Context, depth: number): Expr {
  switch (expr.kind) {
    case 'and':
    case 'or':
      return { ...expr, operands: expr.operands.map((each) => expandAll(each, context, depth)) }
    case 'not':
      return { ...expr, operand: expandAll(expr.operand, context, depth) }
    case 'ref': {
      const meaning = expr.type.kind === 'boolean' && depth < 16 ? context.expand(expr.id) : null
      return meaning ? expandAll(meaning, context, depth + 1) : expr
    }
    default:
      return expr
  }
}

function collectVariables(formulas: readonly Expr[], context: Context): Variable[] {
  const found = new Map<string, { expr: Expr; cuts: Exact[] }>()
  const note = (expr: Expr, cut: Exact | null): void => {
    const key = keyOf(expr)
    const entry = found.get(key) ?? { expr, cuts: [] }
    if (cut !== null) entry.cuts.push(cut)
    found.set(key, entry)
  }
  const walk = (expr: Expr): void => {
    if (expr.kind === 'constant') return
    if (expr.kind === 'and' || expr.kind === 'or' || expr.kind === 'not') return partsOf(expr).forEach(walk)
    const ordered = orderedAtom(expr)
    if (ordered) note(ordered.subject, ordered.cut)
    else if (expr.kind === 'isOneOf') note(expr.value, null)
    else note(expr, null)
  }
  formulas.forEach(walk)
  return [...found].map(([key, { expr, cuts }]) => {
    const sorted = [...new Set(cuts)].sort(compareExact)
    return {
      key,
      expr,
      values: valuesOf(expr, sorted, context),
      positions: new Map(sorted.map((cut, index) => [cut, 2 * index + 1])),
    }
  })
}

function valuesOf(expr: Expr, sorted: readonly Exact[], context: Context): Value[] {
  if (expr.type.kind === 'choice') {
    const { choices } = expr.type
    return (context.choices.find((each) => each.id === choices)?.members ?? []).map((member) => ({
      is: member.id,
      text: `= ${member.label}`,
    }))
  }
  if (expr.type.kind === 'boolean')
    return [
      { is: true, text: '= 是' },
      { is: false, text: '= 否' },
    ]
  const step = stepOf(expr)
  const values: Value[] = []
  const show = (value: Exact): string =>
    expr.type.kind === 'date' ? formatDate(Number(value)) : showExact(value, expr.type)
  sorted.forEach((cut, index) => {
    const below = sorted[index - 1]
    const isPossible =
      below === undefined ? !isNeverBelow(expr, cut) : step === null || compareExact(addExact(below, step), cut) < 0
    if (isPossible) values.push({ is: 2 * index, text: `< ${show(cut)}` })
    values.push({ is: 2 * index + 1, text: `= ${show(cut)}` })
  })
  const last = sorted.at(-1)
  values.push({ is: 2 * sorted.length, text: last === undefined ? '= …' : `> ${show(last)}` })
  return values
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
function decide(expr: Expr, chosen: ReadonlyMap<string, Choice>): boolean | null {
  switch (expr.kind) {
    case 'constant':
      return expr.value.kind === 'boolean' ? expr.value.is : null
    case 'and':
    case 'or': {
      const stop = expr.kind === 'or'
      const states = expr.operands.map((each) => decide(each, chosen))
      return states.includes(stop) ? stop : states.includes(null) ? null : !stop
    }
    case 'not': {
      const state = decide(expr.operand, chosen)
      return state === null ? null : !state
    }
    case 'isOneOf': {
      const value = chosen.get(keyOf(expr.value))
      return value ? expr.members.includes(String(value.value.is)) : null
    }
    default: {
      const ordered = orderedAtom(expr)
      if (!ordered) {
        const choice = chosen.get(keyOf(expr))
        return choice ? choice.value.is === true : null
      }
      const choice = chosen.get(keyOf(ordered.subject))
      return choice ? ordered.holds(choice.value.is as number, choice.variable.positions.get(ordered.cut) ?? NaN) : null
    }
  }
}

/** Two expressions that say the same have the same key, wherever they stand. */
export function keyOf(expr: Expr): string {
  return JSON.stringify(expr, (name, value: unknown) =>
    name === 'at' || name === 'origin' || name === 'type' ? undefined : value,
  )
}
