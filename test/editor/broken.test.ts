import { expect, it } from 'vitest'
import { codeLenses, definition, hover, inlayHints, references, rename, semanticTokens } from '../../compiler/index.ts'
import { shippedWorkspace } from './shipped.ts'
import { offsetOf, shown, smallWorkspace } from './small.ts'

it('a file with mistakes is understood as far as it goes', () => {
  const workspace = smallWorkspace()
  const text = workspace.files().find(({ name }) => name === 'zh.policy')!.text
  // A row lost its end, a rule its value, and a name means nothing.
  workspace.set(
    'zh.policy',
    text
      .replace('    | 社区 | 80% |', '    | 社区 | 80%')
      .replace('降幅 是指 10个百分点', '降幅 是指')
      .replace('至多', '')
      .replace('分担 总额', '分担 总数'),
  )
  const analysis = workspace.analysis('zh.policy')
  expect(analysis.programs).toEqual([])
  const at = offsetOf(analysis, '报销比例 下浮')
  expect(definition(analysis, at).map((place) => shown(workspace, place))).toEqual([
    'zh.policy:12 报销比例',
    'zh.policy:23 报销比例',
  ])
  expect(references(workspace, analysis, at)).toHaveLength(6)
  expect(hover(analysis, at, 'zh')?.title).toBe('规则里的名称 报销比例 · fundRate')
  expect(hover(analysis, offsetOf(analysis, '总数'), 'zh')).toBeNull()
  expect(semanticTokens(analysis).filter(({ type }) => type === 'member')).toHaveLength(5)
  // What the rate is lowered by is not known any more.
  expect(inlayHints(analysis, 'zh')).toEqual([])
  expect(
    codeLenses(analysis, 'zh')
      .filter(({ kind }) => kind === 'example')
      .map(({ title }) => title),
  ).toEqual(['运行这个示例（先改正文件里的错误）', '运行这个示例（先改正文件里的错误）'])
})

it('a policy without its vocabulary is still a policy', () => {
  const workspace = smallWorkspace()
  workspace.remove('vocabulary.policy')
  const analysis = workspace.analysis('zh.policy')
  const at = offsetOf(analysis, '报销比例 下浮')
  expect(definition(analysis, at).map((place) => shown(workspace, place))).toEqual([
    'zh.policy:12 报销比例',
    'zh.policy:23 报销比例',
  ])
  expect(rename(workspace, analysis, at, '其他', 'zh')).toMatchObject({ ok: false })
  expect(rename(workspace, analysis, at, '支付比例', 'zh')).toMatchObject({ ok: true, files: [{ file: 'zh.policy' }] })
})

it('columns and members of choices are renamed in data files too', () => {
  const workspace = shippedWorkspace()
  const analysis = workspace.analysis('vocabulary.catalogue.policy')
  const files = (what: string, to: string): readonly string[] => {
    const renamed = rename(workspace, analysis, offsetOf(analysis, what), to, 'zh')
    return renamed.ok ? renamed.files.map(({ file, edits }) => `${file} ${edits.length}`) : [renamed.reason]
  }
  const data = workspace.files().filter(({ name }) => name.endsWith('.csv'))
  const inData = (what: string) =>
    data.flatMap(({ name, text }) => {
      const count = text.split(/[,\n]/u).filter((cell) => cell === what).length
      return count > 0 ? `${name} ${count}` : []
    })
  expect(files('目录编码', '目录代码').filter((each) => each.includes('.csv'))).toEqual(inData('目录编码'))
  expect(files('丙类', '丁类').filter((each) => each.includes('.csv'))).toEqual(inData('丙类'))
  expect([...inData('目录编码'), ...inData('丙类')].length).toBeGreaterThan(0)
})
