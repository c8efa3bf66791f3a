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

/**
 * The same of plain numbers, which are whole; exact while both sizes together are no more than 2^53. Zero is never
 * the one below zero.
 */
export function roundNumber(numerator: number, denominator: number, mode: RoundingMode): number {
  const [size, divisor] = [Math.abs(numerator), Math.abs(denominator)]
  const whole = Math.floor(size / divisor)
  const rest = size - whole * divisor
  const rounded = numberGoesUp(whole, rest, divisor, mode) ? whole + 1 : whole
  return numerator < 0 !== denominator < 0 ? 0 - rounded : rounded
}

function numberGoesUp(whole: number, rest: number, divisor: number, mode: RoundingMode): boolean {
  switch (mode) {
    case 'halfUp':
      return rest >= divisor - rest
    case 'up':
      return rest > 0
    case 'down':
      return false
    case 'halfEven':
      return rest > divisor - rest || (rest === divisor - rest && whole % 2 === 1)
  }
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
