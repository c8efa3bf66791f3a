/** Outputs that may be absent or without end, and what is worked out of values that may be absent. */
import { describe, expect, test } from 'vitest'
import { emitTypeScript } from '../../compiler/typescript/emit.ts'
import { compileBoth, examplesOf, settlerOf } from './both.ts'

const vocabulary = `选项 种类 Kind
  | 长期 | long  |
  | 临时 | short |
记录 备案 filing
  | 办理日期 | on      | 日期         | 未填 |
  | 种类     | kind    | 种类         | 未填 |
  | 起始     | starts  | 日期         | 未填 |
  | 截止     | ends    | 可空（日期） | 未填 |
  | 起算月   | month   | 可空（年月） | 未填 |
  | 限额     | cap     | 可空（金额） | 未填 |
  | 比例     | share   | 可空（比例） | 未填 |
  | 月数     | months  | 可空（月数） | 未填 |
  | 地点     | place   | 可空（行政区划） | 未填 |
  | 费用     | cost    | 金额         | 未填 |
记录 结果 result
  | 有效期   | validUntil   | 可空（日期） | 未填 |
  | 可撤销   | revocable    | 可空（日期） | 未填 |
  | 次月     | next         | 可空（年月） | 未填 |
  | 余额     | left         | 可空（金额） | 未填 |
  | 三分     | third        | 可空（金额） | 未填 |
  | 支付     | paid         | 可空（金额） | 未填 |
  | 满年     | years        | 可空（月数） | 未填 |
  | 所在     | city         | 可空（行政区划） | 未填 |
  | 总期     | total        | 可空（月数） | 未填 |
  | 超额     | excess       | 金额         | 未填 |
事项 决定 decide
  | 输入 | 备案 |
  | 输出 | 结果 |
`
const rules = `版本「一」选用依据 办理日期
条文 文「一」
  原文「长期的不限，临时的到期为止。」
  表格 有效期 按照 种类
    | 长期 | 无期限      |
    | 临时 | 截止 − 1日  |
  可撤销 是指 月初（截止 + 6个月）
  次月   是指 起算月 + 1个月
  余额   是指 限额 − 费用 不足为零
  三分   是指 限额 ÷ 3 四舍五入到分
  支付   是指 较小者（限额、费用）× 比例 四舍五入到分
  满年   是指 月数 + 12个月
  所在   是指 所在市（地点）
  总期   是指 月份（截止）
  超额   是指 较大者（费用 − 限额、0元）未填则 0元
`
const compiled = (examples = '') => compileBoth(vocabulary, rules + examples)
const settle = await settlerOf(compiled())
const nothing = { ends: null, month: null, cap: null, share: null, months: null, place: null }
const given = (more: object) => ({
  on: '2023-01-01',
  kind: 'short',
  starts: '2023-01-01',
  cost: '100.00',
  ...nothing,
  ...more,
})

describe('come out as null', () => {
  test('where what they are worked out of is absent', () => {
    expect(settle(given({}))).toEqual({
      policy: 'made.it',
      edition: '一',
      validUntil: null,
      revocable: null,
      next: null,
      left: null,
      third: null,
      paid: null,
      years: null,
      city: null,
      total: null,
      excess: '0.00',
    })
  })

  test('where one of two is absent', () => {
    expect(settle(given({ cap: '50' }))).toMatchObject({ paid: null, left: '0.00', third: '16.67', excess: '50.00' })
    expect(settle(given({ share: '0.5' }))).toMatchObject({ paid: null, left: null, excess: '0.00' })
  })

  test('where a date has no end', () => {
    expect(settle(given({ kind: 'long', ends: '2023-06-30' }))).toMatchObject({
      validUntil: null,
      revocable: '2023-12-01',
    })
  })
})

test.each([
  // A day before 1 March; six months after the end of August is the end of February.
  [{ ends: '2024-03-01' }, { validUntil: '2024-02-29', revocable: '2024-09-01', total: 3 }],
  [{ ends: '2023-03-01' }, { validUntil: '2023-02-28' }],
  [{ ends: '2023-08-31' }, { validUntil: '2023-08-30', revocable: '2024-02-01', total: 8 }],
  [{ month: '2023-12' }, { next: '2024-01' }],
  // 150 − 100; 150 ÷ 3; the lesser 100 × 33.335% = 33.335, half up.
  [
    { cap: '150.00', share: '0.33335' },
    { left: '50.00', third: '50.00', paid: '33.34', excess: '0.00' },
  ],
  // 100.01 − 100; 100.01 ÷ 3 = 33.3366…
  [
    { cap: '100.01', share: '1' },
    { left: '0.01', third: '33.34', paid: '100.00' },
  ],
  [
    { months: 0, place: '330281' },
    { years: 12, city: '330200' },
  ],
])('%j', (more, expected) => {
  expect(settle(given(more))).toMatchObject(expected)
})

test('examples say 未填 or 无期限', () => {
  const example = (kind: string, expected: string) => `示例「${kind}${expected}」
  已知
    | 办理日期 | 2023年1月1日 |
    | 种类 | ${kind} |
    | 起始 | 2023年1月1日 |
    | 费用 | 1元 |
  应得
    | 有效期 | ${expected} |
`
  const all = example('长期', '无期限') + example('临时', '未填') + example('长期', '2024年1月1日')
  expect(examplesOf(compiled(all))).toEqual(['passed', 'passed', [['validUntil', null]]])
})

test('generated types say null', async () => {
  const { code } = await emitTypeScript(compiled().programs[0]!, new Map())
  expect(code).toMatch(/readonly validUntil: string \| null\n/)
  expect(code).toMatch(/readonly left: string \| null\n/)
  expect(code).toMatch(/readonly excess: string\n/)
})

describe('is refused', () => {
  const codes = (line: string) => compileBoth(vocabulary, `${rules}${line}\n`).problems.map(({ code }) => code)
  const withOutput = (type: string, rule: string) =>
    compileBoth(
      vocabulary.replace('| 超额     | excess       | 金额 ', `| 超额     | excess       | ${type} `),
      rules.replace(/超额 {3}是指 .*/u, `超额   是指 ${rule}`),
    ).problems.map(({ code }) => code)

  test('what may be absent where something has to come out', () => {
    expect(withOutput('金额', '限额')).toEqual(['output-of-wrong-type'])
    expect(withOutput('日期', '截止 + 1日')).toEqual(['output-of-wrong-type'])
    expect(withOutput('日期', '截止 未填则 无期限')).toEqual(['output-of-wrong-type'])
  })

  test('more decimals than come out', () => {
    expect(withOutput('可空（金额）', '限额 ÷ 3')).toEqual(['needs-rounding'])
    expect(withOutput('可空（月数）', '月数 × 0.5')).toEqual(['needs-rounding'])
  })

  test('a comparison, and nothing to work with', () => {
    expect(codes('  迟 是指 截止 + 1日 晚于 起始')).toContain('optional-used')
    expect(codes('  空 是指 未填 + 1元')).toContain('optional-used')
  })
})
