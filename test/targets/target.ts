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
  readonly close?: () => Promise<void>
}

/** The output as JSON, or that the case is refused: with the issues, where a target tells them. */
export type Outcome =
  | { readonly settled: true; readonly output: unknown }
  | { readonly settled: false; readonly issues: readonly Issue[] | null }
