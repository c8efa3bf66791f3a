/** What a kernel can't compute is told by its name, its kind and its place, all at once; and it is never left out silently. */
import { describe, expect, it } from 'vitest'
import type { Expr } from '../../compiler/program/program.ts'
import { toKernel } from '../../compiler/wasm/to-kernel.ts'
import * as make from '../interpret/make.ts'
import { ningbo } from '../interpret/ningbo.ts'
import { shippedPrograms } from '../targets/cases.ts'

it('lists of the settlement, and what looks into them', () => {
  const result = toKernel(ningbo())
  const told = result.kind === 'none' ? result.hindrances.map(({ what, label }) => `${label}: ${what}`) : []
  expect(told).toEqual([
    'filings: list',
    'items: list',
    '明细自费: fold',
    '明细超限价: fold',
    '明细先自付: fold',
    '明细其余: fold',
    '长期居住备案有效: fold',
    '转诊备案有效: fold',
  ])
  for (const { at } of result.kind === 'none' ? result.hindrances : []) {
    if (at) expect(at.file).toMatch(/^policies\/shared\/(classification|offsite)\.policy$/)
  }
})

describe('an output that can’t be computed', () => {
  const field = { label: '乙', path: 'b', platform: null }
  const on = make.input('on', { kind: 'date', openEnded: false })
  const texts: Expr = {
    kind: 'listAll',
    rows: [],
    otherwise: '甲',
    type: { kind: 'texts' },
    at: { file: 'hand', start: 3, end: 4 },
  }

  it.each<readonly [string, Expr, string]>([
    ['a list of texts', texts, 'listAll'],
    ['by way of a name', make.ref('a', texts.type), 'listAll'],
    ['a division by a value of the case', make.arithmetic('divide', make.exact('1'), make.monthOf(on)), 'arithmetic'],
  ])('%s', (_, value, what) => {
    const definitions = [{ ...make.define('a', texts), label: '甲' }]
    const result = toKernel(make.program({ definitions, output: [{ ...field, type: value.type, value }] }))
    expect(result.kind === 'none' && result.hindrances.map((each) => each.what)).toEqual([what])
  })

  it('is no hindrance where nobody asks for it', () => {
    expect(toKernel(make.program({ definitions: [make.define('a', texts)] })).kind).toBe('kernel')
  })
})

it('a kernel writes every column of the output', () => {
  for (const program of shippedPrograms()) {
    const result = toKernel(program)
    if (result.kind === 'none') expect(result.hindrances.length).toBeGreaterThan(0)
    else {
      const written = new Set(result.kernel.outputs.map(({ name }) => name))
      expect(program.output.filter(({ path }) => !written.has(path))).toEqual([])
    }
  }
})

it('numbers that would not be exact are one', () => {
  const large = make.arithmetic('multiply', make.input('m', make.months), make.exact('9007199254740991'))
  const months = { path: 'm', label: '月', type: { kind: 'months', optional: false }, platform: null } as const
  const program = make.program({
    input: { eitherOf: [], lists: [], fields: [make.onField, months] },
    output: [{ path: 'b', label: '乙', platform: null, type: { kind: 'months', decimals: 0 }, value: large }],
  })
  const result = toKernel(program)
  expect(result.kind === 'none' && result.hindrances).toEqual([{ what: 'numbers too large', label: '结算', at: null }])
})
