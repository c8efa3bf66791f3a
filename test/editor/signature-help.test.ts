import { expect, it } from 'vitest'
import { signatureHelp } from '../../compiler/editor/signature-help.ts'
import { newWorkspace } from '../../compiler/editor/workspace.ts'

function at(marked: string, language: 'zh' | 'en' = 'zh') {
  const offset = marked.indexOf('‸')
  const workspace = newWorkspace()
  workspace.set('p.policy', marked.replace('‸', ''))
  return signatureHelp(workspace.analysis('p.policy'), offset, language)
}
const head = '政策 p「小」\n条文 文「一」\n  原文「付」\n'

it('says what a function takes, and which of it is being written', () => {
  expect(at(`${head}  年龄 是指 足岁(‸`)).toMatchObject({ label: '足岁（日期、日期）', active: 0 })
  expect(at(`${head}  年龄 是指 足岁(出生日期、结‸`)).toMatchObject({ parameters: ['日期', '日期'], active: 1 })
  expect(at(`${head}  年龄 是指 足岁(月初(日期)、‸`)).toMatchObject({ label: '足岁（日期、日期）', active: 1 })
  expect(at(`${head}  甲 是指 较小者(甲、乙、丙‸)`)).toMatchObject({ active: 1 })
  const english = at('policy p "small"\narticle a "1"\n  quote "q"\n  age means fullYears(born, ‸', 'en')
  expect(english).toMatchObject({ label: 'fullYears(date, date)', active: 1 })
})

it('says nothing elsewhere', () => {
  expect(at(`${head}  年龄 是指 足岁(甲、乙)‸`)).toBeNull()
  expect(at(`${head}  年龄 是指 (甲 + ‸`)).toBeNull()
  expect(at(`${head}  原文「足岁(‸」`)).toBeNull()
})
