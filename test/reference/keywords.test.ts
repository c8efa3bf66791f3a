import { expect, test } from 'vitest'
import { keywordPage } from '../../compiler/reference/keyword-page.ts'
import { builtInWords, keywords } from '../../grammar/keywords.ts'
import { parse } from '../../grammar/parse.ts'
import { units } from '../../grammar/units.ts'

test('the page of words is that of the tables, and leaves none out', async () => {
  const page = keywordPage(keywords, builtInWords, units)
  for (const { zh, en } of [...keywords, ...builtInWords, ...units]) expect(page).toContain(`| \`${zh}\` | \`${en}\` |`)
  await expect(page).toMatchFileSnapshot('../../compiler/reference/keywords.md')
})

test('the words listed as no names are refused as names, and no other part of a keyword is', () => {
  const page = keywordPage(keywords, builtInWords, units)
  const listed = /English words that can’t be names[^]*?\n(`.*`)\n/.exec(page)?.[1]?.match(/[a-z]+/g) ?? []
  const whole = new Set<string>(keywords.map(({ en }) => en))
  const parts = new Set(keywords.flatMap(({ en }) => en.split(' ')).filter((word) => !whole.has(word)))
  const isName = (word: string) => parse(`名称对照\n  | 甲 | ${word} |\n`, 'names.policy').problems.length === 0
  expect(listed).toEqual([...parts].filter((word) => !isName(word)).toSorted())
  expect(listed.length).toBeGreaterThan(10)
  for (const word of listed) expect(isName(`visit.${word}`)).toBe(true)
})
