import type { Expr } from '../program/program.ts'
import type { Exact } from '../program/type.ts'
import type { Code } from './code.ts'
import { accessPath } from './escape.ts'
import { countedAsDefined, countedAsRead, countedOf, type Counted, type Form } from './form.ts'
import type { Known } from './known.ts'
import type { Module } from './module.ts'

/** Where an expression is written. */
export interface Here {
  readonly module: Module
  /** What the definition is called in the policy: an error says it. */
  readonly label: string
  /** The lists of which an arrow function around the expression has one element in hand, and what it calls it. */
  readonly inHand: ReadonlyMap<string, string>
  readonly known: Known
  /** In an operation on bands: the one that is being written. */
  readonly band: Band | null
  /** Writes any expression in a form that it can have. */
  readonly write: (expr: Expr, form: Form, here: Here) => Code
}

/** `floor`: the edge where the band begins; `named`: the parts of the operation that have a name, the same in each band. */
export interface Band {
  readonly floor: Exact | null
  readonly named: ReadonlyMap<Expr, string>
}

export type Reference = Extract<Expr, { kind: 'input' | 'field' | 'ref' }>

/** A parameter, or a property of the element in hand. */
export function referenceText(expr: Reference, { module, inHand }: Pick<Here, 'module' | 'inHand'>): string {
  const { names, definitions } = module
  switch (expr.kind) {
    case 'input':
      return names.field(null, expr.path)
    case 'field':
      return elementOf(expr.list, inHand, accessPath(expr.path)) ?? names.field(expr.list, expr.path)
    case 'ref': {
      const over = definitions.get(expr.id)?.over ?? null
      const value = names.value(expr.id)
      return elementOf(over, inHand, `.${value}`) ?? value
    }
  }
}

function elementOf(list: string | null, inHand: Here['inHand'], property: string): string | null {
  const element = list === null ? undefined : inHand.get(list)
  return element === undefined ? null : element + property
}

/** What a number is kept over, and as what, where it is given or computed. */
export function ownCounted(expr: Expr, { module }: Pick<Here, 'module'>): Counted {
  const { arithmetic } = module
  if (expr.kind === 'ref') return countedAsDefined(expr.id, arithmetic)
  if (expr.kind === 'input' || expr.kind === 'field') return countedAsRead(expr.type)
  return countedOf(arithmetic.magnitudeOf(expr))
}

/** What a number is kept over, and what it is computed in: a small number may be computed from large ones. */
export function computedIn(expr: Expr, { module }: Pick<Here, 'module'>): Counted {
  const { over } = module.arithmetic.magnitudeOf(expr)
  if (over === 'any') return { over, as: 'rational' }
  return { over, as: module.arithmetic.isProved(expr) ? 'number' : 'bigint' }
}

/** The same place, knowing more. */
export function knowing(known: Known, here: Here): Here {
  return { ...here, known }
}
