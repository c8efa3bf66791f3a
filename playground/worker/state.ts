import type { Memory, Workspace } from '../../compiler/index.ts'

/** What a worker keeps between requests. */
export interface WorkerState {
  readonly workspace: Workspace
  /** The files as they are shipped, of a worker that compares with them. */
  readonly shipped: Workspace
  /** Of the comparisons so far. */
  readonly memory: Memory
}

/** Says how far a long method is. */
export type Progress = (done: number, of: number) => void
