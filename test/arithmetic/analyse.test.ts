import { describe, expect, test } from 'vitest'
import { analyse, type Arithmetic } from '../../compiler/arithmetic/analyse.ts'
import type { Definition, Expr } from '../../compiler/program/program.ts'
import * as make from '../interpret/make.ts'
import { ningbo } from '../interpret/ningbo.ts'

const of = (...definitions: Definition[]): Arithmetic => analyse(make.program({ definitions }))
const over = (expr: Expr) => of().magnitudeOf(expr).over
const yuan = (text: string) => make.exact(text, make.money)
const total = make.input('total', make.money)
const share = make.input('share', make.rate)
const count = make.input('count', make.number)
const counts = (expr: Expr, arithmetic = of()): readonly unknown[] => {
  const { over, least, most } = arithmetic.magnitudeOf(expr)
  return [over, least, most]
}

describe('the denominator is known', () => {
  test('of constants by their lowest terms, of input by what is read', () => {
    expect(over(make.exact('3/20', make.rate))).toBe(20n)
    expect(over(yuan('1200'))).toBe(1n)
    expect(over(total)).toBe(100n)
    expect(over(share)).toBe(1_000_000n)
    expect(over(make.input('waited', make.months))).toBe(1n)
  })

  test('of sums and choices: the least common multiple; of products: the product', () => {
    const [third, half] = [make.exact('1/3'), make.exact('1/2')]
    expect(over(make.arithmetic('add', third, half))).toBe(6n)
    expect(over(make.arithmetic('lesser', third, make.exact('1/6')))).toBe(6n)
    expect(over(make.arithmetic('multiply', third, half))).toBe(6n)
    expect(over(make.cases([make.when(make.is(true), third)], make.exact('1/4')))).toBe(12n)
  })

  test('after a division by a constant, or by a name that can only be one; not after one by a value', () => {
    expect(over(make.arithmetic('divide', total, make.exact('-7/3')))).toBe(700n)
    const seven = of(make.define('seven', make.exact('7')))
    expect(seven.magnitudeOf(make.arithmetic('divide', total, make.ref('seven', make.number))).over).toBe(700n)
    expect(over(make.arithmetic('divide', total, total, make.number))).toBe('any')
    expect(over(make.round(make.arithmetic('divide', total, count)))).toBe(100n)
  })
})

describe('the range is known', () => {
  const most = of().amountLimit

  test('of input, by what the door lets in where nothing has to be given up for less', () => {
    expect(counts(total)).toEqual([100n, 0n, most])
    expect(counts(share)).toEqual([1_000_000n, 0n, 1_000_000n])
    expect(counts(make.input('waited', make.months))).toEqual([1n, 0n, 9999n])
    expect(counts(make.monthOf(make.day('2023-05-01')))).toEqual([1n, 1n, 12n])
  })

  test('of sums, differences and products by their ends', () => {
    expect(counts(make.arithmetic('subtract', yuan('5'), total))).toEqual([100n, 500n - most, 500n])
    expect(counts(make.arithmetic('multiply', yuan('-5'), share))).toEqual([1_000_000n, -5_000_000n, 0n])
  })

  test('of the lesser and the greater, of cases, and of what has to lie within a limit', () => {
    expect(counts(make.arithmetic('lesser', total, yuan('5')))).toEqual([100n, 0n, 500n])
    const difference = make.arithmetic('subtract', total, yuan('5'))
    expect(counts(make.arithmetic('greater', difference, yuan('0')))).toEqual([100n, 0n, most - 500n])
    expect(counts(make.exactly(difference, yuan('7'), '', ''))).toEqual([100n, 0n, 700n])
    expect(counts(make.cases([make.when(make.is(true), yuan('-1'))], yuan('9')))).toEqual([1n, -1n, 9n])
  })

  test('of what lies between two positions in bands: no part is taken twice', () => {
    const schedule = make.schedule(make.bands('1', '2', '3'), '1/2', '1/2', '1/5', '9/10')
    expect(counts(make.integrate(schedule, yuan('0'), yuan('100')))).toEqual([10n, 0n, 900n])
  })

  test('of a rounded quotient: its divisor is one part at least, or else the case is refused', () => {
    const part = make.arithmetic('divide', yuan('7'), share)
    expect(counts(make.round(part))).toEqual([100n, 700n, 700_000_000n])
    expect(counts(make.round(part, 'halfUp', 0))).toEqual([1n, 7n, 7_000_000n])
  })

  test('of what is left of an amount after a part of it is taken: never below zero', () => {
    const least = (part: Expr) => of().magnitudeOf(make.arithmetic('subtract', total, part)).least
    const [quota, rate] = [make.input('quota', make.money), make.exact('4/5', make.rate)]
    const taken = make.arithmetic('lesser', total, quota)
    expect(least(taken)).toBe(0n)
    expect(least(make.cases([make.when(make.is(true), taken)], yuan('0')))).toBe(0n)
    expect(least(make.round(make.arithmetic('multiply', rate, total), 'up'))).toBe(0n)
    expect(least(make.exactly(quota, total, '', ''))).toBe(0n)
    const [schedule, more] = [make.schedule(make.bands('1'), '1/2', '1'), make.arithmetic('add', quota, total)]
    expect(least(make.round(make.integrate(schedule, quota, more)))).toBe(0n)
    // Rounded up to whole yuan, or at more than one, it may be more than there is.
    expect(least(make.round(make.arithmetic('multiply', rate, total), 'up', 0))).toBeLessThan(0n)
    expect(least(make.arithmetic('multiply', make.exact('5/4', make.rate), total))).toBeLessThan(0n)
    const steep = make.schedule(make.bands('1'), '1/2', '5/4')
    expect(least(make.integrate(steep, quota, more))).toBeLessThan(0n)
    expect(least(make.arithmetic('greater', total, quota))).toBeLessThan(0n)
  })

  test('of sums over a list, by as many elements as it may have', () => {
    const sum = make.fold('sum', 'items', null, yuan('3'))
    expect(counts(sum)).toEqual([1n, 0n, 3n * BigInt(of().longestList)])
  })
})

describe('the path', () => {
  test('of a product of an amount and a rate is that of plain numbers, for ordinary amounts', () => {
    const product = make.round(make.arithmetic('multiply', total, make.exact('3/20', make.rate)))
    const proved = of(make.define('part', product))
    expect(proved.path('part')).toEqual({ path: 'number', because: null })
    // 2 n + 3 d ≤ 2^53, for n = 3 × 10^14 fen of twentieths, which are rounded to whole ones.
    expect(proved.amountLimit).toBe(10n ** 15n - 1n)
  })

  test('is the exact one where the numbers are too large, with the expression that is', () => {
    const twice = make.arithmetic('multiply', total, total)
    const { path, because } = of(make.define('twice', make.arithmetic('add', twice, total))).path('twice')
    expect([path, because]).toEqual(['bigint', twice])
  })

  test('is that of fractions after a division by a value that is not rounded at once', () => {
    const part = make.arithmetic('divide', total, count)
    expect(of(make.define('part', part)).path('part').path).toBe('rational')
    expect(of(make.define('part', make.round(make.arithmetic('add', part, total)))).path('part').path).toBe('rational')
  })

  test('of every definition of Ningbo is that of plain numbers', () => {
    const program = ningbo()
    const arithmetic = analyse(program)
    for (const { id } of program.definitions) expect([id, arithmetic.path(id).path]).toEqual([id, 'number'])
    expect(arithmetic.amountLimit).toBe(10_000_000_00n)
  })
})
