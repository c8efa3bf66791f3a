import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { problemCodes } from '../../compiler/problem/code.ts'
import { say } from '../../compiler/problem/render.ts'
import { problemsOf, readPages } from './page.ts'

const languages = ['zh', 'en'] as const
const sentencesOf = ({ title, explanation, advice }: ReturnType<typeof say>): readonly string[] => [
  title,
  ...(explanation === undefined ? [] : [explanation]),
  advice,
]

describe('the words of every problem of the pages', () => {
  const problems = readPages().flatMap(({ code, policies }) =>
    policies.flatMap(({ files }) => problemsOf(files).slice(0, 3)).map((problem) => ({ code, problem })),
  )

  it.each(problems)('$code', ({ problem }) => {
    const zh = sentencesOf(say(problem, 'zh'))
    const en = sentencesOf(say(problem, 'en'))
    for (const sentence of zh) expect(sentence).toMatch(/\p{Script=Han}.*[。？：”）」|]$/u)
    for (const sentence of en) expect(sentence).toMatch(/^[^\p{Ll}].*[.?|…]$/su)
    for (const sentence of [...zh, ...en]) {
      expect(sentence).not.toMatch(/undefined|NaN|\[object|“”|「」 *「」/)
      expect(sentence).not.toContain('  ')
    }
    const withoutNames = zh.join('').replace(/“[^”]*”/gu, '')
    expect(withoutNames).not.toMatch(/\b(?:money|rate|points|number|months|boolean|region|schedule|optional|absent)\b/u)
  })
})

describe('the words of any problem', () => {
  const fact = fc.oneof(fc.string(), fc.integer(), fc.array(fc.string(), { maxLength: 9 }))
  const keys = ['name', 'near', 'names', 'witness', 'found', 'expected', 'operator', 'left', 'right', 'points', 'edge']
  const facts = fc.record(Object.fromEntries(keys.map((key) => [key, fact])), { requiredKeys: [] })

  it('are there whatever the facts, and offer at most four names', () => {
    fc.assert(
      fc.property(fc.constantFrom(...problemCodes), facts, fc.constantFrom(...languages), (code, known, language) => {
        const words = say({ code, facts: known as Record<string, string> }, language)
        expect(words.title).not.toBe('')
        expect(words.advice).not.toBe('')
      }),
    )
    const near = ['甲一', '甲二', '甲三', '甲四', '甲五', '甲六']
    for (const language of languages) {
      const { advice } = say({ code: 'unknown-name', facts: { name: '甲', near } }, language)
      expect(advice).toContain('甲四')
      expect(advice).not.toContain('甲五')
    }
  })
})
