import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import { settlePolicy, settleWords } from '../ningbo/policy-text.ts'

const read = (name: string): string => readFileSync(`policies/${name}`, 'utf8')
const bill = JSON.parse(read('ningbo/employee.settle.case.json')) as object

/** Settles the bill under the Ningbo policy with pieces of its text replaced. */
function settleWith(changes: readonly (readonly [string, string])[]) {
  const text = changes.reduce((policy, [from, to]) => {
    expect(policy).toContain(from)
    return policy.replace(from, to)
  }, settlePolicy())
  const files = [...settleWords, { name: 'a.policy', text }]
  const { programs, problems } = compile(files)
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  return interpret(programs[0]!, bill)
}

it('a line never takes more than there is: 98 800 at 120 % is 118 560', () => {
  expect(settleWith([['100% − 个人自付比例', '80% × 1.5']])).toMatchObject({
    ok: false,
    issues: [{ code: 'amount-outside', value: '118560.00', facts: { label: '统筹基金支付', limit: '98800.00' } }],
  })
})

it('a yearly figure never falls below zero: 0 less 98 800', () => {
  const change = ['累计 年内已付起付线 增加 本次起付线', '累计 年内已付起付线 减少 共负段'] as const
  expect(settleWith([change])).toMatchObject({
    ok: false,
    issues: [{ code: 'amount-outside', value: '-98800.00', facts: { label: '年内已付起付线' } }],
  })
})

it('a rate that is raised by points below zero stays within the whole: 80 % raised by −100 points is 0 %', () => {
  const settled = settleWith([
    ['调整 基金支付比例 下浮 异地下浮幅度', '调整 基金支付比例 上浮 异地下浮幅度 − 100个百分点'],
  ])
  expect(settled).toMatchObject({ ok: true, evaluation: { output: { fund: '0.00', coPay: '98800.00' } } })
})
