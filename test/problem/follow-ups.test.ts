import { describe, expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { settlePolicy, settleWords } from '../ningbo/policy-text.ts'

const policy = settlePolicy()

/** What is said when something else is written, with the line it is said of. */
function found(...changes: readonly (readonly [written: string, instead: string])[]): readonly string[] {
  const text = changes.reduce((known, [written, instead]) => {
    expect(known).toContain(written)
    return known.replace(written, instead)
  }, policy)
  return compile([...settleWords, { name: 'policy', text }]).problems.map(
    ({ code, span }) => `${code} ${text.slice(span.start, span.end).split('\n')[0]}`,
  )
}

describe('one mistake is one problem', () => {
  it.each([
    ['the list of a heading', '  每项 备案：', '  每项 备安：', 'unknown-list 备安'],
    [
      'a heading that is not one',
      '  适用于 按住院结算：\n    分担',
      '  按住院结算：\n    分担',
      'name-starts-nothing 按住院结算',
    ],
    ['the condition of a section', '属于 普通门诊：', '属于 普通门珍：', 'unknown-member 普通门珍'],
    ['a source that six articles name', '来源 问答「', '来源 答问「', 'unknown-source 问答'],
    ['a unit in a table that others use', '| 三级 | 1200元 |', '| 三级 | 1200块 |', 'unknown-unit 块'],
    [
      'a bar too few in a row',
      '| 在职 | 不满 45周岁   |',
      '| 在职   不满 45周岁   |',
      'wrong-cell-count | 在职   不满 45周岁   | 900元 |',
    ],
    ['a name misspelt where it is stated', '按住院结算 是指', '按住院结帐 是指', 'name-misspelt 按住院结帐'],
    ['a share misspelt where it is posted first', '计入 本次起付线', '计入 本次起付钱', 'output-misspelt 本次起付钱'],
    ['an output that is classified', '依次判定 就医情形', '依次判定 就医情况', 'output-misspelt 就医情况'],
    ['one of several tables of a name', '分段 个人自付比例', '分段 个人自付比列', 'name-misspelt 个人自付比列'],
    ['a row of the table of names', '| 共负段           |', '| 公负段           |', 'pair-without-name 公负段'],
    ['a definition without its name', '  基金支付比例 是指 100%', '  是指 100%', 'incomplete-statement'],
    ['a quote that is not closed', '12月31日。」对应 N002', '12月31日。对应 N002', 'unterminated-text'],
  ])('%s', (_, written, instead, expected) => {
    const problems = found([written, instead])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(expected)
  })
})

describe('and two mistakes are two', () => {
  it('also in statements that stand side by side', () => {
    expect(
      found(
        ['累计 年内门诊自负 增加 门诊自负', '累计 年内门诊自负 增加 门珍自负'],
        ['累计 当年账户余额 减少', '累计 当年账户余额 缩少'],
      ),
    ).toEqual(['misspelt-keyword 缩少', 'unknown-name 门珍自负'])
  })

  it('when one name is misspelt in two ways', () => {
    expect(
      found(
        ['累计 年内门诊自负 增加 门诊自负', '累计 年内门诊自负 增加 门珍自负'],
        ['本次起付线 + 门诊自负', '本次起付线 + 门诊自付'],
      ),
    ).toEqual(['unknown-name 门珍自负', 'unknown-name 门诊自付'])
  })

  it('when a rule that could not be read stands beside one that is wrong', () => {
    expect(
      found(['医疗救助支付 是指 0元', '医疗救助支付 是指 0元 1元'], ['个人自付比例 是指 8%', '个人自付比例 是指 0.08']),
    ).toEqual(['extra-token 1元', 'bare-number-for-rate 0.08'])
  })
})
