import fc from 'fast-check'
import { expect, it } from 'vitest'
import { format } from '../../grammar/format.ts'
import { builtInWords } from '../../grammar/keywords.ts'
import { parse } from '../../grammar/parse.ts'
import type { Language } from '../../grammar/tree.ts'
import { namePairs, policyText } from './arbitrary-policy.ts'
import { withoutSpans } from './without-spans.ts'

const runs = { numRuns: 60 }
const anyPolicy = fc.oneof(policyText('zh'), policyText('en'), policyText('mixed'))

function formatted(text: string, options: Parameters<typeof format>[2] = {}): string {
  const result = format(text, 'a.policy', options)
  expect(result.problems).toEqual([])
  return result.text ?? ''
}

it('random policies are valid', () => {
  fc.assert(
    fc.property(anyPolicy, (text) => {
      expect(parse(text, 'a.policy').problems).toEqual([])
    }),
    runs,
  )
})

it('formatting does not change what a file says, nor its comments', () => {
  fc.assert(
    fc.property(anyPolicy, (text) => {
      expect(withoutSpans(parse(formatted(text), 'a.policy').tree)).toEqual(withoutSpans(parse(text, 'a.policy').tree))
    }),
    runs,
  )
})

it('formatting twice is formatting once', () => {
  fc.assert(
    fc.property(anyPolicy, (text) => {
      const once = formatted(text)
      expect(formatted(once)).toBe(once)
    }),
    runs,
  )
})

const other = (language: Language): Language => (language === 'zh' ? 'en' : 'zh')

it.each(['zh', 'en'] as const)('a file in %s converted there and back is the same', (language) => {
  fc.assert(
    fc.property(policyText(language), (text) => {
      const start = formatted(text, { language })
      const there = formatted(start, { language: other(language) })
      expect(formatted(there, { language })).toBe(start)
      expect(formatted(there)).toBe(there)
    }),
    runs,
  )
})

it('so it is when names are converted too', () => {
  const mapped = namePairs.slice(2)
  const toEnglish = new Map(mapped)
  const toChinese = new Map(mapped.map(([zh, en]) => [en, zh]))
  fc.assert(
    fc.property(policyText('zh'), (text) => {
      const start = formatted(text, { language: 'zh' })
      const there = formatted(start, { language: 'en', names: toEnglish })
      expect(formatted(there, { language: 'zh', names: toChinese })).toBe(start)
    }),
    runs,
  )
})

it('the other language says the same', () => {
  const chineseOf = new Map(builtInWords.map(({ zh, en }) => [en, zh]))
  const inChinese = (tree: unknown): unknown =>
    JSON.parse(JSON.stringify(withoutSpans(tree)), (key, value: unknown) =>
      key === 'text' && typeof value === 'string' ? (chineseOf.get(value) ?? value) : key === 'language' ? '' : value,
    )
  fc.assert(
    fc.property(policyText('zh'), (text) => {
      const english = formatted(text, { language: 'en' })
      expect(inChinese(parse(english, 'a.policy').tree)).toEqual(inChinese(parse(text, 'a.policy').tree))
    }),
    runs,
  )
})
