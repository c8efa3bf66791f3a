import { allOver, greatestCommonDivisor, productDenominator, type Denominator } from '../arithmetic/denominator.ts'
import type { Lanes } from './lanes.ts'
import type { Numbers } from './nodes.ts'

/** A number as so many parts of one: yuan over 100 are fen. */
export interface Quantity {
  readonly numbers: Numbers
  readonly over: bigint
}

/** The same over another number of parts, a multiple of its own. */
export function rescaled(lanes: Lanes, { numbers, over }: Quantity, to: bigint): Numbers {
  return lanes.multiply(numbers, lanes.constant(Number(to / over)))
}

export function commonOver(lanes: Lanes, quantities: readonly Quantity[]): bigint {
  const over = allOver(quantities.map((each) => each.over))
  return known(lanes, over)
}

/** A denominator without end is none that numbers are exact over. */
function known(lanes: Lanes, over: Denominator): bigint {
  if (over !== 'any') return over
  lanes.isExact = false
  return 1n
}

/** Over as few parts as will do where the number depends on codes alone: 80 % and 85 % are 16 and 17 twentieths. */
export function reduced(lanes: Lanes, { numbers, over }: Quantity): Quantity {
  if (numbers.kind !== 'table' || !lanes.isExact) return { numbers, over }
  const { columns, values } = numbers
  const divisor = values.reduce((common, value) => greatestCommonDivisor(common, BigInt(Math.abs(value))), over)
  if (divisor === 1n) return { numbers, over }
  return {
    numbers: lanes.table({ columns, values: values.map((value) => value / Number(divisor)) }),
    over: over / divisor,
  }
}

export function sum(lanes: Lanes, left: Quantity, right: Quantity): Quantity {
  return combined(lanes, left, right, (a, b) => lanes.add(a, b))
}
export function difference(lanes: Lanes, left: Quantity, right: Quantity): Quantity {
  return combined(lanes, left, right, (a, b) => lanes.subtract(a, b))
}
export function product(lanes: Lanes, left: Quantity, right: Quantity): Quantity {
  const over = known(lanes, productDenominator(left.over, right.over))
  return reduced(lanes, { numbers: lanes.multiply(left.numbers, right.numbers), over })
}

/** The operation on both over what they have in common. */
export function combined(
  lanes: Lanes,
  left: Quantity,
  right: Quantity,
  operation: (a: Numbers, b: Numbers) => Numbers,
): Quantity {
  const over = commonOver(lanes, [left, right])
  return reduced(lanes, { numbers: operation(rescaled(lanes, left, over), rescaled(lanes, right, over)), over })
}

export type RoundingMode = 'halfUp' | 'up' | 'down' | 'halfEven'

/** Rounded once to so many decimals; what is below zero mirrors what is above it. */
export function rounded(lanes: Lanes, { numbers, over }: Quantity, decimals: number, mode: RoundingMode): Quantity {
  const step = 10n ** BigInt(decimals)
  const common = greatestCommonDivisor(step, over)
  const dividend = lanes.multiply(numbers, lanes.constant(Number(step / common)))
  const divisor = Number(over / common)
  if (divisor === 1) return { numbers: dividend, over: step }
  const size = roundedSize(lanes, lanes.size(dividend), divisor, mode)
  const zero = lanes.constant(0)
  const mirrored = lanes.select(lanes.compare('less', dividend, zero), lanes.subtract(zero, size), size)
  return { numbers: mirrored, over: step }
}

function roundedSize(lanes: Lanes, size: Numbers, divisor: number, mode: RoundingMode): Numbers {
  const quotient = (more: number): Numbers => lanes.divide(lanes.add(size, lanes.constant(more)), divisor)
  switch (mode) {
    case 'down':
      return quotient(0)
    case 'up':
      return quotient(divisor - 1)
    case 'halfUp':
      return quotient(Math.floor(divisor / 2))
    case 'halfEven': {
      const nearest = quotient(Math.floor(divisor / 2))
      if (divisor % 2 === 1) return nearest
      const middle = lanes.add(size, lanes.constant(divisor / 2))
      const isMiddle = lanes.compare('equal', lanes.multiply(nearest, lanes.constant(divisor)), middle)
      const half = lanes.divide(nearest, 2)
      const rest = lanes.subtract(nearest, lanes.multiply(half, lanes.constant(2)))
      return lanes.subtract(nearest, lanes.select(isMiddle, rest, lanes.constant(0)))
    }
  }
}
