import { add, compare, fraction, multiply, subtract, type Rational } from '../../../runtime/rational.ts'

/**
 * A number for a solver of whole numbers: `whole` over `over`. `options`: where it is one of a few constants, which of
 * them, the first whose condition holds; the last always does.
 */
export interface Num {
  readonly whole: string
  readonly over: bigint
  readonly options: readonly Option[] | null
}
interface Option {
  readonly when: string
  readonly value: Rational
}

/** What can't be put to the solver. */
export class Unsupported extends Error {}

const whole = (value: bigint): string => (value < 0n ? `(- ${-value})` : String(value))
export const constant = (value: Rational): Num => oneOf([{ when: 'true', value }])
export const symbol = (name: string, over: bigint): Num => ({ whole: name, over, options: null })
const ite = (when: string, then: string, otherwise: string): string =>
  when === 'true' ? then : `(ite ${when} ${then} ${otherwise})`
export const all = (parts: readonly string[]): string =>
  parts.length === 0 ? 'true' : parts.length === 1 ? parts[0]! : `(and ${parts.join(' ')})`
export const any = (parts: readonly string[]): string =>
  parts.length === 0 ? 'false' : parts.length === 1 ? parts[0]! : `(or ${parts.join(' ')})`

function oneOf(options: readonly Option[]): Num {
  const over = options.reduce((common, { value }) => leastMultiple(common, value.d), 1n)
  const text = options.toReversed().reduce((rest, { when, value }) => {
    const own = whole((value.n * over) / value.d)
    return rest === '' ? own : ite(when, own, rest)
  }, '')
  return { whole: text, over, options }
}

/** One of several numbers, the first whose condition holds; the last wherever none does. */
export function firstOf(branches: readonly { readonly when: string; readonly value: Num }[]): Num {
  const known = branches.map(({ value }) => value.options)
  if (known.every((each) => each !== null) && known.flat().length <= 24)
    return oneOf(
      branches.flatMap(({ when, value }, at) =>
        value.options!.map((option) => ({
          value: option.value,
          when: at === branches.length - 1 ? option.when : all([when, option.when].filter((each) => each !== 'true')),
        })),
      ),
    )
  const over = branches.reduce((common, { value }) => leastMultiple(common, value.over), 1n)
  const text = branches.toReversed().reduce((rest, { when, value }) => {
    const own = scaled(value, over)
    return rest === '' ? own : ite(when, own, rest)
  }, '')
  return { whole: text, over, options: null }
}

export function plus(a: Num, b: Num): Num {
  return combined(a, b, add, '+')
}

export function minus(a: Num, b: Num): Num {
  return combined(a, b, subtract, '-')
}

function combined(a: Num, b: Num, operate: (x: Rational, y: Rational) => Rational, sign: '+' | '-'): Num {
  const both = crossed(a, b, operate)
  if (both) return both
  const over = leastMultiple(a.over, b.over)
  return { whole: `(${sign} ${scaled(a, over)} ${scaled(b, over)})`, over, options: null }
}

export function times(a: Num, b: Num): Num {
  const both = crossed(a, b, multiply)
  if (both) return both
  const [factor, other] = a.options ? [a, b] : [b, a]
  if (!factor.options) throw new Unsupported('a product of two amounts')
  return firstOf(
    factor.options.map(({ when, value }) => ({
      when,
      value: { whole: `(* ${whole(value.n)} ${other.whole})`, over: other.over * value.d, options: null },
    })),
  )
}

export function divided(a: Num, b: Num): Num {
  if (!b.options || b.options.some(({ value }) => value.n === 0n)) throw new Unsupported('divided by an amount')
  return times(a, oneOf(b.options.map(({ when, value }) => ({ when, value: fraction(value.d, value.n) }))))
}

function crossed(a: Num, b: Num, operate: (x: Rational, y: Rational) => Rational): Num | null {
  if (!a.options || !b.options || a.options.length * b.options.length > 24) return null
  const pairs = a.options.flatMap((x) =>
    b.options!.map((y) => ({
      when: all([x.when, y.when].filter((each) => each !== 'true')),
      value: operate(x.value, y.value),
    })),
  )
  return oneOf(pairs)
}

export type Relation = '<' | '<=' | '=' | '>' | '>='

export function related(a: Num, relation: Relation, b: Num): string {
  const [x, y] = [a.options, b.options]
  if (x?.length === 1 && y?.length === 1) {
    const order = compare(x[0]!.value, y[0]!.value)
    const holds = { '<': order < 0, '<=': order <= 0, '=': order === 0, '>': order > 0, '>=': order >= 0 }[relation]
    return String(holds)
  }
  const over = leastMultiple(a.over, b.over)
  return `(${relation} ${scaled(a, over)} ${scaled(b, over)})`
}

/** The lesser, or with `>=` the greater, of two. */
export function chosen(a: Num, relation: '<=' | '>=', b: Num): Num {
  return firstOf([
    { when: related(a, relation, b), value: a },
    { when: 'true', value: b },
  ])
}

export type Mode = 'halfUp' | 'up' | 'down' | 'halfEven'

/** Rounded to so many decimals; what is below zero as its opposite is. */
export function rounded({ whole: text, over }: Num, decimals: number, mode: Mode): Num {
  const unit = 10n ** BigInt(decimals)
  const size = (negated: boolean): string => {
    const n = `(* ${unit} ${negated ? `(- ${text})` : text})`
    switch (mode) {
      case 'halfUp':
        return `(div (+ (* 2 ${n}) ${over}) ${2n * over})`
      case 'down':
        return `(div ${n} ${over})`
      case 'up':
        return `(div (+ ${n} ${over - 1n}) ${over})`
      case 'halfEven': {
        const [low, rest] = [`(div ${n} ${over})`, `(* 2 (mod ${n} ${over}))`]
        return `(ite (< ${rest} ${over}) ${low} (ite (> ${rest} ${over}) (+ ${low} 1) (+ ${low} (mod ${low} 2))))`
      }
    }
  }
  return { whole: `(ite (>= ${text} 0) ${size(false)} (- ${size(true)}))`, over: unit, options: null }
}

function scaled({ whole: text, over }: Num, common: bigint): string {
  return common === over ? text : `(* ${common / over} ${text})`
}

function leastMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return (a / x) * b
}
