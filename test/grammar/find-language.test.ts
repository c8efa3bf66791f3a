/** In which language a file is written: that of its first keyword. */
import { expect, it } from 'vitest'
import { findLanguage } from '../../grammar/find-language.ts'
import { keywords } from '../../grammar/keywords.ts'

it.each(keywords)('$zh and $en say which language it is', ({ zh, en }) => {
  expect(findLanguage(`甲 ${en} 条文`)).toBe('en')
  expect(findLanguage(`rice ${zh} article`)).toBe('zh')
})

it.each([
  ['', 'zh'],
  ['甲 rice', 'zh'],
  ['※ article\n条文', 'zh'],
  ['// 条文\narticle', 'en'],
  ['「article」 条文', 'zh'],
  ['"条文" article', 'en'],
  ['at home, article', 'en'],
  ['at home, 条文', 'zh'],
  ['at 条文 most', 'zh'],
])('%j is %s', (text, language) => {
  expect(findLanguage(text)).toBe(language)
})
