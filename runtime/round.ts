/**
 * How a number that lies between two steps is rounded. halfUp: to the nearer one, from the middle away from zero;
 * up: away from zero; down: toward zero; halfEven: to the nearer one, from the middle to the even one.
 */
export type RoundingMode = 'halfUp' | 'up' | 'down' | 'halfEven'

/**
 * numerator / denominator as a whole number, rounded once. Negative numbers mirror positive ones: -5 / 2 is -3 in
 * halfUp. Throws RangeError when the denominator is zero.
 */
export function roundDivide(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
  const isNegative = numerator < 0n !== denominator < 0n
  const size = numerator < 0n ? -numerator : numerator
  const divisor = denominator < 0n ? -denominator : denominator
  const whole = size / divisor
  const rest = size % divisor
  const rounded = goesUp(whole, rest, divisor, mode) ? whole + 1n : whole
  return isNegative ? -rounded : rounded
}

function goesUp(whole: bigint, rest: bigint, divisor: bigint, mode: RoundingMode): boolean {
  switch (mode) {
    case 'halfUp':
      return rest * 2n >= divisor
    case 'up':
      return rest > 0n
    case 'down':
      return false
    case 'halfEven':
      return rest * 2n > divisor || (rest * 2n === divisor && whole % 2n === 1n)
  }
}
