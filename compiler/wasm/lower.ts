import { OPEN_ENDED, parseDate } from '../../runtime/date.ts'
import { areaPrefix } from '../../runtime/region.ts'
import { parse } from '../../runtime/rational.ts'
import type { Expr } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import { condition, hindered, number, type LaneValue, type Surroundings } from './surroundings.ts'
import { lowerDate } from './lower-date.ts'
import { integral } from './integral.ts'
import type { Lanes } from './lanes.ts'
import { constantOf, type Mask } from './nodes.ts'
import {
  combined,
  commonOver,
  difference,
  product,
  reduced,
  rescaled,
  rounded,
  sum,
  type Quantity,
} from './quantity.ts'

type Of<Kind extends Expr['kind']> = Extract<Expr, { kind: Kind }>

export function lowerExpression(expr: Expr, here: Surroundings): LaneValue | null {
  const { lanes } = here
  switch (expr.kind) {
    case 'constant':
      return constantValue(expr, here)
    case 'input':
      return here.inputs.get(expr.path) ?? hindered(expr, here)
    case 'ref':
      return here.definitions.get(expr.id) ?? hindered(expr, here)
    case 'arithmetic':
      return arithmetic(expr, here)
    case 'compare': {
      const [left, right] = [lowerExpression(expr.left, here), lowerExpression(expr.right, here)]
      if (!left || !right) return null
      if (left.kind === 'date' && right.kind === 'date') {
        return condition(lanes.compare(expr.operator, left.numbers, right.numbers))
      }
      if (left.kind !== 'number' || right.kind !== 'number') return hindered(expr, here)
      const over = commonOver(lanes, [left, right])
      return condition(lanes.compare(expr.operator, rescaled(lanes, left, over), rescaled(lanes, right, over)))
    }
    case 'isOneOf': {
      const value = lowerExpression(expr.value, here)
      if (!value) return null
      if (value.kind !== 'choice') return hindered(expr, here)
      const places = expr.members.map((member) => placeOf(member, expr.value.type, here))
      const isOne = places.reduce<Mask>(
        (any, place) => lanes.or(any, lanes.compare('equal', value.numbers, lanes.constant(place))),
        lanes.always(false),
      )
      return condition(lanes.and(value.given, isOne))
    }
    case 'liesIn':
      return liesIn(expr, here)
    case 'widen': {
      const region = lowerExpression(expr.region, here)
      if (!region) return null
      if (region.kind !== 'region') return hindered(expr, here)
      return widened(region, expr.level === 'province' ? 2 : 4, lanes)
    }
    case 'and':
    case 'or': {
      let all = lanes.always(expr.kind === 'and')
      let isWhole = true
      for (const operand of expr.operands) {
        const reached = lanes.and(here.reached, expr.kind === 'and' ? all : lanes.not(all))
        const mask = lowerCondition(operand, { ...here, reached })
        if (!mask) isWhole = false
        else all = expr.kind === 'and' ? lanes.and(all, mask) : lanes.or(all, mask)
      }
      return isWhole ? condition(all) : null
    }
    case 'not': {
      const mask = lowerCondition(expr.operand, here)
      return mask && condition(lanes.not(mask))
    }
    case 'cases':
      return cases(expr, here)
    case 'schedule': {
      const rates = expr.rates.map((rate) => lowerExpression(rate, here)).filter((rate) => rate?.kind === 'number')
      return rates.length === expr.rates.length ? { kind: 'schedule', rates } : null
    }
    case 'integrate': {
      const [schedule, from, to] = [expr.schedule, expr.from, expr.to].map((part) => lowerExpression(part, here))
      if (!schedule || !from || !to) return null
      const { type } = expr.schedule
      if (schedule.kind !== 'schedule' || type.kind !== 'schedule' || from.kind !== 'number' || to.kind !== 'number') {
        return hindered(expr, here)
      }
      return number(integral(lanes, type.edges, schedule.rates, from, to), lanes.always(true))
    }
    case 'round': {
      const value = lowerExpression(expr.value, here)
      const round = (each: Quantity): Quantity => rounded(lanes, each, expr.decimals, expr.mode)
      if (!value) return null
      if (value.kind === 'schedule') return { kind: 'schedule', rates: value.rates.map(round) }
      return value.kind === 'number' ? number(round(value), value.given) : hindered(expr, here)
    }
    case 'orElse': {
      const value = lowerExpression(expr.value, here)
      if (!value || value.kind === 'condition' || value.kind === 'schedule') return value && hindered(expr, here)
      const fallback = lowerExpression(expr.fallback, {
        ...here,
        reached: lanes.and(here.reached, lanes.not(value.given)),
      })
      return fallback && (either(value.given, value, fallback, lanes) ?? hindered(expr, here))
    }
    case 'isGiven': {
      const mask = here.pairs.get(expr.key)
      return mask ? condition(mask) : hindered(expr, here)
    }
    case 'isAbsent': {
      const value = lowerExpression(expr.value, here)
      if (!value) return null
      return condition('given' in value ? lanes.not(value.given) : lanes.always(false))
    }
    case 'exactly': {
      const [value, limit] = [lowerExpression(expr.value, here), lowerExpression(expr.limit, here)]
      if (!value || !limit) return null
      if (value.kind !== 'number' || limit.kind !== 'number') return hindered(expr, here)
      const over = commonOver(lanes, [value, limit])
      const amount = rescaled(lanes, value, over)
      const isBelow = lanes.compare('less', amount, lanes.constant(0))
      const isAbove = lanes.compare('less', rescaled(lanes, limit, over), amount)
      here.leave(lanes.and(here.reached, lanes.or(isBelow, isAbove)))
      return { ...value, numbers: lanes.within(amount, 0, amount.most), over }
    }
    case 'addDays':
    case 'addMonths':
    case 'boundary':
    case 'monthOf':
    case 'fullYears':
      return lowerDate(expr, here, (part) => lowerExpression(part, here))
    case 'field':
    case 'fold':
    case 'listAll':
    case 'lookup':
      return hindered(expr, here)
  }
}

/** Null where it can't be computed in lanes. */
export function lowerCondition(expr: Expr, here: Surroundings): Mask | null {
  const value = lowerExpression(expr, here)
  return value?.kind === 'condition' ? value.mask : null
}

function constantValue(expr: Of<'constant'>, here: Surroundings): LaneValue | null {
  const { lanes } = here
  const { value, type } = expr
  const always = lanes.always(true)
  switch (value.kind) {
    case 'exact': {
      const { n, d } = parse(value.exact)
      return number({ numbers: lanes.constant(Number(n)), over: d }, always)
    }
    case 'date':
      return { kind: 'date', numbers: lanes.constant(parseDate(value.date) ?? OPEN_ENDED), given: always }
    case 'openEnded':
      return { kind: 'date', numbers: lanes.constant(OPEN_ENDED), given: always }
    case 'region':
      return {
        kind: 'region',
        numbers: lanes.constant(Number(value.prefix)),
        digits: value.prefix.length,
        given: always,
      }
    case 'boolean':
      return condition(lanes.always(value.is))
    case 'member':
      return { kind: 'choice', numbers: lanes.constant(placeOf(value.member, type, here)), given: always }
    case 'absent':
      return absentValue(expr, here)
    case 'text':
      return hindered(expr, here)
  }
}

function absentValue(expr: Expr, here: Surroundings): LaneValue | null {
  const { lanes } = here
  const type = expr.type.kind === 'optional' ? expr.type.of : expr.type
  const [numbers, given] = [lanes.constant(0), lanes.always(false)]
  switch (type.kind) {
    case 'money':
    case 'rate':
    case 'points':
    case 'number':
    case 'months':
    case 'days':
    case 'age':
      return number({ numbers, over: 1n }, given)
    case 'date':
    case 'choice':
      return { kind: type.kind, numbers, given }
    case 'region':
      return { kind: 'region', numbers, digits: 6, given }
    case 'boolean':
    case 'text':
    case 'texts':
    case 'list':
    case 'schedule':
    case 'optional':
    case 'unknown':
      return hindered(expr, here)
  }
}

function placeOf(member: string, type: Type, { choices }: Surroundings): number {
  const of = type.kind === 'optional' ? type.of : type
  const members = of.kind === 'choice' ? choices.find(({ id }) => id === of.choices)?.members : undefined
  return members?.findIndex(({ id }) => id === member) ?? -1
}

function arithmetic(expr: Of<'arithmetic'>, here: Surroundings): LaneValue | null {
  const { lanes } = here
  const { operator, type } = expr
  const left = lowerExpression(expr.left, here)
  const right = lowerExpression(expr.right, here)
  if (!left || !right) return null
  const operation = (a: Quantity, b: Quantity): Quantity | null => {
    switch (operator) {
      case 'add':
        return sum(lanes, a, b)
      case 'subtract':
        return difference(lanes, a, b)
      case 'multiply':
        return product(lanes, a, b)
      case 'lesser':
        return combined(lanes, a, b, (one, other) => lanes.lesser(one, other))
      case 'greater':
        return combined(lanes, a, b, (one, other) => lanes.greater(one, other))
      case 'divide': {
        const divisor = constantOf(b.numbers)
        if (divisor === null || divisor === 0 || !Number.isSafeInteger(divisor)) return null
        const times = lanes.multiply(a.numbers, lanes.constant(Number(b.over) * Math.sign(divisor)))
        return reduced(lanes, { numbers: times, over: a.over * BigInt(Math.abs(divisor)) })
      }
    }
  }
  if (left.kind === 'number' && right.kind === 'number') {
    const result = operation(left, right)
    return result ? number(result, lanes.and(left.given, right.given)) : hindered(expr, here)
  }
  if (type.kind !== 'schedule') return hindered(expr, here)
  const [a, b] = [left, right].map((side, index) => {
    const own = (index === 0 ? expr.left : expr.right).type
    if (side.kind === 'number') return type.edges.map(() => side as Quantity).concat(side)
    return side.kind === 'schedule' && own.kind === 'schedule' && own.edges.join() === type.edges.join()
      ? side.rates
      : null
  })
  if (!a || !b) return hindered(expr, here)
  const rates = a.flatMap((rate, band) => operation(rate, b[band]!) ?? [])
  return rates.length === a.length ? { kind: 'schedule', rates } : hindered(expr, here)
}

function cases(expr: Of<'cases'>, here: Surroundings): LaneValue | null {
  const { lanes } = here
  let { reached } = here
  const rows: { readonly when: Mask; readonly value: LaneValue }[] = []
  for (const { when, value } of expr.branches) {
    const mask = lowerCondition(when, { ...here, reached })
    const lowered = lowerExpression(value, { ...here, reached: mask ? lanes.and(reached, mask) : reached })
    if (!mask || !lowered) continue
    rows.push({ when: mask, value: lowered })
    reached = lanes.and(reached, lanes.not(mask))
  }
  const isWhole = rows.length === expr.branches.length
  // Where nothing is stated nothing is used, by proof: the last branch will do.
  const otherwise = expr.otherwise ? lowerExpression(expr.otherwise, { ...here, reached }) : rows.pop()?.value
  if (!otherwise || !isWhole) return null
  let result: LaneValue = otherwise
  for (const { when, value } of rows.toReversed()) {
    const joined = either(when, value, result, lanes)
    if (!joined) return hindered(expr, here)
    result = joined
  }
  return result
}

/** One or the other; null where they are of kinds that have nothing in common. */
function either(when: Mask, one: LaneValue, other: LaneValue, lanes: Lanes): LaneValue | null {
  const joined = (a: Mask, b: Mask): Mask => lanes.or(lanes.and(when, a), lanes.and(lanes.not(when), b))
  if (one.kind === 'condition') return other.kind === 'condition' ? condition(joined(one.mask, other.mask)) : null
  if (one.kind === 'schedule') {
    if (other.kind !== 'schedule' || other.rates.length !== one.rates.length) return null
    const rates = one.rates.map((rate, band) =>
      combined(lanes, rate, other.rates[band]!, (a, b) => lanes.select(when, a, b)),
    )
    return { kind: 'schedule', rates }
  }
  if (other.kind === 'condition' || other.kind === 'schedule') return null
  const given = joined(one.given, other.given)
  if (one.kind === 'number' && other.kind === 'number') {
    return number(
      combined(lanes, one, other, (a, b) => lanes.select(when, a, b)),
      given,
    )
  }
  const numbers = lanes.select(when, one.numbers, other.numbers)
  if (one.kind === 'region') {
    return other.kind === 'region' && other.digits === one.digits ? { ...one, numbers, given } : null
  }
  return one.kind === other.kind && one.kind !== 'number' ? { kind: one.kind, numbers, given } : null
}

type Region = Extract<LaneValue, { kind: 'region' }>

function liesIn(expr: Of<'liesIn'>, here: Surroundings): LaneValue | null {
  const { lanes } = here
  const [place, area] = [lowerExpression(expr.place, here), lowerExpression(expr.area, here)]
  if (!place || !area) return null
  if (place.kind !== 'region' || area.kind !== 'region') return hindered(expr, here)
  const covers = (digits: number): Mask =>
    place.digits < digits
      ? lanes.always(false)
      : lanes.compare('equal', widened(place, digits, lanes).numbers, widened(area, digits, lanes).numbers)
  if (expr.area.kind === 'constant' && expr.area.value.kind === 'region') {
    return condition(covers(areaPrefix(expr.area.value.prefix).length))
  }
  if (area.digits < 6) return condition(covers(area.digits))
  // An area that ends in noughts is a prefecture or a province.
  const endsIn = (noughts: number): Mask =>
    lanes.compare('equal', lanes.multiply(lanes.divide(area.numbers, noughts), lanes.constant(noughts)), area.numbers)
  const branch = (when: Mask, then: Mask, otherwise: Mask): Mask =>
    lanes.or(lanes.and(when, then), lanes.and(lanes.not(when), otherwise))
  return condition(branch(endsIn(10_000), covers(2), branch(endsIn(100), covers(4), covers(6))))
}

function widened(region: Region, digits: number, lanes: Lanes): Region {
  if (region.digits <= digits) return region
  return { ...region, numbers: lanes.divide(region.numbers, 10 ** (region.digits - digits)), digits }
}
