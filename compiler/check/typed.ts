import type { Span } from '../../grammar/tree.ts'
import type { BoundEdition, BoundPolicy } from '../bind/bound.ts'
import type { Expr, Monotony, Origin, Requirement } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import type { Key } from './match.ts'
import type { Defined, Symbols } from './symbols.ts'

/** One edition of a policy with every expression typed: what the rules look at and what is lowered to the program. */
export interface TypedEdition {
  readonly policy: BoundPolicy
  readonly edition: BoundEdition
  readonly symbols: Symbols
  readonly terms: readonly TypedTerm[]
  /** How the matches find their rows. */
  readonly keys: readonly Key[]
  readonly splits: readonly TypedSplit[]
  readonly moves: readonly TypedMove[]
  readonly accumulations: readonly TypedAccumulation[]
  readonly requirements: readonly Requirement[]
  readonly invariants: readonly { readonly label: string; readonly condition: Expr; readonly origin: Origin }[]
  readonly monotonies: readonly Monotony[]
}

export interface TypedTerm {
  readonly defined: Defined
  readonly type: Type
  readonly general: readonly Contribution[]
  readonly exceptions: readonly TypedException[]
  readonly adjustments: readonly TypedAdjustment[]
}
/** A value under a condition (null: always). `kind` is the rule's; a match defines its columns. */
export interface Contribution {
  readonly kind: 'define' | 'table' | 'bands' | 'classify' | 'listAll'
  readonly when: Expr | null
  readonly value: Expr
  readonly origin: Origin
  readonly name: Span
}
export interface TypedException {
  readonly label: string
  readonly when: Expr | null
  readonly value: Expr
  readonly origin: Origin
}
export interface TypedAdjustment {
  readonly operator: 'loweredBy' | 'raisedBy' | 'multipliedBy'
  readonly when: Expr | null
  readonly by: Expr
  readonly origin: Origin
}
export interface TypedSplit {
  readonly label: string
  /** The name of the amount as it is written; empty where it is no name. */
  readonly written: string
  /** The list whose each element has the amount. */
  readonly over: string | null
  readonly amount: Expr
  readonly when: Expr | null
  readonly bandedFrom: Expr | null
  readonly lines: readonly TypedLine[]
  readonly origin: Origin
}
export interface TypedLine {
  readonly mode: 'upTo' | 'atRate' | 'exactly' | 'theRest'
  readonly amount: Expr | null
  /** How an amount at a rate is rounded. */
  readonly rounding: { readonly mode: 'halfUp' | 'up' | 'down' | 'halfEven'; readonly decimals: number } | null
  readonly into: Defined
  readonly origin: Origin
}
export interface TypedMove {
  readonly amount: Expr
  readonly when: Expr | null
  readonly outOf: readonly Defined[]
  readonly into: Defined
  readonly origin: Origin
}
/** `sign` says whether the yearly figure at `path` grows or shrinks. */
export interface TypedAccumulation {
  readonly path: string
  readonly written: string
  readonly sign: 'adds' | 'subtracts'
  readonly amount: Expr
  readonly when: Expr | null
  readonly origin: Origin
}
