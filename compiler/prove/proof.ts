import type { Why } from '../diff/exact/why.ts'
import type { Place } from '../program/program.ts'

/** What was proved of one program, over everything that can be put in: the JSON of `daiyu prove`. */
export interface Proof {
  readonly decision: string
  readonly edition: string
  /** Were all properties proved? */
  readonly proved: boolean
  readonly properties: readonly Finding[]
}

/**
 * `promise`: a 保证 of the policy. `conservation`: the parts of a split are what was split; what the parties pay is the
 * total, in the fields of the national platform. `monotone`: a 单调 of the policy.
 */
export type PropertyKind = 'promise' | 'conservation' | 'notNegative' | 'rate' | 'monotone'

export interface Finding {
  readonly kind: PropertyKind
  /** The title that the policy gives it; an equation of names; or the name of the amount or rate. */
  readonly name: string
  /** `limit`: neither proved nor refuted; `limits` says because of what. */
  readonly status: 'proved' | 'refuted' | 'limit'
  readonly place: Place
  /** A case of which it does not hold, as small as was found. */
  readonly witness: Witness | null
  /** It is proved of every case of the edition's dates; of this one, replayed under the edition, it does not hold. */
  readonly outside: Witness | null
  readonly limits: readonly Limit[]
}

/** A case that shows that a property does not hold. */
export interface Witness extends Settled {
  /** The values that the property is about. */
  readonly found: readonly { readonly name: string; readonly value: string }[]
  /** Of a monotone property: the second case, which has more of one figure, and from what to what. */
  readonly dearer: (Settled & { readonly name: string; readonly from: string; readonly to: string }) | null
}
export interface Settled {
  readonly input: unknown
  /** What the rules yield, promises aside. */
  readonly output: unknown
  /** The promises because of which the case is refused all the same. */
  readonly refusedBy: readonly string[]
}

export interface Limit {
  readonly expression: string
  readonly place: Place
  readonly why: Why
}
