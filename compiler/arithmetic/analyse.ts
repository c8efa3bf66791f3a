import { once } from '../once.ts'
import type { Expr, Program } from '../program/program.ts'
import type { Denominator } from './denominator.ts'
import { doorLimits, limitsOf, type Limits } from './limits.ts'
import type { Magnitude } from './magnitude.ts'
import { computedParts, measure } from './measure.ts'
import type { Ratio } from './ratio.ts'

/**
 * How a definition is computed: in plain numbers, which are exact up to 2^53; in whole numbers without bound; or, where
 * no denominator is known when compiling, as fractions.
 */
export type Path = 'number' | 'bigint' | 'rational'

/**
 * What is proved of the numbers of one program, for every case within some limits. All of it is known of expressions
 * that are no part of the program too, if they are made of its names.
 */
export interface Arithmetic {
  readonly limits: Limits
  /** Of an amount of the input, in fen. */
  readonly amountLimit: bigint
  /** Of the number of elements of a list. */
  readonly longestList: number
  /** Of an expression that is a number; for bands: of each of their rates. */
  readonly magnitudeOf: (expr: Expr) => Magnitude
  /** Of a definition, by its identifier: kept over hundredths at least where it is an amount or a rate. */
  readonly magnitude: (id: string) => Magnitude
  /** Of a column of a dataset: what its rows say. */
  readonly column: (dataset: string, column: string) => Magnitude
  /** What both ends and all edges of a stretch over bands are whole over. */
  readonly positionsOver: (expr: Extract<Expr, { kind: 'integrate' }>) => Denominator
  /** Of a rounded quotient for which no denominator is known: by what numbers what is divided. */
  readonly ratioOf: (expr: Extract<Expr, { kind: 'round' }>) => Ratio | null
  /** Is every number that computing it takes, from the names in it on, exact in plain numbers? */
  readonly isProved: (expr: Expr) => boolean
  /** The innermost expression, the first in the order of evaluation, for which it is not; null where it is. */
  readonly unproved: (expr: Expr) => Expr | null
  /** Of a definition, by its identifier: its path, and the expression for which it is not that of plain numbers. */
  readonly path: (id: string) => { readonly path: Path; readonly because: Expr | null }
}

/** Whole numbers up to here are exact in plain numbers. */
export const MOST_EXACT = 2n ** 53n

// What is ordinary is never less than ten million yuan and a thousand elements, and the same for every policy: a power
// of ten, the largest with which nothing is given up that could be proved with less.
const [LEAST_POWER, MOST_POWER] = [7, 13]
const lengths = [doorLimits.longestList, 1000] as const

/**
 * What is proved of the ordinary cases of a program: of those with amounts up to a power of ten of yuan, and lists up
 * to some length. Both are the largest with which as much is proved as with the smallest.
 */
export function analyse(program: Program): Arithmetic {
  return once(ordinary, program, () => analyseOrdinary(program))
}

/** What is proved of every case that the door lets in. */
export function analyseAll(program: Program): Arithmetic {
  return once(all, program, () => analyseWithin(program, doorLimits))
}

const ordinary = new WeakMap<Program, Arithmetic>()
const all = new WeakMap<Program, Arithmetic>()

function analyseOrdinary(program: Program): Arithmetic {
  const of = (power: number, length: number): Arithmetic => analyseWithin(program, limitsOf(power, length))
  const provedWith = (arithmetic: Arithmetic): number =>
    program.definitions.filter(({ id }) => arithmetic.path(id).path === 'number').length +
    checksOf(program).filter(arithmetic.isProved).length
  const smallest = of(LEAST_POWER, 1000)
  const most = provedWith(smallest)
  for (const length of lengths) {
    // What is proved of larger amounts is proved of smaller ones.
    let [small, large] = [LEAST_POWER - 1, MOST_POWER]
    while (small < large) {
      const power = Math.ceil((small + large) / 2)
      if (power < LEAST_POWER || provedWith(of(power, length)) === most) small = power
      else large = power - 1
    }
    if (small >= LEAST_POWER) return of(small, length)
  }
  return smallest
}

function checksOf({ output, invariants, requirements }: Program): readonly Expr[] {
  return [...output.map(({ value }) => value), ...[...invariants, ...requirements].map(({ condition }) => condition)]
}

/** What is proved of every case within some limits. */
export function analyseWithin(program: Program, limits: Limits): Arithmetic {
  const measures = measure(program, limits)
  const found = new WeakMap<Expr, Expr | 'none'>()
  const unproved = (expr: Expr): Expr | null => {
    const known = found.get(expr) ?? firstUnproved(expr) ?? 'none'
    found.set(expr, known)
    return known === 'none' ? null : known
  }
  const firstUnproved = (expr: Expr): Expr | null => {
    for (const part of computedParts(expr, measures)) {
      const inside = unproved(part)
      if (inside) return inside
    }
    const needed = measures.needs(expr)
    return needed !== null && needed <= MOST_EXACT ? null : expr
  }
  const hasNoDenominator = (expr: Expr): boolean =>
    measures.magnitudeOf(expr).over === 'any' || computedParts(expr, measures).some(hasNoDenominator)
  const definitions = new Map(program.definitions.map((definition) => [definition.id, definition]))
  return {
    limits,
    amountLimit: limits.amount,
    longestList: limits.longestList,
    magnitudeOf: measures.magnitudeOf,
    magnitude: measures.definition,
    column: measures.column,
    positionsOver: measures.positionsOver,
    ratioOf: measures.ratioOf,
    isProved: (expr) => unproved(expr) === null,
    unproved,
    path: (id) => {
      const definition = definitions.get(id)
      if (!definition) throw new Error(`there is no definition ${id}`)
      const because = unproved(definition.value)
      if (!because) return { path: 'number', because }
      return { path: hasNoDenominator(definition.value) ? 'rational' : 'bigint', because }
    },
  }
}
