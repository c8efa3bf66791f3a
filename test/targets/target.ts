import type { Program } from '../../compiler/program/program.ts'
import type { Issue } from '../../runtime/index.ts'

/** One of the ways in which a program is run. Each has to give what the interpreter gives, to the fen. */
export interface Target {
  readonly name: string
  /** Makes it of a program; a text instead says what in the program the target can't hold. */
  readonly make: (program: Program) => Promise<Runner | string>
}

export interface Runner {
  /** What comes of each case, a JSON value of the right form, in their order. */
  readonly settle: (cases: readonly unknown[]) => Promise<readonly Outcome[]>
}

export type Outcome =
  /** The output as JSON. */
  | { readonly settled: true; readonly output: unknown }
  /** Refused, with all issues; or by a target that tells one reason only (code, path, label). */
  | { readonly settled: false; readonly issues: readonly Issue[] }
  | { readonly settled: false; readonly reason: string }
  /** Left to others: the target says that it can't tell. */
  | { readonly settled: null; readonly why: string }
