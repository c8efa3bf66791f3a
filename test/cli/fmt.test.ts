/** `daiyu fmt`: one style, files written whole or not at all, and the other language's keywords. */
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { daiyu, root } from './daiyu.ts'
import { folderWith } from './folder-with.ts'
import { smallPolicy, smallVocabulary } from './small-policy.ts'
import { settlePolicy, settleWords } from '../ningbo/policy-text.ts'

const untidy = smallPolicy.replaceAll('  原文', '原文').replaceAll('按比例 ', '按比例     ')
const read = (folder: string, name = 'small.policy') => readFileSync(join(folder, 'policies', name), 'utf8')

it('the policies of the project are in the one style', () => {
  expect(daiyu(['fmt', '--check'])).toMatchObject({ status: 0, out: '' })
})

describe('files', () => {
  it('are written, and then there is nothing more to do', () => {
    const cwd = folderWith({ 'policies/small.policy': untidy })
    chmodSync(join(cwd, 'policies', 'small.policy'), 0o640)
    const { status, out } = daiyu(['fmt'], { cwd })
    expect(status).toBe(0)
    expect(out).toContain('Formatted policies/small.policy')
    expect(read(cwd)).not.toBe(untidy)
    expect(statSync(join(cwd, 'policies', 'small.policy')).mode & 0o777).toBe(0o640)
    expect(readdirSync(join(cwd, 'policies'))).toEqual(['small.policy', 'words.policy'])
    expect(daiyu(['fmt'], { cwd }).out).toContain('0 changed')
  })

  it('are only listed with --check', () => {
    const cwd = folderWith({ 'policies/small.policy': untidy })
    expect(daiyu(['fmt', '--check', 'policies/small.policy'], { cwd })).toMatchObject({
      status: 1,
      out: 'policies/small.policy\n',
    })
    expect(read(cwd)).toBe(untidy)
  })

  it('with syntax errors are not touched; the others are', () => {
    const broken = untidy.replace('计入', '记入')
    const cwd = folderWith({ 'policies/small.policy': broken, 'policies/second.policy': untidy })
    const { status, error } = daiyu(['fmt', 'policies'], { cwd })
    expect(status).toBe(1)
    expect(error).toMatch(/policies\/small\.policy:\d+:\d+/)
    expect(read(cwd)).toBe(broken)
    expect(read(cwd, 'second.policy')).not.toBe(untidy)
  })

  it('behind a link are written where they are', () => {
    const cwd = folderWith({ 'real/small.policy': untidy })
    symlinkSync(join(cwd, 'real', 'small.policy'), join(cwd, 'policies', 'linked.policy'))
    expect(daiyu(['fmt', 'policies/linked.policy'], { cwd }).status).toBe(0)
    expect(readFileSync(join(cwd, 'real', 'small.policy'), 'utf8')).not.toBe(untidy)
  })

  it('with Windows line ends get plain ones', () => {
    const cwd = folderWith({ 'policies/small.policy': smallPolicy.replaceAll('\n', '\r\n') })
    expect(daiyu(['fmt'], { cwd }).status).toBe(0)
    expect(read(cwd)).not.toContain('\r')
  })
})

describe('standard input', () => {
  it('goes to standard output', () => {
    const { status, out } = daiyu(['fmt', '-'], { input: untidy, cwd: folderWith() })
    expect(status).toBe(0)
    expect(daiyu(['fmt', '-'], { input: out, cwd: folderWith() }).out).toBe(out)
    expect(daiyu(['fmt', '--check', '-'], { input: untidy })).toMatchObject({ status: 1, out: '' })
    expect(daiyu(['fmt', '--check', '-'], { input: out })).toMatchObject({ status: 0, out: '' })
  })

  it('stands alone', () => {
    expect(daiyu(['fmt', '-', 'policies']).status).toBe(2)
  })

  it('with syntax errors gives nothing', () => {
    expect(daiyu(['fmt', '-'], { input: '政策' })).toMatchObject({ status: 1, out: '' })
  })
})

describe('--keywords', () => {
  const ningbo = settlePolicy()
  const english = () => daiyu(['fmt', '--keywords', 'en', '-'], { input: ningbo })

  it('writes the other language’s keywords and names', () => {
    const { status, out } = english()
    expect(status).toBe(0)
    expect(out).toMatch(/^ {4}table deductibleStandard by visit\.tier$/m)
    expect(out).toMatch(/^ {6}\| tertiary +\| 1200 yuan \|$/m)
  })

  it('loses nothing on the way back', () => {
    expect(daiyu(['fmt', '--keywords', 'zh', '-'], { input: english().out }).out).toBe(ningbo)
  })

  it('changes no result', () => {
    const cwd = folderWith({
      ...Object.fromEntries(settleWords.map(({ name, text }) => [`policies/${name}`, text])),
      'policies/ningbo.policy': english().out,
    })
    const sample = join(root, 'policies', 'ningbo', 'employee.settle.case.json')
    const words = ['run', 'ningbo.employee.settle', '--input', sample, '--format', 'json']
    expect(daiyu(words, { cwd }).out).toBe(daiyu(words).out)
  })

  it('leaves a vocabulary its names', () => {
    const cwd = folderWith()
    expect(daiyu(['fmt', '--keywords', 'en'], { cwd }).status).toBe(0)
    expect(read(cwd, 'words.policy')).toMatch(/record 申请 request/)
    expect(daiyu(['check'], { cwd }).status).toBe(0)
    writeFileSync(join(cwd, 'case.json'), '{"request":{"on":"2022-05-01","amount":"1","kind":"first"}}')
    expect(daiyu(['run', 'test.small.settle', '--input', 'case.json'], { cwd }).status).toBe(0)
  })

  it('leaves the records of a decision theirs, even where the decision is called alike', () => {
    const alike = smallVocabulary.replace('记录 结果 result', '记录 核定 result').replace('输出 | 结果', '输出 | 核定')
    const cwd = folderWith({ 'policies/words.policy': alike })
    expect(daiyu(['fmt', '--keywords', 'en'], { cwd }).status).toBe(0)
    expect(daiyu(['check'], { cwd }).status).toBe(0)
  })
})
