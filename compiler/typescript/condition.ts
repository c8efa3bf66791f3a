import { isReference } from '../program/build.ts'
import { compareExact } from '../program/exact.ts'
import type { Expr } from '../program/program.ts'
import { canFail } from './can-fail.ts'
import { from, join, textOf, type Code } from './code.ts'
import { commonDenominator } from '../arithmetic/denominator.ts'
import { escapeText } from './escape.ts'
import { formOf, type Counted } from './form.ts'
import { knowing, ownCounted, referenceText, type Here } from './here.ts'
import { possibleOf } from './known.ts'
import { constantText, equatedTo, learnFrom } from './learn.ts'
import { membersOf } from './module.ts'
import { typeText } from './type-text.ts'

/** A condition, or its opposite; `true` or `false` where it is settled. */
export function writeCondition(expr: Expr, here: Here, negated = false): Code | boolean {
  switch (expr.kind) {
    case 'constant':
      return (expr.value.kind === 'boolean' && expr.value.is) !== negated
    case 'not':
      return writeCondition(expr.operand, here, !negated)
    case 'and':
    case 'or':
      return writeAll(expr, here, negated)
    case 'isOneOf':
      return writeIsOneOf(expr, here, negated)
    case 'compare':
      return writeComparison(expr, here, negated)
    case 'isAbsent':
      return writeIsAbsent(expr, here, negated)
    case 'input':
    case 'field':
    case 'ref':
    case 'arithmetic':
    case 'liesIn':
    case 'cases':
    case 'listAll':
    case 'schedule':
    case 'integrate':
    case 'round':
    case 'fold':
    case 'orElse':
    case 'isGiven':
    case 'addMonths':
    case 'addDays':
    case 'boundary':
    case 'monthOf':
    case 'fullYears':
    case 'widen':
    case 'lookup':
    case 'exactly': {
      const code = here.write(expr, { kind: 'plain' }, here)
      const text = textOf(code)
      if (text === 'true' || text === 'false') return (text === 'true') !== negated
      return negated ? ['!(', code, ')'] : code
    }
  }
}

function writeIsAbsent({ value }: Extract<Expr, { kind: 'isAbsent' }>, here: Here, negated: boolean): Code | boolean {
  if (value.kind === 'constant') return (value.value.kind === 'absent') !== negated
  const code = here.write(value, formOf(value.type, ownCounted(value, here)), here)
  return ['(', code, negated ? ' !== null)' : ' === null)']
}

function writeAll(expr: Extract<Expr, { kind: 'and' | 'or' }>, here: Here, negated: boolean): Code | boolean {
  const isAnd = (expr.kind === 'and') !== negated
  const codes: Code[] = []
  let { known } = here
  for (const [index, operand] of expr.operands.entries()) {
    const code = writeCondition(operand, knowing(known, here), negated)
    if (code === !isAnd) {
      // Those before it are looked at only for what may be wrong with the case.
      if (codes.length === 0 || !expr.operands.slice(0, index).some(canFail)) return code
      codes.push(String(code))
      break
    }
    if (typeof code !== 'boolean') codes.push(code)
    // The next operand is looked at only where this one did not decide.
    known = learnFrom(operand, isAnd !== negated, knowing(known, here))
  }
  if (codes.length === 0) return isAnd
  return from(expr.at, codes.length === 1 ? codes : ['(', join(codes, isAnd ? ' && ' : ' || '), ')'])
}

function writeIsOneOf(expr: Extract<Expr, { kind: 'isOneOf' }>, here: Here, negated: boolean): Code | boolean {
  const { value, members, at } = expr
  const isOptional = value.type.kind === 'optional'
  if (!isReference(value) || isOptional) {
    const type = typeText(value.type, { kind: 'plain' }, here.module)
    const list = members.map((member) => escapeText(member, 'string')).join(', ')
    const code: Code = [
      `([${list}] as readonly ${isOptional ? `(${type})` : type}[]).includes(`,
      here.write(value, { kind: 'plain' }, here),
      ')',
    ]
    return from(at, negated ? ['!', code] : code)
  }
  const subject = referenceText(value, here)
  const possible = possibleOf(here.known, subject, membersOf(value.type, here.module))
  const yes = possible.filter((member) => members.includes(member))
  if (yes.length === 0) return negated
  if (yes.length === possible.length) return !negated
  const compare = (list: readonly string[], is: boolean): Code => {
    const parts = list.map((member) => `${subject} ${is ? '===' : '!=='} ${escapeText(member, 'string')}`)
    return from(at, parts.length === 1 ? parts : ['(', join(parts, is ? ' || ' : ' && '), ')'])
  }
  const no = possible.filter((member) => !yes.includes(member))
  return yes.length > 2 && no.length === 1 ? compare(no, negated) : compare(yes, !negated)
}

const signs = { less: ['<', '>='], lessOrEqual: ['<=', '>'], equal: ['===', '!=='] } as const
/** The same comparison seen from the other side. */
const mirrored = { '<': '>', '>=': '<=', '<=': '>=', '>': '<', '===': '===', '!==': '!==' } as const

function writeComparison(expr: Extract<Expr, { kind: 'compare' }>, here: Here, negated: boolean): Code | boolean {
  const { operator, left, right, at } = expr
  const outcome = outcomeOf(expr, here)
  if (outcome !== null) return outcome !== negated
  const counted = comparedAs(expr, here)
  const form = formOf(left.type, counted)
  const side = (operand: Expr): Code => {
    const code = here.write(operand, form, here)
    // TypeScript takes what can only be some constants for their union, and refuses to compare it with another one.
    const isUnion = operand.kind === 'cases' || (operand.kind !== 'constant' && /^[-()\d_n]+$/.test(textOf(code)))
    return isUnion && operator === 'equal' && counted.as !== 'rational'
      ? ['(', code, form.kind === 'plain' ? ' as number)' : ` as ${counted.as})`]
      : code
  }
  const sign = signs[operator][negated ? 1 : 0]
  if (form.kind === 'number' && form.as === 'rational') {
    return from(at, [`${here.module.use('rational')}.compare(`, side(left), ', ', side(right), `) ${sign} 0`])
  }
  // A constant stands on the right, as one says it.
  const isTurned = left.kind === 'constant' && right.kind !== 'constant'
  const [first, second] = isTurned ? [right, left] : [left, right]
  return from(at, ['(', side(first), ` ${isTurned ? mirrored[sign] : sign} `, side(second), ')'])
}

/** Both sides over one denominator, in plain numbers where both are small enough for it. */
function comparedAs(expr: Extract<Expr, { kind: 'compare' }>, here: Here): Counted {
  const { arithmetic } = here.module
  const [left, right] = [expr.left, expr.right].map((side) => arithmetic.magnitudeOf(side).over)
  const over = commonDenominator(left ?? 1n, right ?? 1n)
  if (over === 'any') return { over, as: 'rational' }
  return { over, as: arithmetic.isProved(expr) ? 'number' : 'bigint' }
}

/** The outcome of a comparison of two constants, or with a constant that a value is known to be or not to be. */
function outcomeOf(expr: Extract<Expr, { kind: 'compare' }>, here: Here): boolean | null {
  const [left, right] = [constantText(expr.left), constantText(expr.right)]
  if (left !== null && right !== null) {
    const order = compareExact(left, right)
    return expr.operator === 'less' ? order < 0 : expr.operator === 'lessOrEqual' ? order <= 0 : order === 0
  }
  const equated = equatedTo(expr)
  if (!equated) return null
  const possible = here.known.sure.get(referenceText(equated.value, here))
  if (!possible?.includes(equated.constant)) return possible ? false : null
  return possible.length === 1 ? true : null
}
