import { compareExact } from '../program/exact.ts'
import type { Expr } from '../program/program.ts'
import { from, join, type Code } from './code.ts'
import { commonDenominator } from './denominator.ts'
import { escapeText } from './escape.ts'
import { formOf } from './form.ts'
import { isReference, knowing, ownDenominator, referenceText, type Here } from './here.ts'
import { either, knowIsNoneOf, knowIsOneOf, possibleOf, type Known } from './known.ts'
import { membersOf } from './module.ts'

/** A condition; `true` or `false` where it is settled by what is known. */
export function writeCondition(expr: Expr, here: Here): Code | boolean {
  return write(expr, here, false)
}

/** What a condition that holds, or does not, says about the values it compares. */
export function learnFrom(expr: Expr, holds: boolean, here: Here): Known {
  const { known } = here
  switch (expr.kind) {
    case 'constant':
      return expr.value.kind === 'boolean' && expr.value.is !== holds ? null : known
    case 'not':
      return learnFrom(expr.operand, !holds, here)
    case 'and':
    case 'or':
      return learnFromAll(expr.operands, holds, expr.kind === 'and', here)
    case 'isOneOf': {
      if (!isReference(expr.value)) return known
      const learn = holds ? knowIsOneOf : knowIsNoneOf
      return learn(known, referenceText(expr.value, here), expr.members, membersOf(expr.value.type, here.module))
    }
    case 'compare': {
      const equated = equatedTo(expr)
      if (!equated || !holds) return known
      return knowIsOneOf(known, referenceText(equated.value, here), [equated.constant], [equated.constant])
    }
    case 'input':
    case 'field':
    case 'ref':
    case 'arithmetic':
    case 'liesIn':
    case 'cases':
    case 'schedule':
    case 'integrate':
    case 'round':
    case 'fold':
    case 'orElse':
    case 'isAbsent':
    case 'addMonths':
    case 'addDays':
    case 'fullYears':
    case 'widen':
    case 'exactly':
      return known
  }
}

function learnFromAll(operands: readonly Expr[], holds: boolean, isAnd: boolean, here: Here): Known {
  // All of an "and" hold, and none of an "or"; otherwise one of them decides after those before it did not.
  if (holds === isAnd) {
    return operands.reduce<Known>((known, operand) => learnFrom(operand, holds, knowing(known, here)), here.known)
  }
  let [before, found]: [Known, Known] = [here.known, null]
  for (const operand of operands) {
    found = either(found, learnFrom(operand, holds, knowing(before, here)))
    before = learnFrom(operand, !holds, knowing(before, here))
  }
  return found
}

function write(expr: Expr, here: Here, negated: boolean): Code | boolean {
  switch (expr.kind) {
    case 'constant':
      return expr.value.kind === 'boolean' && expr.value.is !== negated
    case 'not':
      return write(expr.operand, here, !negated)
    case 'and':
    case 'or':
      return writeAll(expr, here, negated)
    case 'isOneOf':
      return writeIsOneOf(expr, here, negated)
    case 'compare':
      return writeComparison(expr, here, negated)
    case 'input':
    case 'field':
    case 'ref':
    case 'arithmetic':
    case 'liesIn':
    case 'cases':
    case 'schedule':
    case 'integrate':
    case 'round':
    case 'fold':
    case 'orElse':
    case 'isAbsent':
    case 'addMonths':
    case 'addDays':
    case 'fullYears':
    case 'widen':
    case 'exactly': {
      const code = here.write(expr, { kind: 'plain' }, here)
      return negated ? ['!(', code, ')'] : code
    }
  }
}

function writeAll(expr: Extract<Expr, { kind: 'and' | 'or' }>, here: Here, negated: boolean): Code | boolean {
  const isAnd = (expr.kind === 'and') !== negated
  const codes: Code[] = []
  let { known } = here
  for (const operand of expr.operands) {
    const code = write(operand, knowing(known, here), negated)
    if (code === !isAnd) {
      if (codes.length === 0) return code
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
  const all = membersOf(value.type, here.module)
  if (!isReference(value)) {
    const type = value.type.kind === 'choice' ? here.module.names.choices(value.type.choices) : 'string'
    const list = members.map((member) => escapeText(member, 'string')).join(', ')
    const code: Code = [`([${list}] as readonly ${type}[]).includes(`, here.write(value, { kind: 'plain' }, here), ')']
    return from(at, negated ? ['!', code] : code)
  }
  const subject = referenceText(value, here)
  const possible = possibleOf(here.known, subject, all)
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

function writeComparison(expr: Extract<Expr, { kind: 'compare' }>, here: Here, negated: boolean): Code | boolean {
  const { operator, left, right, at } = expr
  const settled = settle(expr, here)
  if (settled !== null) return settled !== negated
  const over = commonDenominator(ownDenominator(left, here), ownDenominator(right, here))
  const form = formOf(left.type, over)
  const [l, r] = [left, right].map((side): Code => {
    const code = here.write(side, form, here)
    // TypeScript would take a choice between constants for their union, and refuse to compare it with another one.
    const isUnion = side.kind === 'cases' && operator === 'equal'
    return isUnion ? ['(', code, form.kind === 'plain' ? ' as number)' : ' as bigint)'] : code
  }) as [Code, Code]
  const sign = signs[operator][negated ? 1 : 0]
  if (form.kind === 'number' && over === 'any') {
    return from(at, [`${here.module.use('rational')}.compare(`, l, ', ', r, `) ${sign} 0`])
  }
  return from(at, ['(', l, ` ${sign} `, r, ')'])
}

/** The outcome of a comparison of two constants, or with a constant that a value is known to be or not to be. */
function settle(expr: Extract<Expr, { kind: 'compare' }>, here: Here): boolean | null {
  const [left, right] = [constantText(expr.left), constantText(expr.right)]
  if (left !== null && right !== null) {
    const order = compareExact(left, right)
    return expr.operator === 'less' ? order < 0 : expr.operator === 'lessOrEqual' ? order <= 0 : order === 0
  }
  const equated = equatedTo(expr)
  const is = equated && here.known?.get(referenceText(equated.value, here))
  return equated && is ? is.has(equated.constant) : null
}

/** The value and the constant that are compared for being equal. */
function equatedTo({ operator, left, right }: Extract<Expr, { kind: 'compare' }>) {
  if (operator !== 'equal') return null
  const [value, constant] = isReference(left) ? [left, constantText(right)] : [right, constantText(left)]
  return isReference(value) && constant !== null ? { value, constant } : null
}

/** A constant as an exact number; a date as the number YYYYMMDD. */
function constantText(expr: Expr): string | null {
  if (expr.kind !== 'constant') return null
  switch (expr.value.kind) {
    case 'exact':
      return expr.value.exact
    case 'date':
      return expr.value.date.replaceAll('-', '')
    case 'openEnded':
      return '99999999'
    case 'region':
    case 'boolean':
    case 'member':
    case 'text':
    case 'absent':
      return null
  }
}
