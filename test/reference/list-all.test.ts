/** 列出: every text whose condition holds, in the order of the rows. */
import { expect, test } from 'vitest'
import { explain } from '../../compiler/explain/explain.ts'
import { explanationToText } from '../../compiler/explain/to-text.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { emitTypeScript } from '../../compiler/typescript/emit.ts'
import { compileBoth, examplesOf, settlerOf } from './both.ts'

const vocabulary = `选项 种类 Kind
  | 长期 | long     |
  | 转诊 | referral |
  | 临时 | short    |
记录 备案 filing
  | 办理日期 | on    | 日期 | 未填 |
  | 种类     | kind  | 种类 | 未填 |
  | 代办     | agent | 是否 | 未填 |
记录 结果 result
  | 所需材料 | documents | 文字清单 | 未填 |
  | 提醒     | notes     | 文字清单 | 未填 |
事项 决定 decide
  | 输入 | 备案 |
  | 输出 | 结果 |
`
const rules = `版本「一」选用依据 办理日期
条文 文「一」
  原文「带身份证；转诊的带转诊单；代办的带代办人身份证。」
  列出 所需材料
    | 「身份证」         | 不论                  |
    | 「转诊单 "甲"」    | 种类 属于 转诊        |
    | 「居住证」         | 种类 属于 长期        |
    | 「代办人身份证」   | 代办                  |
  列出 提醒
    | 「六个月内不得变更」 | 种类 属于 长期              |
    | 「请尽快返回」       | 种类 属于 临时 并且 并非 代办 |
    | 「没有要提醒的」     | 其他                        |
`
const compiled = (text = rules, words = vocabulary) => compileBoth(words, text)
const settle = await settlerOf(compiled())
const given = (kind: string, agent: boolean) => ({ on: '2023-01-01', kind, agent })

test.each([
  [given('long', false), ['身份证', '居住证'], ['六个月内不得变更']],
  [given('long', true), ['身份证', '居住证', '代办人身份证'], ['六个月内不得变更']],
  [given('referral', true), ['身份证', '转诊单 "甲"', '代办人身份证'], ['没有要提醒的']],
  [given('short', false), ['身份证'], ['请尽快返回']],
  [given('short', true), ['身份证', '代办人身份证'], ['没有要提醒的']],
])('%j', (input, documents, notes) => {
  expect(settle(input)).toMatchObject({ documents, notes })
})

test('may be none', async () => {
  const none = rules.replace(/ {4}\| 「身份证」.*\n/u, '').replace(/ {4}\| 「没有要提醒的」.*\n/u, '')
  const settleNone = await settlerOf(compiled(none))
  expect(settleNone(given('short', false))).toMatchObject({ documents: [], notes: ['请尽快返回'] })
  expect(settleNone(given('short', true))).toMatchObject({ documents: ['代办人身份证'], notes: [] })
})

test('by section, each its own', async () => {
  const parts = rules.replace(
    /列出 提醒[^]*/u,
    `适用于 代办：
    列出 提醒
      | 「代办人留电话」 | 不论 |
  适用于 并非 代办：
    列出 提醒
      | 「本人留电话」 | 不论 |
`,
  )
  const settleParts = await settlerOf(compiled(parts))
  expect(settleParts(given('short', true))).toMatchObject({ notes: ['代办人留电话'] })
  expect(settleParts(given('short', false))).toMatchObject({ notes: ['本人留电话'] })
})

test('in English', async () => {
  const english = rules.replace(
    /列出 提醒[^]*/u,
    'list all notes\n    | "stay" | filing.kind in long |\n    | "go" | otherwise |\n',
  )
  const text = english.replaceAll('filing.kind', 'kind')
  const settleEnglish = await settlerOf(compiled(text))
  expect(settleEnglish(given('long', true))).toMatchObject({ notes: ['stay'] })
  expect(settleEnglish(given('short', true))).toMatchObject({ notes: ['go'] })
})

test('examples write the texts, or 未填 for none', () => {
  const none = rules.replace(/ {4}\| 「没有要提醒的」.*\n/u, '')
  const example = (label: string, documents: string, notes: string) => `示例「${label}」
  已知
    | 办理日期 | 2023年1月1日 |
    | 种类 | 转诊 |
    | 代办 | 否 |
  应得
    | 所需材料 | ${documents} |
    | 提醒 | ${notes} |
`
  const good = example('甲', '「身份证」、「转诊单 "甲"」', '未填')
  const turned = example('乙', '「转诊单 "甲"」、「身份证」', '「请尽快返回」')
  expect(examplesOf(compiled(none + good + turned))).toEqual([
    'passed',
    [
      ['documents', ['身份证', '转诊单 "甲"']],
      ['notes', []],
    ],
  ])
  expect(examplesOf(compiled(none + example('丙', '转诊', '1元'))).slice(1)).toEqual([
    ['wrong-type', 'texts'],
    ['wrong-type', 'texts'],
  ])
})

test('the explanation shows the texts and the rows that held', () => {
  const [program] = compiled().programs
  const result = interpret(program!, given('referral', true))
  if (!result.ok) throw new Error('refused')
  const explanation = explain(program!, result.evaluation, new Map([['made.policy', rules]]))
  const documents = explanation.results.find(({ name }) => name.id === 'documents')
  expect(documents?.value).toEqual({ kind: 'texts', texts: ['身份证', '转诊单 "甲"', '代办人身份证'] })
  expect(documents?.held).toHaveLength(3)
  expect(explanationToText(explanation, 'zh')).toContain('「身份证」、「转诊单 "甲"」、「代办人身份证」')
})

test('generated types are texts', async () => {
  const { code } = await emitTypeScript(compiled().programs[0]!, new Map())
  expect(code).toContain('readonly documents: readonly string[]')
})

test.each([
  ['| 「甲」 | 代办 |\n    | 「乙」 | 其他 |\n    | 「丙」 | 代办 |', ['row-never-applies']],
  ['| 「甲」 | 不论 |\n    | 「乙」 | 其他 |', ['row-never-applies']],
  ['| 身份证 | 代办 |', ['wrong-type']],
  ['| 「甲」、「乙」 | 代办 |', ['wrong-type']],
  ['| 「甲」 | 种类 |', ['wrong-type']],
  ['| 「甲」 | 代办 | 代办 |', ['wrong-cell-count']],
  ['| 「甲」 | 代理 |', ['unknown-name']],
])('%s is refused', (rows, codes) => {
  const text = rules.replace(/列出 提醒[^]*/u, `列出 提醒\n    ${rows}\n`)
  expect(compiled(text).problems.map(({ code }) => code)).toEqual(codes)
})

test('only come out', () => {
  const asInput = vocabulary.replace(
    '| 代办     | agent | 是否',
    '| 附件 | papers | 文字清单 | 未填 |\n  | 代办     | agent | 是否',
  )
  expect(compiled(rules, asInput).problems.map(({ code }) => code)).toEqual(['texts-as-input'])
  const optional = vocabulary.replace('notes     | 文字清单', 'notes     | 可空（文字清单）')
  expect(compiled(rules, optional).problems.map(({ code }) => code)).toContain('unknown-type')
  expect(compiled(`${rules}  空 是指 所需材料 等于 提醒\n`).problems.map(({ code }) => code)).toContain(
    'operator-types',
  )
})
