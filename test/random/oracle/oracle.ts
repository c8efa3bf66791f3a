import type { Expression } from '../../../grammar/tree.ts'
import { parse } from '../../../grammar/parse.ts'
import { readCase, typeWord, type Case } from './case.ts'
import type { Readings } from './amend.ts'
import { readDay } from './calendar.ts'
import { compare, evaluate, evaluateAmount, holds, lowered, raised, type Place } from './evaluate.ts'
import type { Dataset } from './datasets.ts'
import { isBanded, isoOf, readFacts, type Facts, type FieldFact, type Ruled, type TermRules } from './facts.ts'
import * as fraction from './fraction.ts'
import type { Fraction } from './fraction.ts'
import { bandsValue, classified, listed, tableValue } from './grid.ts'
import { Memory } from './memory.ts'
import { Shares, type Element } from './shares.ts'
import { pathNamed } from './named.ts'
import { as, number, PolicyFault, Refused, type Refusal, type Value } from './value.ts'
import { put, written } from './write.ts'

/** The result, or what the case is refused for: one of these, whichever is met first. */
export type Verdict =
  { readonly ok: true; readonly output: unknown } | { readonly ok: false; readonly refusals: readonly Refusal[] }

/**
 * What a policy means, worked out case by case from its syntax tree: shares nothing with the compiler but the parser.
 * It looks nothing up beforehand and proves nothing: which rules hold is asked anew in every case, and whatever the
 * checker should have refused (no row holds, or two) is a PolicyFault.
 */
export function oracleOf(
  vocabulary: string,
  policies: readonly string[],
  data: ReadonlyMap<string, string> = new Map(),
  readings: Readings = {},
): Oracle {
  const all = readFacts(
    parse(vocabulary, 'vocabulary').tree,
    policies.map((policy) => parse(policy, 'policy').tree),
    data,
    readings,
  )
  return (edition, input) => {
    const facts = all.find((each) => (edition === null ? isSelected(each, input) : each.edition.name === edition))
    if (facts) return settle(all, facts, readCase(facts, input))
    const selector = all[0] && selectorOf(all[0])
    if (edition !== null || !selector) throw new PolicyFault(`there is no edition ${edition}`)
    return refused([{ code: 'no-edition', path: selector.id, label: '' }])
  }
}

/** Settles a case: by the edition itself, or by each of those that it chooses between. */
function settle(all: readonly Facts[], facts: Facts, given: Case): Verdict {
  const { choice, edition, outputs } = facts
  const outside = new Settling(facts, given).outside()
  if (outside || !choice) return outside ?? new Settling(facts, given).settle()
  const verdicts = choice.editions.map((name) => {
    const option = name === null ? facts : all.find((each) => each.edition.name === name.value)
    if (!option) throw new PolicyFault('an edition to choose is not there')
    return { name: option.edition.name, verdict: new Settling(option, given).settle() }
  })
  const field = outputs.find(({ label, id }) => label === choice.name.text || id === choice.name.text)
  const figures = verdicts.flatMap(({ name, verdict }) =>
    verdict.ok
      ? [{ name, output: verdict.output, figure: fraction.read(String(at(verdict.output, field?.id ?? ''))) }]
      : [],
  )
  const refusals = verdicts.flatMap(({ verdict }) => (verdict.ok ? [] : verdict.refusals))
  if (refusals.length > 0) return refused(refusals)
  const isBetter = (a: Fraction, b: Fraction): boolean =>
    choice.direction === 'lowest' ? fraction.isLess(a, b) : fraction.isLess(b, a)
  const best = figures.filter(({ figure }) => !figures.some((other) => isBetter(other.figure, figure)))
  const taken = best.find(({ name }) => name === (choice.tiesTo?.value ?? edition.name)) ?? best[0]
  return { ok: true, output: { ...(taken?.output as object), edition: edition.name } }
}

const at = (value: unknown, id: string): unknown =>
  id.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], value)

/** Settles a valid input by the edition of a name, or (null) by that in force on its date. */
export type Oracle = (edition: string | null, input: unknown) => Verdict

const selectorOf = ({ edition, inputs }: Facts): FieldFact | undefined => inputs.get(edition.selector)

function isSelected(facts: Facts, input: unknown): boolean {
  const selector = selectorOf(facts)
  const date = selector && readCase(facts, input).fields.get(selector.id)
  if (date?.kind !== 'day') throw new PolicyFault('no date selects the edition')
  return readDay(facts.edition.from) <= date.is && date.is <= readDay(facts.edition.until)
}

class Settling {
  readonly #facts: Facts
  readonly #case: Case
  readonly #memory = new Memory()
  readonly #shares: Shares

  constructor(facts: Facts, given: Case) {
    this.#facts = facts
    this.#case = given
    this.#shares = new Shares(
      facts,
      (label, element) => this.#place(label, element),
      (list) => this.#elements(list),
      this.#memory,
    )
  }

  /** A refusal, where the edition is not in force on the date of the case. */
  outside(): Verdict | null {
    const { edition } = this.#facts
    const day = this.#selectingDay()
    if (readDay(edition.from) <= day && day <= readDay(edition.until)) return null
    return refused([{ code: 'outside-edition', path: selectorOf(this.#facts)?.id ?? '', label: edition.name }])
  }

  /** The result, whatever the date. */
  settle(): Verdict {
    const { edition, promises, outputs, policy } = this.#facts
    const failed = [...this.#unmet(), ...this.#everything().flatMap(refusalsOf)]
    if (failed.length > 0) return refused(failed)
    const broken = promises.flatMap(({ label, condition }) => this.#broken(label, condition))
    if (broken.length > 0) return refused(broken)
    const output = { policy, edition: edition.name }
    const unwritten = outputs.flatMap((field) =>
      refusalsOf(() => put(output, field.id.split('.'), this.#output(field))),
    )
    return unwritten.length > 0 ? refused(unwritten) : { ok: true, output }
  }

  #unmet(): Refusal[] {
    return this.#facts.rules.requirements.flatMap(({ rule, when, over }) => {
      const label = rule.label.value
      const places =
        over === null ? [this.#place(label)] : this.#elements(over).map((element) => this.#place(label, element))
      let isMet = true
      const refusals = refusalsOf(() => {
        isMet =
          (when !== null && !holds(when, this.#place(label))) || places.every((place) => holds(rule.condition, place))
      })
      return isMet
        ? refusals
        : [{ code: 'requirement-not-met', path: over ?? pathNamed(rule.condition, this.#facts), label }]
    })
  }

  /** Every term that is stated in this case, of every element, and every share. */
  #everything(): (() => unknown)[] {
    const { terms, shares } = this.#facts.rules
    const ofTerms = [...terms].flatMap(([label, { over }]) => {
      const elements = over === null ? [null] : this.#elements(over)
      return elements.map((element) => () => this.#term(label, element))
    })
    return [...ofTerms, ...[...shares].map((share) => () => this.#shares.of(share))]
  }

  #broken(label: string, condition: Expression): Refusal[] {
    let isKept = true
    const refusals = refusalsOf(() => (isKept = holds(condition, this.#place(label))))
    return isKept ? refusals : [{ code: 'invariant-broken', path: '', label }]
  }

  #elements(list: string): Element[] {
    const id = this.#facts.lists.get(list) ?? list
    return (this.#case.lists.get(id) ?? []).map((_, index) => ({ list: id, index }))
  }

  #place(label: string, element: Element | null = null): Place {
    return {
      label,
      named: (name) => this.#named(name, element),
      isGiven: (record) => this.#case.given.has(this.#facts.keys.get(record) ?? ''),
      each: (list) => {
        // A record is its own only element.
        if (!this.#facts.lists.has(list)) return [this.#place(label, element)]
        return this.#elements(list).map((inner) => this.#place(label, inner))
      },
      choicesOf: (expression) => {
        const field = expression.kind === 'name' ? this.#facts.inputs.get(expression.text) : undefined
        return field && this.#facts.choices.has(field.type) ? field.type : null
      },
      member: (choices, name) => this.#facts.choices.get(choices)?.get(name) ?? null,
    }
  }

  #named(name: string, element: Element | null): Value | null {
    const region = this.#facts.regions.get(name)
    if (region !== undefined) return { kind: 'place', is: region }
    const field = this.#facts.inputs.get(name)
    if (field) return this.#field(field, element)
    const dataset = this.#facts.datasets.find(({ columns }) => columns.has(name))
    if (dataset) return this.#lookedUp(dataset, name, element)
    const label = this.#facts.labelOf(name)
    const { shares, terms } = this.#facts.rules
    if (shares.has(label)) return number('money', this.#shares.of(label))
    const term = terms.get(label)
    if (!term) return null
    if (term.over !== null && !element) throw new PolicyFault(`${name} is said of no element`)
    const value = this.#term(label, term.over === null ? null : element)
    if (!value) throw new PolicyFault(`${name} is used where nothing states it`)
    return value
  }

  /** What a column holds in the row that a match finds; absent where it finds none. */
  #lookedUp(dataset: Dataset, column: string, element: Element | null): Value {
    const matches = this.#facts.rules.matches.filter(({ rule }) => dataset.names.includes(rule.dataset.text))
    const place = this.#place(column, element)
    const inForce = matches.find((match) => isInForce(match, place))
    const isFound = (row: ReadonlyMap<string, Value>): boolean => {
      const inRow: Place = { ...place, named: (name) => row.get(name) ?? this.#named(name, element) }
      return inForce !== undefined && isRowMeant(inForce.rule.condition, inRow)
    }
    const [row, another] = dataset.rows.filter(isFound)
    if (another) throw new PolicyFault(`two rows of ${dataset.names[0]} are found`)
    return row?.get(column) ?? { kind: 'absent' }
  }

  #field(field: FieldFact, element: Element | null = null): Value {
    const fields = field.list === null ? this.#case.fields : this.#case.lists.get(field.list)?.[element?.index ?? -1]
    const value = fields?.get(field.id)
    if (!value) throw new PolicyFault(`${field.label} is said of no element`)
    return value
  }

  #selectingDay(): number {
    const field = selectorOf(this.#facts)
    if (!field) throw new PolicyFault('no date selects the edition')
    return as('day', this.#field(field)).is
  }

  /** The value of a term: what an exception says, else the general rules; then the adjustments. Null where none holds. */
  #term(label: string, element: Element | null): Value | null {
    const rules = this.#facts.rules.terms.get(label)
    if (!rules) throw new PolicyFault(`${label} is no term`)
    return this.#memory.remember(`term ${label} ${element?.index ?? ''}`, () => {
      const place = this.#place(label, element)
      const stated = this.#stated(label, rules, place)
      const changes = stated ? rules.adjustments.filter((ruled) => isInForce(ruled, place)) : []
      const whole = stated?.kind === 'number' && isBanded(label, this.#facts) ? oneBand(stated.is) : stated
      return changes.reduce<Value | null>((value, { rule: { operator, by } }) => {
        const change = as('number', evaluate(by, place)).is
        return (
          value &&
          onEach(value, (each) =>
            operator === 'loweredBy'
              ? lowered(each, change)
              : operator === 'raisedBy'
                ? raised(each, change)
                : fraction.times(each, change),
          )
        )
      }, whole)
    })
  }

  #stated(label: string, { general, exceptions }: TermRules, place: Place): Value | null {
    const output = this.#facts.outputs.find((field) => field.label === label)
    const choices = output && this.#facts.choices.has(output.type) ? output.type : null
    const meant = exceptions.filter(
      (ruled) =>
        isInForce(ruled, place) &&
        this.#isNow(ruled.rule) &&
        (!ruled.rule.condition || holds(ruled.rule.condition, place)),
    )
    if (meant.length > 0)
      return agreed(
        label,
        meant.map(({ rule }) => evaluateAmount(rule.value, place, choices)),
      )
    const values = general
      .filter((ruled) => isInForce(ruled, place))
      .map(({ rule }): Value => {
        switch (rule.kind) {
          case 'define':
            return evaluateAmount(rule.value, place, choices)
          case 'table':
            return tableValue(rule, place, choices)
          case 'bands':
            return bandsValue(rule, place)
          case 'listAll':
            return listed(rule, place)
          case 'classify':
            return classified(rule, place, choices)
        }
      })
    return agreed(label, values)
  }

  /** Is the date by which editions are selected within the dates of an exception, both included? */
  #isNow({ from, until }: TermRules['exceptions'][number]['rule']): boolean {
    const day = this.#selectingDay()
    return (!from || readDay(isoOf(from)) <= day) && (!until || day <= readDay(isoOf(until)))
  }

  #output(field: FieldFact): unknown {
    const input = this.#facts.inputs.get(field.label)
    const value = input ? this.#afterwards(input) : this.#named(field.label, null)
    if (!value) throw new PolicyFault(`nothing gives ${field.label}`)
    return written(value, typeWord(field))
  }

  /** An input as it comes out: a yearly figure with what this case adds to it. */
  #afterwards(field: FieldFact): Value {
    const place = this.#place(field.label)
    const changes = this.#facts.rules.accumulations.filter(
      (ruled) => this.#facts.inputs.get(ruled.rule.name.text) === field && isInForce(ruled, place),
    )
    const after = changes.reduce((value, { rule }) => {
      const amount = as('number', evaluate(rule.amount, place)).is
      return onEach(value, (before) => (rule.direction === 'adds' ? fraction.plus : fraction.minus)(before, amount))
    }, this.#field(field))
    const isBelow = after.kind === 'number' && after.unit === 'money' && fraction.isLess(after.is, fraction.zero)
    if (isBelow) throw new Refused({ code: 'amount-outside', path: field.id, label: field.label })
    return after
  }
}

/** Each part of a match; an end of validity that is not given is none. */
function isRowMeant(condition: Expression, place: Place): boolean {
  if (condition.kind === 'parens') return isRowMeant(condition.inner, place)
  if (condition.kind === 'logic') return condition.operands.every((operand) => isRowMeant(operand, place))
  if (condition.kind !== 'compare') throw new PolicyFault('a match compares')
  const [left, right] = [evaluate(condition.left, place), evaluate(condition.right, place)]
  if (left.kind === 'absent' || right.kind === 'absent') return condition.operator !== 'equals'
  if (left.kind === 'day' || left.kind === 'number') return compare(condition.operator, left, right)
  return JSON.stringify(left) === JSON.stringify(right)
}

/** A flat rate, where other rules of the name have bands. */
const oneBand = (rate: Fraction): Value => ({ kind: 'bands', edges: [], rates: [rate] })

function isInForce({ when }: Ruled, place: Place): boolean {
  return when === null || holds(when, place)
}

function onEach(value: Value, change: (each: Fraction) => Fraction): Value {
  if (value.kind === 'bands') return { ...value, rates: value.rates.map(change) }
  const { unit, is } = as('number', value)
  return number(unit, change(is))
}

/** What several rules that hold at once say, which has to be the same. */
function agreed(label: string, values: readonly Value[]): Value | null {
  const [first] = values
  const text = (value: Value | undefined): string =>
    JSON.stringify(value, (_, each: unknown) => (typeof each === 'bigint' ? `${each}` : each))
  if (values.some((value) => value !== first && text(value) !== text(first)))
    throw new PolicyFault(`${label} has two values`)
  return first ?? null
}

function refusalsOf(ask: () => unknown): Refusal[] {
  try {
    ask()
    return []
  } catch (problem) {
    if (problem instanceof Refused) return [problem.refusal]
    throw problem
  }
}

function refused(refusals: readonly Refusal[]): Verdict {
  return { ok: false, refusals }
}
