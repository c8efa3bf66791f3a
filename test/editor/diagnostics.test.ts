import { expect, it } from 'vitest'
import { diagnostics, diagnosticsAt } from '../../compiler/editor/diagnostics.ts'
import { applyFix } from '../../compiler/problem/fix.ts'
import { shippedWorkspace } from './shipped.ts'

const name = 'ningbo/employee.settle.policy'

it('says what is wrong in the language asked for, and mends it', () => {
  const workspace = shippedWorkspace()
  const { text } = workspace.analysis(name)
  // A name with a slip, and a symbol where a word belongs.
  workspace.set(name, text.replace('个人现金 不低于 0元', '个人现金 >= 0元'))
  const broken = workspace.analysis(name)
  const at = broken.text.indexOf('>=')
  const [zh] = diagnostics(broken, 'zh')
  const [en] = diagnostics(broken, 'en')
  expect(zh).toMatchObject({ code: 'symbol-for-word', severity: 'error', file: name, span: { start: at, end: at + 2 } })
  expect(zh?.title).toMatch(/\p{Script=Han}/u)
  expect(en?.title).toMatch(/^[^\p{Script=Han}]*不低于[^\p{Script=Han}]*$/u)
  const [fix] = diagnosticsAt(broken, { start: at + 1, end: at + 1 }, 'zh')[0]?.fixes ?? []
  expect(fix?.edits.every(({ file }) => file === name)).toBe(true)
  expect(applyFix(broken.text, { label: '', edits: fix?.edits ?? [] })).toBe(text)
  expect(diagnosticsAt(broken, { start: 0, end: 0 }, 'zh')).toEqual([])
})

it('offers for a misspelt name each of those it is like, the likeliest first', () => {
  const workspace = shippedWorkspace()
  const shared = 'shared/settlement.policy'
  const { text } = workspace.analysis(shared, 'ningbo.employee.settle')
  workspace.set(shared, text.replace('按比例 基金支付比例 四舍', '按比例 基金支付比列 四舍'))
  const broken = workspace.analysis(shared, 'ningbo.employee.settle')
  const [problem] = diagnostics(broken, 'zh', shared)
  expect(problem?.code).toBe('unknown-name')
  const [first, ...others] = problem?.fixes ?? []
  expect(first?.title).toContain('基金支付比例')
  expect(applyFix(broken.text, { label: '', edits: first?.edits ?? [] })).toBe(text)
  expect(others.length).toBeGreaterThan(0)
})

it('shows in the policy what a change of its vocabulary breaks', () => {
  const workspace = shippedWorkspace()
  const shared = workspace.analysis('vocabulary.policy', 'ningbo.employee.settle')
  workspace.set('vocabulary.policy', shared.text.replaceAll('个人现金', '现金'))
  const broken = workspace.analysis('vocabulary.policy', 'ningbo.employee.settle')
  expect(diagnostics(broken, 'zh')).toEqual([])
  const codes = diagnostics(broken, 'zh', name).map(({ code }) => code)
  expect(codes.length).toBeGreaterThan(0)
  expect(diagnostics(workspace.analysis(name), 'zh').map(({ code }) => code)).toEqual(codes)
})
