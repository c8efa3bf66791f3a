import { areaPrefix } from '../../../../runtime/region.ts'
import type { Expr } from '../../../program/program.ts'
import type { Form } from '../linear/forms.ts'
import type { Like } from './like.ts'
import type { Step } from './table.ts'

/** What a way through the programs has taken for granted of one expression. */
export type Assumption = { readonly expr: Expr } & (
  | { readonly kind: 'oneOf'; readonly options: readonly string[]; readonly all: readonly string[] }
  /** Of a date its day number, of an age its years; null is open. */
  | { readonly kind: 'between'; readonly least: number | null; readonly most: number | null }
  | { readonly kind: 'place'; readonly inside: string; readonly outside: readonly string[] }
)

/** A way does not say which of several ways it takes. */
export class Undecided extends Error {}

/** Follows one way through the programs; what it decides first is what others did not. */
export class Path {
  readonly assumptions = new Map<string, Assumption>()
  readonly conditions: Form[] = []
  /** Is told what the path was asked, and the key of what it answered. */
  onAnswer: (step: Step<Path>, answer: string) => void = () => undefined
  readonly #prefix: readonly number[]
  readonly #like: Like | null
  readonly taken: number[] = []
  /** How many ways there were where this one is new. */
  readonly counts: number[] = []

  /** While the way is only looked at: what it has not decided is not decided now. */
  isClosed = false

  constructor(prefix: readonly number[], like: Like | null = null) {
    this.#prefix = prefix
    this.#like = like
  }

  fork(ways: number): number {
    if (this.isClosed) throw new Undecided()
    const choice = this.#prefix[this.taken.length] ?? 0
    this.taken.push(choice)
    this.counts.push(ways)
    return choice
  }

  #ask<Answer>(question: (path: Path) => Answer): Answer {
    const answer = question(this)
    this.onAnswer((path) => String(question(path)), String(answer))
    return answer
  }

  /** What is assumed of an expression already; `all`: what it may be, where it is one of a few. */
  #assumed(key: string, expr: Expr, all: readonly string[] | null): Assumption | null {
    const known = this.assumptions.get(key)
    if (known) return known
    const assumed = this.#like?.assume(expr, all) ?? null
    if (assumed) this.assumptions.set(key, assumed)
    return assumed
  }

  /** Is the value of an expression one of some options? */
  isOneOf(key: string, expr: Expr, all: readonly string[], options: readonly string[]): boolean {
    return this.#ask((path) => path.#isOneOf(key, expr, all, options))
  }

  #isOneOf(key: string, expr: Expr, all: readonly string[], options: readonly string[]): boolean {
    const known = this.#assumed(key, expr, all)
    const left = known?.kind === 'oneOf' ? known.options : all
    const inside = left.filter((each) => options.includes(each))
    if (inside.length === 0 || inside.length === left.length) return inside.length > 0
    const isIn = this.fork(2) === 0
    const kept = isIn ? inside : left.filter((each) => !options.includes(each))
    this.assumptions.set(key, { kind: 'oneOf', expr, options: kept, all })
    return isIn
  }

  /** The value of an expression, out of all. */
  which(key: string, expr: Expr, all: readonly string[]): string {
    return this.#ask((path) => path.#which(key, expr, all))
  }

  #which(key: string, expr: Expr, all: readonly string[]): string {
    const known = this.#assumed(key, expr, all)
    const left = known?.kind === 'oneOf' ? known.options : all
    const option = left.length === 1 ? left[0]! : left[this.fork(left.length)]!
    this.assumptions.set(key, { kind: 'oneOf', expr, options: [option], all })
    return option
  }

  /** Is a day, or a number of years, at most so much? */
  isAtMost(key: string, expr: Expr, limit: number): boolean {
    return this.#ask((path) => path.#isAtMost(key, expr, limit))
  }

  #isAtMost(key: string, expr: Expr, limit: number): boolean {
    const known = this.#assumed(key, expr, null)
    const { least, most } = known?.kind === 'between' ? known : { least: null, most: null }
    if (most !== null && most <= limit) return true
    if (least !== null && least > limit) return false
    const isBelow = this.fork(2) === 0
    this.assumptions.set(key, {
      kind: 'between',
      expr,
      least: isBelow ? least : limit + 1,
      most: isBelow ? limit : most,
    })
    return isBelow
  }

  /** Does a place lie in an area? */
  liesIn(key: string, expr: Expr, area: string): boolean {
    return this.#ask((path) => path.#liesIn(key, expr, area))
  }

  #liesIn(key: string, expr: Expr, area: string): boolean {
    const prefix = areaPrefix(area)
    const known = this.#assumed(key, expr, null)
    const { inside, outside } = known?.kind === 'place' ? known : { inside: '', outside: [] }
    if (inside.startsWith(prefix)) return true
    if (!prefix.startsWith(inside) || outside.some((each) => prefix.startsWith(each))) return false
    const isIn = this.fork(2) === 0
    this.assumptions.set(key, {
      kind: 'place',
      expr,
      inside: isIn ? prefix : inside,
      outside: isIn ? outside.filter((each) => each.startsWith(prefix)) : [...outside, prefix],
    })
    return isIn
  }
}

/** Every way: `follow` is called once for each, for `budget` of them at most. False where there are more. */
export function everyWay(follow: (path: Path) => void, budget: number, like: Like | null = null): boolean {
  return everyPath((prefix) => {
    const path = new Path(prefix, like)
    follow(path)
    return path
  }, budget)
}

/** The same where the path is made by what follows it, from what it decides first. */
export function everyPath(follow: (prefix: readonly number[]) => Path, budget: number): boolean {
  const open: (readonly number[])[] = [[]]
  for (let count = 0; open.length > 0; count++) {
    if (count >= budget) return false
    const prefix = open.pop()!
    const path = follow(prefix)
    for (let at = prefix.length; at < path.taken.length; at++)
      for (let other = path.counts[at]! - 1; other > 0; other--) open.push([...path.taken.slice(0, at), other])
  }
  return true
}

/** What holds where both hold; null where they exclude each other. */
export function together(
  a: ReadonlyMap<string, Assumption>,
  b: ReadonlyMap<string, Assumption>,
): ReadonlyMap<string, Assumption> | null {
  const both = new Map(a)
  for (const [key, each] of b) {
    const own = both.get(key)
    const joined = own ? joint(own, each) : each
    if (!joined) return null
    both.set(key, joined)
  }
  return both
}

function joint(a: Assumption, b: Assumption): Assumption | null {
  if (a.kind === 'oneOf' && b.kind === 'oneOf') {
    const options = a.options.filter((each) => b.options.includes(each))
    return options.length > 0 ? { ...a, options } : null
  }
  if (a.kind === 'between' && b.kind === 'between') {
    const least = a.least === null || b.least === null ? (a.least ?? b.least) : Math.max(a.least, b.least)
    const most = a.most === null || b.most === null ? (a.most ?? b.most) : Math.min(a.most, b.most)
    return least !== null && most !== null && least > most ? null : { ...a, least, most }
  }
  if (a.kind === 'place' && b.kind === 'place') {
    const [inner, outer] = a.inside.length >= b.inside.length ? [a, b] : [b, a]
    const outside = [...new Set([...a.outside, ...b.outside])]
    if (!inner.inside.startsWith(outer.inside)) return null
    if (outside.some((each) => inner.inside.startsWith(each))) return null
    return { ...inner, outside: outside.filter((each) => each.startsWith(inner.inside)) }
  }
  return a
}
