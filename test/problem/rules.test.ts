import { describe, expect, it } from 'vitest'
import { problemsOf, sharedVocabulary } from './page.ts'

const edition = '版本「2023」始于 2023年1月1日 止于 2023年12月31日 选用依据 办理日期'
const payment = `分担 费用
    按比例 支付比例 四舍五入到分  计入 基金支付
    其余 计入 个人支付`
const state = (rules: string): string => `
条文 文件「第一条」
  原文「费用由基金支付一部分。」
  ${rules}
`
/** A small policy with the rules; `end` stands after it. */
const policy = (rules: string, end = '', editions = edition): string => `政策 sample「示例」
引用「vocabulary」
事项 计算
来源 文件「示例文件」官方
${editions}
${state(rules)}${end}`

/** Each problem with what it points at. */
function found(text: string): readonly string[] {
  return problemsOf([sharedVocabulary, { name: 'sample.policy', text }]).map(
    ({ code, span }) => `${code} ${text.slice(span.start, span.end)}`,
  )
}

type Case = readonly [name: string, text: string, expected: readonly string[]]
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
  'splits-whole': [
    [
      'a share may be split where there is any of it',
      policy(`适用于 加急：
    分担 费用
      至多 100元 计入 起付费用
      其余 计入 个人支付
    分担 起付费用
      其余 计入 基金支付
  适用于 并非 加急：
    分担 费用
      至多 100元 计入 基金支付
      其余 计入 个人支付`),
      [],
    ],
    [
      'the rest of a stated amount needs no further place',
      policy(`支付比例 是指 80%
  ${payment}
  合规费用 是指 较小者（费用、100元）
  分担 合规费用
    至多 10元 计入 补助费用
    其余 计入 合规余额
  累计 年内费用 增加 补助费用`),
      [],
    ],
  ],
  amounts: [
    [
      'a yearly total can not be rounded where it grows',
      policy(`支付比例 是指 80%
  ${payment}
  累计 年内费用 增加 费用 × 33%`),
      ['needs-rounding 费用 × 33%'],
    ],
    [
      'a quotient without end',
      policy('基金支付 是指 费用 ÷ 3\n  个人支付 是指 费用 − 基金支付'),
      ['needs-rounding 费用 ÷ 3'],
    ],
    ['half of an even number of fen', policy('基金支付 是指 100元 ÷ 2\n  个人支付 是指 费用 × 2'), []],
    [
      'what can not be below zero needs no 不足为零',
      policy(`票据合计 是指 合计 票据 取值 票据金额
  分担 费用
    至多 较小者（年内费用、100元 − 20元） 计入 基金支付
    至多 票据合计 计入 基金支付
    其余 计入 个人支付`),
      [],
    ],
  ],
  'schedules-positioned': [
    [
      'a flat rate beside bands is banded too',
      policy(`分担 费用 分段起于 年内费用
    按比例 支付比例 四舍五入到分  计入 基金支付
    其余 计入 个人支付
  适用于 加急：
    分段 支付比例 随着 年内费用
      | 不超过 1万元  | 80% |
      | 超过 1万元    | 70% |
  适用于 并非 加急：
    支付比例 是指 60%`),
      [],
    ],
  ],
  'start-follows-bands': [
    [
      'the total may be part of where the bands begin, by way of a name',
      policy(`起点 是指 年内费用 + 100元
  分段 支付比例 随着 年内费用
    | 不超过 1万元  | 80% |
    | 超过 1万元    | 70% |
  分担 费用 分段起于 起点
    按比例 100% − 支付比例 四舍五入到分  计入 基金支付
    其余 计入 个人支付`),
      [],
    ],
  ],
  'band-continuity': [
    [
      'the first band begins above nothing',
      policy(`分段 支付比例 随着 年内费用
    | 1000元—1万元（含）  | 80% |
    | 超过 1万元           | 70% |
  分担 费用 分段起于 年内费用
    按比例 支付比例 四舍五入到分  计入 基金支付
    其余 计入 个人支付`),
      ['band-gap | 1000元—1万元（含）  | 80% |'],
    ],
    [
      'bands out of order',
      policy(`分段 支付比例 随着 年内费用
    | 超过 1万元    | 70% |
    | 不超过 1万元  | 80% |
  分担 费用 分段起于 年内费用
    按比例 支付比例 四舍五入到分  计入 基金支付
    其余 计入 个人支付`),
      ['band-gap | 超过 1万元    | 70% |', 'band-overlap | 不超过 1万元  | 80% |', 'band-gap | 不超过 1万元  | 80% |'],
    ],
  ],
  'deductible-below-first-edge': [
    [
      'a deductible as high as the first edge',
      policy(`分段 支付比例 随着 年内费用
    | 不超过 1万元  | 80% |
    | 超过 1万元    | 70% |
  分担 费用
    至多 1万元 计入 起付费用
    其余 计入 其余费用
  分担 其余费用 分段起于 年内费用 + 起付费用
    按比例 支付比例 四舍五入到分  计入 基金支付
    其余 计入 个人支付`),
      [],
    ],
    [
      'one that an exception makes too high',
      policy(`分段 支付比例 随着 年内费用
    | 不超过 1万元  | 80% |
    | 超过 1万元    | 70% |
  起付标准 是指 500元
  例外「加急」如果 加急：起付标准 改为 1.5万元
  分担 费用
    至多 起付标准 计入 起付费用
    其余 计入 其余费用
  分担 其余费用 分段起于 年内费用 + 起付费用
    按比例 支付比例 四舍五入到分  计入 基金支付
    其余 计入 个人支付`),
      ['deductible-above-first-edge 1.5万元'],
    ],
  ],
  'names-used': [
    [
      'a name used only where something else is wrong is used',
      policy(`甲额 是指 10元
  支付比例 是指 80%
  ${payment}
  累计 年内费用 增加 甲额 + 5日`),
      ['operator-types 甲额 + 5日'],
    ],
  ],
  editions: [
    [
      'the last edition has no end',
      policy(`支付比例 是指 80%\n  ${payment}`, '', edition.replace('止于 2023年12月31日 ', '')),
      [],
    ],
    [
      'two editions of one name',
      policy(
        `支付比例 是指 80%\n  ${payment}`,
        `${edition.replaceAll('年1月1日', '年1月1日').replaceAll('2023年', '2024年')}\n`,
        '',
      ) + edition,
      ['defined-twice 「2023」'],
    ],
  ],
}

describe.each(Object.entries(rules))('%s', (_, cases) => {
  it.each(cases)('%s', (_name, text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})

describe('what editions have in common', () => {
  const common = `支付比例 是指 80%
  ${payment}
  低额 是指 10元
  例外「年初」止于 2023年3月31日：支付比例 改为 90%`
  const both = (second: string): string =>
    policy(
      common,
      `${edition}${state('累计 年内费用 增加 低额')}${edition.replaceAll('2023', '2024')}${state(second)}`,
      '',
    )

  it('is idle only if it is of no use to any of them', () => {
    expect(found(both('累计 年内费用 增加 费用'))).toEqual([])
  })

  it('is told once if it is', () => {
    const text = both('累计 年内费用 增加 费用')
      .replace('增加 低额', '增加 费用')
      .replace('止于 2023年3月', '止于 2022年3月')
    expect(found(text)).toEqual([
      'unused-name 低额',
      'exception-never-applies 例外「年初」止于 2022年3月31日：支付比例 改为 90%',
    ])
  })
})
