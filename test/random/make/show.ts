import { pick } from '../draw.ts'
import { dates } from './dated.ts'
import { thresholds } from './condition.ts'
import { typeOf, use, type Expression, type Kind, type Known, type Scope, type World } from './world.ts'

/** An expression that can be an output and that says what value a term has, of whatever kind; of an attribute, of all elements. */
export function show(world: World, scope: Scope, known: Known): Expression | null {
  const { words, draw } = world
  const name = use(world, scope, known)
  if (known.over) return world.list && showEach(world, world.list, known, name)
  const one = unitOf(world, known)
  if (one !== null) return number(`${name} ${words.divide} ${one}`)
  if (known.type.kind === 'days')
    return { text: `${use(world, scope, world.selector)} + ${name}`, rank: 5, type: typeOf('date') }
  return known.type.kind === 'age' ? atLeast(world, name, pick(draw, thresholds(world, 'age'))) : null
}

function showEach(world: World, list: { readonly label: string }, known: Known, name: string): Expression | null {
  const { words, draw } = world
  const one = unitOf(world, known)
  const count = `${words.keyword('Count')} ${list.label} ${words.keyword('SuchThat')}`
  if (one !== null) {
    const sum = `${words.keyword('Sum')} ${list.label} ${words.keyword('Taking')} ${name}`
    return number(`${words.parens(sum)} ${words.divide} ${one}`)
  }
  const asks: Partial<Record<Kind, () => string>> = {
    boolean: () => name,
    date: () => `${name} ${words.keyword('After')} ${words.date(pick(draw, dates))}`,
    region: () => `${name} ${words.keyword('In')} ${pick(draw, world.regions).label}`,
    age: () => atLeast(world, name, pick(draw, thresholds(world, 'age'))).text,
  }
  const ask = asks[known.type.kind]
  return ask ? number(`${count} ${ask()}`) : null
}

const number = (text: string): Expression => ({ text, rank: 6, type: typeOf('number', null) })

const atLeast = ({ words }: World, name: string, value: string): Expression => ({
  text: `${name} ${words.keyword('AtLeast')} ${value}`,
  rank: 3,
  type: typeOf('boolean'),
})

/** What a number is divided by to become a bare one. */
function unitOf({ words }: World, { type }: Known): string | null {
  const units: Partial<Record<Kind, string>> = {
    money: words.quantity('1', 'yuan'),
    points: words.quantity('1', 'points'),
    months: words.quantity('1', 'months'),
    rate: words.quantity('1', 'percent'),
    number: '1',
  }
  return units[type.kind] ?? null
}
