import type { Workspace } from '../../compiler/index.ts'

/** What a worker keeps between requests. */
export interface WorkerState {
  readonly workspace: Workspace
}

/** Says how far a long method is. */
export type Progress = (done: number, of: number) => void
