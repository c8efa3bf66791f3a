import type { Expr } from '../../program/program.ts'
import type { Cells } from './cells.ts'
import type { Rational } from '../../../runtime/rational.ts'
import type { Form, Graph } from './forms.ts'
import type { Path } from './path.ts'
import type { Side } from './resolved.ts'
import type { Amount, Symbolic } from './symbolic.ts'

/** What all ways through two programs have in common. */
export interface Shared {
  readonly graph: Graph
  readonly sides: readonly [Side, Side]
  readonly cells: Map<string, Cells>
  readonly least: Map<string, Rational | null>
  /** What an opaque value stands for, by its name. */
  readonly opaque: Map<string, { readonly expr: Expr; readonly why: string }>
}
export type Which = 0 | 1

/** One way through the programs, as far as the meaning of expressions needs it. */
export interface Following {
  readonly shared: Shared
  readonly graph: Graph
  readonly path: Path
  /** At least zero. */
  readonly facts: Form[]
  /** By program, what a case must satisfy not to be refused. */
  readonly preconditions: readonly [Set<string>, Set<string>]
  /** While it looks at what a policy promises: what can't be decided is taken to hold. */
  readonly isTrusting: boolean
  evaluate(expr: Expr, which: Which): Symbolic
  named(id: string, which: Which): Symbolic
  number(expr: Expr, which: Which): Amount
  /** Is the form at least zero along this way? Forks where it may or may not be. */
  holds(form: Form): boolean
  /** Is it never below zero? */
  isNotNegative(amount: Amount): boolean
}
