import { describe, expect, it } from 'vitest'
import { problemsOf, sharedVocabulary } from './page.ts'
import { edition, found, payment, policy, state, type Case } from './rule-policy.ts'

const rules: Readonly<Record<string, readonly Case[]>> = {
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
      'what is moved into a share is split wherever it is split at all',
      policy(`${payment}
  支付比例 是指 80%
  转出 10元 来自 个人支付 计入 补助费用
  适用于 加急：
    分担 补助费用
      其余 计入 基金支付`),
      ['split-incomplete 补助费用'],
    ],
    [
      'only a share can be taken from',
      policy(`${payment}
  支付比例 是指 80%
  补助费用 是指 100元
  转出 10元 来自 补助费用、费用、基金支付 计入 个人支付`),
      ['not-a-share 补助费用', 'not-a-share 费用'],
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
    [
      'one that the same split takes before the bands',
      policy(`分段 支付比例 随着 年内费用
    | 不超过 1万元  | 80% |
    | 超过 1万元    | 70% |
  分担 费用 分段起于 年内费用
    至多 1.2万元 计入 个人支付
    按比例 支付比例 四舍五入到分  计入 基金支付
    至多 3万元 计入 个人支付
    其余 计入 个人支付`),
      ['deductible-above-first-edge 1.2万元'],
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

describe('with another vocabulary', () => {
  const told = (field: string, above: string, rules: string): readonly string[] => {
    const vocabulary = { ...sharedVocabulary, text: sharedVocabulary.text.replace(above, `${field}\n  ${above}`) }
    const text = policy(`${payment}\n  支付比例 是指 80%\n  ${rules}`)
    return problemsOf([vocabulary, { name: 'sample.policy', text }]).map(
      ({ code, span }) => `${code} ${text.slice(span.start, span.end)}`,
    )
  }
  it.each(['月数', '可空（金额）'])('a figure that is %s is no yearly total', (type) => {
    const field = `| 年内数 | yearToDate.other | ${type} | 未填 |`
    expect(told(field, '| 年内费用', '累计 年内数 增加 费用')).toEqual(['not-a-yearly-total 年内数'])
  })
  it('months that come out stay whole when they are adjusted', () => {
    const field = '| 月数 | result.months | 月数 | 未填 |'
    const rules = (factor: string): string => `月数 是指 缴费月数\n  调整 月数 乘以 ${factor}`
    expect(told(field, '| 基金支付', rules('0.5'))).toEqual(['needs-rounding 0.5'])
    expect(told(field, '| 基金支付', rules('2'))).toEqual([])
  })
})
