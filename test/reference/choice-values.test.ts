/** Members of choices whose value in JSON is not their identifier. */
import { expect, test } from 'vitest'
import { namesFor } from '../../compiler/bind/names-for.ts'
import { emitTypeScript } from '../../compiler/typescript/emit.ts'
import { compileBoth, examplesOf, settlerOf } from './both.ts'

const rules = [
  '| 十五年 | fifteenYears | 「15-year」 |',
  '| 二十年 | twentyYears  | 「20-year」 |',
  '| 无     | none         |',
]
const vocabulary = (rows: readonly string[]) => `选项 适用规则 Rule
  ${rows.join('\n  ')}
选项 医院 Clinic
  | 一院 | first  | 「it's "1"」 |
  | 二院 | second | 「${'`${2}`'}」 |
记录 情况 request
  | 退休日期 | on      | 日期               | 未填 |
  | 原规则   | earlier | 适用规则           | 未填 |
  | 医院     | clinic  | 医院               | 未填 |
清单 履历 entries
  | 记录规则 | entry.rule | 适用规则 | 未填 |
记录 结果 result
  | 新规则   | later   | 适用规则 | 未填 |
  | 定点医院 | chosen  | 可空（医院） | 未填 |
  | 补贴     | amount  | 金额     | 未填 |
  | 旧记录   | old     | 数值     | 未填 |
事项 决定 decide
  | 输入 | 情况、履历 |
  | 输出 | 结果 |
`
const policy = (examples = '') => `版本「一」选用依据 退休日期
条文 文「一」
  原文「按规则。」
  表格 新规则 按照 原规则
    | 十五年 | 二十年 |
    | 二十年 | 无     |
    | 其他   | 十五年 |
  定点医院 是指 医院
  表格 补贴 按照 新规则、医院
    | 二十年、无 | 一院 | 1元 |
    | 其他       | 一院 | 2元 |
    | 不论       | 其他 | 3元 |
  旧记录 是指 个数 履历 满足 记录规则 属于 十五年
${examples}`
const compiled = (rows = rules, examples = '') => compileBoth(vocabulary(rows), policy(examples))
const settle = await settlerOf(compiled())
const given = (earlier: unknown, clinic: unknown = `it's "1"`) => ({
  on: '2023-01-01',
  earlier,
  clinic,
  entries: [{ rule: '15-year' }, { rule: 'none' }],
})

test('are read and written as JSON has them', () => {
  expect(settle(given('15-year'))).toMatchObject({
    later: '20-year',
    chosen: `it's "1"`,
    amount: '1.00',
    old: 1,
  })
  expect(settle(given('20-year'))).toMatchObject({ later: 'none', amount: '1.00' })
  expect(settle(given('none'))).toMatchObject({ later: '15-year', amount: '2.00' })
  expect(settle(given('none', '`${2}`'))).toMatchObject({ chosen: '`${2}`', amount: '3.00' })
})

test.each(['fifteenYears', '十五年', '15', ''])('%j is none', (before) => {
  expect(settle(given(before))).toMatchObject([
    { code: 'not-a-member', path: 'earlier', facts: { members: ['15-year', '20-year', 'none'] } },
  ])
})

test('are the types of generated code', async () => {
  const { code } = await emitTypeScript(compiled().programs[0]!, new Map())
  for (const text of ["'15-year'", "'20-year'", "'none'"]) expect(code).toContain(`| ${text}`)
  expect(code).not.toContain('fifteenYears')
})

test('go by label and identifier in both languages', () => {
  const [bound] = compiled().policies
  expect(namesFor(bound!, 'en').get('十五年')).toBe('fifteenYears')
  expect(namesFor(bound!, 'zh').get('fifteenYears')).toBe('十五年')
})

test('are known to examples by label and by identifier', () => {
  const example = (earlier: string, later: string) => `示例「${earlier}」
  已知
    | 退休日期 | 2023年1月1日 |
    | 原规则   | ${earlier} |
    | 医院     | 一院 |
  应得
    | 新规则   | ${later} |
`
  expect(examplesOf(compiled(rules, example('十五年', 'twentyYears') + example('twentyYears', '无')))).toEqual([
    'passed',
    'passed',
  ])
  expect(examplesOf(compiled(rules, example('二十年', '十五年')))).toEqual([[['later', 'none']]])
  expect(examplesOf(compiled(rules, example('「15-year」', '二十年')))).toContainEqual(['wrong-type', '适用规则'])
})

test.each([
  ['| 三十年 | thirtyYears | 「15-year」 |', '15-year'],
  ['| 三十年 | thirtyYears | 「none」 |', 'none'],
  ['| 三十年 | fifteenYears | 「30-year」 |', 'fifteenYears'],
  ['| 十五年 | thirtyYears | 「30-year」 |', '十五年'],
])('two members never share a name or a value: %s', (row, name) => {
  const { problems } = compiled([...rules, row])
  expect(problems.map(({ code, facts }) => [code, facts['name']])).toEqual([['defined-twice', name]])
})

test.each([
  '| 三十年 | thirtyYears | 30 |',
  '| 三十年 | thirtyYears | 「」 |',
  '| 三十年 | thirtyYears | 「30」 | 未填 |',
])('the third cell is a text: %s', (row) => {
  expect(compiled([...rules, row]).problems.map(({ code }) => code)).toEqual(['wrong-declaration-row'])
})
