import { describe, expect, test } from 'vitest'
import type { Expr } from '../../compiler/program/program.ts'
import * as make from '../interpret/make.ts'
import { outcome, runProgram } from './generated.ts'

const yuan = (text: string) => make.exact(text, make.money)

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
