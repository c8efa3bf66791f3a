/** `daiyu start`: a settled bill at once, beside another, in a hundred columns. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { textWidth } from '../../compiler/cli/text-width.ts'
import { daiyu, newFolder, root } from './daiyu.ts'
import { folderWith } from './folder-with.ts'
import { settleModules, settleWords } from '../ningbo/policy-text.ts'

it('settles the bill at home and away', () => {
  const { status, out, error } = daiyu(['start', '--once', '--language', 'zh'])
  expect({ status, error }).toEqual({ status: 0, error: '' })
  expect(out).toMatch(/统筹基金支付 +85 290\.00 +65 530\.00\n/)
  expect(out).toMatch(/个人现金 +6 942\.00 +9 447\.00\n/)
})

it.each(['zh', 'en'])('fits a hundred columns in %s, the amounts below each other', (language) => {
  const lines = daiyu(['start', '--once', '--language', language]).out.split('\n')
  for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(100)
  const amounts = lines.filter((line) => /\d\.\d\d +[\d ]+\.\d\d$/.test(line)).map(textWidth)
  expect(new Set(amounts).size).toBe(1)
})

it('what it says to try next works', () => {
  const { out } = daiyu(['start', '--once', '--language', 'zh'])
  const [, decision = '', input = ''] = /npx daiyu explain (\S+) --input (\S+)/.exec(out) ?? []
  expect(daiyu(['explain', decision, '--input', input]).status).toBe(0)
  expect(out).toMatch(/npx daiyu build --out \S+/)
})

it('follows a rate that is changed', () => {
  const [, file = ''] = /改 (\S+) 里/.exec(daiyu(['start', '--once', '--language', 'zh']).out) ?? []
  const examples = file.replace('.policy', '.examples.policy')
  const cwd = folderWith({
    ...Object.fromEntries(settleWords.map(({ name, text }) => [`policies/${name}`, text])),
    ...Object.fromEntries(
      settleModules.map((name) => [`policies/${name}.policy`, readFileSync(join(root, 'policies', `${name}.policy`))]),
    ),
    [file]: readFileSync(join(root, file), 'utf8').replace(
      '| 临时外出           | 20个百分点 |',
      '| 临时外出           | 15个百分点 |',
    ),
    [examples]: readFileSync(join(root, examples)),
  })
  expect(daiyu(['start', '--once'], { cwd }).out).toMatch(/fund +85 290\.00 +70 470\.00/)
  writeFileSync(join(cwd, file), '政策')
  expect(daiyu(['start', '--once'], { cwd })).toMatchObject({ status: 1, out: '' })
})

it('shows the policies of the package where there are no others', () => {
  expect(daiyu(['start', '--once'], { cwd: newFolder() })).toMatchObject({ status: 0 })
})
