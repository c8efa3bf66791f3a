import type { Expr } from '../../../program/program.ts'
import type { Form, Graph } from '../linear/forms.ts'
import type { Alike } from './alike.ts'
import type { Memory, TableKeys } from './memory.ts'
import type { Path } from './path.ts'
import type { Side } from './resolved.ts'
import type { Amount, Symbolic } from './symbolic.ts'
import type { Total, Totals } from '../lists/totals.ts'

/** What all ways through two programs have in common. */
export interface Shared {
  readonly sides: readonly [Side, Side]
  readonly memory: Memory
  readonly keys: TableKeys
  readonly graph: Graph
  readonly totals: Totals
  readonly alike: Alike
}
export type Which = 0 | 1
/** By program, the keys of the forms that are at least zero in every case that it does not refuse. */
export type Preconditions = readonly [Set<string>, Set<string>]

/** One way through the programs, as far as the meaning of expressions needs it. */
export interface Following {
  readonly shared: Shared
  readonly graph: Graph
  readonly path: Path
  /** While it looks at what a policy promises: what named amounts don't decide is looked at more closely. */
  readonly isOfPromise: boolean
  evaluate(expr: Expr, which: Which): Symbolic
  named(id: string, which: Which): Symbolic
  number(expr: Expr, which: Which): Amount
  /** The same for what is the same once names are replaced by what they stand for. */
  keyOf(expr: Expr, which: Which): string
  /** A total over a list; null where it can't be followed. */
  total(expr: Extract<Expr, { kind: 'fold' }>, which: Which): Total | null
  /** Where the element of a list is followed: what it says, and the row of a dataset that it finds. */
  ofElement?(expr: Extract<Expr, { kind: 'field' | 'lookup' }>, which: Which): Symbolic
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

/** Do both programs refuse the same along a way, by what has been demanded of its amounts? */
export function refuseAlike({ preconditions: [a, b] }: { readonly preconditions: Preconditions }): boolean {
  return a.size === b.size && [...a].every((key) => b.has(key))
}
