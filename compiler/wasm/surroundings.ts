import type { Choices, Expr } from '../program/program.ts'
import type { Lanes } from './lanes.ts'
import type { Mask, Numbers } from './nodes.ts'
import type { Quantity } from './quantity.ts'

/**
 * A value of the language in the lanes: dates are day numbers, choices places among the members, a region the number
 * that its `digits` spell. `given`: where it is not absent.
 */
export type LaneValue =
  | (Quantity & { readonly kind: 'number'; readonly given: Mask })
  | { readonly kind: 'date' | 'choice'; readonly numbers: Numbers; readonly given: Mask }
  | { readonly kind: 'region'; readonly numbers: Numbers; readonly digits: number; readonly given: Mask }
  | { readonly kind: 'condition'; readonly mask: Mask }
  | { readonly kind: 'schedule'; readonly rates: readonly Quantity[] }

/** Where an expression is computed. What can't be computed in lanes is handed to `hinder` and comes to null. */
export interface Surroundings {
  readonly lanes: Lanes
  readonly choices: readonly Choices[]
  /** By path, and by identifier. */
  readonly inputs: ReadonlyMap<string, LaneValue>
  readonly definitions: ReadonlyMap<string, LaneValue>
  /** Which of a pair of keys a row has, by key. */
  readonly pairs: ReadonlyMap<string, Mask>
  hinder(expr: Expr): void
  /** Rows in which the condition holds are not the kernel's. */
  leave(when: Mask): void
  /** Where the expression is reached at all. */
  readonly reached: Mask
}

/** What can't be computed in lanes. */
export function hindered(expr: Expr, here: Surroundings): null {
  here.hinder(expr)
  return null
}

export function condition(mask: Mask): LaneValue {
  return { kind: 'condition', mask }
}
export function number(quantity: Quantity, given: Mask): LaneValue {
  return { kind: 'number', ...quantity, given }
}
