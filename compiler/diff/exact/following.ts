import type { Expr } from '../../program/program.ts'
import type { Cells } from './cells.ts'
import type { Form, Graph } from './forms.ts'
import type { Answers } from './knowledge.ts'
import type { Path } from './path.ts'
import type { Side } from './resolved.ts'
import type { Amount, Symbolic } from './symbolic.ts'
import type { Table } from './table.ts'
import type { Walk } from './walk.ts'

/** What all ways through two programs have in common. */
export interface Shared {
  readonly graph: Graph
  readonly sides: readonly [Side, Side]
  readonly cells: Map<string, Cells>
  readonly answers: Answers
  readonly table: Table<Walk>
  /** Forms with linear names written out, by what is written out in which. */
  readonly written: Map<string, Form>
  /** What an opaque value stands for, by its name. */
  readonly opaque: Map<string, { readonly expr: Expr; readonly why: string }>
}
export type Which = 0 | 1

/** One way through the programs, as far as the meaning of expressions needs it. */
export interface Following {
  readonly shared: Shared
  readonly graph: Graph
  readonly path: Path
  /** While it looks at what a policy promises: what can't be decided is taken to hold. */
  readonly isTrusting: boolean
  evaluate(expr: Expr, which: Which): Symbolic
  named(id: string, which: Which): Symbolic
  number(expr: Expr, which: Which): Amount
  /** From now on the form is known to be at least zero. */
  know(form: Form): void
  /** The same, since the program refuses a case in which it is not. */
  demand(form: Form, which: Which): void
  /** What is multiplied by something else that is not fixed either: whole numbers by their name. */
  factor(amount: Amount, expr: Expr): Form
  /** Is the form at least zero along this way? Forks where it may or may not be. */
  holds(form: Form): boolean
  /** Is it never below zero? */
  isNotNegative(amount: Amount): boolean
}
