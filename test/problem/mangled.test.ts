import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderProblem, toJson } from '../../compiler/problem/render.ts'
import { problemsOf, readPages } from './page.ts'
import { settlePolicy, settleWords } from '../ningbo/policy-text.ts'

const policies = [
  [...settleWords, { name: 'employee.settle.policy', text: settlePolicy() }],
  ...readPages().flatMap((page) =>
    page.code.startsWith('too-many') || page.code === 'text-too-large' ? [] : page.policies.map(({ files }) => files),
  ),
]

/** A change as a tired author or a bad copy makes it. */
type Change = (text: string) => string
const word = /[\p{ID_Continue}.]+|[^\s\p{ID_Continue}]/gu
const wordsOf = (text: string): RegExpExecArray[] => [...text.matchAll(word)]
const snippets = (
  '| ： 、 （ ） 「 」 其他 同左 不论 未填 无期限 是指 适用于 每项 分担 10% 10个百分点 0 5日 12个月 3.5万元 2023年2月30日 ' +
  '1/0 × ÷ − 下浮 属于 不满 |---| 例外 如果 任一 满足 未填则 applies \u200B \u202E \u0000 \uD800'
).split(' ')
snippets.push('\t', '\r\n')
const change: fc.Arbitrary<Change> = fc.oneof(
  // A word goes, comes twice, or changes places with another.
  fc
    .tuple(fc.nat(), fc.nat(), fc.constantFrom('delete', 'double', 'swap'))
    .map(([first, second, how]): Change => (text) => {
      const words = wordsOf(text)
      const [a, b] = [words[first % words.length], words[second % words.length]]
      if (!a || !b) return text
      if (how === 'delete') return text.slice(0, a.index) + text.slice(a.index + a[0].length)
      if (how === 'double') return `${text.slice(0, a.index)}${a[0]} ${text.slice(a.index)}`
      return text.slice(0, a.index) + b[0] + text.slice(a.index + a[0].length)
    }),
  fc.tuple(fc.nat(), fc.constantFrom(...snippets)).map(([at, snippet]): Change => (text) => {
    const place = wordsOf(text)[at % Math.max(1, wordsOf(text).length)]?.index ?? 0
    return `${text.slice(0, place)}${snippet} ${text.slice(place)}`
  }),
  // A line goes, or comes twice, or moves.
  fc.tuple(fc.nat(), fc.nat(), fc.boolean()).map(([from, to, stays]): Change => (text) => {
    const lines = text.split('\n')
    const line = lines[from % lines.length] ?? ''
    const kept = stays ? lines : lines.toSpliced(from % lines.length, 1)
    return kept.toSpliced(to % (kept.length + 1), 0, line).join('\n')
  }),
)

// What a terminal would obey, a line break aside.
// oxlint-disable-next-line no-control-regex
const unsafe = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2066-\u2069\uFEFF]|\p{Cs}/u

describe('policies changed at random', () => {
  it('only ever give problems, each at a place in the text, with words that can be shown', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...policies),
        fc.array(change, { minLength: 1, maxLength: 5 }),
        fc.nat(),
        (files, changes, which) => {
          const changed = files.map((file, index) =>
            index === (which % 4 === 0 ? 0 : files.length - 1)
              ? { ...file, text: changes.reduce((text, make) => make(text), file.text) }
              : file,
          )
          for (const problem of problemsOf(changed)) {
            const text = changed.find(({ name }) => name === problem.file)!.text
            const spans = [problem.span, ...(problem.fixes ?? []).flatMap((fix) => fix.edits.map(({ span }) => span))]
            for (const { start, end } of spans) {
              expect(start).toBeLessThanOrEqual(end)
              expect(end).toBeLessThanOrEqual(text.length)
            }
            for (const language of ['zh', 'en'] as const)
              expect(renderProblem(problem, changed, language, { colour: false })).not.toMatch(unsafe)
            expect(() => JSON.stringify(toJson(problem, changed))).not.toThrow()
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
