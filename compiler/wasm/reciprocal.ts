/**
 * One by a whole number above zero as the nearest number that is not below it. Below 2^51, a whole number times it,
 * rounded down, is the quotient rounded down: with the nearest number itself, which may lie below, multiples go wrong.
 */
export function reciprocalAbove(divisor: number): number {
  const nearest = 1 / divisor
  return isBelow(nearest, divisor) ? nextAbove(nearest) : nearest
}

/** Is the number below 1/divisor? Asked of whole numbers: it is m / 2^e exactly. */
function isBelow(number: number, divisor: number): boolean {
  const [bits = 0n] = new BigUint64Array(Float64Array.of(number).buffer)
  const exponent = 1075n - (bits >> 52n)
  const mantissa = (bits & 0xf_ffff_ffff_ffffn) | (1n << 52n)
  return mantissa * BigInt(divisor) < 1n << exponent
}

function nextAbove(number: number): number {
  const bits = new BigUint64Array(Float64Array.of(number).buffer)
  bits[0] = bits[0]! + 1n
  return new Float64Array(bits.buffer)[0]!
}
