/** What two say otherwise beside their rules: rows of datasets, and the identifiers of names. */
import { describe, expect, it } from 'vitest'
import { compile, type SourceFile } from '../../compiler/compile.ts'
import { textChanges } from '../../compiler/diff/text-changes.ts'
import type { ComparedEdition } from '../../compiler/diff/text/statements.ts'

const vocabulary = `词汇「词汇」
选项 等级 Level
  | 高 | high |
  | 低 | low  |
记录 情况 request
  | 日子 | request.on    | 日期 | 未填 |
  | 级别 | request.level | 等级 | 未填 |
记录 结果 result
  | 金额得 | amount | 金额 | 未填 |
事项 查 look
  | 输入 | 情况 |
  | 输出 | 结果 |
`
const policyWith = (id: string): string => `政策 p「政策」
引用「vocabulary」
事项 查
来源 文「文」官方
版本「一」选用依据 日子
资料 数据 prices「prices.csv」
  | 级     | price.level  | 等级         |
  | 价     | price.amount | 可空（金额） |
  | 起     | price.from   | 日期         |
条文 文「一」
  原文「照表。」
  对照 数据：级 等于 级别 并且 起 等于 日子
  金额得 是指 底价 + 1元
  底价 是指 价 未填则 0元

名称对照
  | 文   | paper |
  | 底价 | ${id} |
`
const head = '级,价,起'
const rows = ['高,1.50,2023-01-01', '高,2.50,2023-07-01', '低,,2023-01-01']

function side(
  lines: readonly string[],
  id = 'floor',
  changed = (policy: string) => policy,
  columns = head,
): ComparedEdition {
  const files: readonly SourceFile[] = [
    { name: 'vocabulary.policy', text: vocabulary },
    { name: 'p.policy', text: changed(policyWith(id)) },
    { name: 'prices.csv', text: `${[columns, ...lines].join('\n')}\n` },
  ]
  const { policies, problems } = compile(files)
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return { policy: policies[0]!, edition: policies[0]!.editions[0]!, files }
}
const told = (before: ComparedEdition, after: ComparedEdition): readonly string[] =>
  textChanges(before, after).flatMap(({ kind, what, name, cells }) => [
    `${kind} ${what} ${name}`,
    ...cells.map(({ row, column, before: was, after: is }) => `${row}${column ? ` × ${column}` : ''}: ${was} → ${is}`),
  ])

describe('datasets', () => {
  it('are the same whatever the order of their rows', () => {
    expect(told(side(rows), side(rows.toReversed()))).toEqual([])
  })

  it('are compared cell by cell, a row being known by what the rule finds it by', () => {
    const changed = rows.with(1, '高,2.60,2023-07-01')
    expect(told(side(rows), side(changed))).toEqual(['changed dataset 数据', 'high · 2023-07-01 × 价: 2.5 → 2.6'])
  })

  it('lose and gain rows', () => {
    const changed = [...rows.slice(0, 2), '低,3,2023-02-01']
    expect(told(side(rows), side(changed))).toEqual([
      'changed dataset 数据',
      'low · 2023-01-01: 低,,2023-01-01 → null',
      'low · 2023-02-01: null → 低,3,2023-02-01',
    ])
  })
})

describe('columns', () => {
  const from = '  | 起     | price.from   | 日期         |\n'
  it('with another identifier are other columns', () => {
    const renamed = side(rows, 'floor', (policy) => policy.replace('price.from  ', 'price.since '))
    expect(told(side(rows), renamed)).toEqual(['changed dataset 数据', '起: 起 price.from date → 起 price.since date'])
  })

  it('that only one of the two has', () => {
    const asked = (policy: string): string => policy.replace(from, '').replace(' 并且 起 等于 日子', '')
    const two = side(['高,1.50', '低,'], 'floor', asked, '级,价')
    expect(told(side(rows), two)).toContain('起: 起 price.from date → null')
    expect(told(two, side(rows))).toContain('起: null → 起 price.from date')
  })
})

describe('names', () => {
  it('with another identifier are renamed, and the rules are the same', () => {
    expect(told(side(rows), side(rows, 'base'))).toEqual(['renamed name 底价: floor → base'])
  })
})
