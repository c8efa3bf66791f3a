import { compare, greater, lesser, multiply, subtract, zero, type Rational } from '../../runtime/rational.ts'
import type { Band, Schedule, Value } from './evaluation.ts'
import { asExact, asSchedule, exact } from './value.ts'

/** An operation on numbers; where one of the two is a schedule, on the rate of each band. */
export function combine(left: Value, right: Value, operation: (a: Rational, b: Rational) => Rational): Value {
  if (left.kind !== 'schedule' && right.kind !== 'schedule') return exact(operation(asExact(left), asExact(right)))
  const [a, b] = [asSchedule(left), asSchedule(right)]
  const edges = mergeEdges(a.edges, b.edges)
  const [leftRates, rightRates] = [ratesAt(a, edges), ratesAt(b, edges)]
  return {
    kind: 'schedule',
    edges,
    rates: leftRates.map((rate, band) => operation(rate, rightRates[band] ?? zero)),
  }
}

/** An operation on a number, or on the rate of each band. */
export function transform(value: Value, operation: (a: Rational) => Rational): Value {
  return value.kind === 'schedule' ? { ...value, rates: value.rates.map(operation) } : exact(operation(asExact(value)))
}

/**
 * What lies between the two positions, band by band; only the bands in which something lies. Nothing lies between
 * them when the second comes first.
 */
export function bandsBetween({ edges, rates }: Schedule, from: Rational, to: Rational): readonly Band[] {
  return rates.flatMap((rate, band) => {
    const floor = edges[band - 1] ?? null
    const ceiling = edges[band] ?? null
    const start = floor === null ? from : greater(from, floor)
    const end = ceiling === null ? to : lesser(to, ceiling)
    const amount = subtract(end, start)
    return compare(amount, zero) <= 0 ? [] : [{ floor, ceiling, rate, amount, product: multiply(amount, rate) }]
  })
}

// A band of the finer schedule lies in the band of the coarser one that has as many edges at or below its floor.
function ratesAt({ edges, rates }: Schedule, finer: readonly Rational[]): readonly Rational[] {
  const floors = [null, ...finer]
  return floors.map((floor) => {
    const band = floor === null ? 0 : edges.filter((edge) => compare(edge, floor) <= 0).length
    return rates[band] ?? zero
  })
}

function mergeEdges(a: readonly Rational[], b: readonly Rational[]): readonly Rational[] {
  const others = b.filter((edge) => a.every((each) => compare(each, edge) !== 0))
  return [...a, ...others].toSorted(compare)
}
