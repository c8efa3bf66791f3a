import { expect } from 'vitest'
import type { Comparison } from '../../compiler/diff/exact/comparison.ts'
import { interpret } from '../../compiler/interpret/interpret.ts'
import type { Program } from '../../compiler/program/program.ts'
import { randomBill, seededRandom } from '../ningbo/bills.ts'
import { faults, reachFaults, textAt } from './region.ts'

const random = seededRandom(Number(process.env['FC_SEED'] ?? 1))

/** Every random bill lies in regions as its two settlements say; every witness replays. */
export function expectSound(
  before: Program,
  after: Program,
  { regions, limits }: Comparison,
  bills: number,
  year?: string,
): void {
  const outputs = before.output.map(({ path }) => path)
  for (let at = 0; at < bills; at++) {
    const text = JSON.stringify(randomBill(random))
    const bill: unknown = JSON.parse(
      year === undefined ? text : text.replaceAll('2023-', `${year}-`).replaceAll('02-29', '02-28'),
    )
    const [first, second] = [before, after].map((program) => interpret(program, bill, { isReplay: true }))
    if (!first?.ok || !second?.ok) {
      if (first?.ok !== second?.ok)
        expect(
          regions.some(({ output }) => output === 'refused') ||
            limits.some(({ expression }) => expression === 'refusals'),
        ).toBe(true)
      continue
    }
    const settled = { before: first.evaluation, after: second.evaluation }
    expect(faults(regions, outputs, settled), text).toEqual([])
  }
  expect(regions.flatMap((region) => reachFaults(region, before, after))).toEqual([])
  for (const { witness, output } of regions) {
    if (!witness) continue
    const said = [before, after].map((program) => {
      const result = interpret(program, witness.input, { isReplay: true })
      if (output === 'refused') return result.ok ? 'settled' : 'refused'
      return result.ok ? textAt(result.evaluation.output, output) : 'refused'
    })
    expect(said).toEqual([witness.before, witness.after])
    expect(said[0]).not.toBe(said[1])
  }
}
