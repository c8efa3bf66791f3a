import type { Path } from '../arithmetic/analyse.ts'
import { greatestCommonDivisor } from '../arithmetic/denominator.ts'
import { crossed } from '../arithmetic/measure.ts'
import type { Ratio } from '../arithmetic/ratio.ts'
import type { Expr } from '../program/program.ts'
import { join, textOf, type Code } from './code.ts'
import { escapeText } from './escape.ts'
import { computedIn, type Here } from './here.ts'
import { times, whole } from './scale.ts'

type Round = Extract<Expr, { kind: 'round' }>

/** A number as so many steps of the decimals to which it is rounded. */
export function writeRound(expr: Round, as: Path, here: Here): Code {
  const { arithmetic, use } = here.module
  const { over } = arithmetic.magnitudeOf(expr.value)
  const step = 10n ** BigInt(expr.decimals)
  if (over !== 'any') {
    const value = here.write(expr.value, { kind: 'number', over, as }, here)
    const divisor = greatestCommonDivisor(step, over)
    return rounded(times(value, step / divisor, as), over / divisor, expr, as, here)
  }
  const ratio = arithmetic.ratioOf(expr)
  if (ratio) return roundedRatio(ratio, step, expr, as, here)
  const value = here.write(expr.value, { kind: 'number', over, as: 'rational' }, here)
  return [use('roundTo'), '(', value, `, ${step}n, '${expr.mode}')`]
}

/** A count over a whole number, rounded. */
function rounded(dividend: Code, divisor: bigint, { mode, value }: Round, as: Path, { module }: Here): Code {
  if (divisor === 1n) return dividend
  const { least } = module.arithmetic.magnitudeOf(value)
  const isSigned = least === null || least < 0n
  if (as === 'bigint') return [module.use('roundDivide'), '(', dividend, `, ${divisor}n, '${mode}')`]
  if (isSigned || mode === 'halfEven') return [module.use('roundNumber'), '(', dividend, `, ${divisor}, '${mode}')`]
  switch (mode) {
    case 'halfUp':
      return divisor % 2n === 0n
        ? ['Math.floor((', dividend, ` + ${divisor / 2n}) / ${divisor})`]
        : ['Math.floor((', times(dividend, 2n, as), ` + ${divisor}) / ${2n * divisor})`]
    case 'up':
      return ['Math.ceil(', dividend, ` / ${divisor})`]
    case 'down':
      return ['Math.floor(', dividend, ` / ${divisor})`]
  }
}

function roundedRatio({ dividends, divisors }: Ratio, step: bigint, { mode }: Round, as: Path, here: Here): Code {
  const { module, label } = here
  const overOf = (parts: readonly Expr[]): bigint =>
    parts
      .map((part) => computedIn(part, here).over)
      .reduce<bigint>((all, over) => all * (over === 'any' ? 1n : over), 1n)
  const factors = crossed(overOf(dividends), overOf(divisors), step)
  const product = (parts: readonly Expr[], factor: bigint): Code => {
    const codes = parts.map((part) => here.write(part, { kind: 'number', over: computedIn(part, here).over, as }, here))
    const all = [...codes.filter((code) => !isOne(code)), ...(factor === 1n ? [] : [whole(factor, as)])]
    return all.length === 0 ? whole(1n, as) : join(all, ' * ')
  }
  const divisor: Code = [
    module.use('nonZero'),
    '(',
    product(divisors, factors.divisor),
    `, ${escapeText(label, 'string')})`,
  ]
  const divide = module.use(as === 'number' ? 'roundNumber' : 'roundDivide')
  return [divide, '(', product(dividends, factors.dividend), ', ', divisor, `, '${mode}')`]
}

/** A denominator alone is a change of the part that is counted. */
export function isOne(factor: Code): boolean {
  return /^1n?$/.test(textOf(factor))
}
