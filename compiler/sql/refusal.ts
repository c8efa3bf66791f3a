import type { Issue } from '../../runtime/issue.ts'
import { computedFrom, mayBeAbsent, partsOf } from '../program/build.ts'
import type { Expr } from '../program/program.ts'
import { write, writeCondition } from './expression.ts'
import { firstReason, firstReasonUntil } from './fold.ts'
import { allOf, anyOf, caseOf, coalesce, compareSql, isNotNull, isNull, literal, notSql, type Sql } from './sql.ts'
import { asNumber } from './value.ts'
import { presence } from './values.ts'
import type { Scope } from './writer.ts'

/** Why a row is refused, as the query says it: the code of the issue, then its path and label, as far as it has them. */
export function reasonText(code: Issue['code'] | 'limit', path: string, label = ''): string {
  return [code, path, label].filter((part) => part !== '').join(' ')
}

/** Whether the expression can refuse a case at all. */
function canRefuse(expr: Expr): boolean {
  const own =
    expr.kind === 'exactly' || (expr.kind === 'arithmetic' && expr.operator === 'divide' && !isSafeDivisor(expr.right))
  return own || partsOf(expr).some(canRefuse)
}

function isSafeDivisor(expr: Expr): boolean {
  return expr.kind === 'constant' && expr.value.kind === 'exact' && expr.value.exact !== '0'
}

/**
 * Why the expression refuses the case, NULL where it does not: what the interpreter meets first, which works from left
 * to right and stops where something is decided. `label` is of the definition that is computed.
 */
export function refusal(expr: Expr, label: string, scope: Scope): Sql | null {
  if (!canRefuse(expr)) return null
  if (!scope.isGiven && mayBeAbsent(expr)) {
    const inner = { ...scope, isGiven: true }
    const names = computedFrom(expr).map((name) => isNotNull(presence(write(name, inner))))
    return only(allOf(names), refusal(expr, label, inner))
  }
  const of = (part: Expr): Sql | null => refusal(part, label, scope)
  switch (expr.kind) {
    case 'and':
      return inTurn(expr.operands, (before) => allOf(before.map((each) => writeCondition(each, scope))), of)
    case 'or':
      return inTurn(expr.operands, (before) => notSql(anyOf(before.map((each) => writeCondition(each, scope)))), of)
    case 'cases': {
      const last = expr.otherwise ? of(expr.otherwise) : null
      return expr.branches.reduceRight<Sql | null>((later, { when, value }) => {
        const [asking, then] = [of(when), of(value)]
        const whens = [{ when: writeCondition(when, scope), value: then ?? literal('NULL') }]
        const answer = then || later ? caseOf(whens, later) : null
        return first([asking, answer])
      }, last)
    }
    case 'orElse': {
      const [value, fallback] = [of(expr.value), of(expr.fallback)]
      return first([value, fallback && only(isNull(presence(write(expr.value, scope))), fallback)])
    }
    case 'fold':
      return ofFold(expr, label, scope)
    case 'arithmetic': {
      const parts = [of(expr.left), of(expr.right)]
      if (expr.operator !== 'divide' || isSafeDivisor(expr.right)) return first(parts)
      const right = write(expr.right, scope)
      const divisors = right.kind === 'schedule' ? right.rates : [asNumber(right)]
      const isZero = anyOf(divisors.map(({ count }) => compareSql(count.sql, '=', literal('0'))))
      return first([...parts, only(isZero, reason(reasonText('division-by-zero', '', label), scope))])
    }
    case 'exactly': {
      const [value, limit] = [expr.value, expr.limit].map((part) => asNumber(write(part, scope)))
      const zero = scope.numbers.constant(0n, 1n)
      const isOutside = anyOf([scope.numbers.compare(value!, '<', zero), scope.numbers.compare(limit!, '<', value!)])
      const own = only(isOutside, reason(reasonText('amount-outside', expr.path, expr.label), scope))
      return first([of(expr.value), of(expr.limit), own])
    }
    case 'constant':
    case 'input':
    case 'field':
    case 'ref':
    case 'compare':
    case 'isOneOf':
    case 'liesIn':
    case 'not':
    case 'listAll':
    case 'schedule':
    case 'integrate':
    case 'round':
    case 'isGiven':
    case 'isAbsent':
    case 'addMonths':
    case 'addDays':
    case 'boundary':
    case 'monthOf':
    case 'fullYears':
    case 'widen':
    case 'lookup':
      return first(partsOf(expr).map(of))
  }
}

function ofFold(expr: Extract<Expr, { kind: 'fold' }>, label: string, scope: Scope): Sql | null {
  const { quantifier, list, where, value } = expr
  const asking = where && refusal(where, label, scope)
  const condition = where && writeCondition(where, scope)
  if (quantifier === 'any' || quantifier === 'all') {
    if (!asking || !condition) return null
    return firstReasonUntil(list, asking, quantifier === 'any' ? condition : notSql(condition), scope)
  }
  const adding = value && refusal(value, label, scope)
  const meant = adding && (condition ? only(condition, adding) : adding)
  return first([asking && firstReason(list, asking, scope), meant && firstReason(list, meant, scope)])
}

// Each is asked only where those before it have not decided.
function inTurn(
  operands: readonly Expr[],
  isOpenAfter: (before: readonly Expr[]) => Sql,
  of: (operand: Expr) => Sql | null,
): Sql | null {
  return first(
    operands.map((operand, index) => {
      const reasonOf = of(operand)
      return reasonOf && (index === 0 ? reasonOf : only(isOpenAfter(operands.slice(0, index)), reasonOf))
    }),
  )
}

function only(condition: Sql, value: Sql | null): Sql | null {
  return value && caseOf([{ when: condition, value }], null)
}

function first(reasons: readonly (Sql | null)[]): Sql | null {
  const some = reasons.filter((each) => each !== null)
  return some.length === 0 ? null : coalesce(some)
}

export function reason(text: string, { dialect }: Pick<Scope, 'dialect'>): Sql {
  return literal(dialect.text(text))
}
