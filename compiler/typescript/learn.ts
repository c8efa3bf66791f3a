import { isReference } from '../program/build.ts'
import type { Expr } from '../program/program.ts'
import { knowing, referenceText, type Here, type Reference } from './here.ts'
import { either, isImpossible, knowIsOneOf, nowhere, type Known } from './known.ts'
import { membersOf } from './module.ts'
import { shapeText } from './same.ts'

/** What a condition that holds, or does not, says; nothing is left over where it can't be so. */
export function learnFrom(expr: Expr, holds: boolean, here: Here): Known {
  const { known } = here
  switch (expr.kind) {
    case 'constant':
      return (expr.value.kind === 'boolean' && expr.value.is) === holds ? known : nowhere
    case 'not':
      return learnFrom(expr.operand, !holds, here)
    case 'and':
    case 'or':
      return learnFromAll(expr.operands, holds, expr.kind === 'and', here)
    case 'isOneOf': {
      // What may be absent can be more than the members.
      if (!isReference(expr.value) || expr.value.type.kind === 'optional')
        return learnFact(factText(expr, here), holds, known)
      const value = referenceText(expr.value, here)
      const all = membersOf(expr.value.type, here.module)
      return knowIsOneOf(known, value, holds ? expr.members : all.filter((member) => !expr.members.includes(member)))
    }
    case 'compare': {
      const equated = equatedTo(expr)
      if (equated && holds) return knowIsOneOf(known, referenceText(equated.value, here), [equated.constant])
      // a ≤ b is not b < a.
      const isLess = expr.operator === 'lessOrEqual'
      const fact: Expr = isLess ? { ...expr, operator: 'less', left: expr.right, right: expr.left } : expr
      return learnFact(factText(fact, here), holds !== isLess, known)
    }
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
    case 'isAbsent':
    case 'isGiven':
    case 'addMonths':
    case 'addDays':
    case 'boundary':
    case 'monthOf':
    case 'fullYears':
    case 'widen':
    case 'lookup':
    case 'exactly':
      return learnFact(factText(expr, here), holds, known)
  }
}

/** Is it settled by what is known whether the condition holds? */
export function isSettled(expr: Expr, here: Here): boolean | null {
  if (isImpossible(learnFrom(expr, false, here))) return true
  return isImpossible(learnFrom(expr, true, here)) ? false : null
}

/** The value and the constant that are compared for being equal: the constant as an exact number or a day. */
export function equatedTo({ operator, left, right }: Extract<Expr, { kind: 'compare' }>): Equated | null {
  if (operator !== 'equal') return null
  const [value, constant] = isReference(left) ? [left, constantText(right)] : [right, constantText(left)]
  return isReference(value) && constant !== null ? { value, constant } : null
}
interface Equated {
  readonly value: Reference
  readonly constant: string
}

/** A constant as an exact number; a date as the number YYYYMMDD. */
export function constantText(expr: Expr): string | null {
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

/** What is compared by name: the elements of a list have the same fields, but each has its own values. */
function factText(expr: Expr, here: Here): string {
  return shapeText(expr, (part) => (isReference(part) ? referenceText(part, here) : null))
}

function learnFact(fact: string, holds: boolean, known: Known): Known {
  return knowIsOneOf(known, fact, [String(holds)])
}

function learnFromAll(operands: readonly Expr[], holds: boolean, isAnd: boolean, here: Here): Known {
  // All of an "and" hold, and none of an "or"; otherwise one of them decides after those before it did not.
  if (holds === isAnd) {
    return operands.reduce<Known>((known, operand) => learnFrom(operand, holds, knowing(known, here)), here.known)
  }
  let [before, found]: [Known, Known | null] = [here.known, null]
  for (const operand of operands) {
    const decided = learnFrom(operand, holds, knowing(before, here))
    found = found ? either(found, decided) : decided
    before = learnFrom(operand, !holds, knowing(before, here))
  }
  return found ?? here.known
}
