import type { BoundPolicy } from '../../compiler/bind/bound.ts'
import { newCompiler } from '../../compiler/index.ts'
import { withoutBrokenInvariants } from '../../compiler/editor/without-broken-invariants.ts'
import type { Analysis } from '../../compiler/editor/workspace.ts'
import type { WorkerState } from './state.ts'

/** The files as they stand: all that a case and a program need of a worker. */
export type Files = Pick<WorkerState, 'workspace'>

/** All that is known of a decision (`ningbo.employee.settle`); null where no file declares it. */
export function analysisOf({ workspace }: Files, decision: string): Analysis | null {
  const file = workspace.decisions().find(({ id }) => id === decision)?.files[0]
  return file === undefined ? null : workspace.analysis(file, decision)
}

const compileAgain = newCompiler()
const settleable = new WeakMap<Analysis['problems'], Analysis['programs']>()

/** The same with programs that can be settled by though an invariant is broken, if nothing else is wrong. */
export function asIfNotPromised<Of extends Pick<Analysis, 'group' | 'programs' | 'problems'>>(analysis: Of): Of {
  const { group, problems } = analysis
  const programs = settleable.get(problems) ?? withoutBrokenInvariants(group, analysis, compileAgain)
  settleable.set(problems, programs)
  return { ...analysis, programs }
}

export function policyOf({ policies }: Analysis, decision: string): BoundPolicy | null {
  return policies.find((policy) => `${policy.id}.${policy.decision.id}` === decision) ?? null
}

/** The texts that were compiled, by their names. */
export function textsOf({ group }: Analysis): ReadonlyMap<string, string> {
  return new Map(group.map(({ name, text }) => [name, text]))
}
