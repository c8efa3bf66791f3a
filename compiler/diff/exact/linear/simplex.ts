import { add, compare, fraction, multiply, subtract, zero, type Rational } from '../../../../runtime/rational.ts'

/** den × (the row's variable) = the sum of coefficients × variables that are not in a row. */
interface Row {
  readonly den: bigint
  readonly coefficients: ReadonlyMap<number, bigint>
}
interface Bounds {
  readonly least: Rational | null
  readonly most: Rational | null
}
export type LinearTerms = readonly (readonly [variable: number, factor: Rational])[]

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
    this.#rows.set(slack, this.#rowOf(terms))
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

  #rowOf(terms: LinearTerms): Row {
    let den = 1n
    for (const [id, { d }] of terms) {
      den = lcm(den, d)
      const row = this.#rows.get(id)
      if (row) den = lcm(den, d * row.den)
    }
    const coefficients = new Map<number, bigint>()
    for (const [id, { n, d }] of terms) {
      const row = this.#rows.get(id)
      if (!row) sum(coefficients, id, (den / d) * n)
      else for (const [inner, each] of row.coefficients) sum(coefficients, inner, (den / (d * row.den)) * n * each)
    }
    return reduced({ den, coefficients })
  }

  #move(id: number, to: Rational): void {
    const by = subtract(to, this.#values[id]!)
    for (const [basic, { den, coefficients }] of this.#rows) {
      const factor = coefficients.get(id)
      if (factor) this.#values[basic] = add(this.#values[basic]!, multiply(by, fraction(factor, den)))
    }
    this.#values[id] = to
  }

  #pivot(basic: number, entering: number): void {
    const row = this.#rows.get(basic)!
    const factor = row.coefficients.get(entering)!
    this.#rows.delete(basic)
    // entering × factor = den × basic − the rest
    const sign = factor > 0n ? 1n : -1n
    const coefficients = new Map<number, bigint>([[basic, row.den * sign]])
    for (const [id, each] of row.coefficients) if (id !== entering) coefficients.set(id, -each * sign)
    const made = reduced({ den: factor * sign, coefficients })
    for (const [id, other] of this.#rows) {
      const each = other.coefficients.get(entering)
      if (!each) continue
      const next = new Map<number, bigint>()
      for (const [inner, value] of other.coefficients) if (inner !== entering) next.set(inner, value * made.den)
      for (const [inner, value] of made.coefficients) sum(next, inner, value * each)
      this.#rows.set(id, reduced({ den: other.den * made.den, coefficients: next }))
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
      let entering: number | null = null
      for (const [id, factor] of row.coefficients) {
        if (entering !== null && id > entering) continue
        if (isLow === factor > 0n ? this.#canRise(id) : this.#canFall(id)) entering = id
      }
      if (entering === null) {
        this.#isFeasible = false
        break
      }
      const to = (isLow ? least : most)!
      const by = multiply(subtract(to, this.#values[basic]!), fraction(row.den, row.coefficients.get(entering)!))
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
      const { coefficients } = this.#rowOf(terms)
      let entering: number | null = null
      for (const [id, factor] of coefficients) {
        if (held.has(id) || (entering !== null && id > entering)) continue
        if (factor > 0n ? this.#canFall(id) : this.#canRise(id)) entering = id
      }
      if (entering === null) {
        for (const id of coefficients.keys()) held.add(id)
        return this.valueOf(terms, zero)
      }
      const isRising = coefficients.get(entering)! < 0n
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
    for (const [id, { den, coefficients }] of this.#rows) {
      const factor = coefficients.get(entering)
      if (!factor) continue
      const bound = factor > 0n === isRising ? this.#bounds[id]!.most : this.#bounds[id]!.least
      if (!bound) continue
      const room = multiply(sizeOf(subtract(bound, this.#values[id]!)), fraction(den, factor < 0n ? -factor : factor))
      const order = size ? compare(room, size) : -1
      if (order < 0 || (order === 0 && (blocking === null || id < blocking))) [size, blocking] = [room, id]
    }
    return size && { size, blocking }
  }
}

function sum(into: Map<number, bigint>, id: number, value: bigint): void {
  const total = (into.get(id) ?? 0n) + value
  if (total === 0n) into.delete(id)
  else into.set(id, total)
}
function reduced(row: Row): Row {
  let divisor = row.den
  for (const each of row.coefficients.values()) {
    if (divisor === 1n) return row
    divisor = gcd(divisor, each)
  }
  if (divisor === 1n) return row
  const coefficients = new Map<number, bigint>()
  for (const [id, each] of row.coefficients) coefficients.set(id, each / divisor)
  return { den: row.den / divisor, coefficients }
}
import { negated, sizeOf, gcd, lcm } from './numbers.ts'
