/** Exact numbers: numerator and denominator, lowest terms, the denominator above zero. */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

export const zero: Fraction = { n: 0n, d: 1n }
export const one: Fraction = { n: 1n, d: 1n }

function make(n: bigint, d: bigint): Fraction {
  if (d < 0n) return make(-n, -d)
  let [a, b] = [n < 0n ? -n : n, d]
  while (b > 0n) [a, b] = [b, a % b]
  return { n: n / a, d: d / a }
}

/** "3.5", "-7", "4/3". */
export function read(text: string): Fraction {
  const [value = '', divisor] = text.split('/')
  const [whole = '', decimals = ''] = value.split('.')
  return make(BigInt(whole + decimals), 10n ** BigInt(decimals.length) * BigInt(divisor ?? '1'))
}

export const plus = (a: Fraction, b: Fraction): Fraction => make(a.n * b.d + b.n * a.d, a.d * b.d)
export const minus = (a: Fraction, b: Fraction): Fraction => make(a.n * b.d - b.n * a.d, a.d * b.d)
export const times = (a: Fraction, b: Fraction): Fraction => make(a.n * b.n, a.d * b.d)
export const over = (a: Fraction, b: Fraction): Fraction => make(a.n * b.d, a.d * b.n)
export const isLess = (a: Fraction, b: Fraction): boolean => a.n * b.d < b.n * a.d
export const least = (a: Fraction, b: Fraction): Fraction => (isLess(b, a) ? b : a)
export const most = (a: Fraction, b: Fraction): Fraction => (isLess(a, b) ? b : a)

export type Mode = 'halfUp' | 'halfEven' | 'up' | 'down'

/** To so many decimals; what is said of positive numbers holds of their mirror images below zero. */
export function roundTo(value: Fraction, decimals: number, mode: Mode): Fraction {
  const scale = 10n ** BigInt(decimals)
  const size = (value.n < 0n ? -value.n : value.n) * scale
  const floor = size / value.d
  const [twice, whole] = [2n * (size - floor * value.d), value.d]
  const goesUp =
    mode === 'up'
      ? twice > 0n
      : mode === 'down'
        ? false
        : twice > whole || (twice === whole && (mode === 'halfUp' || floor % 2n !== 0n))
  const rounded = goesUp ? floor + 1n : floor
  return make(value.n < 0n ? -rounded : rounded, scale)
}

/** With exactly two decimals; null where two are not enough. */
export function inFen(value: Fraction): string | null {
  const fen = value.n * 100n
  if (fen % value.d !== 0n) return null
  const digits = String((fen < 0n ? -fen : fen) / value.d).padStart(3, '0')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** "0.15", "-7", "4/3": decimals where they end. */
export function write(value: Fraction): string {
  for (let places = 0, scale = 1n; places < 200; places++, scale *= 10n) {
    if (scale % value.d !== 0n) continue
    const digits = String((value.n < 0n ? -value.n : value.n) * (scale / value.d)).padStart(places + 1, '0')
    const point = digits.length - places
    return `${value.n < 0n ? '-' : ''}${digits.slice(0, point)}${places > 0 ? `.${digits.slice(point)}` : ''}`
  }
  return `${value.n}/${value.d}`
}
