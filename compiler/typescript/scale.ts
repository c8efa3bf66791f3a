import { parse, type Rational } from '../../runtime/rational.ts'
import type { Exact, Type } from '../program/type.ts'
import type { Code } from './code.ts'
import type { Denominator } from './denominator.ts'
import type { Module } from './module.ts'

/** The same number over another denominator. */
export function rescale(code: Code, type: Type, own: Denominator, over: Denominator, module: Module): Code {
  if (own === over) return code
  if (type.kind === 'optional') {
    const scaled = rescale('optional', type.of, own, over, module)
    return ['((optional: bigint | null) => (optional === null ? null : ', scaled, '))(', code, ')']
  }
  if (own === 'any') throw new Error('a number without a denominator has to be rounded first')
  return over === 'any'
    ? [`${module.use('rational')}.fraction(`, code, `, ${own}n)`]
    : ['(', code, ` * ${over / own}n)`]
}

/** A constant: 900_00n is 900 yuan in fen. */
export function literal(exact: Exact, type: Type, over: Denominator, module: Pick<Module, 'use'>): string {
  const value: Rational = parse(exact)
  if (over === 'any') return `${module.use('rational')}.fraction(${value.n}n, ${value.d}n)`
  const count = String((value.n * over) / value.d)
  const isFen = over === 100n && (type.kind === 'money' || (type.kind === 'optional' && type.of.kind === 'money'))
  if (!isFen || !/\d{3}/.test(count)) return `${count}n`
  const yuan = count.slice(0, -2)
  return `${/\d{5}/.test(yuan) ? yuan.replace(/\B(?=(?:\d{3})+$)/g, '_') : yuan}_${count.slice(-2)}n`
}
