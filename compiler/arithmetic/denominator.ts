/**
 * What a number is kept over: a value over 100 is a whole number of hundredths. 'any' where no denominator is known
 * when compiling (after a division by a value), so that each value has its own.
 */
export type Denominator = bigint | 'any'

export function commonDenominator(a: Denominator, b: Denominator): Denominator {
  return a === 'any' || b === 'any' ? 'any' : bounded((a / greatestCommonDivisor(a, b)) * b)
}

export function productDenominator(a: Denominator, b: Denominator): Denominator {
  return a === 'any' || b === 'any' ? 'any' : bounded(a * b)
}

export function allOver(denominators: readonly Denominator[]): Denominator {
  return denominators.reduce(commonDenominator, 1n)
}

export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

// Names that are multiplied by themselves have denominators that grow without end.
const most = 1n << 2048n

function bounded(denominator: bigint): Denominator {
  return denominator > most ? 'any' : denominator
}
