// Columns give what the interpreter gives: shipped decisions, and random policies.
import { describe, expect, test } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { landmarksOf, randomInput } from '../random/bill.ts'
import { recordSeed } from '../random/draw.ts'
import { randomPolicy } from '../random/policy.ts'
import { compareRows } from './compare.ts'
import { loadColumns } from './load.ts'
import { shippedPrograms } from './shipped.ts'

describe('shipped decisions', () => {
  test.each(
    shippedPrograms().map(
      (program) => [`${program.policy.id}.${program.decision.id} ${program.edition.name}`, program] as const,
    ),
  )('%s', { timeout: 60_000 }, async (_, program) => {
    const loaded = await loadColumns(program)
    expect(loaded.reasons).toEqual([])
    const { draw } = recordSeed(1)
    const landmarks = landmarksOf(program)
    const cases = Array.from({ length: 400 }, () => randomInput(draw, program, landmarks))
    const counted = compareRows(program, loaded, cases)
    expect(counted.settled).toBeGreaterThan(20)
  })
})

const policies = Number(process.env['DEEP_PROGRAMS'] ?? 40)

test('random policies', { timeout: 3_600_000 }, async () => {
  const counted = { settled: 0, exactly: 0, refused: 0 }
  const reasons = new Map<string, number>()
  for (let seed = 1; seed <= policies; seed++) {
    const { draw } = recordSeed(seed)
    const policy = randomPolicy(draw)
    for (const program of compile(policy.files).programs) {
      const loaded = await loadColumns(program)
      for (const reason of loaded.reasons) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
      const landmarks = landmarksOf(program)
      const cases = Array.from({ length: 60 }, () => randomInput(draw, program, landmarks))
      try {
        const { settled, exactly, refused } = compareRows(program, loaded, cases)
        counted.settled += settled
        counted.exactly += exactly
        counted.refused += refused
      } catch (problem) {
        throw new Error(`seed ${seed}, ${program.edition.name}`, { cause: problem })
      }
    }
  }
  expect(counted.settled, JSON.stringify([counted, [...reasons]])).toBeGreaterThan(10 * policies)
})
