import { chance, pick } from '../draw.ts'
import { dateExpression } from './dated.ts'
import { atLeast, leaf } from './leaf.ts'
import { typeOf, use, visible, type Expression, type Kind, type Scope, type World } from './world.ts'

/** A random number with a unit. Deeper ones have smaller chances. */
export function numeric(world: World, scope: Scope, kind: Kind, depth = 2): Expression {
  const { draw } = world
  if (depth <= 0 || !chance(draw, 55)) return leaf(world, scope, kind)
  const forms = operations[kind] ?? []
  const form = forms.length > 0 ? pick(draw, forms) : null
  return form?.(world, scope, depth - 1) ?? leaf(world, scope, kind)
}

type Form = (world: World, scope: Scope, depth: number) => Expression | null

const most = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : Math.max(a, b))
const sum = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b)

const plusOrMinus =
  (kind: Kind): Form =>
  (world, scope, depth) => {
    const left = numeric(world, scope, kind, depth)
    const right = numeric(world, scope, kind, depth)
    const sign = pick(world.draw, ['+', world.words.minus])
    const decimals = most(left.type.decimals, right.type.decimals)
    return {
      text: `${atLeast(world, left, 5)} ${sign} ${atLeast(world, right, 6)}`,
      rank: 5,
      type: typeOf(kind, decimals),
    }
  }

const times =
  (result: Kind, one: Kind, other: Kind): Form =>
  (world, scope, depth) => {
    const pair = [numeric(world, scope, one, depth), numeric(world, scope, other, depth)]
    const [left, right] = chance(world.draw, 30) ? pair.toReversed() : pair
    if (!left || !right) return null
    const decimals = sum(left.type.decimals, right.type.decimals)
    const text = `${atLeast(world, left, 6)} ${world.words.times} ${atLeast(world, right, 7)}`
    return { text, rank: 6, type: typeOf(result, decimals) }
  }

/** Divided by a constant, or by something that may be zero in some case. */
const dividedBy =
  (result: Kind, dividend: Kind, divisor: Kind): Form =>
  (world, scope, depth) => {
    const left = numeric(world, scope, dividend, depth)
    const constant = pick(world.draw, divisors[divisor] ?? [])
    const names = visible(world, scope, ({ type }) => type.kind === divisor && !type.isOptional)
    const name = names.length > 0 && chance(world.draw, 40) ? pick(world.draw, names) : null
    const right = name ? use(world, scope, name) : constant.write(world)
    const decimals = name ? null : sum(left.type.decimals, constant.extra)
    const text = `${atLeast(world, left, 6)} ${world.words.divide} ${right}`
    return { text, rank: 6, type: typeOf(result, decimals) }
  }

interface Divisor {
  readonly write: (world: World) => string
  /** How many decimals dividing by it adds. */
  readonly extra: number | null
}
const number = (digits: string, extra: number | null): Divisor => ({ write: () => digits, extra })
const quantity = (digits: string, unit: 'yuan' | 'months' | 'percent' | 'points', extra: number | null): Divisor => ({
  write: ({ words }) => words.quantity(digits, unit),
  extra,
})
const divisors: Partial<Record<Kind, readonly Divisor[]>> = {
  number: [number('2', 1), number('4', 2), number('3', null), number('0.5', 0), number('7/4', null), number('10', 1)],
  months: [quantity('12', 'months', null), quantity('10', 'months', 1), quantity('2', 'months', 1)],
  money: [quantity('100', 'yuan', 2), quantity('600', 'yuan', null), quantity('0.5', 'yuan', 0)],
  rate: [quantity('50', 'percent', 0), quantity('30', 'percent', null), quantity('80', 'percent', 2)],
  points: [quantity('5', 'points', 0), quantity('6.3', 'points', null)],
}

const extreme =
  (kind: Kind): Form =>
  (world, scope, depth) => {
    const count = pick(world.draw, [2, 2, 3])
    const parts = Array.from({ length: count }, () => numeric(world, scope, kind, depth))
    const callee = pick(world.draw, [world.words.word('较小者', 'lesser'), world.words.word('较大者', 'greater')])
    const decimals = parts.map((part) => part.type.decimals).reduce(most)
    const text = `${callee}${world.words.parens(parts.map((part) => part.text).join(world.words.comma))}`
    return { text, rank: 7, type: typeOf(kind, decimals) }
  }

const inParens =
  (kind: Kind): Form =>
  (world, scope, depth) => {
    const inner = numeric(world, scope, kind, depth)
    return { text: world.words.parens(inner.text), rank: 7, type: inner.type }
  }

/** An optional field, or something else where it is not filled in. */
const orElse =
  (kind: Kind): Form =>
  (world, scope, depth) => {
    const [value] = visible(world, scope, ({ type }) => type.kind === kind && type.isOptional)
    if (!value) return null
    const fallback = numeric(world, scope, kind, depth)
    const text = `${use(world, scope, value)} ${world.words.keyword('OrElse')} ${atLeast(world, fallback, 5)}`
    return { text, rank: 4, type: typeOf(kind, most(value.type.decimals, fallback.type.decimals)) }
  }

const summed =
  (kind: Kind): Form =>
  (world, scope, depth) => {
    const { list, words } = world
    if (!list || scope.isInFold || scope.over) return null
    const inside: Scope = { ...scope, over: true, isInFold: true }
    const value = numeric(world, inside, kind, Math.min(depth, 1))
    const head = `${words.keyword('Sum')} ${pick(world.draw, [list.label, list.id])}`
    const where = chance(world.draw, 60) ? ` ${words.keyword('SuchThat')} ${world.condition(inside, 1).text}` : ''
    const text = `${head} ${words.keyword('Taking')} ${atLeast(world, value, 5)}${where}`
    return { text: words.parens(text), rank: 7, type: value.type }
  }

const counted: Form = (world, scope) => {
  const { list, words } = world
  if (!list || scope.isInFold || scope.over) return null
  const inside: Scope = { ...scope, over: true, isInFold: true }
  const where = chance(world.draw, 80) ? ` ${words.keyword('SuchThat')} ${world.condition(inside, 1).text}` : ''
  const text = `${words.keyword('Count')} ${pick(world.draw, [list.label, list.id])}${where}`
  return { text: words.parens(text), rank: 7, type: typeOf('number', 0) }
}

/** A rate lowered or raised by points; a sum of a rate and points says the same. */
const adjusted: Form = (world, scope, depth) => {
  const rate = numeric(world, scope, 'rate', depth)
  const points = leaf(world, scope, 'points')
  const { words } = world
  const operator = pick(world.draw, [words.keyword('LoweredBy'), words.keyword('RaisedBy'), '+', words.minus])
  const decimals = most(rate.type.decimals, points.type.decimals)
  return {
    text: `${atLeast(world, rate, 5)} ${operator} ${atLeast(world, points, 6)}`,
    rank: 5,
    type: typeOf('rate', decimals),
  }
}

/** A constant rate must not be above the whole. */
const partOfRate: Form = (world, scope, depth) => {
  const { draw, words } = world
  const rate = numeric(world, scope, 'rate', depth)
  const names = visible(world, scope, ({ type }) => type.kind === 'number' && !type.isOptional)
  if (names.length > 0 && chance(draw, 40)) {
    const text = `${atLeast(world, rate, 6)} ${words.times} ${use(world, scope, pick(draw, names))}`
    return { text, rank: 6, type: typeOf('rate', null) }
  }
  const [sign, digits, extra] = pick(draw, [
    [words.times, '0.5', 1] as const,
    [words.times, '4/5', 1] as const,
    [words.divide, '2', 1] as const,
    [words.divide, '3', null] as const,
  ])
  const type = typeOf('rate', sum(rate.type.decimals, extra))
  return { text: `${atLeast(world, rate, 6)} ${sign} ${digits}`, rank: 6, type }
}

const recklessly =
  (form: Form): Form =>
  (world, scope, depth) =>
    world.isReckless ? form(world, scope, depth) : null

const restOfWhole: Form = (world, scope, depth) => {
  const { words } = world
  const rate = numeric(world, scope, 'rate', depth)
  const text = `${words.quantity('100', 'percent')} ${words.minus} ${atLeast(world, rate, 6)}`
  return { text, rank: 5, type: typeOf('rate', rate.type.decimals) }
}

const differenceOfRates: Form = (world, scope, depth) => {
  const [left, right] = [numeric(world, scope, 'rate', depth), numeric(world, scope, 'rate', depth)]
  // A literal whole on the left would make it a rate.
  const first = world.words.parens(left.text)
  const decimals = most(left.type.decimals, right.type.decimals)
  return {
    text: `${first} ${world.words.minus} ${atLeast(world, right, 6)}`,
    rank: 5,
    type: typeOf('points', decimals),
  }
}

const fullYears: Form = (world, scope) => {
  const { words } = world
  const dates = [dateExpression(world, scope, 0), dateExpression(world, scope, 0)]
  if (dates.some(({ type }) => type.isOpenEnded)) return null
  const callee = words.word('足岁', 'fullYears')
  return {
    text: `${callee}${words.parens(dates.map(({ text }) => text).join(words.comma))}`,
    rank: 7,
    type: typeOf('age'),
  }
}

const monthOf: Form = (world, scope) => {
  const { words } = world
  const date = dateExpression(world, scope, 1)
  if (date.type.isOpenEnded) return null
  return { text: `${words.word('月份', 'monthOf')}${words.parens(date.text)}`, rank: 7, type: typeOf('months') }
}

const common = (kind: Kind): Form[] => [plusOrMinus(kind), extreme(kind), inParens(kind), orElse(kind), summed(kind)]

const operations: Partial<Record<Kind, readonly Form[]>> = {
  money: [
    ...common('money'),
    times('money', 'money', 'rate'),
    times('money', 'money', 'rate'),
    times('money', 'money', 'number'),
    times('money', 'money', 'points'),
    times('money', 'money', 'months'),
    dividedBy('money', 'money', 'number'),
    dividedBy('money', 'money', 'months'),
  ],
  rate: [
    adjusted,
    adjusted,
    restOfWhole,
    extreme('rate'),
    orElse('rate'),
    times('rate', 'rate', 'rate'),
    partOfRate,
    recklessly(times('rate', 'rate', 'number')),
    recklessly(dividedBy('rate', 'rate', 'number')),
  ],
  points: [
    plusOrMinus('points'),
    differenceOfRates,
    times('points', 'points', 'number'),
    dividedBy('points', 'points', 'number'),
    extreme('points'),
  ],
  number: [
    ...common('number'),
    counted,
    counted,
    counted,
    times('number', 'number', 'number'),
    dividedBy('number', 'money', 'money'),
    dividedBy('number', 'rate', 'rate'),
    dividedBy('number', 'points', 'points'),
    dividedBy('number', 'months', 'months'),
    dividedBy('number', 'number', 'number'),
  ],
  months: [
    ...common('months'),
    monthOf,
    monthOf,
    times('months', 'months', 'number'),
    times('months', 'months', 'rate'),
    dividedBy('months', 'months', 'number'),
  ],
  days: [plusOrMinus('days'), extreme('days')],
  age: [fullYears, fullYears, fullYears, extreme('age')],
}
