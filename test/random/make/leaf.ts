import type { Unit } from '../../../grammar/tree.ts'
import { chance, pick } from '../draw.ts'
import { typeOf, use, visible, type Expression, type Kind, type Scope, type World } from './world.ts'

/**
 * The text, in parentheses where it holds together less tightly than its place needs; sometimes in needless ones.
 * Ranks: or 0, and 1, not 2, comparison 3, or else 4, sums 5, products 6, names and literals 7.
 */
export function atLeast(world: World, { text, rank }: Expression, needed: number): string {
  return rank < needed || chance(world.draw, 4) ? world.words.parens(text) : text
}

/** A name or a literal. */
export function leaf(world: World, scope: Scope, kind: Kind): Expression {
  const names = visible(world, scope, ({ type }) => type.kind === kind && !type.isOptional && !type.isOpenEnded)
  if (names.length > 0 && chance(world.draw, 70)) {
    // Later names are more likely, so that rules rest on one another.
    const known = chance(world.draw, 50) ? pick(world.draw, names.slice(-4)) : pick(world.draw, names)
    return { text: use(world, scope, known), rank: 7, type: known.type }
  }
  return literal(world, kind)
}

const digits: Partial<Record<Kind, readonly (readonly [digits: string, unit: Unit | null])[]>> = {
  money: [
    ['300', 'yuan'],
    ['600', 'yuan'],
    ['1200', 'yuan'],
    ['0.01', 'yuan'],
    ['900.5', 'yuan'],
    ['5000', 'yuan'],
    ['2', 'wanYuan'],
    ['3.5', 'wanYuan'],
    ['0.1', 'yiYuan'],
    ['1_234.56', 'yuan'],
    ['0', 'yuan'],
  ],
  rate: ['50', '15', '20', '85', '92', '5', '6.3', '12.5', '0.5', '100', '0', '33.33', '75', '95'].map((each) => [
    each,
    'percent',
  ]),
  points: ['10', '20', '5', '2.5', '0', '0.1'].map((each) => [each, 'points']),
  number: ['2', '3', '0.5', '1.2', '4/3', '73/63', '10/7', '0', '0.125'].map((each) => [each, null]),
  months: [
    ['12', 'months'],
    ['1', 'months'],
    ['3', 'months'],
    ['180', 'months'],
    ['15', 'years'],
    ['1', 'years'],
    ['0', 'months'],
  ],
  days: ['1', '30', '0', '90'].map((each) => [each, 'days']),
  age: ['45', '70', '18', '1'].map((each) => [each, 'yearsOld']),
}

const powers: Partial<Record<Unit, number>> = { wanYuan: -4, yiYuan: -8, percent: 2, points: 2 }

export function literal(world: World, kind: Kind): Expression {
  const [text, unit] = pick(world.draw, digits[kind] ?? [])
  const written = unit === null ? text : world.words.quantity(text, unit)
  return { text: written, rank: 7, type: typeOf(kind, text.includes('/') ? null : decimalsIn(text, unit)) }
}

/** How many decimals the number has in yuan or in parts of one: 33.33% has four, 5.0 none. */
function decimalsIn(text: string, unit: Unit | null): number {
  const plain = text.replaceAll('_', '')
  if (/^[0.]+$/.test(plain)) return 0
  const [whole = '', decimals = ''] = plain.split('.')
  const significant = (whole + decimals).replace(/0+$/, '')
  const places = significant.length - whole.length + ((unit && powers[unit]) ?? 0)
  return Math.max(0, places)
}
