import { describe, expect, it } from 'vitest'
import { applyFix } from '../../compiler/problem/fix.ts'
import { say } from '../../compiler/problem/render.ts'
import { problemsOf, sharedVocabulary } from './page.ts'

/** A policy whose fund pays a share of the cost, changed in some way. */
const chinese = (change: string, adjustment = ''): string => `政策 sample「示例」
引用「vocabulary」
事项 计算
来源 文件「示例文件」官方
版本「2023」始于 2023年1月1日 止于 2023年12月31日 选用依据 办理日期
条文 文件「第一条」
  原文「费用由基金支付八成。」
  一般比例 是指 80%
  ${adjustment}
  支付比例 是指 ${change}
  分担 费用
    按比例 支付比例 四舍五入到分  计入 基金支付
    其余                          计入 个人支付
`
const english = (change: string, adjustment = ''): string => `policy sample "sample"
uses "vocabulary"
decision calculate
source paper "sample paper" official
edition "2023" from 2023-01-01 until 2023-12-31 selected by request.on
article paper "section 1"
  quote "The fund pays a share of the cost."
  usual means 80%
  ${adjustment}
  share means ${change}
  split request.cost
    at rate share rounded half up to fen  into result.fund
    the rest                              into result.own
`

describe.each([
  {
    language: 'zh' as const,
    write: chinese,
    usual: '一般比例',
    changes: [
      { written: '− 10%', code: 'rate-minus-percent' },
      { written: '下浮 0.1', code: 'lowered-by-number' },
      { written: '下浮 10%', code: 'lowered-by-number' },
    ],
    readings: ['下浮 10个百分点', '× 90%'],
    adjust: { opening: '调整 一般比例', written: ['下浮 0.1', '下浮 10%', '下浮 10'] },
    adjusted: ['下浮 10个百分点', '乘以 90%'],
    results: ['70%', '72%'],
  },
  {
    language: 'en' as const,
    write: english,
    usual: 'usual',
    changes: [
      { written: '- 10%', code: 'rate-minus-percent' },
      { written: 'lowered by 0.1', code: 'lowered-by-number' },
      { written: 'lowered by 10%', code: 'lowered-by-number' },
    ],
    readings: ['lowered by 10pp', '× 90%'],
    adjust: { opening: 'adjust usual', written: ['lowered by 0.1', 'lowered by 10%', 'lowered by 10'] },
    adjusted: ['lowered by 10pp', 'multiplied by 90%'],
    results: ['70%', '72%'],
  },
])('in $language', ({ language, write, usual, changes, readings, adjust, adjusted, results }) => {
  const problemsIn = (text: string) => problemsOf([sharedVocabulary, { name: 'sample.policy', text }])

  it.each(changes)('$written has two readings', ({ written, code }) => {
    const text = write(`${usual} ${written}`)
    const problems = problemsIn(text)
    expect(problems.map((problem) => problem.code)).toEqual([code])
    const [problem] = problems
    expect(text.slice(problem!.span.start, problem!.span.end)).toBe(`${usual} ${written}`)
    expect(problem!.fixes!.map(({ label }) => label)).toEqual(readings)
    const { explanation } = say(problem!, language)
    for (const result of results) expect(explanation).toContain(result)
    problem!.fixes!.forEach((fix, index) => {
      const mended = applyFix(text, fix)
      expect(mended).toBe(write(`${usual} ${readings[index]}`))
      expect(problemsIn(mended)).toEqual([])
    })
  })

  it.each(adjust.written)('an adjustment %s has two readings', (written) => {
    const text = write(usual, `${adjust.opening} ${written}`)
    const problems = problemsIn(text)
    expect(problems.map((problem) => problem.code)).toEqual(['lowered-by-number'])
    expect(problems[0]!.fixes!.map(({ label }) => label)).toEqual(adjusted)
    problems[0]!.fixes!.forEach((fix, index) => {
      const mended = applyFix(text, fix)
      expect(mended).toBe(write(usual, `${adjust.opening} ${adjusted[index]}`))
      expect(problemsIn(mended)).toEqual([])
    })
  })

  it('keeps a sum together when it becomes a product', () => {
    const text = write(`100% − ${usual} − 10%`)
    const [problem] = problemsIn(text)
    const mended = problem!.fixes!.map((fix) => applyFix(text, fix))
    const [open, close] = language === 'zh' ? ['（', '）'] : ['(', ')']
    expect(mended).toEqual([write(`100% − ${usual} ${readings[0]}`), write(`${open}100% − ${usual}${close} × 90%`)])
    for (const each of mended) expect(problemsIn(each)).toEqual([])
  })

  it('points where a number of points is meant are fine', () => {
    expect(problemsIn(write(`${usual} ${readings[0]}`))).toEqual([])
  })
})
