import { LONGEST_LIST } from '../../runtime/reader.ts'
import type { Expr } from '../program/program.ts'
import type { Quantity } from './quantity.ts'
import { bindings, caseOf, compareSql, literal, made, notSql, sql, truth, type Sql } from './sql.ts'
import { truthOf, type Value } from './value.ts'
import { Unwritable } from './unwritable.ts'
import { widthFor, type Whole } from './whole.ts'
import { givenColumn, type Scope } from './writer.ts'

/** `condition` and `value` speak of one element of the list. */
export function fold(
  { quantifier, list }: Extract<Expr, { kind: 'fold' }>,
  condition: Sql | null,
  value: Quantity | null,
  scope: Scope,
): Value {
  const { dialect } = scope
  const has = (is: 'TRUE' | 'FALSE'): Sql => {
    const array = scope.steps.map(list, condition ?? truth)
    return { ...array, text: dialect.has(array.text, is) }
  }
  switch (quantifier) {
    case 'any':
      return truthOf(condition ? has('TRUE') : compareSql(lengthOf(list, scope), '>', literal('0')))
    case 'all':
      return truthOf(condition ? notSql(has('FALSE')) : truth)
    case 'count': {
      const one = scope.wholes.constant(1n)
      const count = condition
        ? sumOver(list, scope.wholes.choose([{ when: condition, value: one }], scope.wholes.constant(0n)), scope)
        : scope.wholes.of(lengthOf(list, scope), 0n, BigInt(scope.limits.elements), 'int')
      return { kind: 'number', number: { count, over: 1n } }
    }
    case 'sum':
      return { kind: 'number', number: sum(list, condition, value!, scope) }
  }
}

function sum(list: string, condition: Sql | null, { count, over }: Quantity, scope: Scope): Quantity {
  if (typeof over !== 'bigint') throw new Unwritable('sum', '')
  const zero = scope.wholes.constant(0n)
  const each = condition ? scope.wholes.choose([{ when: condition, value: count }], zero) : count
  return { count: sumOver(list, each, scope), over }
}

function sumOver(list: string, each: Whole, { steps, wholes, dialect, limits }: Scope): Whole {
  const array = steps.map(list, each.sql)
  const times = BigInt(Math.min(limits.elements, LONGEST_LIST))
  const [least, most] = [each.least < 0n ? each.least * times : 0n, each.most > 0n ? each.most * times : 0n]
  const width = widthFor(least, most)
  return wholes.of({ ...array, text: dialect.sum(array.text, width), binding: bindings.atom }, least, most, width)
}

function lengthOf(list: string, scope: Scope): Sql {
  const column = givenColumn(scope, list)
  return sql`coalesce(${{ ...column, text: scope.dialect.length(column.text) }}, 0)`
}

/** The first reason that one of the elements has; null in the query where none has. */
export function firstReason(list: string, reason: Sql, { steps, dialect }: Scope): Sql {
  const array = steps.map(list, reason)
  return { ...array, text: dialect.first(array.text) }
}

/**
 * The same, of elements looked at one after another until one decides: a reason that comes after it is none.
 */
export function firstReasonUntil(list: string, reason: Sql, decides: Sql, scope: Scope): Sql {
  const none = literal(scope.dialect.text(''))
  const each = caseOf(
    [
      { when: made(`${reason.text} IS NOT NULL`, bindings.comparison, [reason]), value: reason },
      { when: decides, value: none },
    ],
    null,
  )
  return sql`NULLIF(${firstReason(list, each, scope)}, ${none})`
}
