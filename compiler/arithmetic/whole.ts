import type { Rational } from '../../runtime/rational.ts'

export function floor({ n, d }: Rational): bigint {
  return n >= 0n ? n / d : -((-n + d - 1n) / d)
}

export function ceiling({ n, d }: Rational): bigint {
  return -floor({ n: -n, d })
}
