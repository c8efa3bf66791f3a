/** `daiyu check`: every problem with its place, as text on standard error and as JSON. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { daiyu } from './daiyu.ts'
import { folderWith } from './folder-with.ts'
import { smallPolicy } from './small-policy.ts'

const wrong = smallPolicy.replace('按比例 60%', '按比例 60').replace('申请金额\n', '申请全额\n')

it('the policies of the project are right', () => {
  const { status, out, error } = daiyu(['check', '--language', 'zh'])
  expect({ status, error }).toEqual({ status: 0, error: '' })
  expect(out).toContain('没有问题')
})

it('everything that is wrong is told, with file, line, column, excerpt and what to do', () => {
  const cwd = folderWith({ 'policies/small.policy': wrong })
  const { status, out, error } = daiyu(['check'], { cwd })
  expect(status).toBe(1)
  expect(out).toMatch(/2 files checked: \d+ errors?/)
  expect(error).toMatch(/error unknown-name policies\/small\.policy:8:6\n.*\n +8 │ +分担 申请全额\n +│ +\^+/)
  expect(error).toMatch(/What to do: /)
  expect(error).not.toContain('\u001B')
})

it('is data for programs, in both languages', () => {
  const cwd = folderWith({ 'policies/small.policy': wrong })
  const { status, out, error } = daiyu(['check', '--format', 'json'], { cwd })
  expect({ status, error }).toEqual({ status: 1, error: '' })
  const { problems } = JSON.parse(out)
  expect(problems[0]).toMatchObject({
    code: 'unknown-name',
    severity: 'error',
    file: 'policies/small.policy',
    line: 8,
    column: 6,
    message: { zh: expect.any(String), en: expect.any(String) },
  })
  expect(JSON.parse(daiyu(['check', '--format', 'json'], { cwd: folderWith() }).out)).toEqual({ problems: [] })
})

it('a file is checked together with what belongs to it', () => {
  const cwd = folderWith({
    'policies/examples.policy':
      '政策 test.small「小政策」\n事项 核定\n示例「甲」\n  已知\n    | 申请日期 | 5元 |\n  应得\n    | 补贴 | 1元 |\n',
    'policies/other.policy': '政策',
  })
  const { status, error } = daiyu(['check', 'policies/examples.policy'], { cwd })
  expect(status).toBe(1)
  expect(error).toMatch(/wrong-type policies\/examples\.policy:5/)
  expect(error).not.toContain('other.policy')
  expect(daiyu(['check', 'policies/small.policy', 'policies/words.policy'], { cwd }).error).not.toContain(
    'other.policy',
  )
  expect(daiyu(['check', 'policies'], { cwd }).error).toContain('other.policy')
})

it('a file outside the policies has its vocabulary beside it or above it', () => {
  const cwd = folderWith()
  writeFileSync(join(cwd, 'loose.policy'), smallPolicy.replace('「words」', '「elsewhere」'))
  expect(daiyu(['check', 'loose.policy'], { cwd }).error).toContain('vocabulary-not-found')
  writeFileSync(join(cwd, 'policies', 'loose.policy'), smallPolicy.replaceAll('test.small', 'test.loose'))
  expect(daiyu(['check', 'policies/loose.policy'], { cwd }).status).toBe(0)
})

it('label and identifier are the same decision', () => {
  const [head = '', ...editions] = smallPolicy.split(/(?=版本)/)
  const cwd = folderWith({
    'policies/small.policy': head + editions[0],
    'policies/small.2023.policy': head.replace('事项 核定', '事项 settle') + editions[1],
  })
  expect(daiyu(['check'], { cwd })).toMatchObject({ status: 0, error: '' })
  const input = '{"request":{"on":"2022-05-01","amount":"1","kind":"first"}}'
  expect(daiyu(['run', 'test.small.settle', '--input', '-'], { cwd, input })).toMatchObject({ status: 0 })
})
