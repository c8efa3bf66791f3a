import { expect, test } from 'vitest'
import { isRegion, liesIn, widen } from '../../runtime/index.ts'

test.each(['330200', '330281', '110000', '540000', '659001', '710000', '810000', '820000'])(
  '%s is a region',
  (code) => {
    expect(isRegion(code)).toBe(true)
  },
)

test.each([
  '',
  '33',
  '3302',
  '33020',
  '3302000',
  '33020a',
  '３３０２００',
  '000000',
  '160000',
  '200000',
  '720000',
  '990000',
])('%j is none', (code) => {
  expect(isRegion(code)).toBe(false)
})

test.each([
  // place, area, does it lie there?
  ['330281', '330200', true],
  ['330281', '3302', true],
  ['330200', '330200', true],
  ['330281', '330000', true],
  ['330281', '33', true],
  ['330281', '330281', true],
  ['330281', '330282', false],
  ['330200', '330281', false],
  ['330000', '330200', false],
  ['310115', '310000', true],
  ['310115', '310100', true],
  ['331002', '331000', true], // Taizhou ends in one zero pair only: 3310 is its prefix, not 33.
  ['330100', '331000', false],
  ['500101', '500000', true],
  ['310000', '3310', false],
])('%s in %s: %s', (place, area, expected) => {
  expect(liesIn(place, area)).toBe(expected)
})

test('widens to the province and the prefecture', () => {
  expect(widen('330281', 'province')).toBe('33')
  expect(widen('330281', 'prefecture')).toBe('3302')
  expect(widen('3302', 'province')).toBe('33')
  expect(widen('33', 'prefecture')).toBe('33')
})
