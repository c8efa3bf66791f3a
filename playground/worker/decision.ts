import { newCompiler, type Analysis, type BoundPolicy, type Program, type Workspace } from '../../compiler/index.ts'
import { withoutBrokenInvariants } from '../../compiler/editor/without-broken-invariants.ts'
import { decisionName } from '../../compiler/program/decision-name.ts'
import type { WorkerState } from './state.ts'
import { once } from '../../compiler/once.ts'

/** The files as they stand: all that a case and a program need of a worker. */
export type Files = Pick<WorkerState, 'workspace'>

/** A file, and the decision in which it is looked at. */
export interface InFile {
  readonly file: string
  readonly decision: string | null
}

export function analysisIn({ workspace }: Files, { file, decision }: InFile): Analysis {
  return workspace.analysis(file, decision ?? undefined)
}

/** All that is known of a decision (`ningbo.employee.settle`); null where no file declares it. */
export function analysisOf(workspace: Workspace, decision: string): Analysis | null {
  const file = workspace.decisions().find(({ id }) => id === decision)?.files[0]
  return file === undefined ? null : workspace.analysis(file, decision)
}

const compileAgain = newCompiler()
const settleable = new WeakMap<Analysis['problems'], Analysis['programs']>()

/** The same with programs that can be settled by though an invariant is broken, if nothing else is wrong. */
export function asIfNotPromised<Of extends Pick<Analysis, 'group' | 'programs' | 'problems'>>(analysis: Of): Of {
  const { group, problems } = analysis
  const programs = once(settleable, problems, () => withoutBrokenInvariants(group, analysis, compileAgain))
  return { ...analysis, programs }
}

export function policyOf({ policies }: Pick<Analysis, 'policies'>, decision: string): BoundPolicy | null {
  return policies.find((policy) => decisionName({ policy, decision: policy.decision }) === decision) ?? null
}

/** One for each edition; none of a policy with errors. */
export function programsOf({ programs }: Pick<Analysis, 'programs'>, decision: string): readonly Program[] {
  return programs.filter((program) => decisionName(program) === decision)
}
