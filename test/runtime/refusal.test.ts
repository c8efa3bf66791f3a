import { describe, expect, test } from 'vitest'
import { liesInEdition, parseDate, rational, refuseAmount, refuseOutside } from '../../runtime/index.ts'

const edition = { name: '2023', from: '2023-01-01', until: '2023-12-31' }

describe('an edition', () => {
  test('holds from its first day to its last', () => {
    const dates = ['2022-12-31', '2023-01-01', '2023-12-31', '2024-01-01']
    expect(dates.map((date) => liesInEdition(edition, date))).toEqual([false, true, true, false])
    expect(dates.map((date) => refuseOutside(edition, 'on', parseDate(date) ?? 0) === null)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  test('may be open at either end', () => {
    expect(liesInEdition({ ...edition, from: null }, '1900-01-01')).toBe(true)
    expect(liesInEdition({ ...edition, from: null }, '2024-01-01')).toBe(false)
    expect(liesInEdition({ ...edition, until: null }, '9999-12-31')).toBe(true)
    expect(liesInEdition({ ...edition, until: null }, '2022-12-31')).toBe(false)
  })
})

test('an amount lies between zero and the limit, both included', () => {
  const refused = (value: string) => refuseAmount(rational.parse(value), rational.parse('40'), 'costs', '先行自付')
  expect(['0', '40', '0.01'].map(refused)).toEqual([null, null, null])
  expect(refused('40.01')).toEqual({
    code: 'amount-outside',
    path: 'costs',
    value: '40.01',
    facts: { label: '先行自付', limit: '40.00' },
  })
  expect(refused('-0.5')?.value).toBe('-0.50')
  expect(refused('121/3')?.value).toBe('121/3')
})
