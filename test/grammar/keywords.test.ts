import { expect, it } from 'vitest'
import { keywordOf } from '../../grammar/keyword-tokens.ts'
import { builtInWords, keywords } from '../../grammar/keywords.ts'
import { units, writeQuantity } from '../../grammar/units.ts'

const all = [...keywords, ...builtInWords]

it.each(['zh', 'en'] as const)('no two words are spelt alike in %s', (language) => {
  const spellings = all.map((word) => word[language])
  expect(new Set(spellings).size).toBe(spellings.length)
})

it('no word of one language is a word of the other', () => {
  const english = new Set(all.map(({ en }) => en))
  expect(all.filter(({ zh }) => english.has(zh))).toEqual([])
})

it('Chinese keywords are Chinese characters, English ones small letters', () => {
  expect(keywords.filter(({ zh }) => !/^\p{Script=Han}{2,}$/u.test(zh))).toEqual([])
  expect(keywords.filter(({ en }) => !/^[a-z]+( [a-z]+)*$/u.test(en))).toEqual([])
})

it('known words are no keywords', () => {
  expect(builtInWords.filter(({ zh, en }) => keywordOf(zh) !== null || keywordOf(en) !== null)).toEqual([])
})

it('units are one to one', () => {
  for (const language of ['zh', 'en'] as const) {
    for (const digits of ['1', '12']) {
      const written = units.map(({ unit }) => writeQuantity(digits, unit, language))
      expect(new Set(written).size).toBe(units.length)
    }
  }
})
