import {
  add,
  compare,
  divide,
  fraction,
  multiply,
  subtract,
  zero,
  type Rational,
} from '../../../../runtime/rational.ts'
import { negated, sizeOf } from './numbers.ts'
import { factorIn, rowOf, signIn, solved, substituted, type LinearTerms, type Row } from './row.ts'

interface Bounds {
  readonly least: Rational | null
  readonly most: Rational | null
}

/**
 * An exact simplex over bounded variables, after Dutertre and de Moura: constraints are added one by one, `copy` is for
 * a branch of a search. Bland's rule throughout, so that it ends and is the same on every run.
 */
export class Simplex {
  readonly #bounds: Bounds[]
  readonly #values: Rational[]
  readonly #rows: Map<number, Row>
  #isFeasible: boolean

  constructor(from?: Simplex) {
    this.#bounds = from ? [...from.#bounds] : []
    this.#values = from ? [...from.#values] : []
    this.#rows = new Map(from ? from.#rows : [])
    this.#isFeasible = from ? from.#isFeasible : true
  }

  copy(): Simplex {
    return new Simplex(this)
  }

  variable(least: Rational | null, most: Rational | null): number {
    this.#bounds.push({ least, most })
    this.#values.push(least ?? most ?? zero)
    return this.#bounds.length - 1
  }

  boundsOf(variable: number): Bounds {
    return this.#bounds[variable]!
  }

  value(variable: number): Rational {
    return this.#values[variable]!
  }

  valueOf(terms: LinearTerms, constant: Rational): Rational {
    return terms.reduce((sum, [id, factor]) => add(sum, multiply(factor, this.value(id))), constant)
  }

  /** terms + constant ≥ 0. */
  atLeastZero(terms: LinearTerms, constant: Rational): void {
    const least = negated(constant)
    const [only] = terms
    if (!only) {
      if (constant.n < 0n) this.#isFeasible = false
      return
    }
    if (terms.length === 1) {
      const bound = fraction(least.n * only[1].d, least.d * only[1].n)
      this.#tighten(only[0], only[1].n > 0n ? bound : null, only[1].n > 0n ? null : bound)
      return
    }
    const slack = this.variable(null, null)
    this.#rows.set(slack, rowOf(terms, this.#rows))
    this.#values[slack] = this.valueOf(terms, zero)
    this.#bounds[slack] = { least, most: null }
  }

  #tighten(id: number, least: Rational | null, most: Rational | null): void {
    const known = this.#bounds[id]!
    const bounds = {
      least: least && (!known.least || compare(least, known.least) > 0) ? least : known.least,
      most: most && (!known.most || compare(most, known.most) < 0) ? most : known.most,
    }
    this.#bounds[id] = bounds
    if (bounds.least && bounds.most && compare(bounds.least, bounds.most) > 0) this.#isFeasible = false
    if (this.#rows.has(id) || !this.#isFeasible) return
    const value = this.#values[id]!
    if (bounds.least && compare(value, bounds.least) < 0) this.#move(id, bounds.least)
    else if (bounds.most && compare(value, bounds.most) > 0) this.#move(id, bounds.most)
  }

  #move(id: number, to: Rational): void {
    const by = subtract(to, this.#values[id]!)
    for (const [basic, row] of this.#rows) {
      if (signIn(row, id) !== 0) this.#values[basic] = add(this.#values[basic]!, multiply(by, factorIn(row, id)))
    }
    this.#values[id] = to
  }

  #pivot(basic: number, entering: number): void {
    const made = solved(this.#rows.get(basic)!, basic, entering)
    this.#rows.delete(basic)
    for (const [id, row] of this.#rows) {
      if (signIn(row, entering) !== 0) this.#rows.set(id, substituted(row, entering, made))
    }
    this.#rows.set(entering, made)
  }

  /** Is there a point that all constraints allow? */
  isFeasible(): boolean {
    while (this.#isFeasible) {
      const basic = this.#firstOutside()
      if (basic === null) return true
      const { least, most } = this.#bounds[basic]!
      const isLow = least !== null && compare(this.#values[basic]!, least) < 0
      const row = this.#rows.get(basic)!
      const entering = this.#first(row, isLow ? 1 : -1)
      if (entering === null) {
        this.#isFeasible = false
        break
      }
      const to = (isLow ? least : most)!
      const by = divide(subtract(to, this.#values[basic]!), factorIn(row, entering))
      this.#move(entering, add(this.#values[entering]!, by))
      this.#pivot(basic, entering)
    }
    return false
  }

  #firstOutside(): number | null {
    let found: number | null = null
    for (const id of this.#rows.keys()) {
      if (found !== null && id > found) continue
      const { least, most } = this.#bounds[id]!
      const value = this.#values[id]!
      if ((least && compare(value, least) < 0) || (most && compare(value, most) > 0)) found = id
    }
    return found
  }

  /** The first variable with which the row can grow, or fall where the sign is below zero. */
  #first(row: Row, sign: 1 | -1, held?: ReadonlySet<number>): number | null {
    for (let at = 0; at < row.variables.length; at++) {
      const id = row.variables[at]!
      if (!held?.has(id) && (row.factors[at]! > 0 === sign > 0 ? this.#canRise(id) : this.#canFall(id))) return id
    }
    return null
  }

  #canRise(id: number): boolean {
    const { most } = this.#bounds[id]!
    return most === null || compare(this.#values[id]!, most) < 0
  }
  #canFall(id: number): boolean {
    const { least } = this.#bounds[id]!
    return least === null || compare(this.#values[id]!, least) > 0
  }

  /**
   * The least value of the terms, at which the variables then stand; null where there is none. Feasible before. What is
   * in `held` stays as it is; then all is in it that would have to, for the terms to stay at their least.
   */
  minimise(terms: LinearTerms, held = new Set<number>()): Rational | null {
    for (;;) {
      const row = rowOf(terms, this.#rows)
      const entering = this.#first(row, -1, held)
      if (entering === null) {
        for (const id of row.variables) held.add(id)
        return this.valueOf(terms, zero)
      }
      const isRising = signIn(row, entering) < 0
      const step = this.#longestStep(entering, isRising)
      if (step === null) return null
      const by = isRising ? step.size : negated(step.size)
      this.#move(entering, add(this.#values[entering]!, by))
      if (step.blocking !== null) this.#pivot(step.blocking, entering)
    }
  }

  #longestStep(entering: number, isRising: boolean): { size: Rational; blocking: number | null } | null {
    const own = this.#bounds[entering]!
    const end = isRising ? own.most : own.least
    let size = end && sizeOf(subtract(end, this.#values[entering]!))
    let blocking: number | null = null
    for (const [id, row] of this.#rows) {
      const sign = signIn(row, entering)
      if (sign === 0) continue
      const bound = sign > 0 === isRising ? this.#bounds[id]!.most : this.#bounds[id]!.least
      if (!bound) continue
      const room = sizeOf(divide(subtract(bound, this.#values[id]!), factorIn(row, entering)))
      const order = size ? compare(room, size) : -1
      if (order < 0 || (order === 0 && (blocking === null || id < blocking))) [size, blocking] = [room, id]
    }
    return size && { size, blocking }
  }
}
