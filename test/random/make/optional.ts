import { chance, pick } from '../draw.ts'
import { dateExpression } from './dated.ts'
import { atLeast, leaf } from './leaf.ts'
import { typeOf, use, type Expression, type Known, type Scope, type World } from './world.ts'

/** An optional field, what is worked out of it, or a date that has no end where it is absent. */
export function optionalExpression(world: World, scope: Scope, field: Known): Expression {
  const { draw, words } = world
  const { type } = field
  const name = use(world, scope, field)
  if (chance(draw, 30)) return { text: name, rank: 7, type }
  switch (type.kind) {
    case 'date': {
      const [zh, en] = pick(draw, [['月末', 'lastOfMonth'] as const, ['年初', 'firstOfYear'] as const])
      const boundary = words.word(zh, en)
      const age = `${words.word('足岁', 'fullYears')}${words.parens(`${name}${words.comma}${dateExpression(world, scope, 0).text}`)}`
      return pick(draw, [
        { text: `${name} + ${words.quantity('30', 'days')}`, rank: 5, type },
        { text: `${boundary}${words.parens(`${name} + ${words.quantity('1', 'months')}`)}`, rank: 7, type },
        { text: age, rank: 7, type: { ...typeOf('age'), isOptional: true } },
        {
          text: `${name} ${words.keyword('OrElse')} ${words.keyword('OpenEnded')}`,
          rank: 4,
          type: { ...typeOf('date'), isOpenEnded: true },
        },
      ])
    }
    case 'money':
    case 'months':
    case 'number': {
      const other = leaf(world, scope, type.kind)
      const decimals =
        type.decimals === null || other.type.decimals === null ? null : Math.max(type.decimals, other.type.decimals)
      const greater = `${words.word('较大者', 'greater')}${words.parens(`${name}${words.comma}${other.text}`)}`
      return pick(draw, [
        { text: `${name} ${words.minus} ${atLeast(world, other, 6)}`, rank: 5, type: { ...type, decimals } },
        { text: greater, rank: 7, type: { ...type, decimals } },
      ])
    }
    case 'region':
      return { text: `${words.word('所在市', 'prefectureOf')}${words.parens(name)}`, rank: 7, type }
    case 'rate':
    case 'points':
    case 'days':
    case 'age':
    case 'boolean':
    case 'text':
    case 'texts':
    case 'choice':
    case 'schedule':
      return { text: name, rank: 7, type }
  }
}
