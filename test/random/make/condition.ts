import type { KeywordToken } from '../../../grammar/keywords.ts'
import { chance, pick, shuffle } from '../draw.ts'
import { dateExpression, dates, orElse } from './dated.ts'
import { atLeast, literal } from './leaf.ts'
import { numeric } from './numeric.ts'
import { typeOf, use, visible, type Expression, type Kind, type Known, type Scope, type World } from './world.ts'

const boolean = typeOf('boolean')
const ordered: readonly Kind[] = ['money', 'rate', 'points', 'number', 'months', 'days', 'age']
const comparisons: readonly KeywordToken[] = ['Below', 'AtLeast', 'MoreThan', 'AtMost', 'Equals']
const ofDates: readonly KeywordToken[] = ['Before', 'After', 'NotBefore', 'NotAfter', 'Equals']

/** Any condition at all; it may hold always or never. */
export function condition(world: World, scope: Scope, depth = 2): Expression {
  const { draw, words } = world
  if (depth > 0 && chance(draw, 35)) {
    const [token, rank] = pick(draw, [['And', 1] as const, ['Or', 0] as const])
    const parts = Array.from({ length: pick(draw, [2, 2, 3]) }, () => condition(world, scope, depth - 1))
    const text = parts.map((part) => atLeast(world, part, rank + 1)).join(` ${words.keyword(token)} `)
    return { text, rank, type: boolean }
  }
  if (depth > 0 && chance(draw, 12)) {
    const operand = condition(world, scope, depth - 1)
    return { text: `${words.keyword('Not')} ${atLeast(world, operand, 3)}`, rank: 2, type: boolean }
  }
  return pick(draw, atoms)(world, scope, depth) ?? comparison(world, scope, 1)
}

type Atom = (world: World, scope: Scope, depth: number) => Expression | null

function comparison(world: World, scope: Scope, depth: number): Expression {
  const kind = pick(world.draw, ordered)
  const left = numeric(world, scope, kind, depth)
  const right = chance(world.draw, 50) ? literal(world, kind) : numeric(world, scope, kind, depth)
  const operator = world.words.keyword(pick(world.draw, comparisons))
  return { text: `${atLeast(world, left, 4)} ${operator} ${atLeast(world, right, 4)}`, rank: 3, type: boolean }
}

const ofDate: Atom = (world, scope) => {
  const left = (chance(world.draw, 25) ? orElse(world, scope) : null) ?? dateExpression(world, scope, 1, true)
  const right = (chance(world.draw, 25) ? orElse(world, scope) : null) ?? dateExpression(world, scope, 1, true)
  const operator = world.words.keyword(pick(world.draw, ofDates))
  return { text: `${atLeast(world, left, 4)} ${operator} ${atLeast(world, right, 4)}`, rank: 3, type: boolean }
}

const name: Atom = (world, scope) => {
  const names = visible(world, scope, ({ type }) => type.kind === 'boolean' && !type.isOptional)
  return names.length === 0 ? null : { text: use(world, scope, pick(world.draw, names)), rank: 7, type: boolean }
}

const membership: Atom = (world, scope) => {
  const names = visible(world, scope, ({ type }) => type.kind === 'choice' && !type.isOptional)
  return names.length === 0 ? null : oneOf(world, scope, pick(world.draw, names))
}

function oneOf(world: World, scope: Scope, known: Known): Expression {
  const members = shuffle(world.draw, known.type.choices?.members ?? [])
  const chosen = members.slice(0, 1 + world.draw(Math.max(1, members.length - 1)))
  const texts = chosen.map((member) => pick(world.draw, [member.label, member.label, member.id]))
  const operator = world.words.keyword(pick(world.draw, ['In', 'In', 'NotIn']))
  return { text: `${use(world, scope, known)} ${operator} ${texts.join(world.words.comma)}`, rank: 3, type: boolean }
}

const lies: Atom = (world, scope) => {
  const names = visible(world, scope, ({ type }) => type.kind === 'region' && !type.isOptional)
  if (names.length === 0) return null
  const place = use(world, scope, pick(world.draw, names))
  const areas = Array.from({ length: pick(world.draw, [1, 1, 2]) }, () => regionExpression(world, scope).text)
  const operator = world.words.keyword(pick(world.draw, ['In', 'In', 'NotIn']))
  return { text: `${place} ${operator} ${areas.join(world.words.comma)}`, rank: 3, type: boolean }
}

/** A place, or the province or prefecture around one. */
export function regionExpression(world: World, scope: Scope): Expression {
  const { draw, words } = world
  const names = visible(world, scope, ({ type }) => type.kind === 'region' && !type.isOptional)
  const region = pick(draw, world.regions)
  const inner =
    names.length > 0 && chance(draw, 40) ? use(world, scope, pick(draw, names)) : pick(draw, [region.label, region.id])
  const around = pick(draw, [null, null, words.word('所在省', 'provinceOf'), words.word('所在市', 'prefectureOf')])
  return { text: around === null ? inner : `${around}${words.parens(inner)}`, rank: 7, type: typeOf('region') }
}

/** Holds of one element, or of each. What follows `such that` reaches as far as it can, so it needs parentheses. */
const quantified: Atom = (world, scope, depth) => {
  const { list, words, draw } = world
  if (!list || scope.isInFold || scope.over) return null
  const inside: Scope = { ...scope, over: true, isInFold: true }
  const head = `${words.keyword(pick(draw, ['Any', 'Any', 'All']))} ${pick(draw, [list.label, list.id])}`
  return {
    text: `${head} ${words.keyword('SuchThat')} ${condition(world, inside, depth).text}`,
    rank: -1,
    type: boolean,
  }
}

const atoms: readonly Atom[] = [comparison, comparison, ofDate, name, membership, membership, lies, quantified]

/**
 * A condition about one name that nothing else speaks of, so that it can hold and fail whatever else does. The name
 * is taken out of `free`; null where there is none left.
 */
export function freshCondition(world: World, scope: Scope, free: Known[]): Expression | null {
  const subject = takeSubject(world, free)
  if (!subject) return null
  const { draw, words } = world
  const { type } = subject
  if (type.kind === 'boolean') {
    const text = use(world, scope, subject)
    return chance(draw, 70)
      ? { text, rank: 7, type }
      : { text: `${words.keyword('Not')} ${text}`, rank: 2, type: boolean }
  }
  if (type.kind === 'choice') return oneOf(world, scope, subject)
  const [operators, value] = threshold(world, subject)
  const operator = words.keyword(pick(draw, operators))
  return { text: `${use(world, scope, subject)} ${operator} ${value}`, rank: 3, type: boolean }
}

function threshold(world: World, subject: Known): [readonly KeywordToken[], string] {
  const { draw, words } = world
  if (subject.type.kind !== 'date') return [comparisons.slice(0, 4), pick(draw, thresholds(world, subject.type.kind))]
  const isSelector = subject === world.selector
  return [ofDates.slice(0, 4), words.date(isSelector ? pick(draw, datesWithin(world)) : pick(draw, dates))]
}

/** Days inside the edition, away from its ends. */
export function datesWithin({ edition }: World): readonly string[] {
  const year = Number(edition.from.slice(0, 4))
  return [`${year}-02-01`, `${year}-03-01`, `${year}-06-30`, `${year}-02-28`]
}

/** Values between which something can lie, and below which something can. */
export function thresholds({ words }: World, kind: Kind): readonly string[] {
  switch (kind) {
    case 'money':
      return ['1', '300', '1200.5', '5000', '20000'].map((digits) => words.quantity(digits, 'yuan'))
    case 'rate':
      return ['10', '33.3', '80'].map((digits) => words.quantity(digits, 'percent'))
    case 'points':
      return ['5', '10'].map((digits) => words.quantity(digits, 'points'))
    case 'number':
      return ['0.5', '10/7', '3']
    case 'months':
      return ['1', '3', '12', '180'].map((digits) => words.quantity(digits, 'months'))
    case 'days':
      return ['10', '30'].map((digits) => words.quantity(digits, 'days'))
    case 'age':
      return ['18', '45', '70'].map((digits) => words.quantity(digits, 'yearsOld'))
    case 'date':
    case 'region':
    case 'boolean':
    case 'text':
    case 'texts':
    case 'choice':
    case 'schedule':
      throw new Error(`${kind} has no thresholds`)
  }
}

/** Takes a name about which a condition can be made; not the date by which one of several editions is chosen. */
export function takeSubject(
  world: World,
  free: Known[],
  isWanted: (known: Known) => boolean = () => true,
): Known | null {
  const isFixed = (known: Known): boolean => known === world.selector && !world.edition.isOnly
  const candidates = free.filter((known) => canBeAsked(known) && !isFixed(known) && isWanted(known))
  if (candidates.length === 0) return null
  const subject = pick(world.draw, candidates)
  free.splice(free.indexOf(subject), 1)
  return subject
}

/** Boolean terms speak of other names, and so would stand in each other's way. */
function canBeAsked({ type, role }: Known): boolean {
  if (type.isOptional || type.isOpenEnded) return false
  if (type.kind === 'boolean') return role === 'input'
  // Between two values that are asked about others have to lie.
  if (type.kind === 'rate' || type.kind === 'points') return type.decimals === null || type.decimals > 1
  return type.kind === 'choice' || type.kind === 'date' || ordered.includes(type.kind)
}
