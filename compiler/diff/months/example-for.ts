import type { BoundPolicy } from '../../bind/bound.ts'
import { readExamples } from '../../examples/read-examples.ts'
import { interpret } from '../../interpret/interpret.ts'
import { newReport } from '../../problem/report.ts'
import type { Program } from '../../program/program.ts'
import type { Flips } from './flips.ts'

/** The first example of the policy that both settle; null where there is none. */
export function exampleFor(before: Program, after: Program, policy: BoundPolicy): Flips['case'] | null {
  const isSettled = (input: unknown): boolean =>
    [before, after].every((program) => interpret(program, input, { isReplay: true }).ok)
  return readExamples(policy, newReport()).find(({ input }) => isSettled(input)) ?? null
}
