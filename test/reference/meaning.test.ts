/** What the reference says that rules mean, beyond what its own examples show. */
import { describe, expect, test } from 'vitest'
import { problemsOf, settleSmall } from './small-policy.ts'

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

describe('what can’t be known in every case is refused', () => {
  test('an output that is stated for some cases only', () => {
    expect(problemsOf('适用于 急诊：\n  个人 是指 1元\n')).toEqual(['not-defined-here'])
    const both = '适用于 急诊：\n  个人 是指 1元\n适用于 并非 急诊：\n  个人 是指 2元\n'
    expect(problemsOf(both)).toEqual([])
    expect(settleSmall(both)).toMatchObject({ person: '2.00' })
  })

  test('an output that each element of a list would have', () => {
    expect(problemsOf('每项 备案：\n  个人 是指 1元\n')).toEqual(['attribute-outside-list'])
  })

  test('a condition that uses a name where it has no value', () => {
    const partial = '适用于 急诊：\n  大额 是指 总额 超过 1元\n条文 办法「二」\n  原文「二」\n'
    const asked = (condition: string) => `${partial}  个人 是指 1元\n  例外「大额」如果 ${condition}：个人 改为 2元\n`
    expect(problemsOf(asked('大额'))).toEqual(['not-defined-here'])
    expect(problemsOf(asked('急诊 并且 大额'))).toEqual([])
    expect(problemsOf(asked('并非 急诊 或者 大额'))).toEqual([])
    expect(settleSmall(asked('急诊 并且 大额'))).toMatchObject({ person: '1.00' })
    expect(settleSmall(asked('急诊 并且 大额'), { visit: { emergency: true } })).toMatchObject({ person: '2.00' })
  })
})

describe('decimals of what is adjusted', () => {
  test('an output multiplied by a third can’t be told in fen', () => {
    expect(problemsOf('  个人 是指 总额\n  调整 个人 乘以 1/3\n')).toEqual(['needs-rounding'])
    expect(settleSmall('  个人 是指 总额\n  调整 个人 乘以 2\n')).toMatchObject({ person: '2000.00' })
  })

  test('a rate lowered by parts of a point needs a rounding where it is used', () => {
    const rules = (rounding: string) => `
  基金比例 是指 100%
  调整 基金比例 下浮 0.5个百分点
  分担 总额
    按比例 基金比例 ${rounding}  计入 基金
    其余  计入 个人
`
    expect(problemsOf(rules(''))).toEqual(['needs-rounding'])
    // 99.5% of 1000.10 = 995.0995.
    const given = { costs: { total: '1000.10' } }
    expect(settleSmall(rules('四舍五入到分'), given)).toMatchObject({ fund: '995.10', person: '5.00' })
  })
})
