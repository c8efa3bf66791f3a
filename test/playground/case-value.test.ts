import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ExplainedValue } from '../../compiler/explain/explanation.ts'
import { differenceText, sumOf } from '../../playground/app/panels/case/amounts.ts'
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
