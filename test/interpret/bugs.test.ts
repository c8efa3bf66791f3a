import { describe, expect, test } from 'vitest'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { ProgramError } from '../../compiler/interpret/program-error.ts'
import type { Expr, Program } from '../../compiler/program/program.ts'
import * as make from './make.ts'
import { compare, define, exact, money, onField, program, ref, valueOf } from './make.ts'

// Programs that no compiler should make are told apart from cases that can't be settled: they throw.

const throwsFor = (value: Expr, more: Partial<Program> = {}, given?: unknown) => {
  expect(() => valueOf(value, more, given)).toThrow(ProgramError)
}

describe('a program that means nothing throws', () => {
  test('on values of the wrong kind', () => {
    throwsFor(compare(exact('1'), 'less', make.day('2023-01-01')))
    throwsFor(make.not(exact('1')))
    throwsFor(make.isOneOf(exact('1'), 'a'))
    throwsFor(make.liesIn(exact('1'), make.area('33')))
    throwsFor(make.later(make.day('2023-01-01'), 'addMonths', exact('1/2')))
    throwsFor(make.and(make.absent(make.truth)))
    throwsFor({ ...make.is(true), type: { kind: 'text' } })
  })

  test('on names that are nowhere', () => {
    throwsFor(ref('nowhere', money))
    throwsFor(make.input('nowhere', money))
    throwsFor(make.field('filings', 'from', money))
    throwsFor(make.fold('any', 'filings', null))
    throwsFor(exact('1'), { definitions: [define('early', ref('late', money)), define('late', exact('1', money))] })
    throwsFor(exact('1'), { definitions: [define('each', exact('1'), { over: 'filings' })] })
    throwsFor(make.day('2023-02-30'))
  })

  test('on a schedule with too few rates, and on a sum of nothing', () => {
    throwsFor(make.integrate(make.schedule(make.bands('1', '2'), '0.1'), exact('0'), exact('3')))
    const filings = { path: 'filings', label: '', fields: [] }
    throwsFor(
      make.fold('sum', 'filings', null),
      { input: { eitherOf: [], fields: [onField], lists: [filings] } },
      { on: '2023-06-01', filings: [] },
    )
  })

  test('on a split whose lines do not add up', () => {
    const line = { mode: 'theRest', definition: 'rest', into: '', share: 'rest', origin: make.origin } as const
    const split = {
      label: '总额',
      over: null,
      amount: exact('2', money),
      when: make.is(true),
      lines: [line],
      origin: make.origin,
    }
    throwsFor(exact('1'), { definitions: [define('rest', exact('1', money))], splits: [split] })
  })

  test('on two outputs at one place', () => {
    const output = { path: 'a', label: '', platform: null, type: make.number, value: exact('1') }
    throwsFor(exact('1'), { output: [output, { ...output, path: 'a' }] })
    throwsFor(exact('1'), { output: [output, { ...output, path: 'a.b' }] })
    throwsFor(exact('1'), { output: [{ ...output, path: '__proto__.polluted' }] })
  })
})

test('an absent selecting date is an issue, not a bug', () => {
  const fields = [{ ...onField, type: { kind: 'date', optional: true } as const }]
  expect(interpret(program({ input: { eitherOf: [], fields, lists: [] } }), { on: null })).toMatchObject({
    ok: false,
    issues: [{ code: 'missing', path: 'on' }],
  })
})
