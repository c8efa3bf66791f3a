// What columns a decision has, by the contract of its input and output.
import { describe, expect, test } from 'vitest'
import { inputBuffers, outputBuffers } from '../../runtime/columns/buffers.ts'
import { layoutOf } from '../../compiler/columns/layout.ts'
import type { Field, Program } from '../../compiler/program/program.ts'
import { date, exact, money, months, optional, rate, truth } from '../interpret/make.ts'
import { ningbo } from '../interpret/ningbo.ts'

const none = { label: '', platform: null }
const field = (path: string, type: Field['type']): Field => ({ ...none, path, type })
const output = (path: string, type: Program['output'][number]['type'], asMonth = false) => {
  return { ...none, path, type, asMonth, value: exact('1') }
}
const program: Program = {
  ...ningbo(),
  choices: [{ id: 'Tier', label: '', members: ['high', 'low'].map((id) => ({ id, label: id })) }],
  input: {
    fields: [
      field('tier', { kind: 'choice', choices: 'Tier', optional: false }),
      field('costs.total', { kind: 'money', optional: false }),
      field('costs.share', { kind: 'rate', optional: true }),
      field('since', { kind: 'yearMonth', optional: false }),
    ],
    lists: [{ path: 'items', label: '', fields: [field('code', { kind: 'text', optional: true })] }],
    eitherOf: [['costs', 'items']],
  },
  output: [
    output('fund', money),
    output('paid.rate', rate),
    output('waits', { ...months, decimals: 0 } as typeof months),
    output('ratio', { kind: 'number', decimals: null }),
    output('startsOn', date, true),
    output('allowed', optional(truth)),
    output('why', { kind: 'texts' }),
  ],
}

describe('the layout', () => {
  test('of the input: what the cells hold, and which of two keys has them', () => {
    const costs = { pair: 'costs|items', which: 0 }
    expect(layoutOf(program).input).toEqual([
      {
        name: 'tier',
        label: '',
        optional: false,
        under: null,
        holds: { kind: 'choice', choices: 'Tier', members: ['high', 'low'] },
      },
      {
        name: 'costs.total',
        label: '',
        optional: false,
        under: costs,
        holds: { kind: 'number', of: 'money', parts: 100 },
      },
      {
        name: 'costs.share',
        label: '',
        optional: true,
        under: costs,
        holds: { kind: 'number', of: 'rate', parts: 1_000_000 },
      },
      { name: 'since', label: '', optional: false, under: null, holds: { kind: 'date', byMonth: true } },
    ])
    expect(layoutOf(program).pairs).toEqual([{ name: 'costs|items', keys: ['costs', 'items'] }])
    expect(layoutOf(program).lists).toEqual([
      {
        path: 'items',
        label: '',
        under: { pair: 'costs|items', which: 1 },
        columns: [{ name: 'code', label: '', optional: true, under: null, holds: { kind: 'text' } }],
      },
    ])
  })

  test('of the output: a number without an end of decimals is a text', () => {
    const held = layoutOf(program).output.map(({ name, holds, optional }) => [name, { ...holds }, optional])
    expect(held).toEqual([
      ['fund', { kind: 'number', of: 'money', parts: 100 }, false],
      ['paid.rate', { kind: 'number', of: 'rate', parts: 100 }, false],
      ['waits', { kind: 'number', of: 'months', parts: 1 }, false],
      ['ratio', { kind: 'text' }, false],
      ['startsOn', { kind: 'date', byMonth: true }, true],
      ['allowed', { kind: 'boolean' }, true],
      ['why', { kind: 'texts' }, false],
    ])
  })

  test('in memory: one array for each, one more where a value may be missing', () => {
    const layout = layoutOf(program)
    const rows = { cells: 'rows', hasTexts: false }
    expect(inputBuffers(layout)).toEqual([
      { name: 'tier', array: 'Uint8Array', ...rows },
      { name: 'costs.total', array: 'Float64Array', ...rows },
      { name: 'costs.share', array: 'Float64Array', ...rows },
      { name: 'costs.share.given', array: 'Uint8Array', ...rows },
      { name: 'since', array: 'Int32Array', ...rows },
      { name: 'costs|items', array: 'Uint8Array', ...rows },
      { name: 'items', array: 'Int32Array', cells: 'offsets', hasTexts: false },
      { name: 'items.code', array: 'Int32Array', cells: { elementsOf: 'items' }, hasTexts: true },
      { name: 'items.code.given', array: 'Uint8Array', cells: { elementsOf: 'items' }, hasTexts: false },
    ])
    expect(outputBuffers(layout).map(({ name, array }) => [name, array])).toEqual([
      ['#status', 'Uint16Array'],
      ['fund', 'Float64Array'],
      ['paid.rate', 'Float64Array'],
      ['waits', 'Float64Array'],
      ['ratio', 'Int32Array'],
      ['startsOn', 'Int32Array'],
      ['startsOn.given', 'Uint8Array'],
      ['allowed', 'Uint8Array'],
      ['allowed.given', 'Uint8Array'],
      ['why', 'Int32Array'],
    ])
  })

  test('of a shipped decision: no two columns share a name', () => {
    const layout = layoutOf(ningbo())
    for (const buffers of [inputBuffers(layout), outputBuffers(layout)]) {
      const names = buffers.map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
    }
    expect(layout.lists.map(({ path }) => path)).toEqual(['filings', 'items'])
    expect(layout.input.find(({ name }) => name === 'visit.tier')?.holds).toMatchObject({
      members: ['tertiary', 'secondary', 'primary', 'community'],
    })
  })
})
