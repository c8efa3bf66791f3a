import { parse } from '../../runtime/rational.ts'
import { compareExact } from '../program/exact.ts'
import type { Expr } from '../program/program.ts'
import type { Exact, Type } from '../program/type.ts'
import type { Quantity } from './quantity.ts'
import { caseOf, coalesce, compareSql, literal, sql, type Sql } from './sql.ts'
import { asNumber, asSql, plain, plainKind, type Value } from './value.ts'
import type { Scope } from './writer.ts'
import type { Whole } from './whole.ts'

interface WhenValue {
  readonly when: Sql
  readonly value: Value
}

/** What is NULL where the value is absent. */
export function presence(value: Value): Sql {
  switch (value.kind) {
    case 'number':
      return value.number.count.sql
    case 'schedule':
      return value.rates[0]!.count.sql
    case 'plain':
      return value.sql
  }
}

/** The value that is not there, as one of a type. */
export function nothingOf(type: Type, { wholes, dialect }: Scope): Value {
  const kind = plainKind(type)
  if (kind !== null) return plain(kind, sql`CAST(NULL AS ${dialect.types[kind]})`)
  return { kind: 'number', number: { count: wholes.absent, over: 1n } }
}

/** The value of the first condition that holds; NULL where none does and nothing stands otherwise. */
export function choose(whens: readonly WhenValue[], otherwise: Value | null, type: Type, scope: Scope): Value {
  const values = [...whens.map(({ value }) => value), ...(otherwise ? [otherwise] : [])]
  if (type.kind === 'schedule') return chooseSchedule(whens, otherwise, type.edges, scope)
  if (values.some(({ kind }) => kind === 'number')) {
    const rows = whens.map(({ when, value }) => ({ when, value: asNumber(value) }))
    return { kind: 'number', number: scope.numbers.choose(rows, otherwise && asNumber(otherwise)) }
  }
  const rows = whens.map(({ when, value }) => ({ when, value: asSql(value) }))
  const kind = values[0]?.kind === 'plain' ? values[0].type : 'text'
  return plain(kind, caseOf(rows, otherwise && asSql(otherwise)))
}

// Which row holds is asked once, not once for each band.
function chooseSchedule(
  whens: readonly WhenValue[],
  otherwise: Value | null,
  edges: readonly Exact[],
  scope: Scope,
): Value {
  const { numbers, wholes } = scope
  const rows = whens.map(({ when }, index) => ({ when, value: wholes.constant(BigInt(index + 1)) }))
  const row = numbers.keep(wholes.choose(rows, null))
  const rates = Array.from({ length: edges.length + 1 }, (_, band) => {
    const rate = (value: Value): Quantity => ratesAt(value, edges)[band]!
    const chosen = whens.map(({ value }, index) => ({
      when: compareSql(row.sql, '=', literal(String(index + 1))),
      value: rate(value),
    }))
    return numbers.choose(chosen, otherwise && rate(otherwise))
  })
  return { kind: 'schedule', edges, rates }
}

export function scheduleOf(
  { rates, type }: Extract<Expr, { kind: 'schedule' }>,
  write: (rate: Expr) => Quantity,
): Value {
  if (type.kind !== 'schedule') throw new Error('bug in the compiler: a schedule has edges')
  return { kind: 'schedule', edges: type.edges, rates: rates.map(write) }
}

// A band of the finer schedule lies in the band of the coarser one that has as many edges at or below its floor.
function ratesAt(value: Value, edges: readonly Exact[]): readonly Quantity[] {
  if (value.kind !== 'schedule') return [null, ...edges].map(() => asNumber(value))
  return [null, ...edges].map((floor) => {
    const below = floor === null ? [] : value.edges.filter((edge) => compareExact(edge, floor) <= 0)
    return value.rates[below.length]!
  })
}

/** An operation on numbers; where one of the two is a schedule, on the rate of each band. */
export function combine(left: Value, right: Value, operation: (a: Quantity, b: Quantity) => Quantity): Value {
  if (left.kind !== 'schedule' && right.kind !== 'schedule') {
    return { kind: 'number', number: operation(asNumber(left), asNumber(right)) }
  }
  const all = [left, right].flatMap((each) => (each.kind === 'schedule' ? each.edges : []))
  const edges = [...new Set(all)].toSorted(compareExact)
  const others = ratesAt(right, edges)
  return { kind: 'schedule', edges, rates: ratesAt(left, edges).map((rate, band) => operation(rate, others[band]!)) }
}

/** An operation on a number, or on the rate of each band. */
export function transform(value: Value, operation: (a: Quantity) => Quantity): Value {
  return value.kind === 'schedule'
    ? { ...value, rates: value.rates.map(operation) }
    : { kind: 'number', number: operation(asNumber(value)) }
}

/** The amount that lies between two positions, each part at its band's rate. */
export function integrate(schedule: Value, from: Quantity, to: Quantity, { numbers, wholes }: Scope): Quantity {
  const { edges, rates } = schedule.kind === 'schedule' ? schedule : { edges: [], rates: [asNumber(schedule)] }
  const positions = edges.map((edge) => {
    const { n, d } = parse(edge)
    return numbers.constant(n, d)
  })
  const { counts, over } = numbers.alike([from, to, ...positions])
  const [start, end] = counts.slice(0, 2).map((each) => numbers.keep(each)) as [Whole, Whole]
  const zero = wholes.constant(0n)
  const parts = rates.map((rate, band): Quantity => {
    const [floor, ceiling] = [counts[band + 1], counts[band + 2]]
    const first = band === 0 ? start : wholes.greater(start, floor!)
    const last = ceiling ? wholes.lesser(end, ceiling) : end
    return numbers.multiply({ count: wholes.greater(wholes.subtract(last, first), zero), over }, rate)
  })
  // The bands share one amount between them, so that all together are no more than all of it at the highest rate.
  const whole = wholes.greater(wholes.subtract(end, start), zero)
  const products = rates.map((rate) => numbers.multiply({ count: whole, over }, rate))
  const [sums, bounds] = [numbers.alike(parts), numbers.alike(products)]
  return { count: wholes.sumWithin(sums.counts, bounds.counts), over: sums.over }
}

/** The value, or the other where it is absent. */
export function firstGiven(value: Value, other: Value, scope: Scope): Value {
  if (value.kind === 'plain') return plain(value.type, coalesce([value.sql, asSql(other)]))
  const numbers = [value, other].map(asNumber)
  if (numbers.some(({ over }) => typeof over !== 'bigint')) {
    const there = sql`${presence(value)} IS NOT NULL`
    return { kind: 'number', number: scope.numbers.choose([{ when: there, value: numbers[0]! }], numbers[1]!) }
  }
  const { counts, over } = scope.numbers.alike(numbers)
  return { kind: 'number', number: { count: scope.wholes.firstGiven(counts[0]!, counts[1]!), over } }
}
