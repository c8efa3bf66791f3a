/** A month as input: what it is in rules, in JSON, in examples; editions selected by it. */
import { describe, expect, test } from 'vitest'
import { compileBoth, examplesOf, settlerOf } from './both.ts'

const vocabulary = `记录 缴费 payment
  | 缴费月份 | month       | 年月         | 未填 |
  | 补缴月份 | backPayment | 可空（年月） | 未填 |
记录 结果 result
  | 单位缴费 | employer | 金额 | 未填 |
  | 应缴日期 | dueOn    | 日期 | 未填 |
  | 次月     | next     | 年月 | 未填 |
事项 决定 decide
  | 输入 | 缴费 |
  | 输出 | 结果 |
`
const edition = (name: string, dates: string, amount: string) => `版本「${name}」${dates} 选用依据 缴费月份
条文 文「${name}」
  原文「单位每月缴费。」
  单位缴费 是指 ${amount}
`
const compiled = (examples = '') =>
  compileBoth(
    vocabulary,
    `条文 文「一」
  原文「次月月末前缴清。」
  应缴日期 是指 月末（月初（补缴月份 未填则 缴费月份）+ 1个月）
  次月     是指 缴费月份 + 1个月
${edition('旧', '止于 2022年8月31日', '90元')}${edition('新', '始于 2022年9月1日', '100元')}${examples}`,
  )
const settle = await settlerOf(compiled())
const given = (month: unknown, backPayment: unknown = null) => ({ month, backPayment })

describe('the edition of the first of the month, and what is worked out from it', () => {
  test.each([
    // The end of the month after, 29 February in a leap year; back payment counts from its own month.
    [given('2022-08'), { edition: '旧', employer: '90.00', dueOn: '2022-09-30', next: '2022-09' }],
    [given('2022-09'), { edition: '新', employer: '100.00', dueOn: '2022-10-31', next: '2022-10' }],
    [given('2024-01'), { edition: '新', dueOn: '2024-02-29', next: '2024-02' }],
    [given('2023-01'), { edition: '新', dueOn: '2023-02-28', next: '2023-02' }],
    [given('2022-12', '2022-10'), { edition: '新', dueOn: '2022-11-30', next: '2023-01' }],
  ])('%j', (input, expected) => {
    expect(settle(input)).toMatchObject(expected)
  })
})

test.each([['2022-9'], ['2022-13'], ['2022-09-01'], [202209], [null], ['2022年9月']])('%j is no month', (month) => {
  expect(settle(given(month))).toMatchObject([{ code: 'not-a-month', path: 'month' }])
})

describe('in examples it is a text', () => {
  const example = (month: string) => `示例「一」
  已知
    | 缴费月份 | ${month} |
  应得
    | 次月 | 「2024-03」 |
    | 应缴日期 | 2024年3月31日 |
`
  test('of year and month', () => {
    expect(examplesOf(compiled(example('「2024-02」')))).toEqual(['passed'])
  })

  test.each(['2024年2月1日', '「2024-2」', '「2024-13」', '2月'])('%s is none', (month) => {
    expect(examplesOf(compiled(example(month)))).toContainEqual(['wrong-type', 'yearMonth'])
  })
})
