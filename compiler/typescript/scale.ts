import { parse, type Rational } from '../../runtime/rational.ts'
import type { Path } from '../arithmetic/analyse.ts'
import type { Denominator } from '../arithmetic/denominator.ts'
import type { Exact, Type } from '../program/type.ts'
import type { Code } from './code.ts'
import type { Counted } from './form.ts'
import type { Module } from './module.ts'

/** The same number in another form, over a multiple of its own denominator. */
export function convert(code: Code, type: Type, own: Counted, wanted: Counted, module: Module): Code {
  if (own.over === wanted.over && own.as === wanted.as) return code
  if (type.kind === 'optional') {
    const converted = convert('optional', type.of, own, wanted, module)
    return [`((optional: ${own.as} | null) => (optional === null ? null : `, converted, '))(', code, ')']
  }
  if (own.over === 'any') throw new Error('a number without a denominator has to be rounded first')
  if (wanted.over === 'any') {
    return [`${module.use('rational')}.fraction(`, cast(code, own.as, 'bigint'), `, ${own.over}n)`]
  }
  const factor = wanted.over / own.over
  // Numbers are changed while they are small.
  const before = wanted.as === 'bigint' ? cast(code, own.as, 'bigint') : code
  const scaled = times(before, factor, wanted.as === 'bigint' ? 'bigint' : own.as)
  return wanted.as === 'bigint' ? scaled : cast(scaled, own.as, wanted.as)
}

export function times(code: Code, factor: bigint, as: Path): Code {
  return factor === 1n ? code : ['(', code, ` * ${whole(factor, as)})`]
}

function cast(code: Code, own: Path, wanted: Path): Code {
  if (own === wanted) return code
  return [wanted === 'bigint' ? 'BigInt(' : 'Number(', code, ')']
}

/** A whole number as a literal. */
export function whole(value: bigint, as: Path): string {
  return as === 'number' ? `${value}` : `${value}n`
}

/** Zero in a form. */
export function zero({ as }: Pick<Counted, 'as'>, module: Pick<Module, 'use'>): string {
  return as === 'rational' ? `${module.use('rational')}.zero` : whole(0n, as)
}

/** A constant: 900_00 is 900 yuan in fen. */
export function literal(exact: Exact, type: Type, { over, as }: Counted, module: Pick<Module, 'use'>): string {
  const value: Rational = parse(exact)
  if (over === 'any') return `${module.use('rational')}.fraction(${value.n}n, ${value.d}n)`
  const count = (value.n * over) / value.d
  const isLong = count >= 100n || count <= -100n
  const digits = isFen(type, over) && isLong ? yuanAndFen(String(count)) : String(count)
  return as === 'number' ? digits : `${digits}n`
}

function isFen(type: Type, over: Denominator): boolean {
  return over === 100n && (type.kind === 'money' || (type.kind === 'optional' && type.of.kind === 'money'))
}

function yuanAndFen(count: string): string {
  const yuan = count.slice(0, -2)
  return `${/\d{5}/.test(yuan) ? yuan.replace(/\B(?=(?:\d{3})+$)/g, '_') : yuan}_${count.slice(-2)}`
}
