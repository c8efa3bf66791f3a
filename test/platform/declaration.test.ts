/** 平台: which rows say something, and what is wrong with the others. */
import { expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { found, policy } from '../problem/rule-policy.ts'
import { page } from './small.ts'

const rules = '支付比例 是指 80%\n  分担 费用\n    按比例 支付比例 四舍五入到分 计入 基金支付\n    其余 计入 个人支付'
const rows = (...all: string[]) => policy(rules, `平台\n${all.map((row) => `  ${row}\n`).join('')}`)

it('says codes of outputs, by label or identifier', () => {
  const { programs } = compile(
    page('| insutype | 「310」 | 「职工」 | 未填 |', '| polItemCode | 「C001」 | 「一段」 | settled.fund | 1 |'),
  )
  expect(programs[0]?.platform).toEqual([
    { field: 'insutype', code: '310', name: '职工', of: null, band: null },
    { field: 'polItemCode', code: 'C001', name: '一段', of: 'settled.fund', band: 1 },
  ])
})

it('says another settlement field of an output than its record', () => {
  const { programs } = compile(page('| setlinfo | 「hifmi_pay」 | 「居民大病保险资金支出」 | 基金支付 |'))
  const fieldOf = (path: string) => programs[0]?.output.find((each) => each.path === path)?.platform
  expect([fieldOf('settled.fund'), fieldOf('settled.funds')]).toEqual(['hifmi_pay', 'fund_pay_sumamt'])
  expect(programs[0]?.platform).toEqual([])
})

it.each([
  ['a field that has no codes', '| psn_type | 「11」 | 「在职」 | 基金支付 |', 'wrong-declaration-row'],
  ['a code that is no text', '| polItemCode | C001 | 「一段」 | 基金支付 |', 'wrong-declaration-row'],
  ['no name', '| polItemCode | 「C001」 | 基金支付 |', 'wrong-declaration-row'],
  ['the insurance, of an output', '| insutype | 「310」 | 「职工」 | 基金支付 |', 'wrong-declaration-row'],
  ['an item of nothing', '| polItemCode | 「101」 | 「全自费」 | 未填 |', 'wrong-declaration-row'],
  ['a field that no settlement has', '| setlinfo | 「TS390201」 | 「累计」 | 基金支付 |', 'wrong-declaration-row'],
  ['a field of a band', '| setlinfo | 「hifmi_pay」 | 「大病」 | 基金支付 | 1 |', 'wrong-declaration-row'],
  ['a field of nothing', '| setlinfo | 「hifmi_pay」 | 「大病」 | 未填 |', 'wrong-declaration-row'],
  ['band 0', '| polItemCode | 「C001」 | 「一段」 | 基金支付 | 0 |', 'wrong-declaration-row'],
  ['a band that is no number', '| polItemCode | 「C001」 | 「一段」 | 基金支付 | 未填 |', 'wrong-declaration-row'],
])('%s', (_, row, code) => {
  expect(found(rows(row))).toEqual([`${code} ${row}`])
})

it('an output that is not there', () => {
  expect(found(rows('| polItemCode | 「C001」 | 「一段」 | 基金付 |'))).toEqual(['unknown-name 基金付'])
})

it('two codes for one thing', () => {
  const row = '| polItemCode | 「C001」 | 「一段」 | 基金支付 | 1 |'
  expect(found(rows(row, '| polItemCode | 「C002」 | 「二段」 | 基金支付 | 2 |'))).toEqual([])
  expect(found(rows(row, row))).toEqual([`defined-twice ${row}`])
})
