/** `daiyu run --format platform`: the settlement in the names of the national platform. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { daiyu, root } from './daiyu.ts'
import { folderWith } from './folder-with.ts'
import { smallCase, smallPolicy, smallVocabulary } from './small-policy.ts'

const sample = readFileSync(join(root, 'policies', 'ningbo', 'employee.settle.case.json'), 'utf8')
const headline = { setlinfo: { hifp_pay: '85290.00', hifob_pay: '7768.00', fund_pay_sumamt: '93058.00' } }
const run = (input: string, ...words: string[]) =>
  daiyu(['run', 'ningbo.employee.settle', '--input', '-', '--format', 'platform', ...words], { input })

it('is one object with four parts', () => {
  const { status, out } = run(sample)
  expect(status).toBe(0)
  expect(Object.keys(JSON.parse(out))).toEqual(['setlinfo', 'setldetail', 'policyItems', 'cuminfo'])
  expect(JSON.parse(out)).toMatchObject(headline)
})

it('is one on each line, with errors in their place', () => {
  const line = JSON.stringify(JSON.parse(sample))
  const { status, out } = run(`${line}\n${line.replace('"tertiary"', '"x"')}\n${line}\n`)
  const lines = out
    .trimEnd()
    .split('\n')
    .map((each) => JSON.parse(each))
  expect(status).toBe(1)
  expect(lines).toMatchObject([headline, { error: { path: 'visit.tier' } }, headline])
})

it('stands under each edition', () => {
  const results: { edition: string; result: unknown }[] = JSON.parse(run(sample, '--edition', 'all').out)
  expect(results.find(({ edition }) => edition === '2023')).toMatchObject({ result: headline })
})

it('is refused where the outputs name no field of the platform', () => {
  const words = ['run', 'test.small.settle', '--input', '-', '--format', 'platform']
  const { status, out, error } = daiyu(words, { cwd: folderWith(), input: JSON.stringify(smallCase) })
  expect({ status, out }).toEqual({ status: 1, out: '' })
  expect(error).toContain('test.small.settle')
})

it('is refused where an accounting identity does not hold, which is named', () => {
  // 100.01 at 60 % is 60.01; the platform would have it that 60.01 is all that funds pay, and that it is 40.00.
  const vocabulary = smallVocabulary
    .replace('subsidy | 金额 | 未填', 'subsidy | 金额 | hifp_pay')
    .replace('rest    | 金额 | 未填', 'rest    | 金额 | fund_pay_sumamt')
  const cwd = folderWith({ 'policies/words.policy': vocabulary, 'policies/small.policy': smallPolicy })
  const words = ['run', 'test.small.settle', '--input', '-', '--format', 'platform']
  const { status, out, error } = daiyu(words, { cwd, input: JSON.stringify(smallCase) })
  expect({ status, out }).toEqual({ status: 1, out: '' })
  expect(JSON.parse(error)).toEqual({
    error: {
      code: 'accounting-identity',
      path: 'fund_pay_sumamt',
      message:
        'Accounting identity 2 does not hold: fund_pay_sumamt = hifp_pay; on the left 40.00, on the right 60.01.',
    },
  })
})
