import type { Expr } from '../program/program.ts'
import type { Quantity } from './quantity.ts'
import { caseOf, compareSql, literal, made, sql, type Sql } from './sql.ts'
import { asSql, type Value } from './value.ts'
import { keepSql, type Scope } from './writer.ts'

type Of<Kind extends Expr['kind']> = Extract<Expr, { kind: Kind }>

export function compareDates(operator: Of<'compare'>['operator'], left: Value, right: Value): Sql {
  const signs = { less: '<', lessOrEqual: '<=', equal: '=' } as const
  return compareSql(asSql(left), signs[operator], asSql(right))
}

/** So many months or days later; without end stays without end. */
export function addDate(
  { kind, date: { type } }: Of<'addMonths' | 'addDays'>,
  date: Sql,
  amount: Quantity,
  scope: Scope,
): Sql {
  const { dialect, numbers, wholes } = scope
  const count = wholes.cast(numbers.countOf(amount, 1n), 'int').sql
  return unlessOpen(date, isOpenEnded(type), scope, (day) =>
    call((each) => dialect[kind](each.text, count.text), day, count),
  )
}

export function boundaryOf(
  date: Sql,
  { side, of }: Pick<Of<'boundary'>, 'side' | 'of'>,
  mayBeOpen: boolean,
  scope: Scope,
): Sql {
  return unlessOpen(date, mayBeOpen, scope, (day) => call((each) => scope.dialect.boundary(each.text, side, of), day))
}

export function monthOf(date: Sql, { dialect, wholes }: Scope): Quantity {
  return {
    count: wholes.of(
      call((day) => dialect.part(day.text, 'month'), date),
      1n,
      12n,
      'int',
    ),
    over: 1n,
  }
}

// More than any date of a case, moved by any number of months of one, can be apart.
const MOST_YEARS = 100_000n

/** The most n for which 12 n months after `from` is not after `to`. */
export function fullYearsOf(from: Sql, to: Sql, scope: Scope): Quantity {
  const { dialect, wholes, numbers } = scope
  const [start, end] = [keepSql(from, 'from', scope), keepSql(to, 'to', scope)]
  const year = (date: Sql): Sql => call((day) => dialect.part(day.text, 'year'), date)
  const difference = made(`${year(end).text} - ${year(start).text}`, 4, [start, end])
  const years = numbers.keep(wholes.of(difference, -MOST_YEARS, MOST_YEARS, 'int'))
  const birthday = call((day) => dialect.addMonths(day.text, `12 * ${years.sql.text}`), start, years.sql)
  const isFull = compareSql(birthday, '<=', end)
  return {
    count: wholes.choose([{ when: isFull, value: years }], wholes.subtract(years, wholes.constant(1n))),
    over: 1n,
  }
}

function unlessOpen(date: Sql, mayBeOpen: boolean, scope: Scope, move: (day: Sql) => Sql): Sql {
  if (!mayBeOpen) return move(date)
  const day = keepSql(date, 'date', scope)
  const end = literal(scope.dialect.openEnd)
  return caseOf([{ when: compareSql(day, '=', end), value: end }], move(day))
}

export function isOpenEnded(type: Expr['type']): boolean {
  return type.kind === 'optional' ? isOpenEnded(type.of) : type.kind === 'date' && type.openEnded
}

function call(write: (date: Sql) => string, date: Sql, ...others: readonly Sql[]): Sql {
  const atom = date.binding === literal('').binding ? date : { ...date, text: `(${date.text})` }
  return { ...sql`${atom}${others[0] ?? ''}`, text: write(atom) }
}
