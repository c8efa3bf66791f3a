import { chance, pick, shuffle } from '../draw.ts'
import { datesWithin, takeSubject, thresholds } from './condition.ts'
import { generally, learn, typeOf, use, visible, type Known, type Section, type World } from './world.ts'

/** Sections of which exactly one holds in each case, and the definitions that their conditions need. */
export interface Family {
  readonly sections: readonly Section[]
  readonly items: readonly string[]
}

export function makeFamily(world: World): Family | null {
  const { draw, words } = world
  const scope = generally()
  const free = visible(world, scope, ({ role }) => role === 'input')
  const isWanted = ({ type }: Known): boolean => ['choice', 'boolean', 'money', 'months', 'date'].includes(type.kind)
  const subject = takeSubject(world, free, ({ type }) => type.kind === 'choice') ?? takeSubject(world, free, isWanted)
  if (!subject) return null
  const cuts = conditionsOf(world, chance(draw, 60) ? subject : (takeSubject(world, free, isWanted) ?? subject))
  const subjects = new Set(scope.uses)
  const parts = cuts.map((write) => {
    const inner = generally()
    const condition = write(inner.uses)
    for (const known of inner.uses) subjects.add(known)
    return condition
  })
  const [first = ''] = parts
  if (parts.length === 2 && chance(draw, 25)) {
    const alias = learn(world, {
      ...world.freshName('boolean'),
      role: 'term',
      type: typeOf('boolean'),
      uses: new Set(subjects),
    })
    const texts = [alias.label, `${words.keyword('Not')} ${alias.id}`]
    const all = new Set([...subjects, alias])
    return {
      items: [`${alias.label} ${words.keyword('Means')} ${first}`],
      sections: texts.map((condition) => ({ condition, subjects: all })),
    }
  }
  return { items: [], sections: parts.map((condition) => ({ condition, subjects })) }
}

type Condition = (uses: Set<Known>) => string

/** Conditions of which exactly one holds. */
function conditionsOf(world: World, subject: Known): Condition[] {
  const { draw, words } = world
  const say =
    (write: (name: string) => string): Condition =>
    (uses) =>
      write(use(world, { ...generally(), uses }, subject))
  const { type } = subject
  if (type.kind === 'boolean') {
    const [yes, no] = [say((name) => name), say((name) => `${words.keyword('Not')} ${name}`)]
    return chance(draw, 50) ? [yes, no] : [no, yes]
  }
  if (type.kind === 'choice') {
    const members = shuffle(draw, type.choices?.members ?? [])
    const cut = 1 + draw(members.length - 1)
    const groups = [members.slice(0, cut), members.slice(cut)]
    const last = groups.at(-1) ?? []
    const more = last.length > 1 && chance(draw, 40) ? [groups[0] ?? [], last.slice(0, 1), last.slice(1)] : groups
    const text = (group: typeof members): string =>
      group.map((each) => pick(draw, [each.label, each.id])).join(words.comma)
    const isComplement = more.length === 2 && chance(draw, 40)
    return more.map((group, index) =>
      isComplement && index === 1
        ? say((name) => `${name} ${words.keyword('NotIn')} ${text(more[0] ?? [])}`)
        : say((name) => `${name} ${words.keyword('In')} ${text(group)}`),
    )
  }
  const isDate = type.kind === 'date'
  const all = isDate ? datesWithin(world).toSorted().map(words.date) : thresholds(world, type.kind)
  const value = pick(draw, all)
  const [below, above] = isDate
    ? pick(draw, [['Before', 'NotBefore'] as const, ['NotAfter', 'After'] as const])
    : pick(draw, [['Below', 'AtLeast'] as const, ['AtMost', 'MoreThan'] as const])
  return [
    say((name) => `${name} ${words.keyword(below)} ${value}`),
    say((name) => `${name} ${words.keyword(above)} ${value}`),
  ]
}
