/** Inputs that are shares or plain numbers have six decimals: regions end at one and begin at the next. */
import { expect, it } from 'vitest'
import { compile, type SourceFile } from '../../compiler/compile.ts'
import { diffPrograms } from '../../compiler/diff/exact/diff-programs.ts'
import type { Program } from '../../compiler/program/program.ts'

const vocabulary = `词汇「词汇」
记录 情况 request
  | 日子 | request.on     | 日期 | 未填 |
  | 份额 | request.share  | 比例 | 未填 |
  | 总额 | request.amount | 金额 | 未填 |
记录 结果 result
  | 补贴 | subsidy | 金额 | 未填 |
  | 分成 | part    | 金额 | 未填 |
事项 查 look
  | 输入 | 情况 |
  | 输出 | 结果 |
`
function policy(edge: string, rate: string): Program {
  const files: readonly SourceFile[] = [
    { name: 'vocabulary.policy', text: vocabulary },
    {
      name: 'p.policy',
      text: `政策 p「政策」
引用「vocabulary」
事项 查
来源 文「文」官方
版本「一」选用依据 日子
条文 文「一」
  原文「照表。」
  表格 补贴 按照 份额
    | ${edge} | 10元 |
    | 其他    | 20元 |
  分成 是指 份额 × ${rate} × 总额 四舍五入到分
`,
    },
  ]
  const { programs, problems } = compile(files)
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return programs[0]!
}
const where = (edges: readonly [string, string]) => {
  const [before, after] = edges.map((edge) => policy(edge, '50%'))
  const { complete, regions } = diffPrograms(before!, after!)
  return {
    complete,
    regions: regions.map(({ difference, where: all, witness }) => ({ difference, where: all, witness })),
  }
}
const witness = (share: string, before: string, after: string) => ({
  before,
  after,
  input: expect.objectContaining({ request: expect.objectContaining({ share }) as unknown }) as unknown,
})

it('an edge that moves: from the next millionth to the new edge', () => {
  expect(where(['不超过 15%', '不超过 20%'])).toEqual({
    complete: true,
    regions: [
      {
        difference: '−10',
        where: [{ path: 'request.share', from: '0.150001', to: '0.2' }],
        witness: witness('0.150001', '20.00', '10.00'),
      },
    ],
  })
})

it('an edge that belongs to the other side: there alone', () => {
  expect(where(['不超过 15%', '不满 15%'])).toMatchObject({
    complete: true,
    regions: [{ difference: '10', where: [{ path: 'request.share', from: '0.15', to: '0.15' }] }],
  })
})

it('a share of an amount is told in its own unit, and replays', () => {
  const { regions } = diffPrograms(policy('不超过 15%', '50%'), policy('不超过 15%', '60%'))
  expect(new Set(regions.map(({ output, difference }) => `${output}: ${difference}`))).toEqual(
    new Set(['part: 0.1 × request.share × request.amount']),
  )
})
