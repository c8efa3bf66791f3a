import { describe, expect, test } from 'vitest'
import { interpret } from '../../compiler/interpret/interpret.ts'
import type { FieldType, Program } from '../../compiler/program/program.ts'
import type { Type } from '../../compiler/program/type.ts'
import * as make from './make.ts'
import { compare, define, exact, field, fold, input, liesIn, money, onField, program, ref, settled } from './make.ts'

const typed = (path: string, type: FieldType) => ({ path, label: path, type, platform: null })
const plain = (kind: Exclude<FieldType['kind'], 'choice'>, optional = false): FieldType => ({ kind, optional })
const output = (path: string, type: Type, value = input(path, type)) => ({
  path,
  label: path,
  platform: null,
  type,
  value,
})
const codes = (made: Program, given: unknown) => {
  const result = interpret(made, given)
  return result.ok ? [] : result.issues.map(({ code, path }) => `${path} ${code}`)
}

describe('input and output', () => {
  const tier: Type = { kind: 'choice', choices: 'Tier' }
  const everything = program({
    input: {
      eitherOf: [],
      fields: [
        onField,
        typed('visit.tier', { kind: 'choice', choices: 'Tier', optional: false }),
        typed('visit.place', plain('region')),
        typed('visit.emergency', plain('boolean')),
        typed('costs.total', plain('money')),
        typed('costs.share', plain('rate')),
        typed('months', plain('months')),
        typed('factor', plain('number')),
        typed('until', plain('date', true)),
        typed('note', plain('text')),
      ],
      lists: [],
    },
    output: [
      output('visit.tier', tier),
      output('visit.place', make.region),
      output('visit.emergency', make.truth),
      output('costs.total', money),
      output('costs.share', make.rate),
      output('months', make.months),
      output('factor', make.number),
      output('until', make.optional(make.date)),
      output('note', { kind: 'text' }),
      output('on', make.date),
    ],
  })

  test('are nested by dots and written as the contract says', () => {
    const given = {
      on: '2023-06-01',
      visit: { tier: 'community', place: '330281', emergency: true },
      costs: { total: 1200, share: '0.150' },
      months: 180,
      factor: '-1.50',
      until: null,
      note: '备注',
    }
    expect(settled(everything, given)).toEqual({
      policy: 'hand',
      edition: '2023',
      visit: { tier: 'community', place: '330281', emergency: true },
      costs: { total: '1200.00', share: '0.15' },
      months: 180,
      factor: '-1.5',
      until: null,
      note: '备注',
      on: '2023-06-01',
    })
    expect(settled(everything, { ...given, until: '2024-02-29' })).toMatchObject({ until: '2024-02-29' })
  })

  test('everything that is wrong is said at once', () => {
    const given = {
      on: '2023-6-1',
      visit: { tier: 'x', place: 3, emergncy: 1 },
      costs: 5,
      months: -1,
      factor: 0.5,
      note: '',
    }
    expect(codes(everything, given)).toEqual([
      'until missing',
      'on not-a-date',
      'visit.emergncy unknown-key',
      'visit.emergency missing',
      'visit.tier not-a-member',
      'visit.place not-a-region',
      'costs not-a-record',
      'months not-months',
      'factor not-a-number',
    ])
    expect(codes(everything, null)).toEqual([' not-a-record'])
  })
})

describe('lists', () => {
  const filings = {
    path: 'filings',
    label: '备案',
    fields: [typed('region', plain('region')), typed('paid', plain('money')), typed('until', plain('date', true))],
  }
  const inShanghai = liesIn(field('filings', 'region', make.region), make.area('31'))
  const paid = field('filings', 'paid', money)
  const made = program({
    input: { eitherOf: [], fields: [onField], lists: [filings] },
    definitions: [
      define('here', inShanghai, { over: 'filings' }),
      define('some', fold('any', 'filings', ref('here', make.truth))),
      define('every', fold('all', 'filings', ref('here', make.truth))),
      define('howMany', fold('count', 'filings', ref('here', make.truth))),
      define('sum', fold('sum', 'filings', ref('here', make.truth), paid)),
      define('total', fold('sum', 'filings', null, paid)),
      // For each element, how many have been paid as much or more.
      define('rank', fold('count', 'filings', compare(exact('100', money), 'lessOrEqual', paid))),
    ],
    output: [
      output('some', make.truth, ref('some', make.truth)),
      output('every', make.truth, ref('every', make.truth)),
      output('howMany', make.number, ref('howMany', make.number)),
      output('sum', money, ref('sum', money)),
      output('total', money, ref('total', money)),
      output('rank', make.number, ref('rank', make.number)),
    ],
  })
  const filing = (region: string, amount: string) => ({ region, paid: amount, until: null })

  test('are folded', () => {
    const given = [filing('310000', '100'), filing('330200', '20.50'), filing('310115', '3')]
    expect(settled(made, { on: '2023-06-01', filings: given })).toMatchObject({
      some: true,
      every: false,
      howMany: 2,
      sum: '103.00', // 100 + 3
      total: '123.50', // 100 + 20.50 + 3
      rank: 1,
    })
  })

  test('may be empty', () => {
    expect(settled(made, { on: '2023-06-01', filings: [] })).toMatchObject({
      some: false,
      every: true,
      howMany: 0,
      sum: '0.00',
    })
  })

  test('name the element that is wrong', () => {
    const given = [filing('310000', '1'), { region: 'x', paid: '1', until: '2023-02-30', more: 1 }, 5]
    expect(codes(made, { on: '2023-06-01', filings: given })).toEqual([
      'filings[1].more unknown-key',
      'filings[1].region not-a-region',
      'filings[1].until not-a-date',
      'filings[2] not-a-record',
    ])
  })

  test('leave a trace for each element', () => {
    const result = interpret(made, { on: '2023-06-01', filings: [filing('310000', '1'), filing('330200', '1')] })
    if (!result.ok) throw new Error('refused')
    const steps = result.evaluation.steps.filter(({ definition }) => definition === 'here')
    expect(steps.map(({ element, value }) => [element, value])).toEqual([
      [0, { kind: 'boolean', is: true }],
      [1, { kind: 'boolean', is: false }],
    ])
    expect(result.evaluation.steps.find(({ definition }) => definition === 'some')?.reads).toEqual([
      { kind: 'definition', id: 'here', element: 0, isCondition: false },
    ])
  })
})

describe('promises', () => {
  const never = (label: string, condition = make.is(false)) => ({ label, condition, origin: make.origin })

  test('all that are broken are named', () => {
    const made = program({ invariants: [never('甲'), never('乙', make.is(true)), never('丙')] })
    expect(settled(made)).toMatchObject([
      { code: 'invariant-broken', facts: { label: '甲' } },
      { code: 'invariant-broken', facts: { label: '丙' } },
    ])
  })

  test('an output that is no amount in fen is a bug, not a result', () => {
    expect(() => make.valueOf(exact('1/3', money))).toThrow('value is 1/3, which is no amount in fen')
  })
})
