import { chance, pick, shuffle } from '../draw.ts'
import { datesWithin, freshCondition, regionExpression, takeSubject, thresholds } from './condition.ts'
import { dates } from './dated.ts'
import { leaf, literal } from './leaf.ts'
import { numeric } from './numeric.ts'
import { use, visible, type Expression, type Kind, type Known, type Scope, type Type, type World } from './world.ts'

/** What a rule of several lines says, and the type of its values. */
export interface Written {
  readonly lines: readonly string[]
  readonly decimals: number | null
}

/** One dimension: a name, and cells that exclude each other and leave nothing out. */
interface Dimension {
  readonly name: string
  readonly cells: readonly string[]
}

/** A table in one to three dimensions, down the side and across. `free` are the names that it may ask about. */
export function table(world: World, scope: Scope, name: string, type: Type, free: Known[]): Written | null {
  const { draw, words } = world
  const sides = dimensions(world, scope, free, pick(draw, [1, 1, 2, 3]))
  if (sides.length === 0) return null
  const heads = dimensions(world, scope, free, pick(draw, [0, 0, 1, 2].slice(0, 7 - 2 * sides.length)))
  const width = heads.reduce((product, { cells }) => product * cells.length, 1)
  const values = new Values(world, scope, type)
  const body = rowsOf(world, sides).map((cells) => row([...cells, ...values.row(width)]))
  const by = sides.map((side) => side.name).join(words.comma)
  const head = heads.length > 0 ? headRows(world, heads, width) : []
  return {
    lines: [`${words.keyword('Table')} ${name} ${words.keyword('By')} ${by}`, ...head, ...body],
    decimals: values.decimals,
  }
}

/** A rate for each stretch of an amount, with or without columns. */
export function bands(world: World, scope: Scope, name: string, along: Known, free: Known[]): Written {
  const { draw, words } = world
  const edges = pickEdges(world)
  const heads = dimensions(world, scope, free, pick(draw, [0, 0, 1, 2]))
  const width = heads.reduce((product, { cells }) => product * cells.length, 1)
  const values = new Values(world, scope, { ...along.type, kind: 'rate' }, rateOfBands)
  const rows = stretches(world, edges).map((cell) => row([cell, ...values.row(width)]))
  const head = `${words.keyword('Bands')} ${name} ${words.keyword('Along')} ${use(world, scope, along)}`
  const columns = heads.length > 0 ? headRows(world, heads, width) : []
  return { lines: [head, ...columns, ...rows], decimals: values.decimals }
}

/** The first row that holds. Every row can be reached: each asks about something that no other one asks about. */
export function classify(world: World, scope: Scope, name: string, type: Type, free: Known[]): Written | null {
  const { draw, words } = world
  const conditions: string[] = []
  for (let count = pick(draw, [1, 2, 3, 4]); count > 0; count--) {
    const found = chance(draw, 20) ? opaque(world, scope) : freshCondition(world, scope, free)
    if (found && !conditions.includes(found.text)) conditions.push(found.text)
  }
  if (conditions.length === 0) return null
  const values = new Values(world, scope, type)
  const rows = [...conditions, words.keyword('Otherwise')].map((condition) => row([values.cell(), condition]))
  return { lines: [`${words.keyword('Classify')} ${name}`, ...rows], decimals: values.decimals }
}

/** A condition about a list or about places, into which nobody looks when proving. */
function opaque(world: World, scope: Scope): Expression | null {
  const { list, words, draw } = world
  if (!list || scope.over) return null
  const inside: Scope = { ...scope, over: true, isInFold: true }
  const head = `${words.keyword(pick(draw, ['Any', 'All']))} ${pick(draw, [list.label, list.id])}`
  const text = `${head} ${words.keyword('SuchThat')} ${world.condition(inside, 1).text}`
  return { text, rank: -1, type: { ...world.selector.type, kind: 'boolean' } }
}

const row = (cells: readonly string[]): string => `  | ${cells.join(' | ')} |`

function dimensions(world: World, scope: Scope, free: Known[], count: number): Dimension[] {
  return Array.from({ length: count }, () => dimension(world, scope, free)).filter((each) => each !== null)
}

function dimension(world: World, scope: Scope, free: Known[]): Dimension | null {
  const { draw } = world
  const others = free.filter(
    ({ type, role }) => (type.isOptional && type.kind === 'date') || (type.kind === 'region' && role === 'input'),
  )
  if (others.length > 0 && chance(draw, 15)) {
    const subject = pick(draw, others)
    free.splice(free.indexOf(subject), 1)
    return { name: use(world, scope, subject), cells: [namedCell(world, subject), world.words.keyword('Otherwise')] }
  }
  const subject = takeSubject(world, free)
  return subject && { name: use(world, scope, subject), cells: partition(world, subject) }
}

function namedCell({ draw, words, regions }: World, subject: Known): string {
  if (subject.type.isOptional) return words.keyword('Absent')
  const areas = shuffle(draw, regions).slice(0, pick(draw, [1, 2]))
  return areas.map((area) => pick(draw, [area.label, area.id])).join(words.comma)
}

function partition(world: World, subject: Known): string[] {
  const { draw, words } = world
  const { type } = subject
  const otherwise = words.keyword('Otherwise')
  if (type.kind === 'boolean') {
    const [yes, no] = [words.word('是', 'yes'), words.word('否', 'no')]
    return pick(draw, [
      [yes, no],
      [no, yes],
      [yes, otherwise],
      [no, otherwise],
    ])
  }
  if (type.kind === 'choice') {
    const members = shuffle(draw, type.choices?.members ?? [])
    const groups = groupsOf(members, Math.min(members.length, pick(draw, [2, 3, 4])), draw)
    const cells = groups.map((group) => group.map((each) => pick(draw, [each.label, each.id])).join(words.comma))
    return chance(draw, 50) && cells.length > 1 ? [...cells.slice(0, -1), otherwise] : cells
  }
  const isDate = type.kind === 'date'
  const all = isDate ? daysToAsk(world, subject) : thresholds(world, type.kind)
  const cuts = all.filter(() => chance(draw, 50)).slice(0, 2)
  return stretchCells(world, cuts.length > 0 ? cuts : all.slice(0, 1), { isDate, hasOther: chance(draw, 40) })
}

function daysToAsk(world: World, subject: Known): readonly string[] {
  // Between two days that follow one another there is none.
  const days = subject === world.selector ? datesWithin(world) : dates.filter((date) => date !== '2023-01-31')
  return [...new Set(days)].sort().map(world.words.date)
}

/** What lies below, between and above values that ascend; each value belongs to the stretch on one side of it. */
function stretchCells(
  world: World,
  cuts: readonly string[],
  { isDate, hasOther }: { readonly isDate: boolean; readonly hasOther: boolean },
): string[] {
  const { draw, words } = world
  const belongsBelow = cuts.map(() => chance(draw, 50))
  const word = (lower: boolean, includes: boolean): string => {
    if (isDate) return words.keyword(lower ? (includes ? 'NotAfter' : 'Before') : includes ? 'NotBefore' : 'After')
    return words.keyword(lower ? (includes ? 'AtMost' : 'Below') : includes ? 'AtLeast' : 'MoreThan')
  }
  const first = `${word(true, belongsBelow[0] ?? false)} ${cuts[0]}`
  const middle = cuts.slice(1).map((cut, index) => {
    const from = `${cuts[index]}${belongsBelow[index] ? '' : words.included}`
    return `${from}${words.dash}${cut}${belongsBelow[index + 1] ? words.included : ''}`
  })
  const last = `${word(false, !belongsBelow.at(-1))} ${cuts.at(-1)}`
  return [first, ...middle, hasOther ? words.keyword('Otherwise') : last]
}

function groupsOf<Item>(items: readonly Item[], count: number, draw: World['draw']): Item[][] {
  const groups = items.slice(0, count).map((item) => [item])
  for (const item of items.slice(count)) groups[draw(groups.length)]?.push(item)
  return groups
}

/** The rows of all combinations; some dimensions are not asked where another one has decided. */
function rowsOf(world: World, [first, ...others]: readonly Dimension[]): string[][] {
  if (!first) return [[]]
  return first.cells.flatMap((cell) => {
    const skips = others.length > 0 && chance(world.draw, 25)
    const rest = skips ? [others.map(() => world.words.keyword('Whatever'))] : rowsOf(world, others)
    return rest.map((cells) => [cell, ...cells])
  })
}

function headRows(world: World, heads: readonly Dimension[], width: number): string[] {
  let repeats = width
  const rows = heads.map(({ name, cells }) => {
    repeats /= cells.length
    const all = Array.from({ length: width }, (_, column) => cells[Math.floor(column / repeats) % cells.length] ?? '')
    const merged = all.map((cell, index) =>
      index > 0 && all[index - 1] === cell && chance(world.draw, 60) ? world.words.keyword('Same') : cell,
    )
    return row([name, ...merged])
  })
  return [...rows, `  |${'---|'.repeat(width + 1)}`]
}

/** Value cells of one type. */
class Values {
  decimals: number | null = 0
  readonly #world: World
  readonly #scope: Scope
  readonly #type: Type
  readonly #make: typeof valueOf

  constructor(world: World, scope: Scope, type: Type, make: typeof valueOf = valueOf) {
    this.#make = make
    this.#world = world
    this.#scope = scope
    this.#type = type
  }

  row(width: number): string[] {
    const { draw, words } = this.#world
    return Array.from({ length: width }, (_, column) =>
      column > 0 && chance(draw, 25) ? words.keyword('Same') : this.cell(),
    )
  }

  cell(): string {
    const value = this.#make(this.#world, this.#scope, this.#type)
    const { decimals } = value.type
    this.decimals = this.decimals === null || decimals === null ? null : Math.max(this.decimals, decimals)
    return value.text
  }
}

/** A value for a cell or an exception: mostly a literal. */
export function valueOf(world: World, scope: Scope, type: Type): Expression {
  const { draw, words } = world
  switch (type.kind) {
    case 'boolean': {
      const text = chance(draw, 70) ? pick(draw, [words.word('是', 'yes'), words.word('否', 'no')]) : null
      return text === null ? world.condition(scope, 1) : { text, rank: 7, type }
    }
    case 'choice': {
      const member = pick(draw, type.choices?.members ?? [])
      return { text: pick(draw, [member.label, member.id]), rank: 7, type }
    }
    case 'date': {
      const names = visible(
        world,
        scope,
        (known) => known.type.kind === 'date' && !known.type.isOptional && !known.type.isOpenEnded,
      )
      const isName = names.length > 0 && chance(draw, 40)
      return { text: isName ? use(world, scope, pick(draw, names)) : words.date(pick(draw, dates)), rank: 7, type }
    }
    case 'region':
      return regionExpression(world, scope)
    case 'text':
      return { text: words.text(pick(draw, texts)), rank: 7, type }
    case 'money':
    case 'rate':
    case 'points':
    case 'number':
    case 'months':
    case 'days':
    case 'age':
      return chance(draw, 70)
        ? literal(world, type.kind)
        : chance(draw, 60)
          ? leaf(world, scope, type.kind)
          : calculated(world, scope, type.kind)
    case 'texts':
      throw new Error('texts are listed')
    case 'schedule':
      throw new Error('bands have cells of rates')
  }
}

/** A rate of which it is plain that it lies between nothing and the whole, as those of bands have to. */
export function rateOfBands(world: World, scope: Scope, type: Type): Expression {
  if (world.isReckless) return valueOf(world, scope, type)
  const fields = visible(
    world,
    scope,
    (known) => known.role === 'input' && known.type.kind === 'rate' && !known.type.isOptional,
  )
  if (fields.length === 0 || chance(world.draw, 75)) return literal(world, 'rate')
  const field = pick(world.draw, fields)
  return { text: use(world, scope, field), rank: 7, type: field.type }
}

// A difference of literals in a cell is taken for a range mistyped.
function calculated(world: World, scope: Scope, kind: Kind): Expression {
  const value = numeric(world, scope, kind, 1)
  return { ...value, text: world.words.parens(value.text), rank: 7 }
}

/** Texts that would do harm where a quote ends early. */
export const texts: readonly string[] = [
  '甲',
  'a*/b/*c',
  '</script><!--',
  '`${process.exit(1)}`',
  "'+alert(1)+'",
  'back\\slash\\u0000 \\n',
  '__proto__',
  '@ts-nocheck //# sourceMappingURL=x',
]

const scales = [
  [
    ['5000', 'yuan'],
    ['2', 'wanYuan'],
    ['50', 'wanYuan'],
  ],
  [
    ['3.5', 'wanYuan'],
    ['7', 'wanYuan'],
  ],
  [['12345.67', 'yuan']],
  [
    ['5000', 'yuan'],
    ['10000', 'yuan'],
    ['10000.5', 'yuan'],
    ['0.1', 'yiYuan'],
  ],
] as const

function pickEdges({ draw, words }: World): string[] {
  return pick(draw, scales).map(([digits, unit]) => words.quantity(digits, unit))
}

function stretches(world: World, edges: readonly string[]): string[] {
  const { draw, words } = world
  const cells = stretchCells(world, edges, { isDate: false, hasOther: false })
  const startsAtZero = chance(draw, 25)
  const zero = words.quantity('0', 'yuan')
  return startsAtZero ? [`${zero}${words.dash}${edges[0]}`, ...cells.slice(1)] : cells
}
