import type { BoundPolicy } from '../../compiler/bind/bound.ts'
import type { Analysis } from '../../compiler/editor/workspace.ts'
import type { WorkerState } from './state.ts'

/** The files as they stand: all that a case and a program need of a worker. */
export type Files = Pick<WorkerState, 'workspace'>

/** All that is known of a decision (`ningbo.employee.settle`); null where no file declares it. */
export function analysisOf({ workspace }: Files, decision: string): Analysis | null {
  const file = workspace.decisions().find(({ id }) => id === decision)?.files[0]
  return file === undefined ? null : workspace.analysis(file, decision)
}

export function policyOf({ policies }: Analysis, decision: string): BoundPolicy | null {
  return policies.find((policy) => `${policy.id}.${policy.decision.id}` === decision) ?? null
}

/** The texts that were compiled, by their names. */
export function textsOf({ group }: Analysis): ReadonlyMap<string, string> {
  return new Map(group.map(({ name, text }) => [name, text]))
}
