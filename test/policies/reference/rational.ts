/** An exact fraction; the denominator is positive. Kept apart from the runtime's on purpose: it checks the runtime's. */
export interface Rational {
  readonly over: bigint
  readonly under: bigint
}

export const ratio = (over: bigint | number, under: bigint | number = 1n): Rational => ({
  over: BigInt(over),
  under: BigInt(under),
})

export const zero = ratio(0)

export const plus = (...all: readonly Rational[]): Rational =>
  all.reduce((a, b) => ratio(a.over * b.under + b.over * a.under, a.under * b.under), zero)

export const minus = (a: Rational, b: Rational): Rational => plus(a, ratio(-b.over, b.under))

export const times = (...all: readonly Rational[]): Rational =>
  all.reduce((a, b) => ratio(a.over * b.over, a.under * b.under), ratio(1))

export const isLess = (a: Rational, b: Rational): boolean => a.over * b.under < b.over * a.under

export const least = (a: Rational, b: Rational): Rational => (isLess(b, a) ? b : a)
export const most = (a: Rational, b: Rational): Rational => (isLess(a, b) ? b : a)

/** The largest whole number that is not greater. */
const floor = ({ over, under }: Rational): bigint => {
  const towardsZero = over / under
  return over < 0n && towardsZero * under !== over ? towardsZero - 1n : towardsZero
}

/** The smallest whole number that is not less. */
export const ceiling = (a: Rational): number => Number(-floor(ratio(-a.over, a.under)))

/** To whole fen, half up; the amounts here are not negative. */
export const toFen = (yuan: Rational): Rational => ratio(floor(plus(times(yuan, ratio(100)), ratio(1, 2))), 100)

/** Yuan as the contract reads them: a decimal string of at most two places, or a whole number. */
export function yuan(written: string | number): Rational {
  const [whole = '', cents = ''] = String(written).split('.')
  return ratio(BigInt(whole + cents.padEnd(2, '0')), 100)
}

/** Yuan as the contract writes them: always two places. Rounds to fen first. */
export function written(amount: Rational): string {
  const { over, under } = toFen(amount)
  const fen = (over * 100n) / under
  const digits = String(fen).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}
