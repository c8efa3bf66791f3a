import { and, booleanConstant, exactOf, not, or, partsOf } from '../../program/build.ts'
import { compareExact } from '../../program/exact.ts'
import type { Expr } from '../../program/program.ts'
import type { Context } from '../possible.ts'
import { placeOf, together, type RuleInput } from './rule.ts'

/**
 * Rule: an invariant holds, where it asks about choices, yes or no, dates and what tables say of them. One that asks about
 * amounts is not decided here: there is a case only if the rules yield it.
 */
export function invariantsHold(input: RuleInput): void {
  const { typed, context, report } = input
  // Rules that are wrong break everything.
  if (report.problems.some(({ severity }) => severity === 'error')) return
  for (const { label, condition, origin } of typed.invariants) {
    const opposite = not(asCases(condition, context, 0))
    if (!isDecided(opposite, context)) continue
    const found = together([opposite], input)
    if (found.kind === 'found') report.error('invariant-broken', placeOf(origin), { label, witness: found.witness() })
  }
}

/** A comparison with what a table says as a condition on the table's rows: `row 1 and its value compares, or row 2 …`. */
function asCases(expr: Expr, context: Context, depth: number): Expr {
  if (expr.kind === 'compare') return comparedCases(expr, context, depth)
  if (expr.kind === 'not') return { ...expr, operand: asCases(expr.operand, context, depth) }
  if (expr.kind !== 'and' && expr.kind !== 'or') return expr
  return { ...expr, operands: expr.operands.map((each) => asCases(each, context, depth)) }
}

type Compare = Extract<Expr, { kind: 'compare' }>

function comparedCases(expr: Compare, context: Context, depth: number): Expr {
  const [left, right] = [exactOf(expr.left), exactOf(expr.right)]
  if (left !== null && right !== null) return booleanConstant(holds(expr.operator, compareExact(left, right)), expr.at)
  for (const side of ['left', 'right'] as const) {
    const name = expr[side]
    const table = name.kind === 'ref' && depth < 8 ? context.expand(name.id) : null
    if (table !== null) return overRows(table, (value) => asCases({ ...expr, [side]: value }, context, depth + 1))
  }
  return expr
}

function overRows(table: Expr, compared: (value: Expr) => Expr): Expr {
  if (table.kind !== 'cases') return compared(table)
  const before: Expr[] = []
  const rows = table.branches.map(({ when, value }): Expr => {
    const row = and([...before, when, compared(value)], table.at)
    before.push(not(when))
    return row
  })
  const rest = table.otherwise ? [and([...before, compared(table.otherwise)], table.at)] : []
  return or([...rows, ...rest], table.at)
}

const holds = (operator: Compare['operator'], order: number): boolean =>
  operator === 'less' ? order < 0 : operator === 'lessOrEqual' ? order <= 0 : order === 0

/** Is it about values that can be enumerated? Then what the search finds is a case. */
function isDecided(expr: Expr, context: Context): boolean {
  const { kind, type } = expr
  if (kind === 'constant') return true
  if (kind === 'and' || kind === 'or' || kind === 'not') return partsOf(expr).every((each) => isDecided(each, context))
  if (kind === 'isOneOf') return isGiven(expr.value)
  if (kind === 'compare')
    return (isConstant(expr.right) && isOrdered(expr.left)) || (isConstant(expr.left) && isOrdered(expr.right))
  return type.kind === 'boolean' && isGiven(expr) && (expr.kind !== 'ref' || context.expand(expr.id) === null)
}

const isConstant = ({ kind }: Expr): boolean => kind === 'constant'
const isOrdered = ({ kind, type }: Expr): boolean => kind === 'input' && (type.kind === 'date' || type.kind === 'money')
const isGiven = (expr: Expr): boolean => expr.kind === 'input' || expr.kind === 'ref'
