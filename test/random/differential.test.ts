/** Random policies: what the interpreter says, generated TypeScript and an evaluator of the syntax tree say too. */
import { describe, expect, it } from 'vitest'
import { explain, search, type Findings, type SearchOptions } from './search.ts'

/** Always the same policies; `npm run test:random` makes new ones. */
const seeds = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + index)

async function expectAgreement({ failures }: Findings, options: SearchOptions): Promise<void> {
  const [first] = failures
  if (!first) return
  const others = failures.slice(1).map(({ seed }) => seed)
  throw new Error(`${await explain(first, options)}\nand seeds ${others.join(', ')}`)
}

describe('careful policies', () => {
  const options: SearchOptions = { isReckless: false, cases: 40 }
  it('compile, and all evaluators agree on them', { timeout: 300_000 }, async () => {
    const findings = await search(seeds(1, 150), options)
    await expectAgreement(findings, options)
    const refused = JSON.stringify([...findings.refused])
    expect(findings.compiled / findings.policies, refused).toBeGreaterThanOrEqual(0.95)
    expect(findings.settled / findings.cases).toBeGreaterThan(0.5)
  })
})

describe('reckless policies', () => {
  const options: SearchOptions = { isReckless: true, cases: 40 }
  it('are refused, or all evaluators agree on them', { timeout: 300_000 }, async () => {
    const findings = await search(seeds(1001, 80), options)
    await expectAgreement(findings, options)
    expect(findings.compiled / findings.policies).toBeGreaterThan(0.5)
    expect(findings.refused.size).toBeGreaterThan(0)
  })
})
