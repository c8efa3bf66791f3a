import { describe, expect, it } from 'vitest'
import { codeLenses, inlayHints } from '../../compiler/index.ts'
import type { Analysis } from '../../compiler/editor/workspace.ts'
import { shippedWorkspace } from './shipped.ts'
import { offsetOf, shown, smallWorkspace } from './small.ts'

const workspace = shippedWorkspace()

/** The hints behind the cells of a line, without what stands behind `·`. */
function hintsIn(analysis: Analysis, line: string, which = 1): readonly string[] {
  const start = offsetOf(analysis, line, which)
  const end = analysis.text.indexOf('\n', start)
  return inlayHints(analysis, 'zh').flatMap(({ offset, text }) => (start <= offset && offset <= end ? text : []))
}

describe('inlay hints of the shipped policies', () => {
  it('inpatient bands: what the person pays in full bands, and the rates of the fund less 10 and 20 points', () => {
    const analysis = workspace.analysis('ningbo/benefits.policy', 'ningbo.employee.settle')
    // 35000 × 15% = 5250, × 20% = 7000, × 10% = 3500; the fund pays 85%, 80%, 90%.
    expect(hintsIn(analysis, '| 不超过 3.5万元')).toEqual([
      '累计5250元 · 85% → 75%、65%',
      '累计7000元 · 80% → 70%、60%',
      '累计3500元 · 90% → 80%、70%',
      '累计5250元 · 85% → 75%、65%',
    ])
    // 5250 + 35000 × 10% = 8750, 7000 + 35000 × 15% = 12250, 3500 + 35000 × 5% = 5250, 5250 + 35000 × 10% = 8750.
    expect(hintsIn(analysis, '| 3.5万元—7万元（含） |').map((text) => text.split(' · ')[0])).toEqual([
      '累计8750元',
      '累计12250元',
      '累计5250元',
      '累计8750元',
    ])
    // Critical illness: (20000 − 5000) × 80% = 12000, + 480000 × 90% = 444000; in the table, below that of the other reading.
    expect(hintsIn(analysis, '| 5000元—2万元（含）', 2)).toEqual(['累计12000元'])
    expect(hintsIn(analysis, '| 2万元—50万元（含）')).toEqual(['累计444000元'])
  })

  it('under a heading only what stands under the same one is adjusted', () => {
    const other = smallWorkspace()
    other.set(
      'zh.policy',
      workspaceText(`  适用于 医院等级 属于 社区：
    报销比例 是指 80%
    调整 报销比例 下浮 10个百分点
  适用于 医院等级 属于 三级：
    报销比例 是指 60%
`),
    )
    const analysis = other.analysis('zh.policy')
    expect(analysis.problems).toEqual([])
    expect(inlayHints(analysis, 'zh').map(({ text }) => text)).toEqual(['→ 70%', '→ 70%'])
  })
})

const workspaceText = (rules: string): string => `政策 haibin.zh「小例」
引用「vocabulary」
事项 结算
来源 办法「海滨办法」官方
版本「2024」始于 2024年1月1日 选用依据 结算日期
条文 办法「第一条」
  原文「分担。」
  分担 总额
    按比例 报销比例 四舍五入到分  计入 基金支付
    其余                          计入 个人负担
${rules}`

describe('code lenses of the shipped policies', () => {
  const lenses = (analysis: Analysis, language: 'zh' | 'en' = 'zh') =>
    codeLenses(analysis, language).map((lens) => {
      const to =
        lens.kind === 'edition'
          ? lens.places.map((place) => shown(workspace, place).split(' ')[0]!.replace(/:.*/u, ''))
          : []
      return [analysis.text.slice(lens.span.start).split('\n')[0], lens.title, ...to]
    })

  it('a table of 2023 that 2022 has otherwise, and back', () => {
    const [now, before] = ['ningbo/employee.settle.policy', 'ningbo/employee.settle.year2022.policy']
    expect(lenses(workspace.analysis(now))).toEqual([
      ['表格 异地下浮幅度 按照 就医情形', '版本「2022」另有规定', before],
    ])
    expect(lenses(workspace.analysis(before), 'en')).toEqual([
      ['表格 异地下浮幅度 按照 就医情形', 'in the place of the rule of edition "2023"', now],
    ])
  })

  it('a rule of a module in whose place one city has its own, and another has not', () => {
    const line = '表格 备案期满 按照 备案类型'
    const module = 'shared/offsite.policy'
    expect(lenses(workspace.analysis(module, 'nantong.employee.settle'))).toContainEqual([
      line,
      '这里被别的规则代替',
      'nantong/reduction.policy',
    ])
    expect(lenses(workspace.analysis(module, 'ningbo.employee.settle'))).not.toContainEqual(
      expect.arrayContaining(['这里被别的规则代替']),
    )
    expect(lenses(workspace.analysis('nantong/reduction.policy', 'nantong.employee.settle'))).toContainEqual([
      expect.stringContaining('表格 备案期满'),
      '代替共用的规则',
      module,
    ])
  })

  it('one line for what several editions have otherwise', () => {
    const titles = lenses(workspace.analysis('ningbo/employee.contribution.policy')).map(
      ([line, title]) => `${line}: ${title}`,
    )
    expect(titles).toContain('缴费基数上限 是指 22311元: 版本「2021」「2023」「2024」「2025」另有规定')
  })

  it('every shipped example passes', () => {
    for (const { name } of workspace.files().filter((file) => file.name.includes('.examples.')))
      for (const lens of codeLenses(workspace.analysis(name), 'en'))
        if (lens.kind === 'example')
          expect(`${name} ${lens.label} ${lens.outcome}`).toBe(`${name} ${lens.label} passed`)
  })
})
