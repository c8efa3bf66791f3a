/** Values that are no amounts: choices, places, months, days, and what is not given. */
import { describe, expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { diffPrograms, type DiffOptions } from '../../compiler/diff/exact/diff-programs.ts'
import { readInput } from '../../compiler/interpret/read-input.ts'
import type { Program } from '../../compiler/program/program.ts'

const vocabulary = `词汇「词」
选项 类别 Kind
  | 甲类 | first  |
  | 乙类 | second |
选项 档次 Grade
  | 高 | high |
  | 低 | low  |
地区
  | 宁波市 | ningbo   | 「330200」 |
  | 浙江   | zhejiang | 「330000」 |
记录 申请 request
  | 办理日 | request.on    | 日期         | 未填 |
  | 申请日 | request.asked | 日期         | 未填 |
  | 月份   | request.month | 年月         | 未填 |
  | 类项   | request.kind  | 类别         | 未填 |
  | 地点   | request.place | 行政区划     | 未填 |
  | 补助   | request.aid   | 可空（金额） | 未填 |
清单 甲单 firsts
  | 甲项 | one.kind | 类别 | 未填 |
清单 乙单 seconds
  | 乙项 | other.kind | 类别 | 未填 |
  | 乙日 | other.on   | 日期 | 未填 |
记录 结果 result
  | 档   | grade | 档次         | 未填 |
  | 付   | pays  | 金额         | 未填 |
  | 另付 | extra | 可空（金额） | 未填 |
事项 查询 ask
  | 输入 | 申请、甲单、乙单 |
  | 输出 | 结果             |
`
const rows = { grade: '依次判定 档\n    | 高 | 其他 |', pays: '付 是指 1元', extra: '另付 是指 补助' }

/** A program of one rule for each output; those that are not given are the same in all. */
function program(rules: Partial<typeof rows>): Program {
  const { programs, problems } = compile([
    { name: 'words.policy', text: vocabulary },
    {
      name: 'rules.policy',
      text: `政策 small「小例子」
引用「words」
事项 查询
来源 文「文」官方
版本「1」始于 2023年1月1日 止于 2023年12月31日 选用依据 办理日
条文 文「一」
  原文「一」
${Object.values({ ...rows, ...rules })
  .map((rule) => `  ${rule}`)
  .join('\n')}
`,
    },
  ])
  if (!programs[0]) throw new Error(JSON.stringify(problems))
  return programs[0]
}

function compared(before: Partial<typeof rows>, after: Partial<typeof rows>, options?: DiffOptions) {
  const comparison = diffPrograms(program(before), program(after), options)
  expect(comparison.limits).toEqual([])
  return comparison
}

describe('a choice', () => {
  const table = (grade: string): Partial<typeof rows> => ({
    grade: `表格 档 按照 类项
    | 甲类 | 高 |
    | 乙类 | ${grade} |`,
  })

  it('differs where its cell does, and because of it', () => {
    const { regions } = compared(table('高'), table('低'))
    expect(regions).toMatchObject([
      { output: 'grade', difference: 'high → low', witness: { input: { request: { kind: 'second' } } } },
    ])
    expect(regions[0]?.causes.map(({ label }) => label)).toEqual(['档'])
  })
})

it('a region has a case of its own, where amounts ask for nothing', () => {
  const table = (first: string, second: string): Partial<typeof rows> => ({
    pays: `表格 付 按照 类项
    | 甲类 | ${first} |
    | 乙类 | ${second} |`,
  })
  const { regions } = compared(table('1元', '1元'), table('2元', '3元'))
  expect(regions.map(({ witness }) => witness)).toMatchObject([
    { input: { request: { kind: 'first' } }, before: '1.00', after: '2.00' },
    { input: { request: { kind: 'second' } }, before: '1.00', after: '3.00' },
  ])
})

describe('a place', () => {
  const inside = (area: string): Partial<typeof rows> => ({
    pays: `依次判定 付
    | 2元 | 地点 属于 ${area} |
    | 1元 | 其他 |`,
  })

  it('is the same whether its province is named or worked out', () => {
    expect(compared(inside('浙江'), inside('所在省（宁波市）')).regions).toEqual([])
  })

  it('of the province but not of the city lies between the two', () => {
    const { regions } = compared(inside('所在市（宁波市）'), inside('所在省（宁波市）'))
    expect(regions).toMatchObject([
      {
        output: 'pays',
        where: [
          { path: 'request.place', in: ['33'] },
          { path: 'request.place', notIn: ['3302'] },
        ],
      },
    ])
  })
})

describe('a month', () => {
  const since = (month: number): Partial<typeof rows> => ({
    pays: `依次判定 付
    | 2元 | 月份 不早于 2023年${month}月1日 |
    | 1元 | 其他 |`,
  })

  it('is in a case as a month', () => {
    const { regions } = compared(since(7), since(8))
    // Only July pays one yuan less.
    expect(regions).toMatchObject([{ output: 'pays', difference: '−1', least: '-1.00', most: '-1.00' }])
    expect(regions[0]?.witness).toMatchObject({
      input: { request: { month: '2023-07' } },
      before: '2.00',
      after: '1.00',
    })
  })
})

describe('what is not given', () => {
  it('is no amount: that there is one instead is said not to be decided', () => {
    const after = program({ extra: '另付 是指 补助 未填则 0元' })
    const { complete, limits, verdict } = diffPrograms(program({}), after)
    expect({ complete, limited: limits.map(({ expression }) => expression) }).toEqual({
      complete: false,
      limited: ['extra'],
    })
    expect(verdict['extra']).toBeUndefined()
  })
})

describe('lists', () => {
  it('are told apart: an element of the one says nothing of the other', () => {
    const any = (condition: string): Partial<typeof rows> => ({
      pays: `依次判定 付
    | 2元 | ${condition} |
    | 1元 | 其他 |`,
    })
    const one = any('任一 甲单 满足 甲项 属于 甲类')
    const both = any('任一 甲单 满足 甲项 属于 甲类 并且 任一 乙单 满足（乙项 属于 乙类 并且 乙日 早于 申请日）')
    const { regions } = compared(one, both)
    expect(regions.every(({ witness }) => witness !== null)).toBe(true)
    expect(compared(both, both).regions).toEqual([])
    const neither = any('任一 甲单 满足 甲项 属于 甲类 并且 任一 乙单 满足（乙日 早于 申请日 并且 乙日 晚于 申请日）')
    expect(compared(neither, {}).regions).toEqual([])
  })
})

describe('days, of a case that is given', () => {
  const late = (condition: string): Partial<typeof rows> => ({
    pays: `依次判定 付
    | 2元 | ${condition} |
    | 1元 | 其他 |`,
  })
  const like = (asked: string): DiffOptions => ({
    like: readInput(program({}), {
      request: { on: '2023-03-02', asked, month: '2023-03', kind: 'first', place: '330200', aid: null },
      firsts: [],
      seconds: [],
    }),
  })

  it.each([
    ['2023-03-01', 0],
    ['2023-03-02', 1],
    ['2023-03-03', 0],
  ])('asked on %s', (asked, count) => {
    // The two differ on the day itself.
    expect(compared(late('申请日 早于 办理日'), late('申请日 不晚于 办理日'), like(asked)).regions).toHaveLength(count)
  })
})
