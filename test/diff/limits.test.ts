/** What is not decided is named, with its reason; nothing is said to be the same for want of looking. */
import { expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { diffPrograms } from '../../compiler/diff/exact/diff-programs.ts'
import { smallPolicy } from '../random/small.ts'

const reasonsOf = (...rules: readonly [string, string]): readonly string[] => {
  const [before, after] = rules.map((each) => {
    const { programs, problems } = compile(smallPolicy(['基金 fund 金额'], each))
    if (!programs[0]) throw new Error(JSON.stringify(problems))
    return programs[0]
  })
  const { complete, limits, verdict } = diffPrograms(before!, after!)
  expect(complete).toBe(limits.length === 0)
  expect(verdict['fund']).not.toBe('same')
  return [...new Set(limits.map(({ why }) => why))]
}
const perItem = (share: string): string => `  基金 是指 合计 明细 取值 份
  每项 明细：
    份 是指 ${share} 四舍五入到分`

it.each([
  ['单价 ×（单价 ÷ 1元）', 'amounts of an element that are multiplied'],
  // Rounding asks for the sign of the share, which is that of the factor.
  ['单价 × 系数', 'an element is measured against an amount of the case'],
  ['总额 × 50%', 'what an element adds depends on an amount of the case'],
])('a total of %s', (share, why) => {
  expect(reasonsOf(perItem(share), perItem(`50% × ${share}`))).toEqual([why])
})

it('a total of shares that are fixed is decided', () => {
  expect(reasonsOf(perItem('50% × 单价'), perItem('51% × 单价'))).toEqual([])
})
