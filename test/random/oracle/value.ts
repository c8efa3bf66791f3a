import type { Fraction } from './fraction.ts'

export type NumberUnit = 'money' | 'rate' | 'points' | 'number' | 'months' | 'days' | 'age'

/** What an expression stands for in a case. */
export type Value =
  | { readonly kind: 'number'; readonly unit: NumberUnit; readonly is: Fraction }
  /** A rate up to each edge, and one beyond the last. */
  | { readonly kind: 'bands'; readonly edges: readonly Fraction[]; readonly rates: readonly Fraction[] }
  | { readonly kind: 'day'; readonly is: number }
  | { readonly kind: 'place'; readonly is: string }
  | { readonly kind: 'truth'; readonly is: boolean }
  | { readonly kind: 'member'; readonly of: string; readonly is: string }
  | { readonly kind: 'text'; readonly is: string }
  | { readonly kind: 'texts'; readonly is: readonly string[] }
  | { readonly kind: 'absent' }

export interface Refusal {
  readonly code:
    | 'requirement-not-met'
    | 'amount-outside'
    | 'division-by-zero'
    | 'invariant-broken'
    | 'no-edition'
    | 'outside-edition'
  /** The part of the input that it is about; '' where that is the whole. */
  readonly path: string
  /** What was being worked out. */
  readonly label: string
}

/** The case cannot be settled. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(`${refusal.code}: ${refusal.label}`)
    this.refusal = refusal
  }
}

/** The policy says nothing, or two things, where it has to say one: the checker should have found it. */
export class PolicyFault extends Error {}

type Of<Kind extends Value['kind']> = Extract<Value, { readonly kind: Kind }>

export function as<Kind extends Value['kind']>(kind: Kind, value: Value): Of<Kind> {
  if (value.kind !== kind) throw new PolicyFault(`${kind} expected, ${value.kind} found`)
  return value as Of<Kind>
}
export const number = (unit: NumberUnit, is: Fraction): Value => ({ kind: 'number', unit, is })
export const truth = (is: boolean): Value => ({ kind: 'truth', is })
