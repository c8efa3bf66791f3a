import { expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { settlePolicy, settleWords } from '../ningbo/policy-text.ts'

function problemsWith(name: 'vocabulary.policy' | 'ningbo/employee.settle.policy', from: string, to: string) {
  const files = [...settleWords, { name: 'ningbo/employee.settle.policy', text: settlePolicy() }]
  const changed = files.map((file) => (file.name === name ? { ...file, text: file.text.replace(from, to) } : file))
  expect(changed).not.toEqual(files)
  return compile(changed).problems.map(({ code, facts }) => [code, facts.name])
}

it('two inputs of one label cannot be told apart', () => {
  const [from, to] = [
    '| 当年账户余额     | yearToDate.currentAccount',
    '| 上传自费         | yearToDate.currentAccount',
  ]
  expect(problemsWith('vocabulary.policy', from, to)).toContainEqual(['defined-twice', '上传自费'])
})

it('an amount that comes in is split in every case or in none', () => {
  const section = '  适用于 医疗类别 属于 住院：\n  分担 医疗费总额'
  expect(problemsWith('ningbo/employee.settle.policy', '  分担 医疗费总额', section)).toContainEqual([
    'split-incomplete',
    '医疗费总额',
  ])
})

it('a forgotten unit is told of the number that lacks it, not of the amounts beside it', () => {
  const policy = settlePolicy().replace('| 三级 | 1200元 |', '| 三级 | 1200 |')
  const files = [...settleWords, { name: 'a.policy', text: policy }]
  const errors = compile(files).problems.filter(({ severity }) => severity === 'error')
  expect(errors.map(({ code, span }) => [code, policy.slice(span.start, span.end)])).toEqual([['mixed-cells', '1200']])
})

it('a table of thousands of rows is told to be too large', () => {
  const rows = Array.from({ length: 3000 }, (_, row) => `      | 三级 | ${row}元 |\n`).join('')
  const from = '      | 三级 | 1200元 |\n'
  expect(problemsWith('ningbo/employee.settle.policy', from, rows)).toContainEqual(['too-many-cases', '起付标准'])
})

it('a rate above the whole, in a band or through the rest of a whole', () => {
  const from = '不超过 3.5万元       |  15% |  20%'
  const codes = problemsWith('ningbo/employee.settle.policy', from, '不超过 3.5万元       |  15% |  200%')
  expect(codes.map(([code]) => code)).toEqual(['rate-outside'])
})

it('the bounds of a chain of squares are given up, not worked out', () => {
  const chain = Array.from(
    { length: 40 },
    (_, step) => `  倍${step} 是指 ${step === 0 ? '3' : `倍${step - 1} × 倍${step - 1}`}\n`,
  )
  const policy = settlePolicy()
    .replace('  医疗救助支付 是指', `${chain.join('')}  医疗救助支付 是指`)
    .replace('至多 当年账户余额  ', '至多 1元 × 倍39  ')
  const files = [...settleWords, { name: 'a.policy', text: policy }]
  // What such a chain gives could not be worked out either.
  expect(compile(files).problems.map(({ code }) => code)).toEqual(['over-budget', 'may-be-negative'])
})
