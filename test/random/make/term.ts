import type { KeywordToken } from '../../../grammar/keywords.ts'
import { chance, pick } from '../draw.ts'
import { datesWithin, freshCondition, regionExpression } from './condition.ts'
import { dateExpression, orElse } from './dated.ts'
import { leaf } from './leaf.ts'
import { numeric } from './numeric.ts'
import { bands, classify, rateOfBands, table, texts, valueOf, type Written } from './table.ts'
import { use, visible, type Expression, type Kind, type Known, type Scope, type Type, type World } from './world.ts'

/** The rules that give one name its value in one place, and the decimals that it then has. */
export interface TermRules {
  readonly items: readonly string[]
  readonly decimals: number | null
}

export interface TermWish {
  readonly name: { readonly label: string; readonly id: string }
  readonly type: Type
  /** A rate where other rules of the name have bands. */
  readonly isFlat?: boolean
  /** Its amounts need to be whole fen, its months whole. */
  readonly isOutput: boolean
}

/** A term: its general rule, now and then with exceptions and adjustments. */
export function makeTerm(world: World, scope: Scope, wish: TermWish): TermRules {
  const { draw } = world
  const name = pick(draw, [wish.name.label, wish.name.label, wish.name.id])
  const rule = generalRule(world, scope, wish, name)
  const items = [rule.lines.join('\n')]
  let { decimals } = rule
  if (chance(draw, 30)) {
    const made = exception(world, scope, wish)
    if (made) {
      items.push(made.text)
      decimals = most(decimals, made.decimals)
    }
  }
  if (chance(draw, wish.type.kind === 'rate' || wish.type.kind === 'schedule' ? 45 : 20)) {
    const made = adjustments(world, scope, wish)
    items.push(...made.items)
    decimals = sum(most(decimals, made.points), made.factor)
  }
  return { items, decimals }
}

/** The names that a rule can ask about: not those on which its section depends. */
function freeSubjects(world: World, scope: Scope): Known[] {
  return visible(world, scope, (known) => !scope.section?.subjects.has(known))
}

function generalRule(world: World, scope: Scope, wish: TermWish, name: string): Written {
  const { draw } = world
  const { type } = wish
  const free = freeSubjects(world, scope)
  if (type.kind === 'schedule') return scheduleRule(world, scope, name, free)
  if (wish.isFlat) {
    const rate = rateOfBands(world, scope, type)
    return { lines: [`${name} ${world.words.keyword('Means')} ${rate.text}`], decimals: rate.type.decimals }
  }
  const form = type.kind === 'age' ? 0 : draw(10)
  const isFit = ({ decimals }: Written): boolean => !wish.isOutput || isWhole(type.kind, decimals) || isCareless(world)
  if (form >= 6) {
    const attempt = { ...scope, uses: new Set<Known>() }
    const written = form >= 8 ? classify(world, attempt, name, type, free) : table(world, attempt, name, type, free)
    if (written && isFit(written)) {
      for (const known of attempt.uses) scope.uses.add(known)
      return written
    }
  }
  const value = anyOf(world, scope, type)
  const amount = ending(world, value, type.kind, wish.isOutput)
  const means = world.words.keyword('Means')
  return { lines: [`${name} ${means} ${value.text}${amount.text}`], decimals: amount.decimals }
}

const isCareless = ({ isReckless, draw }: World): boolean => isReckless && chance(draw, 20)

function isWhole(kind: Kind, decimals: number | null): boolean {
  return kind === 'money' ? decimals !== null && decimals <= 2 : kind === 'months' ? decimals === 0 : true
}

export const moneyRoundings = ['HalfUpFen', 'HalfUpYuan', 'UpFen', 'DownFen', 'HalfEvenFen'] as const

/** `not below zero` and a rounding, where there is need or by chance. */
export function ending(
  world: World,
  value: Expression,
  kind: Kind,
  mustBeWhole: boolean,
): { readonly text: string; readonly decimals: number | null } {
  const { draw, words } = world
  const isNumber = ['money', 'rate', 'points', 'number', 'months', 'days', 'age'].includes(kind)
  const floor = isNumber && chance(draw, 25) ? ` ${words.keyword('NotBelowZero')}` : ''
  const { decimals } = value.type
  const isNeeded = mustBeWhole && !isWhole(kind, decimals) && !isCareless(world)
  if (!isNeeded && !chance(draw, 15)) return { text: floor, decimals }
  if (kind === 'money') {
    const mode = pick(draw, moneyRoundings)
    return { text: `${floor} ${words.keyword(mode)}`, decimals: mode === 'HalfUpYuan' ? 0 : 2 }
  }
  if (kind === 'months') return { text: `${floor} ${words.keyword('UpMonth')}`, decimals: 0 }
  return { text: floor, decimals }
}

/** Any value of a type. */
function anyOf(world: World, scope: Scope, type: Type): Expression {
  const { draw } = world
  switch (type.kind) {
    case 'money':
    case 'rate':
    case 'points':
    case 'number':
    case 'months':
    case 'days':
      return numeric(world, scope, type.kind, 3)
    case 'age':
      return numeric(world, scope, 'age', 1)
    case 'boolean':
      return world.condition(scope, 2)
    case 'date': {
      const found = chance(draw, 25) ? orElse(world, scope, false) : null
      return found ?? dateExpression(world, scope, 2)
    }
    case 'region':
      return regionExpression(world, scope)
    case 'choice': {
      const names = visible(world, scope, (known) => known.type.choices === type.choices && !known.type.isOptional)
      if (names.length === 0 || chance(draw, 30)) return valueOf(world, scope, type)
      return { text: use(world, scope, pick(draw, names)), rank: 7, type }
    }
    case 'texts':
      throw new Error('texts are listed')
    case 'text': {
      const names = visible(world, scope, (known) => known.type.kind === 'text' && !known.type.isOptional)
      const isName = names.length > 0 && chance(draw, 50)
      return {
        text: isName ? use(world, scope, pick(draw, names)) : world.words.text(pick(draw, texts)),
        rank: 7,
        type,
      }
    }
    case 'schedule':
      throw new Error('bands have a rule of their own')
  }
}

/** Bands, or bands made of others: what is left of a whole, lowered by points, times a factor. */
function scheduleRule(world: World, scope: Scope, name: string, free: Known[]): Written {
  const { draw, words } = world
  const others = visible(world, scope, ({ type }) => type.kind === 'schedule')
  const amounts = visible(
    world,
    scope,
    ({ type, isYearly }) => isYearly || (type.kind === 'money' && !type.isOptional && false),
  )
  const [along] = amounts
  if (others.length > 0 && chance(draw, 45)) {
    const known = pick(draw, others)
    const { decimals } = known.type
    const text = use(world, scope, known)
    const means = `${name} ${words.keyword('Means')}`
    const form = draw(3)
    if (form === 0) return { lines: [`${means} ${words.quantity('100', 'percent')} ${words.minus} ${text}`], decimals }
    if (form === 1) {
      const points = leaf(world, scope, 'points')
      const operator = words.keyword(pick(draw, ['LoweredBy', 'RaisedBy']))
      return { lines: [`${means} ${text} ${operator} ${points.text}`], decimals: most(decimals, points.type.decimals) }
    }
    const factor = world.isReckless ? leaf(world, scope, 'number') : { text: '0.5', type: { decimals: 1 } }
    return { lines: [`${means} ${text} ${words.times} ${factor.text}`], decimals: sum(decimals, factor.type.decimals) }
  }
  if (!along) throw new Error('there is always a yearly figure')
  return bands(world, scope, name, pick(draw, amounts), free)
}

function exception(
  world: World,
  scope: Scope,
  wish: TermWish,
): { readonly text: string; readonly decimals: number | null } | null {
  const { draw, words } = world
  const isPlain = chance(draw, 3)
  const isDated = !isPlain && chance(draw, 30) && world.edition.isOnly && !scope.section?.subjects.has(world.selector)
  const free = freeSubjects(world, scope).filter((known) => !isDated || known !== world.selector)
  const condition = isPlain || (isDated && chance(draw, 40)) ? null : freshCondition(world, scope, free)
  if (!condition && !isDated && !isPlain) return null
  const type = wish.type.kind === 'schedule' ? { ...wish.type, kind: 'rate' as const } : wish.type
  const isOfBands = wish.isFlat || wish.type.kind === 'schedule'
  const value = (isOfBands ? rateOfBands : valueOf)(world, scope, type)
  const end = isOfBands ? { text: '', decimals: value.type.decimals } : ending(world, value, type.kind, wish.isOutput)
  const [day] = [pick(draw, datesWithin(world))]
  const dated: KeywordToken | null = isDated ? pick(draw, ['From', 'Until']) : null
  const parts = [
    `${words.keyword('Except')} ${words.text(`${pick(draw, texts)}${draw(1000)}`)}`,
    dated ? `${words.keyword(dated)} ${words.date(day)}` : '',
    condition ? `${words.keyword('If')} ${condition.text}` : '',
  ]
  const target = pick(draw, [wish.name.label, wish.name.id])
  const head = parts.filter((part) => part !== '').join(' ')
  const text = `${head}${words.colon}${target} ${words.keyword('Becomes')} ${value.text}${end.text}`
  return { text, decimals: end.decimals }
}

/** One change on top of the value, or two of one kind. */
function adjustments(
  world: World,
  scope: Scope,
  wish: TermWish,
): { readonly items: string[]; readonly points: number | null; readonly factor: number | null } {
  const { draw, words } = world
  const { kind } = wish.type
  const none = { items: [], points: 0, factor: 0 }
  const isRate = kind === 'rate' || kind === 'schedule'
  const isNumber = isRate || ['money', 'points', 'number', 'months'].includes(kind)
  if (!isNumber) return none
  const isOfBands = wish.isFlat || kind === 'schedule'
  const isWholeAmount = wish.isOutput && (kind === 'money' || kind === 'months')
  const mayMultiply = (!isOfBands && !isWholeAmount) || isCareless(world)
  const token: KeywordToken | null =
    isRate && chance(draw, 80) ? pick(draw, ['LoweredBy', 'RaisedBy']) : mayMultiply ? 'MultipliedBy' : null
  if (token === null) return none
  const by = Array.from({ length: pick(draw, [1, 1, 2]) }, () =>
    token === 'MultipliedBy' ? leaf(world, scope, 'number') : numeric(world, scope, 'points', 1),
  )
  const target = pick(draw, [wish.name.label, wish.name.id])
  const items = by.map(({ text }) => `${words.keyword('Adjust')} ${target} ${words.keyword(token)} ${text}`)
  const decimals = by.map(({ type }) => type.decimals)
  return token === 'MultipliedBy'
    ? { items, points: 0, factor: decimals.reduce(sum, 0) }
    : { items, points: decimals.reduce(most, 0), factor: 0 }
}

function most(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.max(a, b)
}
function sum(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b
}
