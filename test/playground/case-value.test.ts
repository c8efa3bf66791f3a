import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ExplainedValue } from '../../compiler/explain/explanation.ts'
import { differenceText, sumOf } from '../../playground/app/panels/case/amounts.ts'
import { fromTyped } from '../../playground/app/panels/case/typed.ts'
import { isSame, pathText, valueAt, withValueAt } from '../../playground/app/panels/case/case-value.ts'

const key = fc.constantFrom('visit', 'tier', 'filings', '__proto__', 'constructor', 'toString')
const path = fc.array(key, { minLength: 1, maxLength: 4 })

it('what is set at a path stands there, whatever was there before, and nothing else changes', () =>
  fc.assert(
    fc.property(fc.jsonValue(), path, fc.jsonValue(), (input, at, value) => {
      const before = JSON.stringify(input)
      const after = withValueAt(input, at, value)
      expect(valueAt(after, at)).toEqual(value)
      expect(JSON.stringify(input)).toBe(before)
      const isRecord = typeof input === 'object' && input !== null && !Array.isArray(input)
      for (const [other, old] of isRecord ? Object.entries(input) : [])
        if (other !== at[0]) expect(valueAt(after, [other])).toBe(old)
    }),
  ))

it('a path is called as messages call it', () => {
  expect(pathText(['visit', 'tier'])).toBe('visit.tier')
  expect(pathText(['filings', 0, 'physician', 'rank'])).toBe('filings[0].physician.rank')
})

it('a key is taken away, an element of a list is replaced', () => {
  expect(withValueAt({ costs: 1, items: [] }, ['costs'], undefined)).toEqual({ items: [] })
  expect(withValueAt({ a: [{ b: 1 }, { b: 2 }] }, ['a', 1, 'b'], 3)).toEqual({ a: [{ b: 1 }, { b: 3 }] })
})

it('is the same as itself through JSON, and as nothing else', () =>
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      const [a, b] = [JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other))] as unknown[]
      expect(isSame(a, structuredClone(a))).toBe(true)
      const sorted = (value: unknown): string =>
        JSON.stringify(value, (_, each: unknown) =>
          typeof each === 'object' && each !== null && !Array.isArray(each)
            ? Object.fromEntries(Object.entries(each).toSorted(([x], [y]) => (x < y ? -1 : 1)))
            : each,
        )
      expect(isSame(a, b)).toBe(sorted(a) === sorted(b))
    }),
  ))

it('adds exactly, and says how much more the other is', () => {
  expect(sumOf(['0.10', '0.20', '1/3'])).toBe('19/30')
  const money = (exact: string): ExplainedValue => ({ kind: 'money', exact })
  expect(differenceText(money('1200'), money('1000'))).toBe('−200.00')
  expect(differenceText(money('0'), money('12345.6'))).toBe('+12 345.60')
  expect(differenceText(money('5'), money('5'))).toBe('')
  expect(differenceText(money('5'), { kind: 'absent' })).toBeNull()
})

it.each([
  ['money', '30,000', '30000'],
  ['money', '３００００', '30000'],
  ['money', '3万', '30000'],
  ['money', '0.123456万元', '1234.56'],
  ['money', '1 234 567.80元', '1234567.80'],
  ['money', '1200.50', '1200.50'],
  ['money', '1,23', '1,23'],
  ['money', '12,34,567', '12,34,567'],
  ['money', '1e3', '1e3'],
  ['money', '-5', '-5'],
  ['date', '2023年7月1日', '2023-07-01'],
  ['date', '2023/7/1', '2023-07-01'],
  ['date', '20230701', '2023-07-01'],
  ['date', '2023.7', '2023.7'],
  ['date', '1/7/2023', '1/7/2023'],
  ['date', '2023-7/1', '2023-7/1'],
  ['yearMonth', '2023年7月', '2023-07'],
  ['months', '12个月', '12'],
  ['text', '３万', '３万'],
] as const)('%s: %s is written as %s', (kind, typed, written) => {
  expect(fromTyped(typed, kind)).toBe(written)
})
