import { add, fraction, multiply, ofInteger, one, zero, type Rational } from '../../../../runtime/rational.ts'

/**
 * A linear form: a constant and atoms times rationals, by ascending atom. Equal forms have equal keys. Amounts of money
 * count fen, everything else its own unit.
 */
export interface Form {
  readonly key: string
  readonly constant: Rational
  readonly terms: readonly (readonly [atom: number, factor: Rational])[]
}

/** Bounds that hold of every case; null is none. */
export interface Range {
  readonly least: Rational | null
  readonly most: Rational | null
}

/**
 * What a form is made of. `positive`: max(0, of). `floor`: the whole part of `of`; `shift` was added before it, so that
 * `of − shift` is the number that is being rounded. `product`: atoms that are multiplied.
 */
export type Atom = { readonly range: Range; readonly isInteger: boolean } & (
  | { readonly kind: 'variable'; readonly name: string; readonly isMoney: boolean; readonly source: Source }
  | { readonly kind: 'positive'; readonly of: Form }
  | { readonly kind: 'floor'; readonly of: Form; readonly shift: Rational }
  | { readonly kind: 'product'; readonly factors: readonly number[] }
)
/**
 * `change`: after less before, of a name. `total`: over all elements of a list; `element`: of a single one. `opaque`: a
 * value that is not looked into.
 */
export type Source = 'input' | 'name' | 'change' | 'total' | 'element' | 'opaque'

/** Of one: what an input that is no amount may be written to. */
export const MILLIONTHS = 1_000_000n

/** All atoms of one comparison, each once. */
export class Graph {
  readonly atoms: Atom[] = []
  /** Those that count millionths. */
  readonly millionths = new Set<number>()
  readonly #ids = new Map<string, number>()
  readonly #inputs = new Map<string, number>()
  readonly #grains = new Map<number, Rational | null>()

  variable(name: string, source: Source, isMoney: boolean, isInteger: boolean, range: Range): Form {
    const key = `v ${source} ${name} ${boundKey(range.least)} ${boundKey(range.most)}`
    const id = this.#intern(key, () => ({ kind: 'variable', name, source, isMoney, isInteger, range }))
    if (source === 'input') this.#inputs.set(name, id)
    return this.atom(id)
  }

  /** An input that may have six decimals: its variable counts millionths, so that it is whole as amounts of fen are. */
  fraction(name: string, { least, most }: Range): Form {
    const count = (bound: Rational | null): Rational | null => bound && multiply(bound, ofInteger(MILLIONTHS))
    const form = this.variable(name, 'input', false, true, { least: count(least), most: count(most) })
    this.millionths.add(form.terms[0]![0])
    return this.scale(form, fraction(1n, MILLIONTHS))
  }

  /** The variable of an input, if it has been used. */
  inputOf(path: string): number | null {
    return this.#inputs.get(path) ?? null
  }

  constant(value: Rational): Form {
    return made(value, [])
  }

  atom(id: number): Form {
    return made(zero, [[id, one]])
  }

  add(a: Form, b: Form, factor: Rational = one): Form {
    if (factor.n === 0n) return a
    const terms: [number, Rational][] = []
    let [i, j] = [0, 0]
    while (i < a.terms.length || j < b.terms.length) {
      const left = a.terms[i]
      const right = b.terms[j]
      if (!right || (left && left[0] < right[0])) {
        terms.push([left![0], left![1]])
        i++
      } else {
        const scaled = multiply(right[1], factor)
        if (!left || right[0] < left[0]) terms.push([right[0], scaled])
        else {
          const sum = add(left[1], scaled)
          if (sum.n !== 0n) terms.push([left[0], sum])
          i++
        }
        j++
      }
    }
    return made(add(a.constant, multiply(b.constant, factor)), terms)
  }

  subtract(a: Form, b: Form): Form {
    return this.add(a, b, minusOne)
  }

  scale(form: Form, factor: Rational): Form {
    return this.add(this.constant(zero), form, factor)
  }

  plus(form: Form, value: Rational): Form {
    return made(add(form.constant, value), form.terms)
  }

  times(a: Form, b: Form): Form {
    if (isConstant(a)) return this.scale(b, a.constant)
    if (isConstant(b)) return this.scale(a, b.constant)
    let product = this.add(this.scale(a, b.constant), this.#linear(b), a.constant)
    for (const [one_, left] of a.terms)
      for (const [other, right] of b.terms)
        product = this.add(product, this.atom(this.#product(one_, other)), multiply(left, right))
    return product
  }

  /** max(0, form). */
  positive(form: Form): Form {
    const { least, most } = this.range(form)
    if (least && least.n >= 0n) return form
    if (most && most.n <= 0n) return this.constant(zero)
    const first = form.terms[0]
    if (!first) return this.constant(form.constant.n > 0n ? form.constant : zero)
    const inner = this.#positiveIn(form)
    if (inner) return inner
    const content = contentOf(form)
    if (first[1].n < 0n) return this.add(form, this.positive(this.scale(form, minusOne)))
    const primitive = this.scale(form, fraction(content.d, content.n))
    const id = this.#intern(`p ${primitive.key}`, () => ({
      kind: 'positive',
      of: primitive,
      isInteger: this.isIntegral(primitive),
      range: { least: zero, most: this.range(primitive).most },
    }))
    return this.scale(this.atom(id), content)
  }

  /** What is above c of what is above zero is what is above c: of max(0, k × max(0, form) − c), where there is no other. */
  #positiveIn({ constant, terms }: Form): Form | null {
    const [only, ...others] = terms
    if (!only || others.length > 0 || only[1].n < 0n || constant.n > 0n) return null
    const atom = this.atoms[only[0]]!
    return atom.kind === 'positive' ? this.positive(this.plus(this.scale(atom.of, only[1]), constant)) : null
  }

  /** The largest whole number that is not above the form. */
  floor(form: Form, shift: Rational): Form {
    if (this.isIntegral(form)) return form
    // What is whole is taken out, so that equal roundings meet.
    let whole = this.constant(ofInteger(floorOf(form.constant)))
    for (const [id, factor] of form.terms) {
      const integral = factor.d === 1n && this.atoms[id]!.isInteger
      if (integral) whole = this.add(whole, this.atom(id), factor)
    }
    const rest = this.subtract(form, whole)
    if (isConstant(rest)) return this.plus(whole, ofInteger(floorOf(rest.constant)))
    const { least, most } = this.range(rest)
    const range = { least: least && ofInteger(floorOf(least)), most: most && ofInteger(floorOf(most)) }
    const id = this.#intern(`f ${shift.n}/${shift.d} ${rest.key}`, () => ({
      kind: 'floor',
      of: rest,
      shift,
      isInteger: true,
      range,
    }))
    return this.add(whole, this.atom(id))
  }

  roundHalfUp(form: Form): Form {
    return this.floor(this.plus(form, half), half)
  }

  /** Between what bounds a form lies; `rangeOf`: those of the atoms, where more is known of them. */
  range(form: Form, rangeOf = (id: number): Range => this.atoms[id]!.range): Range {
    let least: Rational | null = form.constant
    let most: Rational | null = form.constant
    for (const [id, factor] of form.terms) {
      const range = rangeOf(id)
      const [low, high] = factor.n > 0n ? [range.least, range.most] : [range.most, range.least]
      least = least && low && add(least, multiply(low, factor))
      most = most && high && add(most, multiply(high, factor))
    }
    return { least, most }
  }

  isIntegral({ constant, terms }: Form): boolean {
    return constant.d === 1n && terms.every(([id, factor]) => factor.d === 1n && this.atoms[id]!.isInteger)
  }

  /** Does it only take multiples of a fraction, but for its constant? */
  isDiscrete(form: Form): boolean {
    return this.grainOf(form) !== null
  }

  /** The fraction of which the form without its constant only takes whole multiples; null where there is none. */
  grainOf({ terms }: Form): Rational | null {
    let grain: Rational | null = zero
    for (const [id, factor] of terms) {
      const own = this.#grainOfAtom(id)
      grain = grain && own && commonPart(grain, multiply(own, factor))
    }
    return grain && (grain.n === 0n ? one : grain)
  }

  #grainOfAtom(id: number): Rational | null {
    const atom = this.atoms[id]!
    if (atom.isInteger) return one
    const known = this.#grains.get(id)
    if (known !== undefined) return known
    const grain = this.#newGrain(atom)
    this.#grains.set(id, grain)
    return grain
  }

  #newGrain(atom: Atom): Rational | null {
    switch (atom.kind) {
      case 'variable':
        return null
      case 'floor':
        return one
      case 'positive': {
        const inner = this.grainOf(atom.of)
        return inner && commonPart(inner, atom.of.constant)
      }
      case 'product':
        return atom.factors.reduce<Rational | null>((all, each) => {
          const own = this.#grainOfAtom(each)
          return all && own && multiply(all, own)
        }, one)
    }
  }

  /** The form with other forms in place of some atoms; what the atoms are made of is rewritten too. */
  rewrite(form: Form, of: (id: number) => Form | null, memo = new Map<number, Form>()): Form {
    let result = this.constant(form.constant)
    for (const [id, factor] of form.terms) result = this.add(result, this.#rewritten(id, of, memo), factor)
    return result
  }

  #rewritten(id: number, of: (id: number) => Form | null, memo: Map<number, Form>): Form {
    const known = memo.get(id)
    if (known) return known
    const atom = this.atoms[id]!
    const direct = of(id)
    const result = direct ? this.rewrite(direct, of, memo) : this.#rewrittenAtom(id, atom, of, memo)
    memo.set(id, result)
    return result
  }

  #rewrittenAtom(id: number, atom: Atom, of: (id: number) => Form | null, memo: Map<number, Form>): Form {
    switch (atom.kind) {
      case 'variable':
        return this.atom(id)
      case 'positive': {
        const inner = this.rewrite(atom.of, of, memo)
        return inner.key === atom.of.key ? this.atom(id) : this.positive(inner)
      }
      case 'floor': {
        const inner = this.rewrite(atom.of, of, memo)
        return inner.key === atom.of.key ? this.atom(id) : this.floor(inner, atom.shift)
      }
      case 'product':
        return atom.factors
          .map((factor) => this.#rewritten(factor, of, memo))
          .reduce((product, factor) => this.times(product, factor))
    }
  }

  #linear(form: Form): Form {
    return made(zero, form.terms)
  }

  #product(a: number, b: number): number {
    const factors = [a, b]
      .flatMap((id) => {
        const atom = this.atoms[id]!
        return atom.kind === 'product' ? atom.factors : [id]
      })
      .toSorted((x, y) => x - y)
    return this.#intern(`x ${factors.join(' ')}`, () => {
      const ranges = factors.map((id) => this.atoms[id]!.range)
      const isBelow = ranges.every(({ least }) => least && least.n >= 0n)
      const product = (ends: readonly (Rational | null)[]): Rational | null =>
        ends.reduce<Rational | null>((all, each) => all && each && multiply(all, each), one)
      const range = isBelow
        ? { least: product(ranges.map(({ least }) => least)), most: product(ranges.map(({ most }) => most)) }
        : { least: null, most: null }
      return { kind: 'product', factors, isInteger: factors.every((id) => this.atoms[id]!.isInteger), range }
    })
  }

  #intern(key: string, make: () => Atom): number {
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    const atom = make()
    this.atoms.push(atom)
    this.#ids.set(key, this.atoms.length - 1)
    return this.atoms.length - 1
  }
}

function made(constant: Rational, terms: readonly (readonly [number, Rational])[]): Form {
  const key = `${constant.n}/${constant.d}${terms.map(([id, { n, d }]) => ` ${id}:${n}/${d}`).join('')}`
  return { key, constant, terms }
}

export function isConstant(form: Form): boolean {
  return form.terms.length === 0
}

export function isZero(form: Form): boolean {
  return form.terms.length === 0 && form.constant.n === 0n
}

/** The largest fraction of which all factors, not the constant, are whole multiples. */
export function contentOf({ terms }: Form): Rational {
  const content = terms.reduce((all, [, factor]) => commonPart(all, factor), zero)
  return content.n === 0n ? one : content
}

/** Is it made of variables alone: no kinks, roundings or products? */
export function isLinear({ terms }: Form, graph: Graph): boolean {
  return terms.every(([id]) => graph.atoms[id]!.kind === 'variable')
}

/** Its atoms, and those that they are made of. */
export function atomsIn(form: Form, graph: Graph, into = new Set<number>()): Set<number> {
  for (const [id] of form.terms) {
    if (into.has(id)) continue
    into.add(id)
    const atom = graph.atoms[id]!
    if (atom.kind === 'positive' || atom.kind === 'floor') atomsIn(atom.of, graph, into)
    if (atom.kind === 'product') for (const factor of atom.factors) atomsIn(graph.atom(factor), graph, into)
  }
  return into
}
import { half, minusOne, floorOf, commonPart, boundKey } from './numbers.ts'

/** Is anything in it rounded? */
export function hasRounding(form: Form, graph: Graph): boolean {
  return [...atomsIn(form, graph)].some((id) => graph.atoms[id]!.kind === 'floor')
}
