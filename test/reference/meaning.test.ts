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

describe('bands', () => {
  const banded = (start: string, along: string) => `
  分段 基金比例 随着 ${along}
    | 不超过 400元 | 50% |
    | 超过 400元   | 80% |
  分担 总额
    数额 自费额  计入 个人
    其余         计入 范围内
  分担 范围内 分段起于 ${start}
    按比例 基金比例 四舍五入到分  计入 基金
    其余                          计入 大病
`
  test('count from the year’s figure before this bill, or from zero for one bill', () => {
    const given = { yearToDate: { spent: '300' } }
    // 900 from 300 to 1200: 100 × 50% + 800 × 80%. From 0: 400 × 50% + 500 × 80%.
    expect(settleSmall(banded('年内费用', '年内费用'), given)).toMatchObject({ fund: '690.00', illness: '210.00' })
    expect(settleSmall(banded('0元', '范围内'), given)).toMatchObject({ fund: '600.00', illness: '300.00' })
    expect(problemsOf(banded('0元', '范围内'))).toEqual([])
    expect(problemsOf(banded('0元', '年内费用'))).toEqual(['start-ignores-along'])
  })

  test('count from zero for the amount that comes in', () => {
    const rules = `
  分段 基金比例 随着 总额
    | 不超过 400元 | 50% |
    | 超过 400元   | 80% |
  分担 总额 分段起于 0元
    按比例 基金比例 四舍五入到分  计入 基金
    其余                          计入 个人
`
    expect(problemsOf(rules)).toEqual([])
    // 400 × 50% + 600 × 80%.
    expect(settleSmall(rules, {})).toMatchObject({ fund: '680.00', person: '320.00' })
  })

  test('are multiplied in every band', () => {
    const rules = (factor: string) => `
  分段 基金比例 随着 总额
    | 不超过 400元 | 50% |
    | 超过 400元   | 80% |
  调整 基金比例 乘以 ${factor}
  分担 总额 分段起于 0元
    按比例 基金比例 四舍五入到分  计入 基金
    其余                          计入 个人
`
    expect(problemsOf(rules('50%'))).toEqual([])
    // 400 × 25% + 600 × 40%.
    expect(settleSmall(rules('50%'), {})).toMatchObject({ fund: '340.00', person: '660.00' })
    expect(problemsOf(rules('1.3'))).toEqual(['rate-outside'])
  })

  test('of two in one split, the second counts from where the first ended', () => {
    const rules = `
  分段 甲比例 随着 年内费用
    | 不超过 400元 | 50% |
    | 超过 400元   |  0% |
  分段 乙比例 随着 年内费用
    | 不超过 400元 |  0% |
    | 超过 400元   | 80% |
  分担 总额 分段起于 年内费用
    按比例 甲比例 四舍五入到分  计入 基金
    按比例 乙比例 四舍五入到分  计入 大病
    其余                        计入 个人
`
    // 400 × 50% = 200; the 800 left lie from 200 to 1000, of which 600 above 400: 480.
    expect(settleSmall(rules)).toMatchObject({ fund: '200.00', illness: '480.00', person: '320.00' })
  })
})

describe('which rule wins', () => {
  const rules = `
  基金比例 是指 80%
  例外「低保对象」如果 低保对象：基金比例 改为 90%
  适用于 急诊：
    调整 基金比例 下浮 10个百分点
  适用于 医院等级 属于 三级：
    调整 基金比例 下浮 5个百分点
条文 办法「二」
  原文「二」
  分担 总额
    按比例 基金比例 四舍五入到分  计入 基金
    其余                          计入 个人
`
  test.each([
    // The general rule; the exception; each with both adjustments on top; one adjustment.
    [{ tier: 'primary' }, '800.00'],
    [{ tier: 'primary', lowIncome: true }, '900.00'],
    [{ emergency: true }, '650.00'],
    [{ emergency: true, lowIncome: true }, '750.00'],
    [{ lowIncome: true }, '850.00'],
  ])('%o', (visit, fund) => {
    expect(settleSmall(rules, { visit })).toMatchObject({ fund })
  })
})

describe('a split', () => {
  const rules = `
  分担 总额
    数额 自费额  计入 个人
    其余         计入 范围内
  适用于 急诊：
    分担 范围内
      其余  计入 基金
  适用于 并非 急诊：
    分担 范围内
      至多 年内起付线 − 100元 不足为零  计入 个人
      其余                              计入 大病
`
  test('adds up what several lines put under one name, which is zero where none does', () => {
    expect(settleSmall(rules, { yearToDate: { paid: '150' } })).toMatchObject({ person: '150.00', illness: '850.00' })
    expect(settleSmall(rules, { yearToDate: { paid: '50' } })).toMatchObject({ person: '100.00', illness: '900.00' })
    const emergency = { visit: { emergency: true } }
    expect(settleSmall(rules, emergency)).toMatchObject({ person: '100.00', fund: '900.00', illness: '0.00' })
  })

  test('settles no bill in which an exact amount is more than is left', () => {
    expect(settleSmall(rules, { costs: { own: '1000.01' } })).toBe('amount-outside costs')
    expect(settleSmall(rules, { costs: { own: '1000.00' } })).toMatchObject({ person: '1000.00', illness: '0.00' })
  })
})

describe('yearly figures', () => {
  test('are those before the bill in rules, and come out as they are after it', () => {
    const rules = `
  累计 年内费用 增加 总额
  累计 年内费用 减少 自费额
  表格 个人 按照 年内费用
    | 不超过 500元 | 1元 |
    | 其他         | 2元 |
`
    const given = { yearToDate: { spent: '500', paid: '7' } }
    expect(settleSmall(rules, given)).toMatchObject({ person: '1.00', yearToDate: { spent: '1400.00', paid: '7.00' } })
  })
})

describe('tables', () => {
  test('otherwise is what the whole column does not name', () => {
    const rules = (last: string) => `
  表格 个人 按照 人员类别、医院等级
    | 成年居民 | 三级 | 1元 |
    | 成年居民 | 其他 | 2元 |
    | 学生儿童 | 二级 | 3元 |
    | 学生儿童 | ${last} | 4元 |
`
    // 二级 is named in the column, so 其他 is 一级 only.
    expect(problemsOf(rules('其他'))).toEqual(['table-gap'])
  })

  test('ranges hold the ends that are said to be included', () => {
    const rules = `
  表格 个人 按照 总额
    | 不超过 100元         | 1元 |
    | 100元—200元（含）    | 2元 |
    | 200元—300元          | 3元 |
    | 300元（含）—400元    | 4元 |
    | 不低于 400元         | 5元 |
`
    const settled = (total: string) => settleSmall(rules, { costs: { total, own: '0' } })
    const amounts = ['100', '100.01', '200', '200.01', '299.99', '300', '399.99', '400']
    expect(amounts.map((total) => Object(settled(total)).person)).toEqual([
      '1.00',
      '2.00',
      '2.00',
      '3.00',
      '3.00',
      '4.00',
      '4.00',
      '5.00',
    ])
  })
})

describe('regions', () => {
  test('lie in one another by the leading digits of their codes', () => {
    const rules = `
  依次判定 个人
    | 1元 | 就医地 属于 海滨市             |
    | 2元 | 就医地 属于 所在省（海滨市）   |
    | 3元 | 所在市（就医地） 属于 上海     |
    | 4元 | 其他                           |
`
    const settled = (place: string) => Object(settleSmall(rules, { visit: { place } })).person
    expect(['339900', '339901', '330100', '310000', '310115', '320000'].map(settled)).toEqual([
      '1.00',
      '1.00',
      '2.00',
      '3.00',
      '3.00',
      '4.00',
    ])
  })
})

describe('lists', () => {
  const rules = `
  每项 备案：
    期满 是指 终止日期 未填则 生效日期 + 12个月 − 1日
    有效 是指 结算日期 不早于 生效日期 并且 结算日期 不晚于 期满
条文 办法「二」
  原文「二」
  基金 是指 合计 备案 取值 备案费用 满足 有效
  大病 是指 合计 备案 取值 备案费用
  全有效 是指 全部 备案 满足 有效
  依次判定 个人
    | 1元 | 个数 备案 等于 0                  |
    | 2元 | 全有效                            |
    | 3元 | （个数 备案 满足 有效） 不低于 1  |
    | 4元 | 其他                              |
`
  const filing = (from: string, until: string | null, cost: string) => ({ region: '339900', from, until, cost })
  const valid = filing('2023-06-02', null, '10')
  const over = filing('2023-06-01', null, '5.50')
  test('are summed, counted and asked', () => {
    expect(settleSmall(rules)).toMatchObject({ fund: '0.00', person: '1.00' })
    expect(settleSmall(rules, { filings: [valid] })).toMatchObject({ fund: '10.00', person: '2.00' })
    expect(settleSmall(rules, { filings: [over] })).toMatchObject({ fund: '0.00', illness: '5.50', person: '4.00' })
    expect(settleSmall(rules, { filings: [over, valid] })).toMatchObject({
      fund: '10.00',
      illness: '15.50',
      person: '3.00',
    })
  })
})

describe('names', () => {
  test('may rest on each other in a long chain, the first on the last', () => {
    const chain = Array.from({ length: 1500 }, (_, index) => `  数${index} 是指 数${index + 1} + 1元`).join('\n')
    const rules = `${chain}\n  数1500 是指 1元\n  基金 是指 数0\n  大病 是指 0元\n  个人 是指 0元\n`
    expect(settleSmall(rules)).toMatchObject({ fund: '1501.00' })
  })

  test('may look like those that lowering makes', () => {
    const rules = `
  比例 是指 50%
  调整 比例 下浮 10个百分点
  比例BeforeAdjustment 是指 70%
  分担 总额
    按比例 比例 四舍五入到分                  计入 大病
    按比例 比例BeforeAdjustment 四舍五入到分  计入 大病
    其余                                      计入 个人
  illnessLine1 是指 1元
  基金 是指 illnessLine1
`
    // 40% of 1000 is 400, 70% of the 600 left 420; 180 remain.
    expect(settleSmall(rules)).toMatchObject({ fund: '1.00', illness: '820.00', person: '180.00' })
  })
})
