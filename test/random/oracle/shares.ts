import type { Expression, Split } from '../../../grammar/tree.ts'
import { evaluate, evaluateAmount, finish, holds, type Place } from './evaluate.ts'
import type { Facts } from './facts.ts'
import * as fraction from './fraction.ts'
import type { Fraction } from './fraction.ts'
import type { Memory } from './memory.ts'
import { as, number, PolicyFault, Refused, type Value } from './value.ts'

const sum = (numbers: readonly Fraction[]): Fraction => numbers.reduce(fraction.plus, fraction.zero)

/** An element of a list, from 0. */
export interface Element {
  readonly list: string
  readonly index: number
}

type Splitting = Facts['rules']['splits'][number]

/** What the shares hold in one case. */
export class Shares {
  readonly #facts: Facts
  readonly #placeOf: (label: string, element?: Element | null) => Place
  readonly #elements: (list: string) => readonly Element[]
  readonly #memory: Memory

  constructor(
    facts: Facts,
    placeOf: (label: string, element?: Element | null) => Place,
    elements: (list: string) => readonly Element[],
    memory: Memory,
  ) {
    this.#facts = facts
    this.#placeOf = placeOf
    this.#elements = elements
    this.#memory = memory
  }

  /** The lines of a share and what was moved into it, less what was moved out of it. */
  of(label: string): Fraction {
    return this.#memory.remember(`share ${label}`, () => {
      const out = this.#facts.rules.moves.flatMap(({ rule }, index) =>
        this.#names(rule.outOf, label) ? [this.#moved(index, label)] : [],
      )
      return fraction.minus(this.#beforeMoves(label), sum(out))
    })
  }

  #names(names: readonly { readonly text: string }[], label: string): boolean {
    return names.some(({ text }) => this.#facts.labelOf(text) === label)
  }

  #beforeMoves(label: string): Fraction {
    return this.#memory.remember(`posted ${label}`, () => {
      const { splits, moves } = this.#facts.rules
      const place = this.#placeOf(label)
      const posting = splits.filter(({ rule }) => rule.lines.some(({ into }) => this.#names([into], label)))
      const posted = posting
        .filter(({ when }) => when === null || holds(when, place))
        .flatMap((split) =>
          split.rule.lines.flatMap(({ into }, index) =>
            this.#names([into], label)
              ? this.#elementsOf(split).map((element) => this.#line(split, index, element))
              : [],
          ),
        )
      const incoming = moves.flatMap(({ rule }, index) =>
        this.#names([rule.into], label)
          ? rule.outOf.map(({ text }) => this.#moved(index, this.#facts.labelOf(text)))
          : [],
      )
      return sum([...posted, ...incoming])
    })
  }

  /** How much a move takes out of one of its shares: in their order, never more than a share has left. */
  #moved(index: number, share: string): Fraction {
    return this.#memory.remember(`move ${index} ${share}`, () => {
      const { moves } = this.#facts.rules
      const ruled = moves[index]
      if (!ruled) throw new PolicyFault('no such move')
      const { rule, when } = ruled
      const place = this.#placeOf(this.#facts.labelOf(rule.into.text))
      if (when && !holds(when, place)) return fraction.zero
      const labels = rule.outOf.map(({ text }) => this.#facts.labelOf(text))
      const before = labels.slice(0, labels.indexOf(share)).map((each) => this.#moved(index, each))
      const wanted = fraction.minus(as('number', evaluateAmount(rule.amount, place)).is, sum(before))
      const earlier = moves
        .slice(0, index)
        .flatMap((other, at) => (this.#names(other.rule.outOf, share) ? [this.#moved(at, share)] : []))
      const held = fraction.minus(this.#beforeMoves(share), sum(earlier))
      return fraction.least(held, fraction.most(wanted, fraction.zero))
    })
  }

  /** Of what a split speaks: of each element of a list, or of the whole case. */
  #elementsOf({ over }: Splitting): readonly (Element | null)[] {
    return over === null ? [null] : this.#elements(over)
  }

  /** The amount of one line: from what the lines before it have left. */
  #line(splitting: Splitting, index: number, element: Element | null): Fraction {
    const split = splitting.rule
    const at = this.#facts.rules.splits.indexOf(splitting)
    return this.#memory.remember(`line ${at} ${index} ${element?.index ?? ''}`, () => {
      const line = split.lines[index]
      if (!line) throw new PolicyFault('no such line')
      const place = this.#placeOf(this.#facts.labelOf(line.into.text), element)
      const taken = sum(split.lines.slice(0, index).map((_, earlier) => this.#line(splitting, earlier, element)))
      const whole = as('number', evaluate(split.amount, place)).is
      const path = this.#recordOf(splitting)
      if (fraction.isLess(whole, fraction.zero)) throw outside(this.#facts.labelOf(nameOf(split.amount)), path)
      const rest = fraction.minus(whole, taken)
      switch (line.mode) {
        case 'theRest':
          return rest
        case 'upTo':
          return fraction.least(rest, fraction.most(amountOf(line.amount, place), fraction.zero))
        case 'exactly':
          return within(rest, amountOf(line.amount, place), place, path)
        case 'atRate': {
          if (!line.amount) throw new PolicyFault('a rate is missing')
          const rate = finish({ ...line.amount, rounding: null }, evaluate(line.amount.value, place))
          const start = split.bandedFrom ? as('number', evaluate(split.bandedFrom, place)).is : fraction.zero
          const from = fraction.plus(start, taken)
          const paid =
            rate.kind === 'bands'
              ? marginal(rate, from, fraction.plus(from, rest))
              : fraction.times(rest, as('number', rate).is)
          return within(
            rest,
            as('number', finish({ ...line.amount, floorZero: false }, number('money', paid))).is,
            place,
            path,
          )
        }
      }
    })
  }

  /** Where an amount that is split comes from: `costs` of `costs.total`, or of a name that is just that; the list of an element. */
  #recordOf({ rule: { amount }, over }: Splitting): string {
    const { inputs, lists, rules, labelOf } = this.#facts
    const inputOf = (expression: Expression): string | undefined => {
      const field = inputs.get(nameOf(expression))
      return field?.list === null ? field.id.replace(/\.[^.]*$/, '') : undefined
    }
    const general = rules.terms.get(labelOf(nameOf(amount)))?.general ?? []
    const [stated] = general.flatMap(({ rule }) =>
      rule.kind === 'define' && !rule.value.floorZero && !rule.value.rounding ? (inputOf(rule.value.value) ?? []) : [],
    )
    return inputOf(amount) ?? stated ?? (over === null ? '' : (lists.get(over) ?? over))
  }
}

/** A line takes no more than there is, and nothing below zero. */
function within(rest: Fraction, amount: Fraction, { label }: Place, path: string): Fraction {
  if (fraction.isLess(amount, fraction.zero) || fraction.isLess(rest, amount)) throw outside(label, path)
  return amount
}

const outside = (label: string, path: string): Refused => new Refused({ code: 'amount-outside', path, label })
const nameOf = (expression: Expression): string => (expression.kind === 'name' ? expression.text : '')

function amountOf(amount: Split['lines'][number]['amount'], place: Place): Fraction {
  if (!amount) throw new PolicyFault('an amount is missing')
  return as('number', evaluateAmount(amount, place)).is
}

/** The amount between two positions, each part of it at its own rate. */
function marginal({ edges, rates }: Extract<Value, { kind: 'bands' }>, from: Fraction, to: Fraction): Fraction {
  return rates.reduce((total, rate, band) => {
    const [floor, ceiling] = [edges[band - 1], edges[band]]
    const start = floor ? fraction.most(from, floor) : from
    const end = ceiling ? fraction.least(to, ceiling) : to
    return fraction.isLess(start, end) ? fraction.plus(total, fraction.times(rate, fraction.minus(end, start))) : total
  }, fraction.zero)
}
