import { fraction, zero } from '../../../../runtime/rational.ts'
import type { Value } from '../../../interpret/evaluation.ts'
import type { Expr, Field, FieldType, Program } from '../../../program/program.ts'
import { CaseSearch, ExprNumbers } from './case-search.ts'
import { absenceOf, CaseState, elementKey, givenKey, type GivenUp, type Shape } from './case-state.ts'
import type { Assumption } from '../ways/path.ts'
import { Places } from './places.ts'
import { PlausibleDates } from './plausible.ts'
import { inputsIn } from '../ways/resolved.ts'
import { plainType, truths } from '../ways/symbolic.ts'
import type { Finite } from './write-case.ts'

export type Realised =
  | { readonly kind: 'found'; readonly finite: Finite }
  /** Of no case do the assumptions hold: proved. */
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly givenUp: GivenUp }

/** How many conditions and values one search may look at. */
const budget = 100_000

/** Finds cases, short of the amounts, of which given assumptions hold, or proves that there are none. */
export class Realiser {
  readonly #shape: Shape
  readonly #places: Places
  readonly #dates: PlausibleDates
  readonly #numbers = new ExprNumbers()
  readonly #known = new Map<string, Realised>()

  constructor(before: Program, after: Program) {
    const both = [before, after]
    const one = <Of>(all: readonly Of[], key: (each: Of) => string): readonly Of[] =>
      [...new Map(all.toReversed().map((each) => [key(each), each])).values()].toReversed()
    this.#shape = {
      fields: one(
        both.flatMap(({ input }) => input.fields),
        ({ path }) => path,
      ),
      lists: one(
        both.flatMap(({ input }) => input.lists),
        ({ path }) => path,
      ),
      choices: one(
        both.flatMap(({ choices }) => choices),
        ({ id }) => id,
      ),
      eitherOf: before.input.eitherOf,
    }
    const exprs = both.flatMap(({ definitions, output, requirements, invariants }) => [
      ...[...definitions, ...output].map(({ value }) => value),
      ...[...requirements, ...invariants].map(({ condition }) => condition),
    ])
    this.#places = new Places(exprs)
    this.#dates = new PlausibleDates(before, after, exprs)
  }

  /** The same answer for the same assumptions, whatever was asked before. */
  realise(assumptions: ReadonlyMap<string, Assumption>): Realised {
    const all = [...assumptions]
    // What is asked of one choice alone is free of everything else, unless something else reads it too.
    const shared = new Set(
      all.flatMap(([, { expr }]) => (expr.kind === 'input' && isChoice(expr) ? [] : [...inputsIn(expr)])),
    )
    const isFree = ({ expr }: Assumption): boolean => expr.kind === 'input' && isChoice(expr) && !shared.has(expr.path)
    const bound = all.filter(([, each]) => !isFree(each))
    // What lists must have is mostly not possible whatever the dates are; that is asked once.
    const core = bound.filter(([, { kind, expr }]) => kind === 'place' || expr.kind === 'fold')
    const isPossible = core.length === bound.length || this.#recalled(core).kind !== 'none'
    const found: Realised = isPossible ? this.#recalled(bound) : { kind: 'none' }
    if (found.kind !== 'found') return found
    const fields = new Map(found.finite.fields)
    for (const [, each] of all) {
      if (!isFree(each) || each.kind !== 'oneOf' || each.expr.kind !== 'input') continue
      fields.set(each.expr.path, valueOfOption(each.options[0]!, each.expr))
    }
    return { kind: 'found', finite: { ...found.finite, fields } }
  }

  #recalled(assumptions: readonly (readonly [string, Assumption])[]): Realised {
    const key = assumptions
      .map(([name, each]) => `${name} ${limitsOf(each)}`)
      .toSorted()
      .join('\n')
    const found = this.#known.get(key) ?? this.#search(assumptions.map(([, each]) => each))
    this.#known.set(key, found)
    return found
  }

  #search(assumptions: readonly Assumption[]): Realised {
    const ordered = assumptions.toSorted((a, b) => costOf(a) - costOf(b))
    const plain = ordered.filter((each) => !asksForElement(each))
    const asking = ordered.filter(asksForElement)
    // An element that can't be found by itself is soon seen not to be there.
    if (asking.length > 1)
      for (const each of asking) {
        const alone = this.#searchOnce([...plain, each])
        if (alone.kind !== 'found') return alone
      }
    return this.#searchOnce(ordered)
  }

  #searchOnce(assumptions: readonly Assumption[]): Realised {
    const state = new CaseState(this.#shape, this.#places)
    const isFound = new CaseSearch(state, this.#numbers, budget).find(assumptions)
    if (isFound) return { kind: 'found', finite: this.#finiteOf(state) }
    if (state.days.isGivenUp) state.giveUp(assumptions[0]!.expr, 'dates that can’t be put in order')
    return state.givenUp ? { kind: 'open', givenUp: state.givenUp } : { kind: 'none' }
  }

  #finiteOf(state: CaseState): Finite {
    const dates = this.#dates.choose(state)
    const { fields, lists, eitherOf } = this.#shape
    const valueAt = ({ type }: Field, key: string): Value => {
      if (type.optional && (state.options.get(absenceOf(key)) ?? ['true'])[0] === 'true') return { kind: 'absent' }
      return this.#valueOf(type, key, state, dates)
    }
    const elements = lists.map(({ path, fields: inner }) => {
      const count = state.counts.get(path) ?? 0
      const each = (element: number): ReadonlyMap<string, Value> =>
        new Map(inner.map((field) => [field.path, valueAt(field, elementKey(path, element, field.path))]))
      return [path, Array.from({ length: count }, (_, element) => each(element))] as const
    })
    return {
      fields: new Map(fields.map((field) => [field.path, valueAt(field, field.path)])),
      lists: new Map(elements),
      given: new Set(eitherOf.map((pair) => (state.options.get(givenKey(pair)) ?? pair)[0]!)),
    }
  }

  #valueOf(type: FieldType, key: string, state: CaseState, dates: ReadonlyMap<string, number>): Value {
    const [option] = state.options.get(key) ?? []
    switch (type.kind) {
      case 'boolean':
        return { kind: 'boolean', is: (option ?? truths[0]) === 'true' }
      case 'choice': {
        const [first] = this.#shape.choices.find(({ id }) => id === type.choices)?.members ?? []
        return { kind: 'member', member: option ?? first?.id ?? '' }
      }
      case 'date':
      case 'yearMonth':
        return { kind: 'date', day: dates.get(key)! }
      case 'money':
        return { kind: 'exact', exact: fraction(BigInt(dates.get(key) ?? 0), 100n) }
      case 'months':
        return { kind: 'exact', exact: fraction(BigInt(dates.get(key) ?? 0), 1n) }
      case 'rate':
      case 'number':
        return { kind: 'exact', exact: zero }
      case 'region':
        return { kind: 'region', code: state.codes.get(key) ?? this.#places.candidates([])[0]! }
      case 'text':
        return { kind: 'text', text: '甲' }
      case 'texts':
        return { kind: 'texts', texts: [] }
    }
  }
}

/** What is assumed of an expression, as text. */
function limitsOf(each: Assumption): string {
  switch (each.kind) {
    case 'oneOf':
      return `is ${each.options.join(' ')} of ${each.all.join(' ')}`
    case 'between':
      return `from ${each.least} to ${each.most}`
    case 'place':
      return `in ${each.inside} not ${each.outside.join(' ')}`
  }
}

/** Does it take an element of a list to make it hold? */
function asksForElement(each: Assumption): boolean {
  if (each.expr.kind !== 'fold' || each.kind !== 'oneOf') return false
  return each.options[0] === (each.expr.quantifier === 'any' ? 'true' : 'false')
}

/** What leaves little to choose comes first: a choice, a place, a date, what all elements are, that there is one. */
function costOf(each: Assumption): number {
  if (asksForElement(each)) return 5
  if (each.expr.kind === 'isGiven') return 0
  if (each.expr.kind === 'input') return each.kind === 'oneOf' ? 1 : 2
  return each.expr.kind === 'fold' ? 4 : 3
}

function isChoice({ type }: Expr): boolean {
  const plain = plainType(type)
  return plain.kind === 'choice' || plain.kind === 'boolean'
}

function valueOfOption(option: string, { type }: Expr): Value {
  if (option === 'absent') return { kind: 'absent' }
  const plain = plainType(type)
  return plain.kind === 'boolean' ? { kind: 'boolean', is: option === 'true' } : { kind: 'member', member: option }
}
