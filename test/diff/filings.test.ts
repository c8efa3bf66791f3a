/** Regions of Ningbo that only cases with filings are in. */
import { expect, it } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { diffPrograms } from '../../compiler/diff/exact/diff-programs.ts'
import { settlePolicy, settleWords } from '../ningbo/policy-text.ts'

it('provinces as the area of filings: flags that no list has are none, the others have a list', () => {
  const policy = settlePolicy()
  const mutant = policy.replace('重庆、海南、西藏 |', '重庆、西藏 |')
  expect(mutant).not.toBe(policy)
  const [before, after] = [policy, mutant].map(
    (text) => compile([...settleWords, { name: 'settle.policy', text }]).programs[0]!,
  )
  const { regions, complete, limits, verdict } = diffPrograms(before!, after!)
  expect({ complete, limits }).toEqual({ complete: true, limits: [] })
  expect(verdict['fund']).toBe('neverMore')
  for (const { witness } of regions) {
    const input = witness?.input as { visit: { place: string }; filings: readonly { region: string }[] }
    // Whoever has filed one place of Hainan and goes to another.
    expect(input.visit.place.slice(0, 2)).toBe('46')
    expect(input.filings.map(({ region }) => region.slice(0, 2))).toContain('46')
    expect(input.filings.some(({ region }) => region.slice(0, 4) !== input.visit.place.slice(0, 4))).toBe(true)
  }
}, 120_000)
