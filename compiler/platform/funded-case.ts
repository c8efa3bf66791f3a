import type { Evaluation } from '../interpret/evaluation.ts'
import type { Program } from '../program/program.ts'

/** A settled case, and the paths of its outputs that funds pay. */
export interface FundedCase {
  readonly program: Program
  readonly evaluation: Evaluation
  readonly funds: ReadonlySet<string>
}
