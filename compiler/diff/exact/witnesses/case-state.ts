import { boundary, FIRST_DAY, LAST_DAY, monthOf } from '../../../../runtime/date.ts'
import { compare, fraction, ofInteger, type Rational } from '../../../../runtime/rational.ts'
import type { Value } from '../../../interpret/evaluation.ts'
import type { Choices, Expr, Field, ListField } from '../../../program/program.ts'
import { Days, known, monthsLater, stepped, type Point } from './days.ts'
import type { Places } from './places.ts'
import { floorOf, ceilingOf } from '../linear/numbers.ts'

/** What comes next; true where it succeeded, and everything then stays as it is. */
export type Then = () => boolean

/** What an expression is, as far as it is known: something that has one value, or can still be one of several. */
export type Known =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'option'; readonly key: string; readonly all: readonly string[] }
  /** A date; or an amount, in as many parts of its unit as `scale` says. */
  | { readonly kind: 'point'; readonly point: Point; readonly scale: bigint }
  | { readonly kind: 'years'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'month'; readonly point: Point }

/** What cases may look like: the fields and lists of both programs. */
export interface Shape {
  readonly fields: readonly Field[]
  readonly lists: readonly ListField[]
  readonly choices: readonly Choices[]
  readonly eitherOf: readonly (readonly [string, string])[]
}
/** What could not be decided, and why. */
export interface GivenUp {
  readonly expr: Expr
  readonly why: string
}

const mostParts = 1_000_000_000_000

/** What a case is taken to be so far. Whatever is taken on top is forgotten again where what comes then fails. */
export class CaseState {
  readonly days = new Days()
  /** The dates of the case and of elements. */
  readonly dates = new Map<string, Point>()
  /** The amounts of elements, in as many parts of their units as they can have. */
  readonly amounts = new Map<string, Point>()
  readonly options = new Map<string, readonly string[]>()
  readonly codes = new Map<string, string>()
  /** How many elements lists have. */
  readonly counts = new Map<string, number>()
  readonly shape: Shape
  givenUp: GivenUp | null = null
  readonly #places: Places

  constructor(shape: Shape, places: Places) {
    this.shape = shape
    this.#places = places
    for (const field of shape.fields) this.#addDay(field, field.path)
  }

  narrow(key: string, all: readonly string[], allowed: readonly string[], then: Then): boolean {
    const before = this.options.get(key)
    const left = (before ?? all).filter((each) => allowed.includes(each))
    if (left.length === 0) return false
    this.options.set(key, left)
    if (then()) return true
    if (before) this.options.set(key, before)
    else this.options.delete(key)
    return false
  }

  given(key: string, wanted: boolean, then: Then): boolean {
    const pair = this.shape.eitherOf.find((each) => each.includes(key))
    if (!pair) return wanted && then()
    const allowed = pair.filter((each) => (each === key) === wanted)
    return this.narrow(givenKey(pair), pair, allowed, then)
  }

  place(key: string, then: (code: string) => boolean): boolean {
    const code = this.codes.get(key)
    if (code !== undefined) return then(code)
    for (const candidate of this.#places.candidates([...this.codes.values()])) {
      this.codes.set(key, candidate)
      if (then(candidate)) return true
      this.codes.delete(key)
    }
    return false
  }

  /** With one element more. */
  withElement(list: string, then: (element: number) => boolean): boolean {
    const element = this.counts.get(list) ?? 0
    const mark = this.days.mark()
    this.counts.set(list, element + 1)
    const fields = this.shape.lists.find(({ path }) => path === list)?.fields ?? []
    for (const field of fields) {
      const key = elementKey(list, element, field.path)
      this.#addDay(field, key)
      const { kind } = field.type
      if (kind === 'money' || kind === 'months') this.amounts.set(key, this.days.variable(0, mostParts))
    }
    if (then(element)) return true
    for (const { path } of fields)
      for (const points of [this.dates, this.amounts]) points.delete(elementKey(list, element, path))
    this.days.back(mark)
    this.counts.set(list, element)
    return false
  }

  #addDay({ type }: Field, key: string): void {
    if (type.kind !== 'date' && type.kind !== 'yearMonth') return
    const point = this.days.variable(FIRST_DAY, LAST_DAY)
    this.dates.set(key, point)
    if (type.kind === 'yearMonth') this.days.requireIn(point, (day) => boundary(day, 'first', 'month') === day)
  }

  /** One is less than the other, or at most: `gap` is 1, or 0. */
  order(a: Known, b: Known, gap: 0 | 1, expr: Expr, then: Then): boolean {
    const [low, high] = [exactOf(a), exactOf(b)]
    if (low && high) return compare(low, high) < 1 - gap && then()
    if (a.kind === 'point' && b.kind === 'point' && a.scale === b.scale)
      return this.#require(a.point, b.point, gap, then)
    if (high && a.kind === 'point') return this.#require(a.point, known(below(high, a.scale, gap)), 0, then)
    if (low && b.kind === 'point') return this.#require(known(above(low, b.scale, gap)), b.point, 0, then)
    if (high && a.kind === 'years')
      return this.#require(a.to, stepped(a.from, monthsLater(12 * (below(high, 1n, gap) + 1))), 1, then)
    if (low && b.kind === 'years')
      return this.#require(stepped(b.from, monthsLater(12 * above(low, 1n, gap))), b.to, 0, then)
    if (high && a.kind === 'month') return this.#requireIn(a.point, (day) => monthOf(day) <= below(high, 1n, gap), then)
    if (low && b.kind === 'month') return this.#requireIn(b.point, (day) => monthOf(day) >= above(low, 1n, gap), then)
    if (isAbsent(a) || isAbsent(b)) return false
    return this.giveUp(expr, 'a comparison of this kind')
  }

  #require(left: Point, right: Point, gap: number, then: Then): boolean {
    const mark = this.days.mark()
    if (this.days.require(left, right, gap) && then()) return true
    this.days.back(mark)
    return false
  }

  #requireIn(point: Point, has: (day: number) => boolean, then: Then): boolean {
    const mark = this.days.mark()
    if (this.days.requireIn(point, has) && then()) return true
    this.days.back(mark)
    return false
  }

  giveUp(expr: Expr, why: string): false {
    this.givenUp ??= { expr, why }
    return false
  }
}

/** The greatest whole number of parts that is at most so much, or less. */
function below({ n, d }: Rational, scale: bigint, gap: 0 | 1): number {
  const parts = fraction(n * scale, d)
  return Number(gap === 0 ? floorOf(parts) : ceilingOf(parts) - 1n)
}

function above({ n, d }: Rational, scale: bigint, gap: 0 | 1): number {
  const parts = fraction(n * scale, d)
  return Number(gap === 0 ? ceilingOf(parts) : floorOf(parts) + 1n)
}

export function elementKey(list: string, element: number, path: string): string {
  return `${list}[${element}].${path}`
}
export function absenceOf(key: string): string {
  return `absent ${key}`
}
export function givenKey([first]: readonly [string, string]): string {
  return `given ${first}`
}

export function isAbsent(value: Known): boolean {
  return value.kind === 'value' && value.value.kind === 'absent'
}

export function codeOf(value: Known): string | null {
  return value.kind === 'value' && value.value.kind === 'region' ? value.value.code : null
}

/** The number that is known; of a day its number. */
export function exactOf(value: Known): Rational | null {
  if (value.kind === 'value') return value.value.kind === 'exact' ? value.value.exact : null
  return value.kind === 'point' && value.point.variable === null ? ofInteger(value.point.day) : null
}
