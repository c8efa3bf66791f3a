import { relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadGroups } from '../../compiler/cli/load.ts'
import { newWorkspace } from '../../compiler/editor/workspace.ts'
import { shipped, shippedWorkspace } from './shipped.ts'

describe('which files belong together', () => {
  it('is for every decision what the command line compiles', () => {
    const workspace = shippedWorkspace()
    const groups = loadGroups([], 'policies').map((group) =>
      group.map(({ path }) => relative(resolve('policies'), resolve(path))).toSorted(),
    )
    const own = workspace.decisions().map(({ files }) =>
      workspace
        .analysis(files[0] ?? '')
        .group.map(({ name }) => name)
        .toSorted(),
    )
    const sorted = (all: string[][]) => all.map((names) => names.join(' ')).toSorted()
    expect(sorted(own)).toEqual(sorted(groups))
  })

  it('finds no problem in what is shipped', () => {
    const workspace = shippedWorkspace()
    for (const { name } of shipped) expect(workspace.analysis(name).problems, name).toEqual([])
  })

  it('takes the nearest vocabulary', () => {
    const workspace = newWorkspace()
    workspace.set('v.policy', vocabulary('甲', 'a'))
    workspace.set('city/v.policy', vocabulary('乙', 'b'))
    workspace.set('city/p.policy', policy('乙'))
    expect(workspace.analysis('city/p.policy').group.map(({ name }) => name)).toEqual([
      'city/p.policy',
      'city/v.policy',
    ])
    workspace.remove('city/v.policy')
    expect(workspace.analysis('city/p.policy').group.map(({ name }) => name)).toEqual(['city/p.policy', 'v.policy'])
  })
})

describe('an analysis', () => {
  it('is kept until a file of its group changes', () => {
    const workspace = shippedWorkspace()
    const name = 'ningbo/employee.settle.policy'
    const first = workspace.analysis(name)
    expect(workspace.analysis(name)).toBe(first)
    workspace.set('nantong/reduction.policy', `${workspace.analysis('nantong/reduction.policy').text}\n`)
    expect(workspace.analysis(name)).toBe(first)
    workspace.set('vocabulary.policy', '')
    expect(workspace.analysis(name)).not.toBe(first)
  })

  it('of a vocabulary shows what a change of it breaks, in the decision analysed last', () => {
    const workspace = newWorkspace()
    workspace.set('v.policy', vocabulary('甲', 'a'))
    workspace.set('p.policy', policy('甲'))
    expect(workspace.decisionsOf('v.policy')).toEqual(['p.try'])
    expect(workspace.analysis('v.policy')).toMatchObject({ decision: 'p.try', problems: [] })
    workspace.set('v.policy', vocabulary('丙', 'a'))
    const { problems } = workspace.analysis('v.policy')
    expect(problems).toMatchObject([{ code: 'unknown-name', file: 'p.policy' }])
  })

  it('is a problem, not an exception, where files are missing', () => {
    const workspace = newWorkspace()
    workspace.set('p.policy', policy('甲'))
    expect(workspace.analysis('p.policy').problems.map(({ code }) => code)).toContain('vocabulary-not-found')
    expect(workspace.analysis('nowhere.policy')).toMatchObject({ text: '', decision: null })
    workspace.set('empty.policy', '')
    expect(workspace.analysis('empty.policy')).toMatchObject({ problems: [], decision: null })
    workspace.set('data.csv', 'a,b')
    expect(workspace.analysis('data.csv').tree.items).toEqual([])
  })
})

it('lists decisions with labels and editions', () => {
  const [first] = shippedWorkspace()
    .decisions()
    .filter(({ id }) => id === 'ningbo.employee.settle')
  expect(first).toMatchObject({ title: '宁波市区职工基本医疗保险', label: '结算', editions: ['2023', '2022'] })
})

const vocabulary = (label: string, id: string) => `词汇「小」
记录 账单 bill
  | ${label} | ${id} | 金额 | 未填 |
  | 日 | on | 日期 | 未填 |
记录 结果 result
  | 出 | paid | 金额 | 未填 |
事项 试 try
  | 输入 | 账单 |
  | 输出 | 结果 |
`
const policy = (label: string) => `政策 p「小」
引用「v」
事项 试
来源 文「文」官方
版本「1」始于 2024年1月1日 选用依据 日
条文 文「一」
  原文「付」
  出 是指 ${label}
`
