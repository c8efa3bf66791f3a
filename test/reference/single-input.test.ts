/** `单项`: one element of a list goes in by itself, and rules stated of each hold of it. */
import { expect, test } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { compileBoth, examplesOf, settlerOf } from './both.ts'

const vocabulary = (row: string) => `清单 票据 bills
  | 金额 | bill.amount | 金额         | 未填 |
  | 到期 | bill.until  | 可空（日期） | 未填 |
记录 查询 query
  | 日期 | on | 日期 | 未填 |
记录 结果 result
  | 有效 | valid | 是否 | 未填 |
  | 一半 | half  | 金额 | 未填 |
事项 决定 decide
  ${row}
  | 输入 | 查询 |
  | 输出 | 结果 |
`
const rules = `版本「一」选用依据 日期
条文 文「一」
  原文「到期以前有效。」
  每项 票据：
    有效 是指 日期 不晚于 （到期 未填则 无期限）
    减半 是指 50%
  一半 是指 金额 × 减半 四舍五入到分
示例「没有到期日」
  已知
    | 日期 | 2023年5月1日 |
    | 金额 | 0.03元       |
  应得
    | 有效 | 是     |
    | 一半 | 0.02元 |
`

test('its fields are given as they are called', async () => {
  const compiled = compileBoth(vocabulary('| 单项 | 票据 |'), rules)
  const settle = await settlerOf(compiled)
  const bill = { amount: '10.00', until: '2023-05-01' }
  expect(settle({ on: '2023-05-01', bill })).toMatchObject({ valid: true, half: '5.00' })
  expect(settle({ on: '2023-05-02', bill })).toMatchObject({ valid: false })
  expect(settle({ on: '2023-05-01', bills: [bill] })).toMatchObject([{ path: 'bills' }, { path: 'bill' }])
  expect(examplesOf(compiled)).toEqual(['passed'])
})

test('only a list has elements', () => {
  const { problems } = compileBoth(vocabulary('| 单项 | 查询、票据 |').replace('  | 输入 | 查询 |\n', ''), rules)
  expect(problems).toMatchObject([{ code: 'wrong-declaration-row', facts: { expected: '单项 | 清单' } }])
})

test('English files say single', () => {
  const { problems } = compile([
    {
      name: 'vocabulary.policy',
      text: `vocabulary "v"
list 票据 bills
  | 金额 | bill.amount | money | absent |
record 结果 result
  | 一半 | half | money | absent |
record 查询 query
  | 日期 | on | date | absent |
decision 决定 decide
  | single | bills  |
  | input  | query  |
  | output | result |
`,
    },
    {
      name: 'made.policy',
      text: `policy made.it "p"
uses "vocabulary"
decision decide
source s "s" official
edition "1" selected by on
article s "1"
  quote "Half."
  half means bill.amount * 50% rounded half up to fen
`,
    },
  ])
  expect(problems).toEqual([])
})
