import type { Finite } from './finite.ts'

/**
 * What a kernel computes of two rows at once: numbers are whole, in the two lanes of an f64x2; masks have all bits set
 * where they hold. Equal ones are one object, so that nothing is computed twice.
 */
export type Numbers =
  | ({ readonly kind: 'table' } & Finite & Bounds)
  /** A column of numbers; `fits` says of the loader's own check that they are whole and within bounds. */
  | ({ readonly kind: 'column'; readonly column: string; readonly of: 'Float64Array' | 'Int32Array' } & Bounds)
  | ({
      readonly kind: 'add' | 'subtract' | 'multiply' | 'lesser' | 'greater'
      readonly left: Numbers
      readonly right: Numbers
    } & Bounds)
  /** Rounded down. */
  | ({ readonly kind: 'divide'; readonly value: Numbers; readonly by: number } & Bounds)
  | ({ readonly kind: 'size'; readonly value: Numbers } & Bounds)
  | ({ readonly kind: 'select'; readonly when: Mask; readonly chosen: Numbers; readonly otherwise: Numbers } & Bounds)

export type Mask =
  | ({ readonly kind: 'tableMask'; readonly id: number } & Finite)
  | {
      readonly kind: 'less' | 'lessOrEqual' | 'equal'
      readonly id: number
      readonly left: Numbers
      readonly right: Numbers
    }
  | { readonly kind: 'and' | 'or'; readonly id: number; readonly left: Mask; readonly right: Mask }
  | { readonly kind: 'not'; readonly id: number; readonly operand: Mask }

/** Every value lies between `least` and `most`, both included. `mayBeMinusZero`: a product with a negative factor. */
export interface Bounds {
  readonly id: number
  readonly least: number
  readonly most: number
  readonly mayBeMinusZero: boolean
}

/** The number that it always is; null where it is no constant. */
export function constantOf(numbers: Numbers): number | null {
  return numbers.kind === 'table' && numbers.columns.length === 0 ? numbers.values[0]! : null
}

export function isAlways(mask: Mask, holds: boolean): boolean {
  return mask.kind === 'tableMask' && mask.columns.length === 0 && (mask.values[0] === 1) === holds
}

/** The values, and all that they are computed from, each once. */
export function eachNode(roots: readonly (Numbers | Mask)[]): ReadonlySet<Numbers | Mask> {
  const found = new Set<Numbers | Mask>(roots)
  // A set goes on to what is added while it is gone through.
  for (const node of found) for (const part of partsOf(node)) found.add(part)
  return found
}

export function partsOf(node: Numbers | Mask): readonly (Numbers | Mask)[] {
  switch (node.kind) {
    case 'table':
    case 'tableMask':
    case 'column':
      return []
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'lesser':
    case 'greater':
    case 'less':
    case 'lessOrEqual':
    case 'equal':
    case 'and':
    case 'or':
      return [node.left, node.right]
    case 'divide':
    case 'size':
      return [node.value]
    case 'not':
      return [node.operand]
    case 'select':
      return [node.when, node.chosen, node.otherwise]
  }
}
