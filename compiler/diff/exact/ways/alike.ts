import { partsOf, refsIn } from '../../../program/build.ts'
import type { Expr } from '../../../program/program.ts'
import { once } from '../../../once.ts'
import type { Memory } from './memory.ts'
import type { Side } from './resolved.ts'
import { symbolicKey, type Symbolic } from './symbolic.ts'

/** The values of a name in both programs. */
export interface Pair {
  readonly values: readonly [Symbolic, Symbolic]
}

/** What two programs say in the same words, so that it need not be worked out for both. */
export class Alike {
  readonly #sides: readonly [Side, Side]
  readonly #memory: Memory
  readonly #throughout = new Map<string, boolean>()
  readonly #names = new Map<Expr, ReadonlySet<string> | null>()

  constructor(sides: readonly [Side, Side], memory: Memory) {
    this.#sides = sides
    this.#memory = memory
  }

  /**
   * Do both say the same, of names that have the same values? `pairOf`: the values on a way of those that it has come to.
   * If not, they may still be the same.
   */
  isAlike(before: Expr, after: Expr, pairOf: (id: string) => Pair | undefined): boolean {
    const names = this.#namesOf(before, after)
    return names !== null && [...names].every((id) => isOne(pairOf(id)) ?? this.#isThroughout(id))
  }

  /** The names that both use; null where they say something else, or refuse cases, which is asked of each program. */
  #namesOf(before: Expr, after: Expr): ReadonlySet<string> | null {
    return once(this.#names, before, () => {
      if (this.#memory.numberOf(before) !== this.#memory.numberOf(after)) return null
      return this.#isSafe(before) ? refsIn(before) : null
    })
  }

  #isSafe(expr: Expr): boolean {
    if (expr.kind === 'exactly') return false
    if (expr.kind === 'lookup' && this.#sides[0].ownDatasets.size > 0) return false
    return partsOf(expr).every((part) => this.#isSafe(part))
  }

  /** Is a name the same in both, in words, and all that it is made of? */
  #isThroughout(id: string): boolean {
    return once(this.#throughout, id, () => {
      const [before, after] = this.#sides.map(({ definitions }) => definitions.get(id)?.value)
      const names = before && after ? this.#namesOf(before, after) : null
      return names !== null && [...names].every((name) => this.#isThroughout(name))
    })
  }
}

function isOne(pair: Pair | undefined): boolean | undefined {
  return pair && (pair.values[0] === pair.values[1] || symbolicKey(pair.values[0]) === symbolicKey(pair.values[1]))
}
