/** What the reference says that rules mean, beyond what its own examples show. */
import { describe, expect, test } from 'vitest'
import { settleSmall } from './small-policy.ts'

describe('adjustments', () => {
  test('are of no interest where the name has no value', () => {
    const rules = `
  适用于 急诊：
    基金比例 是指 80%
    调整 基金比例 下浮 10个百分点
    分担 总额
      按比例 基金比例 四舍五入到分  计入 基金
      其余             计入 个人
  适用于 并非 急诊：
    分担 总额
      其余  计入 个人
`
    // 80% − 10 points of 1000; nothing otherwise.
    expect(settleSmall(rules, { visit: { emergency: true } })).toMatchObject({ fund: '700.00', person: '300.00' })
    expect(settleSmall(rules)).toMatchObject({ fund: '0.00', person: '1000.00' })
  })
})

describe('moves', () => {
  const rules = `
  分担 总额
    按比例 60% 四舍五入到分  计入 基金
    按比例 50% 四舍五入到分  计入 大病
    其余        计入 个人
  转出 自费额 来自 大病、基金 计入 个人
`
  test('take from the shares in the order named, and never more than they hold', () => {
    // 600 and 200 (half of what is left), 200 remain; 100 moved, then 250, then 900.
    expect(settleSmall(rules)).toMatchObject({ fund: '600.00', illness: '100.00', person: '300.00' })
    const settled = (own: string) => settleSmall(rules, { costs: { own } })
    expect(settled('250')).toMatchObject({ fund: '550.00', illness: '0.00', person: '450.00' })
    expect(settled('900')).toMatchObject({ fund: '0.00', illness: '0.00', person: '1000.00' })
  })

  test('change nothing for the lines after the one that they go to', () => {
    const first = `
  分担 总额
    至多 300元  计入 个人
    按比例 60% 四舍五入到分  计入 基金
    其余        计入 大病
  转出 自费额 来自 基金 计入 个人
`
    // 300, then 60 % of 700, then 280; 100 moved from 420 to 300.
    expect(settleSmall(first)).toMatchObject({ fund: '320.00', illness: '280.00', person: '400.00' })
  })
})
