/** A part of all mutants of the Ningbo settlement; all of them by `npm run test:mutants`. */
import { describe, expect, it } from 'vitest'
import { fateOf, ningboMutants } from './ningbo.ts'

describe('mutants of the Ningbo settlement', () => {
  it('are many, of many kinds, each of its own', () => {
    expect(ningboMutants.length).toBeGreaterThan(380)
    expect(new Set(ningboMutants.map(({ kind }) => kind)).size).toBeGreaterThan(20)
    expect(new Set(ningboMutants.map(({ text }) => text)).size).toBe(ningboMutants.length)
  })

  it('are refused or killed by a bill, or change nothing', { timeout: 120_000 }, async () => {
    const sample = ningboMutants.filter((_, index) => index % 6 === 0)
    const survivors: string[] = []
    for (const mutant of sample) {
      const { fate, by } = await fateOf(mutant)
      if (fate === 'survived') survivors.push(`${mutant.kind}, ${mutant.what}: ${by}`)
    }
    expect(survivors).toEqual([])
  })
})
