import { chance, pick } from '../draw.ts'
import { atLeast, leaf } from './leaf.ts'
import { typeOf, use, visible, type Expression, type Scope, type World } from './world.ts'

/** A date: a field, a literal, or one so many months or days from another; `mayBeOpen`: perhaps without end. */
export function dateExpression(world: World, scope: Scope, depth: number, mayBeOpen = false): Expression {
  const { draw, words } = world
  if (depth > 0 && chance(draw, 60)) {
    const shifted = chance(draw, 30) ? orElse(world, scope, mayBeOpen) : null
    const date = shifted ?? dateExpression(world, scope, depth - 1, mayBeOpen)
    const sign = pick(draw, ['+', words.minus])
    const amount = wholeStretch(world, scope)
    const text = `${atLeast(world, date, 5)} ${sign} ${atLeast(world, amount, 6)}`
    return { text, rank: 5, type: date.type }
  }
  if (depth > 0 && chance(draw, 30)) {
    const inner = dateExpression(world, scope, depth - 1, mayBeOpen)
    const [zh, en] = pick(draw, boundaries)
    const callee = words.word(zh, en)
    return { text: `${callee}${words.parens(inner.text)}`, rank: 7, type: inner.type }
  }
  const names = visible(world, scope, ({ type }) => type.kind === 'date' && !type.isOptional && !type.isOpenEnded)
  if (names.length > 0 && chance(draw, 85)) {
    return { text: use(world, scope, pick(draw, names)), rank: 7, type: typeOf('date') }
  }
  return { text: words.date(pick(draw, dates)), rank: 7, type: typeOf('date') }
}

const boundaries = [
  ['月初', 'firstOfMonth'],
  ['月末', 'lastOfMonth'],
  ['年初', 'firstOfYear'],
  ['年末', 'lastOfYear'],
] as const

/** An optional date, or another one where it is not filled in; `open ended` is later than every date. */
export function orElse(world: World, scope: Scope, mayBeOpen = true): Expression | null {
  const { draw, words } = world
  const names = visible(world, scope, ({ type }) => type.kind === 'date' && type.isOptional)
  if (names.length === 0) return null
  const isOpen = mayBeOpen && chance(draw, 40)
  const fallback: Expression = isOpen
    ? { text: words.keyword('OpenEnded'), rank: 7, type: { ...typeOf('date'), isOpenEnded: true } }
    : dateExpression(world, scope, 1, mayBeOpen)
  const text = `${use(world, scope, pick(draw, names))} ${words.keyword('OrElse')} ${atLeast(world, fallback, 5)}`
  return { text, rank: 4, type: { ...typeOf('date'), isOpenEnded: fallback.type.isOpenEnded } }
}

export const dates: readonly string[] = [
  '2023-02-01',
  '2023-01-31',
  '2020-02-29',
  '2023-03-31',
  '2022-12-31',
  '2016-02-01',
]

/** Whole months or days. */
function wholeStretch(world: World, scope: Scope): Expression {
  const { draw, words } = world
  const isMonths = chance(draw, 50)
  const names = visible(world, scope, ({ type }) => type.kind === 'months' && type.decimals === 0 && !type.isOptional)
  if (isMonths && world.isReckless && chance(draw, 20)) return leaf(world, scope, 'months')
  if (isMonths && names.length > 0 && chance(draw, 50)) {
    const known = pick(draw, names)
    return { text: use(world, scope, known), rank: 7, type: known.type }
  }
  const [digits, unit] = isMonths
    ? pick(draw, [['12', 'months'] as const, ['1', 'months'] as const, ['3', 'years'] as const])
    : pick(draw, [['1', 'days'] as const, ['30', 'days'] as const, ['366', 'days'] as const])
  return { text: words.quantity(digits, unit), rank: 7, type: typeOf(isMonths ? 'months' : 'days') }
}
