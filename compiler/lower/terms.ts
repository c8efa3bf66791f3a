import { lowered, node, raised } from '../check/arithmetic.ts'
import { isNotNegative, rangeOf } from '../check/range.ts'
import type { TypedAdjustment, TypedEdition, TypedTerm } from '../check/typed.ts'
import { or } from '../program/build.ts'
import type { Branch, Definition, Expr } from '../program/program.ts'
import type { Type } from '../program/type.ts'

/** A term as one definition, or two where adjustments stand on top of its value. Exceptions come before the general rules. */
export function lowerTerm(term: TypedTerm, typed: TypedEdition): Definition[] {
  const { defined, type } = term
  const [first] = term.general
  if (!first) return []
  const base = stated(term)
  const definition = (id: string, label: string, value: Expr, { origin }: Pick<Branch, 'origin'>): Definition => ({
    id,
    label,
    role: 'term',
    over: defined.over,
    type,
    value,
    origin,
  })
  if (term.adjustments.length === 0) return [definition(defined.id, defined.label, base, first)]
  const before = definition(`${defined.id}BeforeAdjustment`, `${defined.label}（调整前）`, base, first)
  const start: Expr = { kind: 'ref', id: before.id, type, at: base.at }
  const adjusted = term.adjustments.reduce<Expr>((value, each) => adjust(value, each, typed), start)
  return [before, definition(defined.id, defined.label, whereStated(term, adjusted), term.adjustments[0] ?? first)]
}

/** What is stated in some cases only is adjusted in those: elsewhere there is nothing to adjust. */
function whereStated({ general, exceptions, type }: TypedTerm, adjusted: Expr): Expr {
  const { at } = adjusted
  const conditions = [...general, ...exceptions].map(({ when }) => when)
  const known = conditions.filter((when) => when !== null)
  if (known.length < conditions.length) return adjusted
  const branch: Branch = { when: or(known, at), value: adjusted, origin: general[0]!.origin }
  return { kind: 'cases', branches: [branch], otherwise: null, type, at }
}

function stated({ general, exceptions, type }: TypedTerm): Expr {
  const [first] = general
  // An exception without a condition stands for the general rules in every case.
  const rules = exceptions.some((each) => each.when === null) ? exceptions : [...exceptions, ...general]
  const unconditional = rules.find((each) => each.when === null)
  if (rules.length === 1 && unconditional) return fit(unconditional.value, type)
  const branch = ({ when, value, origin }: { when: Expr | null; value: Expr; origin: Branch['origin'] }): Branch[] =>
    when ? [{ when, value: fit(value, type), origin }] : []
  return {
    kind: 'cases',
    branches: rules.flatMap(branch),
    otherwise: unconditional ? fit(unconditional.value, type) : null,
    type,
    at: first!.value.at,
  }
}

function adjust(value: Expr, { operator, when, by, origin }: TypedAdjustment, typed: TypedEdition): Expr {
  const { type, at } = { type: value.type, at: by.at }
  const changed = ((): Expr => {
    switch (operator) {
      case 'loweredBy':
        return lowered(value, by, type, at, isNotNegative(rangeOf(by, typed)))
      case 'raisedBy':
        return raised(value, by, type, at, isNotNegative(rangeOf(by, typed)))
      case 'multipliedBy':
        return node('multiply', value, by, type, at)
    }
  })()
  return when ? { kind: 'cases', branches: [{ when, value: changed, origin }], otherwise: value, type, at } : changed
}

/** A rate, or a schedule with fewer edges, as a schedule with all the edges of its name. */
function fit(value: Expr, type: Type): Expr {
  if (type.kind !== 'schedule') return value
  const { edges } = type
  if (value.type.kind === 'rate')
    return { kind: 'schedule', rates: [value, ...edges.map(() => value)], type, at: value.at }
  if (value.kind === 'schedule' && value.type.kind === 'schedule') {
    const own = value.type.edges
    // The band of the wider table in which a stretch of the union lies is the one after all own edges below it.
    const bandOf = (stretch: number): number => own.filter((edge) => edges.indexOf(edge) < stretch).length
    return { ...value, rates: [...edges, null].map((_, stretch) => value.rates[bandOf(stretch)]!), type }
  }
  if (value.kind === 'cases')
    return {
      ...value,
      branches: value.branches.map((branch) => ({ ...branch, value: fit(branch.value, type) })),
      otherwise: value.otherwise && fit(value.otherwise, type),
      type,
    }
  return value
}
