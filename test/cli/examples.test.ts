/** `daiyu test`: the examples in policy files, run and compared. */
import { describe, expect, it } from 'vitest'
import { daiyu } from './daiyu.ts'
import { folderWith } from './folder-with.ts'

const header = '政策 test.small「小政策」\n事项 核定\n'
const base = `示例「一百元」
  已知
    | 申请日期 | 2023年5月1日 |
    | 申请金额 | 100.01元     |
    | 申请类别 | 甲类         |
  应得
    | 补贴 | 60.01元 |
    | 自付 | 40元    |
`
const run = (examples: string, ...words: string[]) =>
  daiyu(['test', '--language', 'zh', ...words], { cwd: folderWith({ 'policies/examples.policy': header + examples }) })

it('the examples of the Ningbo settlement pass', () => {
  const { status, out } = daiyu(['test', 'policies/ningbo/employee.settle.examples.policy', '--language', 'zh'])
  expect(status).toBe(0)
  expect(out).toContain('✓ 在职，本地三级医院，住院十万元')
  expect(out).toMatch(/\d+ 例全部相符/)
})

describe('an example', () => {
  it('passes', () => {
    expect(run(base)).toMatchObject({ status: 0, out: '✓ 一百元\n\n1 例全部相符。\n' })
  })

  it('rests on another, whichever comes first', () => {
    const { status, out } = run(`示例「前一年」沿用「一百元」
  已知
    | 申请日期 | 2022年5月1日 |
  应得
    | 补贴 | 50.01元 |
${base}`)
    expect({ status, passed: out.match(/✓/g)?.length }).toEqual({ status: 0, passed: 2 })
  })

  it('that differs is shown with what was expected, what was found, and where', () => {
    const { status, out } = run(base.replace('60.01元', '60元'))
    expect(status).toBe(1)
    expect(out).toMatch(/✗ 一百元 +policies\/examples\.policy:3:3/)
    expect(out).toMatch(/补贴 +应得 60\.00 +实得 60\.01 +policies\/examples\.policy:9/)
    expect(out).toContain('0 例相符，1 例不符')
  })

  it('that can’t be settled says why', () => {
    const { status, out } = run(base.replace('100.01元', '100.015元'))
    expect(status).toBe(1)
    expect(out).toMatch(/不能结算.*request\.amount.*100\.015/)
    expect(run(base.replace(/ +\| 申请金额.*\n/, '')).out).toMatch(/request\.amount.*缺少/)
    expect(run(base.replace('2023年', '2024年')).out).toMatch(/2024-05-01.*2022.*2023/)
  })
})

describe('what is wrong with an example is a problem with a place', () => {
  it.each([
    ['an unknown name', base.replace('申请金额', '申请全额'), 'unknown-name', 6],
    ['an unknown output', base.replace('自付', '自负'), 'unknown-name', 10],
    ['an input among the results', base.replace('自付', '申请金额'), 'unknown-name', 10],
    ['an unknown member', base.replace('甲类', '丙类'), 'unknown-member', 7],
    ['a value of another type', base.replace('100.01元', '100.01'), 'wrong-type', 6],
    ['a name given twice', base.replace('申请类别 | 甲类', '申请金额 | 1元'), 'defined-twice', 7],
    ['a row too long', base.replace('甲类  ', '甲类 | 乙类 '), 'wrong-declaration-row', 7],
    ['an unknown base', `${base}示例「二」沿用「三」\n  应得\n    | 补贴 | 1元 |\n`, 'unknown-example', 11],
    ['a base that leads back', base.replace('「一百元」', '「一百元」沿用「一百元」'), 'cycle', 3],
    [
      'a list that there is not',
      base.replace('  应得', '    每项 人：\n      | 甲 |\n      |----|\n      | 乙 |\n  应得'),
      'unknown-list',
      8,
    ],
  ])('%s', (_, examples, code, line) => {
    const { status, error } = run(examples)
    expect(status).toBe(1)
    expect(error).toMatch(new RegExp(`${code} policies/examples\\.policy:${line}:`))
  })

  it('two of one name', () => {
    expect(run(base + base).error).toContain('defined-twice')
  })
})

it('without examples there is nothing to fail', () => {
  expect(daiyu(['test'], { cwd: folderWith() })).toMatchObject({ status: 0, out: 'There are no examples.\n' })
})
