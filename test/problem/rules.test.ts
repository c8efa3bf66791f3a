import { describe, expect, it } from 'vitest'
import { found, payment, policy, type Case } from './rule-policy.ts'

const rules: Readonly<Record<string, readonly Case[]>> = {
  'outputs-stated': [
    ['an output stated in some cases only', policy(`${payment}\n  支付比例 是指 80%`), []],
    [
      'a name two letters away from an output is no slip of it',
      policy('基金支付 是指 费用 × 80% 四舍五入到分\n  个人自负 是指 费用 − 基金支付\n  累计 年内费用 增加 个人自负'),
      ['output-without-rule 「2023」'],
    ],
  ],
  'sections-hold': [
    [
      'a section that nothing can reach is told once, not for each of its rows',
      policy(`支付比例 是指 80%
  ${payment}
  适用于 人员类别 属于 在职 并且 人员类别 属于 退休：
    表格 甲额 按照 等级
      | 高等 | 1元 |
      | 其他 | 2元 |
    累计 年内费用 增加 甲额`),
      ['section-never-applies 人员类别 属于 在职 并且 人员类别 属于 退休'],
    ],
  ],
  'table-cover': [
    [
      'columns that overlap are told once',
      policy(`表格 支付比例 按照 等级
    | 人员类别 | 在职 | 在职、退休 |
    |----------|------|------------|
    | 高等     | 80%  | 90%        |
    | 其他     | 70%  | 60%        |
  ${payment}`),
      ['table-overlap 90%'],
    ],
    [
      'a column that is missing',
      policy(`表格 支付比例 按照 加急
    | 等级 | 高等 | 中等 |
    |------|------|------|
    | 是   | 80%  | 90%  |
    | 否   | 70%  | 同左 |
  ${payment}`),
      ['table-gap 支付比例'],
    ],
    [
      'columns of bands are a table too',
      policy(`分段 支付比例 随着 年内费用
    | 等级          | 高等 | 中等 |
    |---------------|------|------|
    | 不超过 1万元  | 80%  | 90%  |
    | 超过 1万元    | 70%  | 同左 |
  分担 费用 分段起于 年内费用
    按比例 支付比例 四舍五入到分  计入 基金支付
    其余 计入 个人支付`),
      ['table-gap 支付比例'],
    ],
    [
      'amounts go by fen: nothing lies between 99.99 and 100 yuan',
      policy(`表格 支付比例 按照 费用
    | 不超过 99.99元 | 80% |
    | 不低于 100元   | 90% |
  ${payment}`),
      [],
    ],
    [
      'ages go by years: nothing lies between 59 and 60',
      policy(`周岁 是指 足岁（出生日期、办理日期）
  表格 支付比例 按照 周岁
    | 不超过 59周岁 | 80% |
    | 不低于 60周岁 | 90% |
  ${payment}`),
      [],
    ],
    [
      'a place in a province and one in a city of it',
      policy(`表格 支付比例 按照 地点
    | 东市             | 80% |
    | 所在省（东市）   | 85% |
    | 其他             | 90% |
  ${payment}`),
      ['table-overlap | 所在省（东市）   | 85% |'],
    ],
    [
      'classified in order, the narrower area comes first',
      policy(`依次判定 支付比例
    | 80% | 地点 属于 东市           |
    | 85% | 地点 属于 所在省（东市） |
    | 90% | 其他                     |
  ${payment}`),
      [],
    ],
    [
      'classified in order, the wider area first leaves nothing to the narrower',
      policy(`依次判定 支付比例
    | 85% | 地点 属于 所在省（东市） |
    | 80% | 地点 属于 东市           |
    | 90% | 其他                     |
  ${payment}`),
      ['row-never-applies | 80% | 地点 属于 东市           |'],
    ],
  ],
  'definitions-agree': [
    [
      'exceptions that agree may meet',
      policy(`支付比例 是指 80%
  例外「加急」如果 加急：支付比例 改为 90%
  例外「退休」如果 人员类别 属于 退休：支付比例 改为 90%
  ${payment}`),
      [],
    ],
    [
      'exceptions of different times do not meet',
      policy(`支付比例 是指 80%
  例外「上半年」止于 2023年6月30日：支付比例 改为 90%
  例外「下半年」始于 2023年7月1日：支付比例 改为 70%
  ${payment}`),
      [],
    ],
    [
      'exceptions that share a day',
      policy(`支付比例 是指 80%
  例外「上半年」止于 2023年7月1日：支付比例 改为 90%
  例外「下半年」始于 2023年7月1日：支付比例 改为 70%
  ${payment}`),
      ['exceptions-conflict 例外「下半年」始于 2023年7月1日：支付比例 改为 70%'],
    ],
    [
      'two lowerings may meet, in any order',
      policy(`支付比例 是指 80%
  ${payment}
  适用于 加急：
    调整 支付比例 下浮 10个百分点
  适用于 人员类别 属于 退休：
    调整 支付比例 下浮 5个百分点`),
      [],
    ],
  ],
  'definitions-cover': [
    [
      'a name is used only where it has a value',
      policy(`支付比例 是指 80%
  ${payment}
  适用于 加急：
    甲额 是指 10元
    累计 年内费用 增加 甲额`),
      [],
    ],
    [
      'a condition uses a name that has no value there',
      policy(`支付比例 是指 80%
  ${payment}
  适用于 加急：
    甲额 是指 10元
  适用于 甲额 不低于 5元：
    累计 年内费用 增加 费用`),
      ['not-defined-here 甲额'],
    ],
    [
      'an exception gives the value where the rule does not',
      policy(`${payment}
  例外「退休」如果 人员类别 属于 退休：支付比例 改为 90%
  适用于 人员类别 属于 在职：
    支付比例 是指 80%`),
      [],
    ],
  ],
}

describe.each(Object.entries(rules))('%s', (_, cases) => {
  it.each(cases)('%s', (_name, text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})
