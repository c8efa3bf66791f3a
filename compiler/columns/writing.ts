import { commonDenominator, type Denominator } from '../arithmetic/denominator.ts'
import type { Arithmetic } from '../arithmetic/analyse.ts'
import type { Layout } from '../../runtime/columns/columns.ts'
import type { Definition, Expr, Program } from '../program/program.ts'
import type { Exact, Type } from '../program/type.ts'
import { isPlainName } from '../typescript/escape.ts'
import type { Line } from './block.ts'
import type { Names } from '../typescript/names.ts'
import type { Refusals } from './refusals.ts'

/** Whole numbers up to here are exact in plain numbers. */
export const MOST_EXACT = 2n ** 53n

/** A number in the generated code: a count of 1/over, without its sign never more than `size`; NaN where it is absent. */
export interface Count {
  readonly code: string
  readonly over: bigint
  readonly size: bigint
  readonly isNegativePossible: boolean
}

/** What a definition is called in the generated code. */
export type Value =
  | { readonly kind: 'count'; readonly count: Count }
  /** One rate for each band, from the lowest. */
  | { readonly kind: 'bands'; readonly rates: readonly Count[]; readonly edges: readonly Exact[] }
  /** true or false. */
  | { readonly kind: 'condition'; readonly code: string }
  /** A day number, a place of a member, the digits of a region, a text; NaN where it is absent. */
  | { readonly kind: 'plain'; readonly code: string }

/** What the writing of one module shares. */
export interface Writing {
  readonly program: Program
  readonly arithmetic: Arithmetic
  readonly layout: Layout
  readonly names: Names
  readonly definitions: ReadonlyMap<string, Definition>
  /** By identifier: what has been written so far. */
  readonly values: Map<string, Value>
  /** The same of what is stated of the elements of a list, by the variable that is the index of the element. */
  readonly elementValues: Map<string, (element: string) => Value>
  /** Constants and functions of the module. */
  readonly above: string[]
  readonly refusals: Refusals
  /** Gives the name back, and sees to it that the module imports it. */
  readonly use: (name: string) => string
  /** What can't be computed over columns, and why: each row then takes the exact path. */
  readonly giveUp: (why: string) => void
  /** How an expression is written, whatever it is. */
  readonly write: {
    readonly number: (expr: Expr, here: Here) => Count
    readonly condition: (expr: Expr, here: Here) => string
    readonly plain: (expr: Expr, here: Here) => string
  }
  /** What is written once for all that use it, by its text. */
  readonly shared: Map<string, string>
}

/** Where an expression is written. */
export interface Here {
  readonly writing: Writing
  /** What stands before the expression. */
  readonly block: Line[]
  /** The element in hand, by its list: the variable that is its index. */
  readonly elements: ReadonlyMap<string, string>
  /** Definitions of the element in hand that have a variable of their own here. */
  readonly own: ReadonlyMap<string, Value>
  /** Of an operation on bands: the floor of the one that is written. */
  readonly band: { readonly floor: Exact | null } | null
  /** The conditions under which the expression counts at all. */
  readonly under: readonly string[]
}

/** What has been written of a definition. */
export function valueOf(id: string, { writing, own, elements }: Here): Value {
  const known = own.get(id) ?? writing.values.get(id)
  if (known) return known
  const over = writing.definitions.get(id)?.over ?? ''
  const value = writing.elementValues.get(id)?.(elements.get(over) ?? '')
  if (!value) throw new Error(`${id} is used before it is written`)
  return value
}

/** A name for a code that is used more than once. */
export function named(code: string, wish: string, here: Here): string {
  if (isPlainName(code) || /^-?\d+$/.test(code)) return code
  const name = here.writing.names.fresh(wish)
  here.block.push(`const ${name} = ${code}\n`)
  return name
}

/** The largest count of an expression over `over`, and whether it can be below zero. */
export function boundOf(expr: Expr, over: bigint, { writing }: Here): Pick<Count, 'size' | 'isNegativePossible'> {
  const { range } = writing.arithmetic.magnitudeOf(expr)
  if (!range) {
    writing.giveUp('a number has no bound')
    return { size: 0n, isNegativePossible: true }
  }
  const count = ({ n, d }: { readonly n: bigint; readonly d: bigint }): bigint => {
    const whole = (n < 0n ? -n : n) * over
    return (whole + d - 1n) / d
  }
  const [least, most] = [count(range.least), count(range.most)]
  return { size: least > most ? least : most, isNegativePossible: range.least.n < 0n }
}

/** Sees to it that a whole number is exact. */
export function needs(size: bigint, writing: Writing): void {
  if (size > MOST_EXACT) writing.giveUp('a number can be larger than plain numbers are exact')
}

/** The same number over a multiple of its denominator. */
export function over(count: Count, multiple: bigint, { writing }: Here): Count {
  if (multiple === count.over) return count
  const factor = multiple / count.over
  const size = count.size * factor
  needs(size, writing)
  return { ...count, code: times(count.code, String(factor)), over: multiple, size }
}

/** The product of two codes; of literals their value. */
export function times(a: string, b: string): string {
  if (a === '1') return b
  if (b === '1') return a
  if (isLiteral(a) && isLiteral(b)) return String(Number(a) * Number(b))
  return `${a} * ${b}`
}

function isLiteral(code: string): boolean {
  return /^-?[\d.]+$/.test(code)
}

/** In brackets, unless it is a name, a literal, or a call. */
export function atom(code: string): string {
  return isPlainName(code) || /^[\d.]+$/.test(code) || /^[\p{L}_.]+\[[^[\]]*\]!?$/u.test(code) ? code : `(${code})`
}

/** What the analysis keeps it over. */
export function denominator(expr: Expr, { writing }: Here): bigint {
  return known(writing.arithmetic.magnitudeOf(expr).over, writing)
}

export function known(denominator: Denominator, writing: Here['writing']): bigint {
  if (denominator !== 'any') return denominator
  writing.giveUp('a number has no denominator that is known when compiling')
  return 1n
}

/** Both over the least common multiple of their denominators. */
export function common(a: Count, b: Count, here: Here): [Count, Count] {
  const multiple = known(commonDenominator(a.over, b.over), here.writing)
  return [over(a, multiple, here), over(b, multiple, here)]
}

/** The place of a member among its choices, from 0. */
export function memberPlace(member: string, type: Type, { program }: Writing): number {
  const choices = type.kind === 'choice' ? program.choices.find(({ id }) => id === type.choices) : undefined
  const place = choices?.members.findIndex(({ id }) => id === member) ?? -1
  if (place < 0) throw new Error(`there is no member ${member}`)
  return place
}
