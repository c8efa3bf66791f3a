import { describe, expect, test } from 'vitest'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { selectEdition, type SelectBy } from '../../compiler/interpret/select-edition.ts'
import { describeIssue } from '../../runtime/index.ts'
import { program } from './make.ts'

const edition = (name: string, from: string | null, until: string | null) =>
  program({ edition: { name, from, until, selectedBy: 'on' } })

describe('the date has to lie in the edition', () => {
  const made = edition('2023', '2023-01-01', '2023-12-31')
  const isFine = (on: string) => interpret(made, { on }).ok

  test('both ends included', () => {
    const dates = ['2022-12-31', '2023-01-01', '2023-12-31', '2024-01-01']
    expect(dates.map(isFine)).toEqual([false, true, true, false])
    expect(interpret(made, { on: '2024-01-01' })).toEqual({
      ok: false,
      issues: [
        {
          code: 'outside-edition',
          path: 'on',
          value: '2024-01-01',
          facts: { edition: { name: '2023', from: '2023-01-01', until: '2023-12-31' } },
        },
      ],
    })
  })

  test('an open end has no end', () => {
    expect(interpret(edition('open', '2023-01-01', null), { on: '9999-12-31' }).ok).toBe(true)
    expect(interpret(edition('open', null, '2023-01-01'), { on: '1900-01-01' }).ok).toBe(true)
  })

  test('unless the case is replayed', () => {
    expect(interpret(made, { on: '2024-01-01' }, { isReplay: true }).ok).toBe(true)
  })
})

describe('selectEdition', () => {
  const programs = [
    edition('2022', '2022-01-01', '2022-12-31'),
    edition('2023', '2023-01-01', '2023-12-31'),
    edition('2023.5', '2023-12-01', null),
  ]
  const select = (by: SelectBy, decision = 'hand.settle') => {
    const result = selectEdition(programs, decision, by)
    return result.ok ? result.program.edition.name : result.issues.map((issue) => describeIssue(issue, 'en'))
  }

  test('by the date in the input', () => {
    expect(select({ input: { on: '2022-12-31' } })).toBe('2022')
    expect(select({ input: { on: '2023-01-01' } })).toBe('2023')
    expect(select({ input: { on: '2024-01-01' } })).toBe('2023.5')
  })

  test('none or two are refused with the date and the editions there are', () => {
    expect(select({ input: { on: '2021-12-31' } })).toEqual([
      'on: no edition is in force on 2021-12-31. There are: 2022 (2022-01-01 to 2022-12-31); ' +
        '2023 (2023-01-01 to 2023-12-31); 2023.5 (2023-12-01 to …).',
    ])
    expect(select({ input: { on: '2023-12-01' } })).toEqual([
      'on: more than one edition is in force on 2023-12-01: 2023 (2023-01-01 to 2023-12-31); 2023.5 (2023-12-01 to …).',
    ])
  })

  test('needs a date', () => {
    expect(select({ input: {} })).toEqual(['on: is missing.'])
    expect(select({ input: null })).toEqual(['on: is missing.'])
    expect(select({ input: Object.create({ on: '2023-01-01' }) })).toEqual(['on: is missing.'])
    expect(select({ input: { on: '2023-02-30' } })).toEqual(['on: "2023-02-30" is not a date: there is no such day.'])
  })

  test('by name', () => {
    expect(select({ edition: '2022' })).toBe('2022')
    expect(select({ edition: '2020' })).toHaveLength(1)
    expect(select({ edition: '2022' }, 'hand.other')).toEqual([
      'the input: there is no decision "hand.other". There are: hand.settle.',
    ])
  })
})
