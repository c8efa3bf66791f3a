/** How problems name the types of values. */
import { expect, it } from 'vitest'
import { problemsOf, sharedVocabulary } from './page.ts'
import { payment, policy } from './rule-policy.ts'

const factsOf = (rule: string) =>
  problemsOf([sharedVocabulary, { name: 'sample.policy', text: policy(`${rule}\n  ${payment}`) }]).map(
    ({ code, facts }) => [code, facts],
  )

it('nothing stated is called absent, and is of no type', () => {
  expect(factsOf('支付比例 是指 未填')).toEqual([['wrong-type', { found: 'absent', expected: 'rate' }]])
  expect(factsOf('支付比例 是指 80% 未填则 未填')).toEqual([
    ['wrong-type', { found: 'absent', expected: 'optional rate' }],
  ])
})
