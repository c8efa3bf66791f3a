/** What random pairs have shown once, each as small as it could be made. */
import { expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { diffPrograms } from '../../compiler/diff/exact/diff-programs.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import type { Program } from '../../compiler/program/program.ts'
import { replay } from '../random/draw.ts'
import { smallInput } from '../random/small.ts'
import { randomPlan } from './pairs/plan.ts'
import { withRules } from './pairs/write-plan.ts'
import { faults } from './region.ts'
import { small } from './small.ts'

type Cases = readonly { readonly [field: string]: unknown }[]

/** What is wrong with the comparison of two sets of rules, by cases that differ in these fields from one of 100 yuan. */
function faultsOf(before: string, after: string, cases: Cases): readonly string[] {
  return faultsIn(small(before), small(after), cases.map(smallInput))
}

function faultsIn(before: Program, after: Program, inputs: readonly unknown[]): readonly string[] {
  const { regions } = diffPrograms(before, after)
  const outputs = before.output.map(({ path }) => path)
  return inputs.flatMap((input) => {
    const [first, second] = [before, after].map((program) => interpret(program, input, { isReplay: true }))
    if (!first?.ok || !second?.ok) throw new Error(`${JSON.stringify(input)} is refused`)
    return faults(regions, outputs, { before: first.evaluation, after: second.evaluation })
  })
}

it('where rounding may go either way, both ways are looked for', () => {
  // Of 10 yuan, 6 × 98% = 5.88, which is 6 yuan, and 5.5 × 98% = 5.39, which is 5.
  const rules = (deductible: string): string => `  分担 总额
    至多 ${deductible} 计入 自付
    其余 计入 共负
  分担 共负
    按比例 98% 四舍五入到元 计入 基金
    其余 计入 余额
  大病 是指 0元
  个人 是指 总额 − 基金`
  expect(faultsOf(rules('4元'), rules('4.50元'), [{ total: '10.00' }, { total: '5.00' }, { total: '13.00' }])).toEqual(
    [],
  )
})

it('a condition of one name that means another thing after says which of the two it is', () => {
  const rules = (price: string): string => `  分担 总额
    按比例 比例 四舍五入到分 计入 基金
    其余 计入 余额
  表格 比例 按照 有
    | 是 | 50% |
    | 否 | 30% |
  有 是指 任一 明细 满足 合
  每项 明细：
    合 是指 单价 超过 ${price}
条文 文「二」
  原文「一」
  自付 是指 0元
  大病 是指 0元
  个人 是指 总额 − 基金`
  // The items of the case cost 7 and 8 yuan: one is above 7.50.
  expect(faultsOf(rules('7.50元'), rules('8元'), [{}])).toEqual([])
})

it('days before and after a day that is left out are two regions', () => {
  const rules = (deductible: string): string => `  起付 是指 ${deductible}
  例外「当日没有」始于 2023年3月3日 止于 2023年3月3日：起付 改为 0元
  分担 总额
    至多 起付 计入 自付
    其余 计入 基金
  大病 是指 0元
  余额 是指 0元
  个人 是指 自付`
  const days = ['2023-03-02', '2023-03-03', '2023-03-04'].map((on) => ({ on }))
  expect(faultsOf(rules('4元'), rules('5元'), days)).toEqual([])
})

it('a place within a place that is left out is a region of its own', () => {
  // Of places in the province 50%, but in its city 40%, and in a district of the city 50% again.
  const rules = (rate: string): string => `  依次判定 比例
    | ${rate} | 地点 属于 海曙区 |
    | 40%     | 地点 属于 宁波市     |
    | ${rate} | 地点 属于 浙江省 |
    | 40%     | 其他                 |
  分担 总额
    按比例 比例 四舍五入到分 计入 基金
    其余 计入 余额
  补助0 是指 0元
  自付 是指 0元
  个人 是指 余额`
  const programs = ['50%', '51%'].map((rate) => compile(withRules(randomPlan(replay([])), rules(rate))).programs[0]!)
  const given = { on: '2023-03-01', birth: '1980-05-01', kind: 'first', tier: 'high', hardship: false }
  const amounts = { total: '100.00', own: '0.00', aid: null, formerly: null }
  const year = { sum: '0.00', paid: '0.00' }
  const inputs = ['330203', '330200', '330281', '330100', '110000', '330000'].map((place) => ({
    case: { ...given, ...amounts, place },
    filings: [],
    year,
  }))
  expect(faultsIn(programs[0]!, programs[1]!, inputs)).toEqual([])
})

// A promise that may or may not hold is taken to hold: that only one of the two refuses a case is not said.
it('a promise that only one of the two breaks is a region, or a limit', () => {
  const rules = (sign: string): string => `  分担 总额
    按比例 50% 四舍五入到分 计入 基金
    其余 计入 余额
  自付 是指 0元
  大病 是指 0元
  个人 是指 总额 ${sign} 基金
保证「个人不多于总额」个人 不超过 总额`
  const programs = [small(rules('−')), small(rules('+'))] as const
  const input = smallInput({ total: '10.00' })
  // 10 − 5 is no more than 10, and is settled; 10 + 5 is more.
  expect(programs.map((program) => interpret(program, input, { isReplay: true }).ok)).toEqual([true, false])
  const { regions, limits } = diffPrograms(...programs)
  const isLimit = limits.some(({ expression }) => expression === 'refusals')
  expect(isLimit || regions.some(({ output }) => output === 'refused')).toBe(true)
})
