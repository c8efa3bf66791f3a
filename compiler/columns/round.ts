import { greatestCommonDivisor } from '../arithmetic/denominator.ts'
import type { Expr } from '../program/program.ts'
import { boundOf, named, needs, times, atom, type Count, type Here } from './writing.ts'

/** Rounded once: a quotient of integers, which is exact while dividend and divisor together are at most 2^53. */
export function writeRound(expr: Extract<Expr, { kind: 'round' }>, here: Here): Count {
  const value = here.writing.write.number(expr.value, here)
  const step = 10n ** BigInt(expr.decimals)
  const shared = greatestCommonDivisor(step, value.over)
  const [factor, divisor] = [step / shared, value.over / shared]
  const dividend = times(atom(value.code), String(factor))
  const size = value.size * factor
  needs(size + 2n * divisor, here.writing)
  const bound = boundOf(expr, step, here)
  if (divisor === 1n) return { code: dividend, over: step, ...bound }
  if (expr.mode === 'halfEven') {
    return { code: `${here.writing.use('halfEven')}(${dividend}, ${divisor})`, over: step, ...bound }
  }
  const added = { halfUp: divisor / 2n, up: divisor - 1n, down: 0n }[expr.mode]
  const down = (sum: string): string => `Math.floor(${quotient(sum, size + 2n * divisor, divisor)})`
  const plus = (code: string): string => (added === 0n ? code : `(${code} + ${added})`)
  if (!value.isNegativePossible) return { code: down(plus(dividend)), over: step, ...bound }
  // A number below zero is the mirror image of one above.
  const name = named(dividend, 'dividend', here)
  const mirrored = added === 0n ? `-${name}` : `(${added} - ${name})`
  return { code: `(${name} < 0 ? -${down(mirrored)} : ${down(plus(name))})`, over: step, ...bound }
}

// Below this a product with the reciprocal, rounded up, has the same whole part as the quotient: a = kb − r with
// 1 ≤ r < b lies below k by 1/b at least, which is more than both errors of a part in 2^52 make of k where kb is less.
const MOST_BY_RECIPROCAL = 2n ** 51n

function quotient(sum: string, size: bigint, divisor: bigint): string {
  const reciprocal = reciprocalAbove(divisor)
  return size < MOST_BY_RECIPROCAL ? `${sum} * ${reciprocal}` : `${sum} / ${divisor}`
}

/** The least plain number that is not below 1/divisor. */
function reciprocalAbove(divisor: bigint): number {
  const near = 1 / Number(divisor)
  const bits = new DataView(new ArrayBuffer(8))
  bits.setFloat64(0, near)
  const word = bits.getBigUint64(0)
  const exponent = Number((word >> 52n) & 0x7ffn) - 1075
  const mantissa = (word & 0xfffffffffffffn) | 0x10000000000000n
  // near = mantissa × 2^exponent, and its exponent is below zero.
  if (mantissa * divisor >= 1n << BigInt(-exponent)) return near
  bits.setBigUint64(0, word + 1n)
  return bits.getFloat64(0)
}
