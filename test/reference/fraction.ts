/** Fractions of whole numbers, written for the tests alone: they share nothing with the arithmetic of the compiler. */
export interface Fraction {
  readonly top: bigint
  readonly bottom: bigint
}

/** "12.50", "-3", "4/3". */
export function fraction(text: string): Fraction {
  const [top = '0', bottom = '1'] = text.split('/')
  const [whole = '0', decimals = ''] = top.split('.')
  return lowest(BigInt(whole + decimals), BigInt(bottom) * 10n ** BigInt(decimals.length))
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  lowest(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { top: -b.top, bottom: b.bottom })
export const times = (a: Fraction, b: Fraction): Fraction => lowest(a.top * b.top, a.bottom * b.bottom)
export const over = (a: Fraction, b: Fraction): Fraction => lowest(a.top * b.bottom, a.bottom * b.top)
const isLess = (a: Fraction, b: Fraction): boolean => minus(a, b).top < 0n
export const lesser = (a: Fraction, b: Fraction): Fraction => (isLess(a, b) ? a : b)
export const greater = (a: Fraction, b: Fraction): Fraction => (isLess(a, b) ? b : a)

/** As many digits after the point as are needed; null where no number is enough. */
export function decimalsNeeded({ bottom }: Fraction): number | null {
  for (let decimals = 0; decimals <= 40; decimals++) if (10n ** BigInt(decimals) % bottom === 0n) return decimals
  return null
}

export const show = ({ top, bottom }: Fraction): string => (bottom === 1n ? `${top}` : `${top}/${bottom}`)

function lowest(top: bigint, bottom: bigint): Fraction {
  if (bottom === 0n) throw new RangeError('the denominator is zero')
  const sign = bottom < 0n ? -1n : 1n
  let [a, b] = [top < 0n ? -top : top, bottom * sign]
  const positive = b
  while (b !== 0n) [a, b] = [b, a % b]
  return { top: (top * sign) / a, bottom: positive / a }
}
