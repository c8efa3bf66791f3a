import { ofInteger } from '../../../../runtime/rational.ts'
import { liesIn, widen } from '../../../../runtime/region.ts'
import type { Expr, Field } from '../../../program/program.ts'
import { absenceOf, codeOf, elementKey, exactOf, isAbsent } from './case-state.ts'
import type { CaseState, Known, Then } from './case-state.ts'
import { daysLater, known, monthsLater, stepped, toBoundary } from './days.ts'
import type { Assumption } from '../ways/path.ts'
import { writtenKey } from '../ways/resolved.ts'
import { valueOfConstant } from '../../../interpret/value.ts'
import { optionOf, truths } from '../ways/symbolic.ts'

type Of<Kind extends Expr['kind']> = Extract<Expr, { kind: Kind }>
/** Of a list, which element is looked at. */
type Scope = ReadonlyMap<string, number>

/** One number for expressions that say the same. */
export class ExprNumbers {
  readonly #known = new WeakMap<Expr, number>()
  readonly #byText = new Map<string, number>()

  of(expr: Expr): number {
    const known = this.#known.get(expr)
    if (known !== undefined) return known
    const text = writtenKey(expr)
    const number = this.#byText.get(text) ?? this.#byText.size
    this.#byText.set(text, number)
    this.#known.set(expr, number)
    return number
  }
}

/**
 * Looks for a case, short of its amounts, of which conditions hold: every way to make them hold is tried, one after
 * another, until one is left. Where none is and nothing was given up, there is no such case. An `any` that is true has
 * an element of its own, which meets what is said of all elements.
 */
export class CaseSearch {
  readonly #state: CaseState
  #ofAll: { readonly list: string; readonly where: Expr; readonly wanted: boolean; readonly scope: Scope }[] = []
  /** Conditions that have been decided already. */
  readonly #known = new Map<string, boolean>()
  readonly #numbers: ExprNumbers
  #left: number

  /** `budget`: how many conditions and values may be looked at. */
  constructor(state: CaseState, numbers: ExprNumbers, budget: number) {
    this.#state = state
    this.#numbers = numbers
    this.#left = budget
  }

  /** Do all of them hold of some case? It is in what has been chosen then. */
  find(assumptions: readonly Assumption[]): boolean {
    const from = (at: number): boolean => {
      const next = assumptions[at]
      return !next || this.#assumed(next, () => from(at + 1))
    }
    return from(0)
  }

  #assumed(assumption: Assumption, then: Then): boolean {
    const { expr } = assumption
    switch (assumption.kind) {
      case 'oneOf':
        return this.#isOneOf(expr, assumption.options, assumption.all, then)
      case 'between': {
        const { least, most } = assumption
        return this.#resolve(expr, new Map(), (value) => {
          const upTo = (): boolean => (most === null ? then() : this.#state.order(value, numberOf(most), 0, expr, then))
          return least === null ? upTo() : this.#state.order(numberOf(least), value, 0, expr, upTo)
        })
      }
      case 'place':
        return this.#resolve(expr, new Map(), (value) => {
          const code = codeOf(value)
          const { inside, outside } = assumption
          return code !== null && code.startsWith(inside) && !outside.some((area) => code.startsWith(area)) && then()
        })
    }
  }

  #isOneOf(expr: Expr, options: readonly string[], all: readonly string[], then: Then): boolean {
    if (options.length === all.length) return then()
    if (all.includes('more') && expr.kind === 'compare')
      return this.#pair(expr.left, expr.right, new Map(), (left, right) =>
        options.some((option) => {
          if (option === 'less') return this.#state.order(left, right, 1, expr, then)
          if (option === 'more') return this.#state.order(right, left, 1, expr, then)
          return this.#state.order(left, right, 0, expr, () => this.#state.order(right, left, 0, expr, then))
        }),
      )
    if (expr.type.kind === 'boolean' && expr.kind !== 'input')
      return options.some((option) => this.#holds(expr, new Map(), option === 'true', then))
    return this.#resolve(expr, new Map(), (value) => {
      if (value.kind === 'option') return this.#state.narrow(value.key, value.all, options, then)
      const option = value.kind === 'value' ? optionOf(value.value) : null
      return option !== null && options.includes(option) && then()
    })
  }

  /** Every way in which a condition holds, or does not, until what comes then succeeds. */
  #holds(expr: Expr, scope: Scope, wanted: boolean, then: Then): boolean {
    if (this.#left-- <= 0) return this.#state.giveUp(expr, 'too many combinations of conditions')
    if (expr.kind === 'constant' || expr.kind === 'fold') return this.#decided(expr, scope, wanted, then)
    const key = [this.#numbers.of(expr), ...scope].join(' ')
    const known = this.#known.get(key)
    if (known !== undefined) return known === wanted && then()
    return this.#decided(expr, scope, wanted, () => {
      this.#known.set(key, wanted)
      if (then()) return true
      this.#known.delete(key)
      return false
    })
  }

  #decided(expr: Expr, scope: Scope, wanted: boolean, then: Then): boolean {
    switch (expr.kind) {
      case 'and':
      case 'or':
        return this.#joined(expr.operands, 0, expr.kind === 'or', scope, wanted, then)
      case 'not':
        return this.#holds(expr.operand, scope, !wanted, then)
      case 'compare':
        return this.#pair(expr.left, expr.right, scope, (left, right) =>
          this.#compared(expr, left, right, wanted, then),
        )
      case 'isOneOf':
        return this.#resolve(expr.value, scope, (value) => {
          if (value.kind === 'option') {
            const allowed = value.all.filter((each) => expr.members.includes(each) === wanted)
            return this.#state.narrow(value.key, value.all, allowed, then)
          }
          const option = value.kind === 'value' ? optionOf(value.value) : null
          return (option !== null && option !== 'absent' && expr.members.includes(option)) === wanted && then()
        })
      case 'liesIn':
        return this.#pair(expr.place, expr.area, scope, (place, area) => {
          const [code, within] = [codeOf(place), codeOf(area)]
          return code !== null && within !== null && liesIn(code, within) === wanted && then()
        })
      case 'isAbsent':
        return this.#resolve(expr.value, scope, (value) => isAbsent(value) === wanted && then())
      case 'isGiven':
        return this.#state.given(expr.key, wanted, then)
      case 'fold':
        return this.#quantified(expr, scope, wanted, then)
      case 'constant':
      case 'input':
      case 'field':
      case 'ref':
      case 'arithmetic':
      case 'cases':
      case 'listAll':
      case 'schedule':
      case 'integrate':
      case 'round':
      case 'orElse':
      case 'addMonths':
      case 'addDays':
      case 'boundary':
      case 'monthOf':
      case 'fullYears':
      case 'widen':
      case 'lookup':
      case 'exactly':
        return this.#resolve(expr, scope, (value) => {
          if (value.kind === 'option') return this.#state.narrow(value.key, value.all, [String(wanted)], then)
          return value.kind === 'value' && value.value.kind === 'boolean' && value.value.is === wanted && then()
        })
    }
  }

  /** The first operand that decides does so; those before it do not. */
  #joined(
    operands: readonly Expr[],
    at: number,
    deciding: boolean,
    scope: Scope,
    wanted: boolean,
    then: Then,
  ): boolean {
    const operand = operands[at]
    if (!operand) return wanted !== deciding && then()
    if (wanted === deciding && this.#holds(operand, scope, deciding, then)) return true
    return this.#holds(operand, scope, !deciding, () => this.#joined(operands, at + 1, deciding, scope, wanted, then))
  }

  #compared(expr: Of<'compare'>, left: Known, right: Known, wanted: boolean, then: Then): boolean {
    const isBefore = (a: Known, b: Known, gap: 0 | 1, rest: Then): boolean => this.#state.order(a, b, gap, expr, rest)
    switch (expr.operator) {
      case 'less':
        return wanted ? isBefore(left, right, 1, then) : isBefore(right, left, 0, then)
      case 'lessOrEqual':
        return wanted ? isBefore(left, right, 0, then) : isBefore(right, left, 1, then)
      case 'equal':
        if (wanted) return isBefore(left, right, 0, () => isBefore(right, left, 0, then))
        return isBefore(left, right, 1, then) || isBefore(right, left, 1, then)
    }
  }

  #pair(left: Expr, right: Expr, scope: Scope, then: (left: Known, right: Known) => boolean): boolean {
    return this.#resolve(left, scope, (a) => this.#resolve(right, scope, (b) => then(a, b)))
  }

  /** Everything that an expression can be, until what comes then succeeds. */
  #resolve(expr: Expr, scope: Scope, then: (known: Known) => boolean): boolean {
    if (this.#left-- <= 0) return this.#state.giveUp(expr, 'too many combinations of conditions')
    const unlessAbsent = (part: Expr, rest: (known: Known) => boolean): boolean =>
      this.#resolve(part, scope, (value) => (isAbsent(value) ? then(value) : rest(value)))
    switch (expr.kind) {
      case 'constant': {
        const value = valueOfConstant(expr.value)
        if (!value) return false
        return then(
          value.kind === 'date' ? { kind: 'point', point: known(value.day), scale: 1n } : { kind: 'value', value },
        )
      }
      case 'input': {
        const field = this.#state.shape.fields.find(({ path }) => path === expr.path)
        return field ? this.#fieldOf(field, expr.path, expr, then) : this.#state.giveUp(expr, 'a value of this kind')
      }
      case 'field': {
        const list = this.#state.shape.lists.find(({ path }) => path === expr.list)
        const field = list?.fields.find(({ path }) => path === expr.path)
        const element = scope.get(expr.list)
        if (!field || element === undefined) return this.#state.giveUp(expr, 'a value of this kind')
        return this.#fieldOf(field, elementKey(expr.list, element, expr.path), expr, then)
      }
      case 'cases': {
        const from = (at: number): boolean => {
          const branch = expr.branches[at]
          if (!branch) return expr.otherwise !== null && this.#resolve(expr.otherwise, scope, then)
          return (
            this.#holds(branch.when, scope, true, () => this.#resolve(branch.value, scope, then)) ||
            this.#holds(branch.when, scope, false, () => from(at + 1))
          )
        }
        return from(0)
      }
      case 'orElse':
        return this.#resolve(expr.value, scope, (value) =>
          isAbsent(value) ? this.#resolve(expr.fallback, scope, then) : then(value),
        )
      case 'addMonths':
      case 'addDays':
        return unlessAbsent(expr.date, (date) =>
          unlessAbsent(expr.amount, (size) => {
            const exact = exactOf(size)
            if (date.kind !== 'point' || exact?.d !== 1n)
              return this.#state.giveUp(expr, 'a date so far away as an amount says')
            const step = expr.kind === 'addMonths' ? monthsLater(Number(exact.n)) : daysLater(Number(exact.n))
            return then({ ...date, point: stepped(date.point, step) })
          }),
        )
      case 'boundary':
        return unlessAbsent(expr.date, (date) =>
          date.kind === 'point'
            ? then({ ...date, point: stepped(date.point, toBoundary(expr.side, expr.of)) })
            : this.#state.giveUp(expr, 'a date of this kind'),
        )
      case 'monthOf':
        return unlessAbsent(expr.date, (date) =>
          date.kind === 'point'
            ? then({ kind: 'month', point: date.point })
            : this.#state.giveUp(expr, 'a date of this kind'),
        )
      case 'fullYears':
        return unlessAbsent(expr.from, (from) =>
          unlessAbsent(expr.to, (to) =>
            from.kind === 'point' && to.kind === 'point'
              ? then({ kind: 'years', from: from.point, to: to.point })
              : this.#state.giveUp(expr, 'a date of this kind'),
          ),
        )
      case 'widen':
        return unlessAbsent(expr.region, (region) => {
          const code = codeOf(region)
          return code !== null && then({ kind: 'value', value: { kind: 'region', code: widen(code, expr.level) } })
        })
      case 'compare':
      case 'isOneOf':
      case 'liesIn':
      case 'and':
      case 'or':
      case 'not':
      case 'isGiven':
      case 'isAbsent':
        return this.#eitherWay(expr, scope, then)
      case 'fold':
        if (expr.quantifier === 'any' || expr.quantifier === 'all') return this.#eitherWay(expr, scope, then)
        return this.#state.giveUp(expr, 'a total over a list')
      case 'lookup':
        return this.#state.giveUp(expr, 'a row of a dataset')
      case 'ref':
      case 'arithmetic':
      case 'schedule':
      case 'integrate':
      case 'round':
      case 'listAll':
      case 'exactly':
        return this.#state.giveUp(expr, 'an amount in a condition on a list')
    }
  }

  #eitherWay(expr: Expr, scope: Scope, then: (known: Known) => boolean): boolean {
    return [true, false].some((is) =>
      this.#holds(expr, scope, is, () => then({ kind: 'value', value: { kind: 'boolean', is } })),
    )
  }

  #fieldOf({ type }: Field, key: string, expr: Expr, then: (known: Known) => boolean): boolean {
    const there = (): boolean => {
      switch (type.kind) {
        case 'boolean':
          return then({ kind: 'option', key, all: truths })
        case 'choice': {
          const members = this.#state.shape.choices.find(({ id }) => id === type.choices)?.members ?? []
          return then({ kind: 'option', key, all: members.map(({ id }) => id) })
        }
        case 'region':
          return this.#state.place(key, (code) => then({ kind: 'value', value: { kind: 'region', code } }))
        case 'date':
        case 'yearMonth':
        case 'money':
        case 'months': {
          const point = this.#state.dates.get(key) ?? this.#state.amounts.get(key)
          if (!point) return this.#state.giveUp(expr, 'an amount in a condition on a list')
          return then({ kind: 'point', point, scale: type.kind === 'money' ? 100n : 1n })
        }
        case 'rate':
        case 'number':
          return this.#state.giveUp(expr, 'an amount in a condition on a list')
        case 'text':
        case 'texts':
          return this.#state.giveUp(expr, 'a text in a condition')
      }
    }
    if (!type.optional) return there()
    return (
      this.#state.narrow(absenceOf(key), truths, ['true'], () => then({ kind: 'value', value: { kind: 'absent' } })) ||
      this.#state.narrow(absenceOf(key), truths, ['false'], there)
    )
  }

  #quantified(expr: Of<'fold'>, scope: Scope, wanted: boolean, then: Then): boolean {
    const { list, where, quantifier } = expr
    if (quantifier === 'count' || quantifier === 'sum') return this.#state.giveUp(expr, 'a total over a list')
    const sought = quantifier === 'any'
    const isMet = (element: number, is: boolean, rest: Then): boolean =>
      where ? this.#holds(where, new Map([...scope, [list, element]]), is, rest) : is && rest()
    if (wanted !== sought) {
      const from = (element: number): boolean =>
        element < (this.#state.counts.get(list) ?? 0) ? isMet(element, !sought, () => from(element + 1)) : then()
      if (!where) return (this.#state.counts.get(list) ?? 0) === 0 && then()
      this.#ofAll.push({ list, where, wanted: !sought, scope })
      if (from(0)) return true
      this.#ofAll.pop()
      return false
    }
    return this.#state.given(list, true, () =>
      this.#state.withElement(list, (element) => isMet(element, sought, () => this.#meetsAll(list, element, 0, then))),
    )
  }

  /** What is said of all elements holds of this one too. */
  #meetsAll(list: string, element: number, at: number, then: Then): boolean {
    const each = this.#ofAll[at]
    if (!each) return then()
    const rest: Then = () => this.#meetsAll(list, element, at + 1, then)
    if (each.list !== list) return rest()
    return this.#holds(each.where, new Map([...each.scope, [list, element]]), each.wanted, rest)
  }
}

function numberOf(day: number): Known {
  return { kind: 'value', value: { kind: 'exact', exact: ofInteger(day) } }
}
