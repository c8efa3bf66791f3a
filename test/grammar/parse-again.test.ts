import fc from 'fast-check'
import { expect, it } from 'vitest'
import { newParser } from '../../grammar/parse-again.ts'
import { parse } from '../../grammar/parse.ts'
import { settlePolicy } from '../ningbo/policy-text.ts'

const policy = settlePolicy()

it('gives what parsing from the start gives, edit after edit', () => {
  const edit = fc.record({
    at: fc.nat(policy.length),
    take: fc.nat(6),
    put: fc.constantFrom('', '1', '5%', '※ ', '\n', '条文 ', '「', '|', '  ', '2023年', '（（', '如果 ', '版本\n'),
  })
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      const again = newParser()
      let text = policy
      for (const { at, take, put } of edits) {
        text = text.slice(0, at) + put + text.slice(at + take)
        expect(again(text, 'a.policy')).toStrictEqual(parse(text, 'a.policy'))
      }
      expect(again(policy, 'a.policy')).toStrictEqual(parse(policy, 'a.policy'))
    }),
    { numRuns: 60 },
  )
})
