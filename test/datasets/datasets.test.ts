/** Datasets and matches: what is found, what is told of the data, and where. */
import { describe, expect, it } from 'vitest'
import { compile, type SourceFile } from '../../compiler/compile.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { toJson } from '../../compiler/problem/render.ts'
import { generated } from '../random/compare.ts'
import { load } from '../random/generated.ts'

const vocabulary = `词汇「词汇」
选项 等级 Level
  | 高 | high |
  | 低 | low  |
记录 情况 request
  | 日子 | request.on    | 日期     | 未填 |
  | 地点 | request.place | 行政区划 | 未填 |
  | 级别 | request.level | 等级     | 未填 |
  | 加急 | request.quick | 是否     | 未填 |
记录 结果 result
  | 金额得 | amount | 金额 | 未填 |
  | 有无   | isThere | 是否 | 未填 |
事项 查 look
  | 输入 | 情况 |
  | 输出 | 结果 |
`
const policyWith = (match: string): string => `政策 p「政策」
引用「vocabulary」
事项 查
来源 文「文」官方
版本「一」选用依据 日子
资料 数据 prices「prices.csv」
  | 省     | price.province | 行政区划       |
  | 级     | price.level    | 可空（等级）   |
  | 急     | price.quick    | 是否           |
  | 价     | price.amount   | 可空（金额）   |
  | 起     | price.from     | 可空（日期）   |
  | 止     | price.until    | 可空（日期）   |
条文 文「一」
  原文「照表。」
  ${match}
  金额得 是指 价 未填则 0元
  表格 有无 按照 价
    | 未填 | 否 |
    | 其他 | 是 |
`
const match =
  '对照 数据：省 等于 所在省（地点） 并且 级 等于 级别 并且 急 等于 加急 并且 起 不晚于 日子 并且 止 不早于 日子'
const head = '省,级,急,价,起,止\n'
const data = `${head}330000,高,是,1.50,,2023-06-30
330000,高,是,2.50,2023-07-01,
330000,low,否,,,
310000,高,是,3.00,2023-02-01,2023-02-28
330000,,是,9.00,,
`
const filesWith = (csv: string, rule = match): readonly SourceFile[] => [
  { name: 'vocabulary.policy', text: vocabulary },
  { name: 'p.policy', text: policyWith(rule) },
  { name: 'prices.csv', text: csv },
]

describe('a match finds', () => {
  const { programs, problems } = compile(filesWith(data))
  const [program] = programs
  it.each([
    ['the row of its keys', '2023-01-01', '330200', 'high', true, '1.50', true],
    ['it on its last day', '2023-06-30', '330000', 'high', true, '1.50', true],
    ['its successor the day after', '2023-07-01', '330000', 'high', true, '2.50', true],
    ['an open end years later', '2033-07-01', '330000', 'high', true, '2.50', true],
    ['a row whose cell is empty', '2023-01-01', '330000', 'low', false, '0.00', false],
    ['nothing where a key is another', '2023-01-01', '330000', 'high', false, '0.00', false],
    ['nothing of another province', '2023-01-01', '320000', 'high', true, '0.00', false],
    ['nothing before a row is valid', '2023-01-31', '310104', 'high', true, '0.00', false],
    ['a row on its first day', '2023-02-01', '310104', 'high', true, '3.00', true],
    ['nothing after its last day', '2023-03-01', '310104', 'high', true, '0.00', false],
  ])('%s', async (_, on, place, level, quick, amount, isThere) => {
    expect(problems).toEqual([])
    const input = { request: { on, place, level, quick } }
    const result = interpret(program!, input)
    expect(result).toMatchObject({ ok: true, evaluation: { output: { amount, isThere } } })
    expect(generated(await load(program!), input)).toMatchObject({ ok: true, output: { amount, isThere } })
  })
})

describe('what is wrong with the data is told where it stands, all of it at once', () => {
  const told = (csv: string, rule?: string) => {
    const files = filesWith(csv, rule)
    return compile(files)
      .problems.map((problem) => toJson(problem, files))
      .map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`)
  }

  it('values', () => {
    const rows = ['339,高,是,1,,', '330000,中,是,-1,,', '330000,高,对,1.005,2023-02-30,', ',高,是,,,x']
    expect(told(head + rows.join('\n'))).toEqual([
      'wrong-data-value prices.csv:2:1',
      'wrong-data-value prices.csv:3:8',
      'wrong-data-value prices.csv:3:12',
      'wrong-data-value prices.csv:4:10',
      'wrong-data-value prices.csv:4:12',
      'wrong-data-value prices.csv:4:18',
      'wrong-data-value prices.csv:5:1',
      'wrong-data-value prices.csv:5:8',
    ])
  })

  it('columns and rows', () => {
    expect(told('省,级别,急,价,起,止,起\n330000,高\n')).toEqual([
      'data-column-missing prices.csv:1:1',
      'data-column-unknown prices.csv:1:3',
      'defined-twice prices.csv:1:14',
    ])
    expect(told(`${head}330000,高\n"330000"x,高,是,1,,\n`)).toEqual([
      'wrong-data-row prices.csv:2:1',
      'broken-data-line prices.csv:3:1',
    ])
  })

  it('names given twice', () => {
    const twice = (from: string, to: string) => {
      const files = filesWith(data).map((file) => ({ ...file, text: file.text.replace(from, to) }))
      return compile(files).problems.flatMap(({ code, facts }) => (code === 'defined-twice' ? [facts['name']] : []))
    }
    expect(twice('| 级     | price.level ', '| 省     | price.level ')).toEqual(['省'])
    expect(twice('| 级     | price.level ', '| 级     | price.province ')).toEqual(['province'])
    // What stands before the dot is no part of it.
    expect(twice('| 级     | price.level ', '| 级     | other.province ')).toEqual(['province'])
    const again = '资料 别的 prices「prices.csv」\n  | 另 | other.one | 行政区划 |\n条文 文「一」'
    expect(twice('条文 文「一」', again)).toEqual(['prices'])
    expect(twice('条文 文「一」', again.replace('别的 prices', '数据 others'))).toEqual(['数据'])
  })

  it('numbers of months', () => {
    const files = filesWith(
      '省,级,急,价,起,止,月\n330000,高,是,1,,,12\n330000,低,是,1,,,1.5\n330000,,是,1,,,12345\n',
    ).map((file) => ({
      ...file,
      text: file.text.replace('  | 止  ', '  | 月     | price.months   | 月数           |\n  | 止  '),
    }))
    const places = compile(files).problems.map((problem) => toJson(problem, files))
    // One and a half is no number of months, nor are a thousand years; twelve is one.
    expect(places.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([
      'wrong-data-value 3:16',
      'wrong-data-value 4:15',
    ])
  })

  it.each([
    ['a/p.policy', '../prices.csv', 'prices.csv'],
    ['a/b/p.policy', '../../c/prices.csv', 'c/prices.csv'],
    ['a/p.policy', '../../prices.csv', '../prices.csv'],
    ['../p.policy', '../prices.csv', '../../prices.csv'],
    ['a/p.policy', './c/../prices.csv', 'a/prices.csv'],
  ])('no file, from %s by %s, but %s', (from, target, is) => {
    const [words, policy, csv] = filesWith(data)
    const text = policy!.text.replace('「prices.csv」', `「${target}」`)
    const problemsWith = (name: string) =>
      compile([words!, { name: from, text }, { ...csv!, name }]).problems.map(({ code }) => code)
    expect(problemsWith(is)).toEqual([])
    expect(problemsWith(`elsewhere/${is}`)).toEqual(['data-file-not-found'])
  })

  it('a file that is not there', () => {
    const files = filesWith(data).slice(0, 2)
    expect(compile(files).problems.map(({ code, file }) => [code, file])).toEqual([['data-file-not-found', 'p.policy']])
  })

  it('rows that are valid on the same day, though not next to each other in the file', () => {
    const rows = [
      '330000,高,是,1,2023-01-01,2023-03-31',
      '330000,低,是,1,,',
      '330000,高,是,2,2023-05-01,',
      '330000,高,是,3,2023-04-01,2023-05-01',
    ]
    expect(told(head + rows.join('\n'))).toEqual(['data-row-twice prices.csv:4:1'])
    expect(told(head + rows.slice(0, 3).join('\n'))).toEqual([])
  })

  it('rows that fewer keys can’t tell apart', () => {
    expect(told(data, '对照 数据：级 等于 级别 并且 急 等于 加急')).toEqual([
      'data-row-twice prices.csv:3:1',
      'data-row-twice prices.csv:5:1',
    ])
  })

  it.each([
    ['an amount as a key', '对照 数据：价 等于 1元', 'wrong-type'],
    ['two dates', '对照 数据：级 等于 级别 并且 起 不晚于 日子 并且 止 不早于 日子 + 1日', 'match-form'],
    ['an alternative', '对照 数据：级 等于 级别 或者 急 等于 加急', 'match-form'],
    ['what is no column', '对照 数据：级别 等于 级', 'match-form'],
  ])('%s in a match', (_, rule, code) => {
    expect(told(data, rule).map((each) => each.split(' ')[0])).toContain(code)
  })
})
