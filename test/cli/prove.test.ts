/** `daiyu prove`: what is printed, and the exit status. */
import { describe, expect, it } from 'vitest'
import { daiyu } from './daiyu.ts'
import { folderWith } from './folder-with.ts'
import { smallPolicy } from './small-policy.ts'

// Of one fen, 50 % and 60 % are rounded up to one: the subsidy is never below the rest.
const kept = `${smallPolicy}\n保证「补贴不低于自付」补贴 不低于 自付\n单调「自付不减」自付 随着 申请金额 不减\n`
const broken = `${smallPolicy}\n保证「自付至少四成」自付 不低于 申请金额 × 40%\n`
const prove = (policy: string, edition: string, ...words: string[]) =>
  daiyu(['prove', `test.small.settle${edition}`, ...words], { cwd: folderWith({ 'policies/small.policy': policy }) })

describe('prove', () => {
  it('of every edition, each a line of JSON, with status 0 where all holds', () => {
    const { status, out, error } = prove(kept, '', '--format', 'json')
    expect({ status, error }).toEqual({ status: 0, error: '' })
    const proofs = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(proofs).toMatchObject([
      { decision: 'test.small.settle', edition: '2022', proved: true },
      { decision: 'test.small.settle', edition: '2023', proved: true },
    ])
    // The share is stated where its line is.
    const { properties } = proofs[1] as { properties: readonly { name: string; place: string }[] }
    expect(properties.find(({ name }) => name === '补贴')?.place).toBe('policies/small.policy:15')
    expect(properties).toContainEqual({
      kind: 'monotone',
      name: '自付不减',
      status: 'proved',
      place: 'policies/small.policy:19',
      witness: null,
      outside: null,
      limits: [],
    })
  })

  it('of one edition, with a case where something does not hold, and status 1', () => {
    const { status, out } = prove(broken, '@2023', '--language', 'zh')
    expect(status).toBe(1)
    // Of one fen the subsidy is 0.6 fen, rounded up to one, and nothing is left.
    expect(out).toContain('不成立  自付至少四成')
    expect(out).toContain('"amount":"0.01"')
    expect(out).toContain('自付为 0.00')
    expect(out).toContain('因为政策保证“自付至少四成”')
  })

  it('in English', () => {
    const { out } = prove(kept, '', '--language', 'en')
    expect(out).toContain('hold: proved of every possible case, not sampled.')
    expect(out).toMatch(/^  proved  request\.amount = subsidy \+ rest$/mu)
    expect(out).toMatch(/^  proved  \d+ properties: .*\bsubsidy, rest$/mu)
    expect(prove(broken, '@2023', '--language', 'en').out).toContain('rest is 0.00')
  })

  it('refuses an edition that there is not, and names those there are', () => {
    const { status, error } = prove(kept, '@2030', '--language', 'zh')
    expect(status).toBe(2)
    expect(error).toMatch(/2030.*2022、2023/s)
  })
})
