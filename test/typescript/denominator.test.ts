import { describe, expect, test } from 'vitest'
import { denominatorOf, denominatorsOf } from '../../compiler/typescript/denominator.ts'
import { emitTypeScript } from '../../compiler/typescript/emit.ts'
import type { Expr } from '../../compiler/program/program.ts'
import * as make from '../interpret/make.ts'
import { ningbo, ningboTexts } from '../interpret/ningbo.ts'
import { outcome, runProgram } from './generated.ts'

const none = new Map()
const over = (expr: Expr) => denominatorOf(expr, none)
const yuan = (text: string) => make.exact(text, make.money)
const total = make.input('total', make.money)

describe('the denominator is known', () => {
  test('of constants by their lowest terms, of input by what is read', () => {
    expect(over(make.exact('3/20', make.rate))).toBe(20n)
    expect(over(yuan('1200'))).toBe(1n)
    expect(over(total)).toBe(100n)
    expect(over(make.input('share', make.rate))).toBe(1_000_000n)
    expect(over(make.input('waited', make.months))).toBe(1n)
  })

  test('of sums and choices: the least common multiple; of products: the product', () => {
    const [third, half] = [make.exact('1/3'), make.exact('1/2')]
    expect(over(make.arithmetic('add', third, half))).toBe(6n)
    expect(over(make.arithmetic('lesser', third, make.exact('1/6')))).toBe(6n)
    expect(over(make.arithmetic('multiply', third, half))).toBe(6n)
    expect(over(make.cases([make.when(make.is(true), third)], make.exact('1/4')))).toBe(12n)
  })

  test('after a division by a constant, not after one by a value', () => {
    expect(over(make.arithmetic('divide', total, make.exact('-7/3')))).toBe(700n)
    expect(over(make.arithmetic('divide', total, total, make.number))).toBe('any')
    expect(over(make.round(make.arithmetic('divide', total, make.input('count', make.number))))).toBe(100n)
  })

  test('in every definition of Ningbo', async () => {
    expect([...denominatorsOf(ningbo()).values()]).not.toContain('any')
    expect((await emitTypeScript(ningbo(), ningboTexts)).code).not.toContain('rational')
  })
})

describe('values by hand, over a known denominator and over none', () => {
  const number = { kind: 'number', optional: false } as const
  const fields = [make.onField, { path: 'by', label: 'by', type: number, platform: null }]
  const result = async (value: Expr, by: string): Promise<unknown> => {
    const output = [
      { path: 'value', label: '值', platform: null, type: value.type, value: make.ref('value', value.type) },
    ]
    const definitions = [make.define('value', value)]
    const settle = await runProgram(make.program({ input: { eitherOf: [], fields, lists: [] }, definitions, output }))
    const settled = outcome(settle, { on: '2023-06-01', by })
    return typeof settled === 'object' && settled !== null && 'value' in settled ? settled.value : settled
  }
  const by = make.input('by', make.number)

  test('180 months × 4/3 rounded up is 240', async () => {
    const months = make.arithmetic('multiply', by, make.exact('4/3'), make.months)
    expect(await result(make.round(months, 'up', 0), '180')).toBe(240)
    expect(await result(make.arithmetic('divide', by, make.exact('3/4')), '180')).toBe(240)
  })

  test('7 yuan in three parts is 2.33 and not more', async () => {
    const part = make.arithmetic('divide', yuan('7'), by, make.money)
    expect(await result(make.round(part, 'halfUp', 2, make.money), '3')).toBe('2.33')
    expect(await result(make.round(part, 'up', 2, make.money), '3')).toBe('2.34')
    const whole = make.arithmetic('multiply', part, make.exact('3'), make.money)
    expect(await result(make.round(whole, 'down', 2, make.money), '3')).toBe('7.00')
  })

  test('half a fen is rounded away from zero, on both sides', async () => {
    const product = make.arithmetic('multiply', yuan('0.05'), by, make.money)
    expect(await result(make.round(product, 'halfUp', 2, make.money), '0.1')).toBe('0.01')
    expect(await result(make.round(product, 'halfUp', 2, make.money), '-0.1')).toBe('-0.01')
  })

  test('a division by zero names the definition', async () => {
    const issue = { code: 'division-by-zero', path: '', value: null, facts: { label: 'value' } }
    expect(await result(make.arithmetic('divide', make.exact('1'), by), '0')).toEqual([issue])
  })
})
