/** Ningbo's settlement against editions of it with one small change. */
import { expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { diffPrograms } from '../../compiler/diff/exact/diff-programs.ts'
import { settlePolicy, settleWords } from '../ningbo/policy-text.ts'
import { expectSound } from './sound.ts'

const mutants: readonly (readonly [what: string, from: RegExp, to: string])[] = [
  ['a rate one point more', / 15% /, ' 16% '],
  ['an edge a fen higher', /3\.5万元/g, '3.500001万元'],
  ['an edge a yuan lower', /7万元/g, '6.9999万元'],
  ['a day earlier', /2023年2月1日/, '2023年1月31日'],
  [
    'another category',
    /例外「特殊病种备案人员不设起付线」如果/,
    '例外「特殊病种备案人员不设起付线」如果 人员类别 属于 退休 并且',
  ],
  ['another age', /45周岁/g, '46周岁'],
  ['rounded to the yuan', /四舍五入到分 {2}计入 大病保险支付/, '四舍五入到元  计入 大病保险支付'],
]

it.each(mutants)('an edition with %s', { timeout: 120_000 }, (_, from, to) => {
  const policy = settlePolicy()
  const mutant = policy.replace(from, to)
  const compiled = [policy, mutant].map(
    (text) => compile([...settleWords, { name: 'settle.policy', text }]).programs[0],
  )
  const [before, after] = compiled
  if (!before || !after || mutant === policy) throw new Error('no mutant')
  const comparison = diffPrograms(before, after, { isWithoutWitnesses: true })
  expect(comparison.regions.length).toBeGreaterThan(0)
  expectSound(before, after, comparison, 100)
})
