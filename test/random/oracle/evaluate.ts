import type { Amount, CompareOperator, Expression, Quantified, Rounding, Unit } from '../../../grammar/tree.ts'
import { edgeOf, monthIn, readDay, shiftMonths, yearsBetween } from './calendar.ts'
import { isoOf } from './facts.ts'
import * as fraction from './fraction.ts'
import type { Fraction, Mode } from './fraction.ts'
import { as, number, PolicyFault, Refused, truth, type NumberUnit, type Value } from './value.ts'

/** Where an expression stands. */
export interface Place {
  /** The value of a name; null where it is none. */
  readonly named: (name: string, place: Place) => Value | null
  /** Whether the case has a record that it may lack. */
  readonly isGiven: (record: string) => boolean
  /** The places of the elements of a list. */
  readonly each: (list: string) => readonly Place[]
  /** The identifier of a member of a choice. */
  readonly member: (choices: string, name: string) => string | null
  /** The choices of which a field that may be absent is one. */
  readonly choicesOf: (expression: Expression) => string | null
  /** What is being worked out. */
  readonly label: string
}

/** The value of an expression; `choices` are those whose members are meant. */
export function evaluate(expression: Expression, place: Place, choices: string | null = null): Value {
  const value = (part: Expression): Value => evaluate(part, place)
  switch (expression.kind) {
    case 'parens':
      return evaluate(expression.inner, place, choices)
    case 'number':
      return number('number', fraction.read(expression.digits))
    case 'fraction':
      return number('number', fraction.read(`${expression.numerator}/${expression.denominator}`))
    case 'quantity':
      return quantity(expression.digits, expression.unit)
    case 'date':
      return { kind: 'day', is: readDay(isoOf(expression)) }
    case 'text':
      return { kind: 'text', is: expression.value }
    case 'openEnded':
      return { kind: 'day', is: Infinity }
    case 'absent':
      return { kind: 'absent' }
    case 'name':
      return name(expression.text, place, choices)
    case 'call':
      if (['给出', 'provided'].includes(expression.callee.text))
        return truth(expression.arguments.some((record) => record.kind === 'name' && place.isGiven(record.text)))
      if (isAbsent(expression, place)) return { kind: 'absent' }
      return call(expression.callee.text, expression.arguments.map(value))
    case 'arithmetic':
      if (isAbsent(expression, place)) return { kind: 'absent' }
      return arithmetic(expression, value(expression.left), value(expression.right), place)
    case 'compare':
      return truth(compare(expression.operator, value(expression.left), value(expression.right)))
    case 'membership': {
      const left = value(expression.left)
      return truth(expression.members.some((member) => isIn(left, member, place)) !== expression.negated)
    }
    case 'logic':
      return truth(
        expression.operator === 'and'
          ? expression.operands.every((operand) => holds(operand, place))
          : expression.operands.some((operand) => holds(operand, place)),
      )
    case 'not':
      return truth(!holds(expression.operand, place))
    case 'orElse': {
      const given = evaluate(expression.value, place, choices)
      return given.kind === 'absent'
        ? evaluate(expression.fallback, place, choices ?? place.choicesOf(expression.value))
        : given
    }
    case 'quantified':
      return quantified(expression, place)
    case 'missing':
      throw new PolicyFault('something is missing')
  }
}

/** Is a name absent that the value is computed from? */
function isAbsent(expression: Expression, place: Place): boolean {
  switch (expression.kind) {
    case 'name':
      return evaluate(expression, place).kind === 'absent'
    case 'parens':
      return isAbsent(expression.inner, place)
    case 'arithmetic':
      return isAbsent(expression.left, place) || isAbsent(expression.right, place)
    case 'call':
      return expression.arguments.some((each) => isAbsent(each, place))
    case 'number':
    case 'fraction':
    case 'quantity':
    case 'date':
    case 'text':
    case 'openEnded':
    case 'absent':
    case 'compare':
    case 'membership':
    case 'logic':
    case 'not':
    case 'orElse':
    case 'quantified':
    case 'missing':
      return false
  }
}

export function holds(expression: Expression, place: Place): boolean {
  return as('truth', evaluate(expression, place)).is
}

function name(text: string, place: Place, choices: string | null): Value {
  const member = choices === null ? null : place.member(choices, text)
  if (choices !== null && member !== null) return { kind: 'member', of: choices, is: member }
  const found = place.named(text, place)
  if (found) return found
  if (text === '是' || text === 'yes') return truth(true)
  if (text === '否' || text === 'no') return truth(false)
  throw new PolicyFault(`${text} has no value here`)
}

/** Is a value the member, or does a place lie in the area? */
export function isIn(value: Value, member: Expression, place: Place): boolean {
  if (value.kind === 'member') return as('member', evaluate(member, place, value.of)).is === value.is
  const area = as('place', evaluate(member, place)).is
  return as('place', value).is.startsWith(area.length === 6 ? area.replace(/(00)+$/, '') : area)
}

function quantity(digits: string, unit: Unit): Value {
  const value = fraction.read(digits)
  const [as, factor] = ((): [NumberUnit, string] => {
    switch (unit) {
      case 'yuan':
        return ['money', '1']
      case 'wanYuan':
        return ['money', '10000']
      case 'yiYuan':
        return ['money', '100000000']
      case 'percent':
        return ['rate', '1/100']
      case 'points':
        return ['points', '1/100']
      case 'years':
        return ['months', '12']
      case 'months':
        return ['months', '1']
      case 'days':
        return ['days', '1']
      case 'yearsOld':
        return ['age', '1']
    }
  })()
  return number(as, fraction.times(value, fraction.read(factor)))
}

function call(callee: string, values: readonly Value[]): Value {
  const [first, second] = values
  if (!first) throw new PolicyFault(`${callee} needs a value`)
  const extreme = (choose: (a: Fraction, b: Fraction) => Fraction): Value => {
    const numbers = values.map((each) => as('number', each))
    return number(as('number', first).unit, numbers.map(({ is }) => is).reduce(choose))
  }
  switch (callee) {
    case '足岁':
    case 'fullYears': {
      const years = yearsBetween(as('day', first).is, as('day', second ?? first).is)
      return number('age', fraction.read(String(years)))
    }
    case '月份':
    case 'monthOf':
      return number('months', fraction.read(String(monthIn(as('day', first).is))))
    case '月初':
    case 'firstOfMonth':
      return { kind: 'day', is: edgeOf(as('day', first).is, true, false) }
    case '月末':
    case 'lastOfMonth':
      return { kind: 'day', is: edgeOf(as('day', first).is, false, false) }
    case '年初':
    case 'firstOfYear':
      return { kind: 'day', is: edgeOf(as('day', first).is, true, true) }
    case '年末':
    case 'lastOfYear':
      return { kind: 'day', is: edgeOf(as('day', first).is, false, true) }
    case '所在省':
    case 'provinceOf':
      return { kind: 'place', is: as('place', first).is.slice(0, 2) }
    case '所在市':
    case 'prefectureOf':
      return { kind: 'place', is: as('place', first).is.slice(0, 4) }
    case '较小者':
    case 'lesser':
      return extreme(fraction.least)
    case '较大者':
    case 'greater':
      return extreme(fraction.most)
  }
  throw new PolicyFault(`${callee} is no function`)
}

type Arithmetic = Extract<Expression, { readonly kind: 'arithmetic' }>

function arithmetic({ operator, left: written }: Arithmetic, left: Value, right: Value, place: Place): Value {
  if (left.kind === 'day') return shifted(left.is, operator === 'minus', as('number', right))
  const isWhole = written.kind === 'quantity' && written.unit === 'percent' && Number(written.digits) === 100
  if (left.kind === 'bands' || right.kind === 'bands') {
    const bands = left.kind === 'bands' ? left : as('bands', right)
    const rates = bands.rates.map((rate) => {
      const [a, b] = left.kind === 'bands' ? [number('rate', rate), right] : [left, number('rate', rate)]
      return calculate(operator, as('number', a), as('number', b), isWhole, place).is
    })
    return { ...bands, rates }
  }
  return calculate(operator, as('number', left), as('number', right), isWhole, place)
}

type Numeric = Extract<Value, { readonly kind: 'number' }>

function calculate(operator: Arithmetic['operator'], a: Numeric, b: Numeric, isWhole: boolean, place: Place): Numeric {
  const make = (unit: NumberUnit, is: Fraction): Numeric => ({ kind: 'number', unit, is })
  switch (operator) {
    case 'plus':
    case 'raisedBy':
      if (a.unit === 'rate' && b.unit === 'points') return make('rate', raised(a.is, b.is))
      return make(a.unit === 'rate' ? 'points' : a.unit, fraction.plus(a.is, b.is))
    case 'minus':
    case 'loweredBy':
      if (a.unit === 'rate' && b.unit === 'points') return make('rate', lowered(a.is, b.is))
      // What is left of a whole is a rate; any other difference of rates is points.
      return make(a.unit === 'rate' && !isWhole ? 'points' : a.unit, fraction.minus(a.is, b.is))
    case 'times':
      return make(unitOfProduct(a.unit, b.unit), fraction.times(a.is, b.is))
    case 'divide':
      if (b.is.n === 0n) throw new Refused({ code: 'division-by-zero', path: '', label: place.label })
      return make(a.unit === b.unit ? 'number' : a.unit, fraction.over(a.is, b.is))
  }
}

/** Never below nothing, and not above the whole unless the rate was so before. */
export function lowered(rate: Fraction, points: Fraction): Fraction {
  const value = fraction.most(fraction.minus(rate, points), fraction.zero)
  return fraction.least(value, fraction.most(rate, fraction.one))
}
/** Never above the whole, and not below nothing unless the rate was so before. */
export function raised(rate: Fraction, points: Fraction): Fraction {
  const value = fraction.least(fraction.plus(rate, points), fraction.one)
  return fraction.most(value, fraction.least(rate, fraction.zero))
}

function unitOfProduct(a: NumberUnit, b: NumberUnit): NumberUnit {
  const ranks: readonly NumberUnit[] = ['money', 'months', 'points', 'rate']
  return ranks.find((unit) => a === unit || b === unit) ?? a
}

function shifted(day: number, back: boolean, by: Numeric): Value {
  if (by.is.d !== 1n) throw new PolicyFault('a date is moved by a part of a month')
  const count = Number(by.is.n) * (back ? -1 : 1)
  return { kind: 'day', is: by.unit === 'months' ? shiftMonths(day, count) : day + count }
}

export function compare(operator: CompareOperator, left: Value, right: Value): boolean {
  const isLess = (a: Value, b: Value): boolean =>
    a.kind === 'day' ? a.is < as('day', b).is : fraction.isLess(as('number', a).is, as('number', b).is)
  switch (operator) {
    case 'below':
    case 'before':
      return isLess(left, right)
    case 'moreThan':
    case 'after':
      return isLess(right, left)
    case 'atLeast':
    case 'notBefore':
      return !isLess(left, right)
    case 'atMost':
    case 'notAfter':
      return !isLess(right, left)
    case 'equals':
      return !isLess(left, right) && !isLess(right, left)
  }
}

function quantified({ quantifier, list, taking, suchThat }: Quantified, place: Place): Value {
  const isMeant = (element: Place): boolean => suchThat === null || holds(suchThat, element)
  const elements = place.each(list.text)
  switch (quantifier) {
    case 'any':
      return truth(elements.some(isMeant))
    case 'all':
      return truth(elements.every(isMeant))
    case 'count':
      return number('number', fraction.read(String(elements.filter(isMeant).length)))
    case 'sum': {
      if (!taking) throw new PolicyFault('a sum of nothing')
      const values = elements.filter(isMeant).map((element) => as('number', evaluate(taking, element)))
      return number(values[0]?.unit ?? 'number', values.map(({ is }) => is).reduce(fraction.plus, fraction.zero))
    }
  }
}

const roundings: Readonly<Record<Rounding, readonly [Mode, number]>> = {
  halfUpFen: ['halfUp', 2],
  halfUpYuan: ['halfUp', 0],
  upMonth: ['up', 0],
  upFen: ['up', 2],
  downFen: ['down', 2],
  halfEvenFen: ['halfEven', 2],
}

/** An amount: not below zero where that is said, then rounded. */
export function evaluateAmount(amount: Amount, place: Place, choices: string | null = null): Value {
  return finish(amount, evaluate(amount.value, place, choices))
}

export function finish({ floorZero, rounding }: Amount, value: Value): Value {
  if ((!floorZero && !rounding) || value.kind === 'absent') return value
  const { unit, is } = as('number', value)
  const floored = floorZero ? fraction.most(is, fraction.zero) : is
  return number(unit, rounding ? fraction.roundTo(floored, roundings[rounding][1], roundings[rounding][0]) : floored)
}
