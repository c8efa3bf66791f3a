/** What the amounts are called that a rule moves from one share into another. */
import { expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'

const vocabulary = `词汇「词」
记录 单 bill
  | 日子 | bill.on    | 日期 | 未填 |
  | 总额 | bill.total | 金额 | 未填 |
  | 急诊 | bill.fast  | 是否 | 未填 |
记录 果 result
  | 基金 | fund   | 金额 | 未填 |
  | 大病 | severe | 金额 | 未填 |
  | 个人 | person | 金额 | 未填 |
  | 异地 | away   | 金额 | 未填 |
事项 算 settle
  | 输入 | 单 |
  | 输出 | 果 |
`
const policy = (moves: string) => `政策 p「例」
引用「words」
事项 算
来源 文「文」官方
版本「一」选用依据 日子
条文 文「一」
  原文「文」
  分担 总额
    按比例 50% 四舍五入到分 计入 基金
    按比例 60% 四舍五入到分 计入 大病
    其余 计入 个人
${moves}`
const move = (points: number, from: string) => `  转出 总额 × ${points}个百分点 四舍五入到分 来自 ${from} 计入 异地\n`
const moved = (moves: string) => {
  const { programs, problems } = compile([
    { name: 'words.policy', text: vocabulary },
    { name: 'p.policy', text: policy(moves) },
  ])
  expect(problems).toEqual([])
  return programs[0]!.definitions.map(({ id }) => id).filter((id) => id.startsWith('awayFrom'))
}

it('one is called after both shares, and has no number', () => {
  expect(moved(move(10, '基金'))).toEqual(['awayFromFund'])
  expect(moved(move(10, '基金、大病'))).toEqual(['awayFromFund', 'awayFromSevere'])
})

it('of several between the same shares, the later ones are numbered', () => {
  const all = moved(move(10, '基金、大病') + move(5, '基金') + move(2, '基金、大病'))
  expect(all.toSorted()).toEqual(
    ['awayFromFund', 'awayFromFund2', 'awayFromFund3', 'awayFromSevere', 'awayFromSevere2'].toSorted(),
  )
})
