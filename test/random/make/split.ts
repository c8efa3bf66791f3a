import type { KeywordToken } from '../../../grammar/keywords.ts'
import { between, chance, pick } from '../draw.ts'
import { leaf } from './leaf.ts'
import { numeric } from './numeric.ts'
import { ending, moneyRoundings } from './term.ts'
import { learn, restsOn, typeOf, use, visible, type Known, type Scope, type Section, type World } from './world.ts'

/** A split in one section, or generally: its text, and where its lines go. */
export interface MadeSplit {
  readonly text: string
  readonly shares: readonly Known[]
}

interface Line {
  readonly token: KeywordToken
  readonly amount: string
  readonly uses: ReadonlySet<Known>
  readonly isSmall: boolean
}

/**
 * Takes an amount apart. `reusable` are shares that lines may also go to, as long as nothing then rests on itself;
 * `scopeOf` makes the place in which the amounts of the lines stand.
 */
export function makeSplit(
  world: World,
  amount: Known,
  section: Section | null,
  scopeOf: () => Scope,
  reusable: readonly Known[],
): MadeSplit {
  const { draw, words } = world
  const head = scopeOf()
  const whole = use(world, head, amount)
  const schedules = visible(world, head, ({ type }) => type.kind === 'schedule')
  const schedule = schedules.length > 0 && chance(draw, 60) ? pick(draw, schedules) : null
  const start = schedule ? positionOf(world, head) : null
  for (const subject of section?.subjects ?? []) head.uses.add(subject)

  const lines: Line[] = Array.from({ length: between(draw, 0, 3) }, () => line(world, scopeOf()))
  // A line that has to fit stands first, and takes from an amount that comes in, or most cases would be refused.
  const mayBeExact = amount.role === 'input' || (world.isReckless && chance(draw, 10))
  if (mayBeExact && chance(draw, 30)) lines.unshift(exactly(world, scopeOf(), amount))
  if (schedule) {
    const scope = scopeOf()
    const at = between(draw, lines.filter(({ token }) => token === 'Exactly').length, lines.length)
    lines.splice(at, 0, atRate(world, { text: use(world, scope, schedule), decimals: schedule.type.decimals }, scope))
  }
  lines.push({ token: 'TheRest', amount: '', uses: new Set(), isSmall: true })

  const used = new Set(head.uses)
  const shares: Known[] = []
  const texts = lines.map(({ token, amount: text, uses, isSmall }) => {
    for (const known of uses) used.add(known)
    const share = destination(world, reusable, shares, used, isSmall)
    for (const known of used) share.uses.add(known)
    shares.push(share)
    const into = pick(draw, [share.label, share.id])
    return `  ${words.keyword(token)}${text} ${words.keyword('Into')} ${into}`
  })
  const from = start === null ? '' : ` ${words.keyword('BandedFrom')} ${start}`
  return { text: [`${words.keyword('Split')} ${whole}${from}`, ...texts].join('\n'), shares }
}

function destination(
  world: World,
  reusable: readonly Known[],
  taken: readonly Known[],
  uses: ReadonlySet<Known>,
  isSmall: boolean,
): Known {
  const able = [...reusable, ...taken].filter((share) => !restsOn(uses, share) && (isSmall || !share.isSmall))
  const isOld = able.length > 0 && chance(world.draw, reusable.length > 0 ? 50 : 8)
  if (isOld) return pick(world.draw, able)
  return learn(world, { ...world.freshName('share'), role: 'share', type: typeOf('money', 2), isSmall })
}

function line(world: World, scope: Scope): Line {
  const { draw } = world
  const form = draw(10)
  if (form < 4) {
    const rate = numeric(world, scope, 'rate', 1)
    return atRate(world, { text: rate.text, decimals: rate.type.decimals }, scope)
  }
  if (form < 7) return smallUpTo(world, scope)
  const value = numeric(world, scope, 'money', 1)
  const text = ` ${value.text}${ending(world, value, 'money', true).text}`
  return { token: 'UpTo', amount: text, uses: scope.uses, isSmall: false }
}

function exactly(world: World, scope: Scope, amount: Known): Line {
  const { draw, words } = world
  const isPart = ({ role, type, isYearly }: Known): boolean =>
    role === 'input' && type.kind === 'money' && !type.isOptional && !isYearly
  const fields = visible(world, scope, (known) => isPart(known) && known !== amount)
  const text =
    fields.length > 0 && chance(draw, 80) ? use(world, scope, pick(draw, fields)) : words.quantity('0.5', 'yuan')
  return { token: 'Exactly', amount: ` ${text}`, uses: scope.uses, isSmall: true }
}

/** A deductible: a small amount, less what was paid before. */
function smallUpTo(world: World, scope: Scope): Line {
  const { draw, words } = world
  const most = words.quantity(pick(draw, ['300', '1200', '600.5', '0.01']), 'yuan')
  const yearly = visible(world, scope, ({ isYearly }) => isYearly)
  const paid = yearly.length > 0 && chance(draw, 60) ? ` ${words.minus} ${use(world, scope, pick(draw, yearly))}` : ''
  const floor = chance(draw, 80) ? ` ${words.keyword('NotBelowZero')}` : ''
  return { token: 'UpTo', amount: ` ${most}${paid}${floor}`, uses: scope.uses, isSmall: true }
}

function atRate(world: World, rate: { readonly text: string; readonly decimals: number | null }, scope: Scope): Line {
  const { draw, words, isReckless } = world
  const needsRounding = rate.decimals !== 0 && !(isReckless && chance(draw, 15))
  const rounding = needsRounding || chance(draw, 50) ? ` ${words.keyword(pick(draw, moneyRoundings))}` : ''
  return { token: 'AtRate', amount: ` ${rate.text}${rounding}`, uses: scope.uses, isSmall: true }
}

/** From where the bands count: a yearly figure, and what this case has already taken. */
function positionOf(world: World, scope: Scope): string {
  const { draw, words } = world
  const yearly = visible(world, scope, ({ isYearly }) => isYearly)
  const shares = visible(world, scope, ({ role, isSmall }) => role === 'share' && isSmall)
  const from =
    chance(draw, 10) || yearly.length === 0 ? words.quantity('0', 'yuan') : use(world, scope, pick(draw, yearly))
  return shares.length > 0 && chance(draw, 50) ? `${from} + ${use(world, scope, pick(draw, shares))}` : from
}

/** What is moved out of shares into another one. */
export function makeMove(world: World, scope: Scope, outOf: readonly Known[], into: Known): string {
  const { draw, words } = world
  const value = chance(draw, 50) ? leaf(world, scope, 'money') : numeric(world, scope, 'money', 1)
  const amount = `${value.text}${ending(world, value, 'money', true).text}`
  const sources = outOf.map((share) => pick(draw, [share.label, share.id])).join(words.comma)
  for (const share of [...outOf, into]) for (const known of scope.uses) share.uses.add(known)
  // Each takes over what the ones before it could not give.
  for (const [index, share] of [...outOf, into].entries())
    for (const earlier of outOf.slice(0, index)) share.uses.add(earlier)
  const target = pick(draw, [into.label, into.id])
  return `${words.keyword('Move')} ${amount} ${words.keyword('OutOf')} ${sources} ${words.keyword('Into')} ${target}`
}
