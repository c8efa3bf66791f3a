import { compare, one, zero } from '../../runtime/rational.ts'
import { partsOf } from '../program/build.ts'
import type { Definition, Expr } from '../program/program.ts'
import { isSame } from '../typescript/same.ts'
import type { Magnitude } from './magnitude.ts'

/** What is known of the names and numbers that expressions are made of. */
export interface Facts {
  readonly definitions: ReadonlyMap<string, Pick<Definition, 'value'>>
  readonly magnitudeOf: (expr: Expr) => Magnitude
}

// Nobody takes from an amount a part that is described at greater length.
const MOST_STEPS = 100

/**
 * Is it plain from how it is computed that a number is never above another, as a part that is taken is never above what
 * it is taken of? Of two that stand in the same surroundings.
 */
export function isAtMost(part: Expr, limit: Expr, { definitions, magnitudeOf }: Facts): boolean {
  const least = magnitudeOf(limit).range?.least
  const { over } = magnitudeOf(limit)
  let steps = 0
  const isBelow = (expr: Expr): boolean => {
    if (++steps > MOST_STEPS || expr.type.kind === 'schedule') return false
    const { range } = magnitudeOf(expr)
    if (range && least && compare(range.most, least) <= 0) return true
    if (isSame(expr, limit)) return true
    switch (expr.kind) {
      case 'ref': {
        const definition = definitions.get(expr.id)
        return definition !== undefined && isBelow(definition.value)
      }
      case 'exactly':
        return isBelow(expr.limit) || isBelow(expr.value)
      // What is rounded is never above a whole number of the same steps that it was not above before.
      case 'round':
        return over !== 'any' && 10n ** BigInt(expr.decimals) % over === 0n && isBelow(expr.value)
      case 'cases':
        return [...expr.branches.map(({ value }) => value), ...(expr.otherwise ? [expr.otherwise] : [])].every(isBelow)
      case 'orElse':
        return partsOf(expr).every(isBelow)
      // Each part of a stretch is taken at one at most.
      case 'integrate':
        return (
          isAtMostOne(expr.schedule) &&
          least !== undefined &&
          least.n >= 0n &&
          expr.to.kind === 'arithmetic' &&
          expr.to.operator === 'add' &&
          isSame(expr.to.left, expr.from) &&
          isBelow(expr.to.right)
        )
      case 'arithmetic':
        return isBelowComputed(expr)
      case 'constant':
      case 'input':
      case 'field':
      case 'compare':
      case 'isOneOf':
      case 'liesIn':
      case 'and':
      case 'or':
      case 'not':
      case 'listAll':
      case 'schedule':
      case 'fold':
      case 'isGiven':
      case 'isAbsent':
      case 'addMonths':
      case 'addDays':
      case 'boundary':
      case 'monthOf':
      case 'fullYears':
      case 'widen':
      case 'lookup':
        return false
    }
  }
  const isBelowComputed = ({ operator, left, right }: Extract<Expr, { kind: 'arithmetic' }>): boolean => {
    switch (operator) {
      case 'lesser':
        return isBelow(left) || isBelow(right)
      case 'greater':
        return isBelow(left) && isBelow(right)
      case 'subtract':
        return isNotNegative(right) && isBelow(left)
      case 'multiply':
        return (
          (isAtMostOne(right) && isNotNegative(left) && isBelow(left)) ||
          (isAtMostOne(left) && isNotNegative(right) && isBelow(right))
        )
      case 'add':
      case 'divide':
        return false
    }
  }
  const isNotNegative = (expr: Expr): boolean => {
    const { range } = magnitudeOf(expr)
    return range !== null && compare(range.least, zero) >= 0
  }
  const isAtMostOne = (expr: Expr): boolean => {
    const { range } = magnitudeOf(expr)
    return range !== null && compare(range.most, one) <= 0
  }
  return isBelow(part)
}
