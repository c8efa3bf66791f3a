import { describe, expect, it } from 'vitest'
import { format } from '../../grammar/format.ts'
import { policies } from './policies.ts'

const zh = (text: string): string | null => format(text, 'a.policy').text
const en = (text: string, names?: ReadonlyMap<string, string>): string | null =>
  format(text, 'a.policy', { language: 'en', ...(names === undefined ? {} : { names }) }).text

it.each(policies)('$name is in the one style, and comes back from English unchanged', ({ name, text }) => {
  expect(format(text, name).text).toBe(text)
  const english = format(text, name, { language: 'en' }).text ?? ''
  expect(format(english, name).text).toBe(english)
  expect(format(english, name, { language: 'zh' }).text).toBe(text)
})

it('refuses a file with syntax errors, and says why', () => {
  const { text, problems } = format('条文 甲「乙」\n  丙 是指\n', 'a.policy')
  expect(text).toBeNull()
  expect(problems.map(({ code }) => code)).toEqual(['incomplete-statement'])
})

it('an empty file stays empty', () => {
  expect(zh('')).toBe('')
  expect(zh('\n\n')).toBe('')
})

it.each(['b', 'b.c', '乙', '1b', 'b c', '-b', 'b-', 'b.', '.b', 'b..c', 'b.1', 'table'])(
  'another name takes the place of one if it is a name: %s',
  (name) => {
    const written = ['b', 'b.c', '乙'].includes(name) ? name : '甲'
    expect(en('条文 问答「一」\n  甲 是指 1\n', new Map([['甲', name]]))).toBe(
      `article 问答 "一"\n  ${written} means 1\n`,
    )
  },
)

describe('lines', () => {
  it('are indented by what they belong to', () => {
    const text = '条文 甲「乙」\n原文「丙」\n适用于 丁：\n分担 戊\n其余 计入 己\n解读 C1「庚」理由「辛」\n'
    expect(zh(text)).toBe(
      '条文 甲「乙」\n  原文「丙」\n  适用于 丁：\n    分担 戊\n      其余  计入 己\n    解读 C1「庚」\n      理由「辛」\n',
    )
  })

  it('keep one blank line where there were some, none below a heading, one between articles', () => {
    const text =
      '政策 甲「乙」\n引用「丙」\n条文 丁「戊」\n\n\n  甲 是指 1\n\n\n\n  乙 是指 2\n  适用于 丙：\n\n    丁 是指 3\n条文 己「庚」\n'
    expect(zh(text)).toBe(
      '政策 甲「乙」\n引用「丙」\n\n条文 丁「戊」\n  甲 是指 1\n\n  乙 是指 2\n  适用于 丙：\n    丁 是指 3\n\n条文 己「庚」\n',
    )
  })

  it('that are too wide break before 并且, or before 或者 where there is one', () => {
    const clause = '就医地所在的区域 属于 备案地所在的区域'
    const long = (word: string): string => [clause, clause, clause].join(` ${word} `)
    const start = '条文 甲「乙」\n  丙 是指 '
    expect(zh(`${start}${long('并且')}\n`)).toBe(`${start}${clause}\n    并且 ${clause}\n    并且 ${clause}\n`)
    expect(zh(`${start}${long('并且')} 或者 丁\n`)).toBe(`${start}${long('并且')}\n    或者 丁\n`)
    expect(zh(`${start}甲\n 并且 乙\n`)).toBe(`${start}甲 并且 乙\n`)
  })
})

describe('alignment', () => {
  it('of definitions on consecutive lines', () => {
    const text = '条文 甲「乙」\n  甲 是指 1\n  甲甲甲 是指 2\n\n  甲甲 是指 3\n'
    expect(zh(text)).toBe('条文 甲「乙」\n  甲     是指 1\n  甲甲甲 是指 2\n\n  甲甲 是指 3\n')
  })

  it('of tables: columns of numbers to the right, all else to the left', () => {
    const text =
      '条文 甲「乙」\n 表格 丙 按照 丁\n|人员类别|甲|\n|-|-|\n|3.5万元—7万元（含）|5%|\n|其他|同左|\n|乙|100%|\n'
    expect(zh(text)).toBe(`条文 甲「乙」
  表格 丙 按照 丁
    | 人员类别             | 甲   |
    |----------------------|------|
    | 3.5万元—7万元（含） |   5% |
    | 其他                 | 同左 |
    | 乙                   | 100% |
`)
  })
})

describe('comments', () => {
  it('stay where they are: above a line, at its end, in tables, between split lines, at the end of the file', () => {
    const text = `※ 文件
条文 甲「乙」  ※ 题
  ※ 表
  表格 丙 按照 丁  ※ 头
    ※ 行
    | 戊 | 1元 |  ※ 尾

  分担 己
    至多 庚  计入 辛  ※ 一
    ※ 二
    其余     计入 壬

※ 末尾
`
    expect(zh(text)).toBe(text)
  })

  it('break a statement that they stand in', () => {
    const text = '条文 甲「乙」\n  丙 是指 丁  ※ 一\n    + 戊\n    ※ 二\n    + 己\n'
    expect(zh(text)).toBe(text)
    expect(zh('条文 甲「乙」\n丙 是指 丁※一\n+ 戊\n ※二\n+ 己')).toBe(text)
  })
})

describe('English', () => {
  it('has its own words, units, dates and marks', () => {
    const text = `※ 注
来源 问答「甲」官方
版本「2023」始于 2023年1月1日

条文 问答「“乙”」
  累计年度 始于 7月1日
  周岁 是指 足岁（出生日期、结算日期）× （1 + 8%）÷ 2 − 1日 不足为零
  例外「丙」如果 周岁 不低于 45周岁：丁 改为 10个百分点
  分段 戊 随着 己
    | 3.5万元—7万元（含） | 1个月 |
`
    expect(en(text)).toBe(`// 注
source 问答 "甲" official
edition "2023" from 2023-01-01

article 问答 "“乙”"
  yearly totals from --07-01
  周岁 means fullYears(出生日期, 结算日期) * (1 + 8%) / 2 - 1 day not below zero
  except "丙" if 周岁 at least 45 years old: 丁 becomes 10pp
  bands 戊 along 己
    | 3.5 wan yuan .. 7 wan yuan (incl) | 1 month |
`)
  })

  it('quotes a text with the marks that it does not contain', () => {
    const text = (value: string): string => `引用${value}\n`
    expect(en(text('「a "b"」'))).toBe('uses 「a "b"」\n')
    expect(zh(text('"a「b」"'))).toBe('引用"a「b」"\n')
    expect(en(text('"a「b」""c"'))).toBe('uses "a「b」""c"\n')
  })

  it('has other names where a map gives them, but not in the columns that hold both', () => {
    const names = new Map([
      ['甲', 'first'],
      ['乙', 'table'],
    ])
    const text = '事项 甲\n\n条文 甲「一」\n  甲 是指 乙\n\n名称对照\n  | 甲 | first |\n'
    expect(en(text, names)).toBe('decision first\n\narticle first "一"\n  first means 乙\n\nnames\n  | 甲 | first |\n')
  })

  it('leaves policies, readings, alternatives and what is cited their names, also where something else is called so', () => {
    const names = new Map([
      ['甲', 'first'],
      ['excluded', 'outside'],
    ])
    const text = `政策 甲「政策」

条文 甲「一」
  原文「……」对应 甲、N1、  ※ 还有
    excluded
  解读 excluded「一种读法」对应 甲
    理由「……」
    另解 甲「另一种」
      甲 是指 甲乙
  甲 是指 甲甲
`
    const english = en(text, names) ?? ''
    expect(english).toBe(`policy 甲 "政策"

article first "一"
  quote "……" cites 甲, N1,  // 还有
    excluded
  reading excluded "一种读法" cites 甲
    because "……"
    alternatively 甲 "另一种"
      first means 甲乙
  first means 甲甲
`)
    const back = new Map([...names].map(([label, id]) => [id, label]))
    expect(format(english, 'a.policy', { language: 'zh', names: back }).text).toBe(text)
  })

  it('leaves them even the words that are built in', () => {
    const text = '条文 甲「一」\n  解读 官方「乙」\n    理由「丙」\n    另解 较小者「丁」\n      戊 是指 1元\n'
    expect(en(text)).toContain('reading 官方 "乙"')
    expect(en(text)).toContain('alternatively 较小者 "丁"')
  })
})
