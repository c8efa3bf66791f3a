/** `daiyu check --arithmetic`: how each name is computed exactly, its range, its denominator, and why. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { daiyu } from './daiyu.ts'
import { folderWith } from './folder-with.ts'

const vocabulary = `词汇「词」
记录 费用 cost
  | 日期 | cost.on    | 日期 | 未填 |
  | 总额 | cost.total | 金额 | 未填 |
  | 另计 | cost.extra | 金额 | 未填 |
记录 结果 result
  | 补贴 | paid | 金额 | 未填 |
事项 核定 assess
  | 输入 | 费用 |
  | 输出 | 结果 |
`

const policy = (rule: string) => `政策 large「大」
引用「costs」
事项 核定
来源 文「文」官方
版本「1」始于 2023年1月1日 选用依据 日期
条文 文「一」
  原文「一」
  ${rule}
`

/** Checks a policy of that rule. */
function checked(rule: string, ...more: string[]) {
  const folder = folderWith({ 'large/costs.policy': vocabulary, 'large/large.policy': policy(rule) })
  return daiyu(['check', join(folder, 'large'), '--arithmetic', ...more])
}

describe('daiyu check --arithmetic', () => {
  it('says range and denominator of each name', () => {
    const { out, status } = checked('补贴 是指 总额 × 12.345% 四舍五入到分')
    expect(status).toBe(0)
    // 12.345% is 2469/20000. 10^11 yuan are 10^13 fen: twice 2469 × 10^13 is beyond 2^53, twice 2469 × 10^12 is not.
    expect(out).toContain('amounts up to 10 000 000 000 yuan')
    expect(out).toContain('补贴  plain  0 … 1 234 500 000 yuan  1/100')
    expect(out).toContain('1 name, 1 of them exact in plain numbers.')
  })

  it('says what is too large, in Chinese too and as JSON', () => {
    const rule = '补贴 是指 总额 × (总额 ÷ 另计) 四舍五入到分'
    expect(checked(rule).out).toMatch(/because of .*large\.policy:8:\d+ "总额 × \(总额 ÷ 另计\) 四舍五入到分"/)
    expect(checked(rule, '--language', 'zh').out).toMatch(/因为 .*large\.policy:8:\d+「.*」超出普通数能精确表示的范围/)
    const { arithmetic } = JSON.parse(checked(rule, '--format', 'json').out) as { arithmetic: readonly unknown[] }
    const definitions = [{ name: 'paid', path: 'bigint', denominator: '100', because: { line: 8 } }]
    expect(arithmetic).toMatchObject([{ decision: 'large.assess', edition: '1', definitions }])
  })
})
