/** Ways through questions about choices, numbers and places, and the boxes that describe them, case by case. */
import { expect, it } from 'vitest'
import type { Condition } from '../../compiler/diff/exact/comparison.ts'
import { Graph, type Form } from '../../compiler/diff/exact/linear/forms.ts'
import { Describer } from '../../compiler/diff/exact/regions/describe.ts'
import { everyWay, together, type Assumption, type Path } from '../../compiler/diff/exact/ways/path.ts'
import type { Ways } from '../../compiler/diff/exact/ways/ways.ts'
import type { Expr, Place } from '../../compiler/program/program.ts'
import type { Type } from '../../compiler/program/type.ts'
import { ofInteger } from '../../runtime/rational.ts'
import { liesIn } from '../../runtime/region.ts'
import { seededRandom } from '../ningbo/bills.ts'

const random = seededRandom(Number(process.env['FC_SEED'] ?? 1))
const draw = (options: number): number => Math.floor(random() * options)
const pick = <Of>(all: readonly Of[]): Of => all[draw(all.length)]!

interface Case {
  readonly kind: string
  readonly tier: string
  readonly age: number
  readonly home: string
}
const kinds = ['first', 'second', 'third']
const tiers = ['high', 'low']
const homes = ['110100', '330100', '330200', '330203', '330281']
const cases: readonly Case[] = kinds.flatMap((kind) =>
  tiers.flatMap((tier) => [3, 4, 5, 6, 7, 8].flatMap((age) => homes.map((home) => ({ kind, tier, age, home })))),
)

const at: Place = { file: 'boxes.policy', start: 0, end: 0 }
const input = (path: string, type: Type): Expr => ({ kind: 'input', path, type, at })
const exprs = {
  kind: input('kind', { kind: 'choice', choices: 'Kind' }),
  tier: input('tier', { kind: 'choice', choices: 'Tier' }),
  age: input('age', { kind: 'age' }),
  home: input('home', { kind: 'region' }),
}

/** A question, as a way is asked it and as a case answers it; or the end, of which the number tells which. */
type Tree =
  number | { readonly ask: (path: Path) => number; readonly of: (one: Case) => number; readonly next: readonly Tree[] }
const yes = (is: boolean): number => (is ? 0 : 1)

function randomTree(depth: number): Tree {
  if (depth === 0 || draw(5) === 0) return draw(3)
  const twice = (): readonly Tree[] => [randomTree(depth - 1), randomTree(depth - 1)]
  switch (draw(5)) {
    case 0: {
      const options = kinds.filter(() => draw(2) === 0)
      return {
        ask: (path) => yes(path.isOneOf('kind', exprs.kind, kinds, options)),
        of: ({ kind }) => yes(options.includes(kind)),
        next: twice(),
      }
    }
    case 1:
      return {
        ask: (path) => kinds.indexOf(path.which('kind', exprs.kind, kinds)),
        of: ({ kind }) => kinds.indexOf(kind),
        next: [...twice(), randomTree(depth - 1)],
      }
    case 2:
      return {
        ask: (path) => tiers.indexOf(path.which('tier', exprs.tier, tiers)),
        of: ({ tier }) => tiers.indexOf(tier),
        next: twice(),
      }
    case 3: {
      const limit = 3 + draw(5)
      return {
        ask: (path) => yes(path.isAtMost('age', exprs.age, limit)),
        of: ({ age }) => yes(age <= limit),
        next: twice(),
      }
    }
    default: {
      const area = pick(['330000', '330200', '330203', '110000', '330281'])
      return {
        ask: (path) => yes(path.liesIn('home', exprs.home, area)),
        of: ({ home }) => yes(liesIn(home, area)),
        next: twice(),
      }
    }
  }
}

function endOf(tree: Tree, answer: (question: Exclude<Tree, number>) => number): number {
  return typeof tree === 'number' ? tree : endOf(tree.next[answer(tree)]!, answer)
}

type Assumptions = ReadonlyMap<string, Assumption>
interface Way {
  readonly assumptions: Assumptions
  readonly end: number
}
function waysOf(tree: Tree): readonly Way[] {
  const ways: Way[] = []
  const isComplete = everyWay((path) => {
    const end = endOf(tree, ({ ask }) => ask(path))
    ways.push({ assumptions: path.assumptions, end })
  }, 1000)
  expect(isComplete).toBe(true)
  return ways
}

const isAssumed = (assumptions: Assumptions, one: Case): boolean =>
  [...assumptions].every(([key, each]) => {
    switch (each.kind) {
      case 'oneOf':
        return each.options.includes(key === 'kind' ? one.kind : one.tier)
      case 'between':
        return (each.least === null || one.age >= each.least) && (each.most === null || one.age <= each.most)
      case 'place':
        return one.home.startsWith(each.inside) && !each.outside.some((area) => one.home.startsWith(area))
    }
  })

function isIn(where: readonly Condition[], one: Case): boolean {
  return where.every((each) => {
    if ('from' in each)
      return (each.from === null || one.age >= Number(each.from)) && (each.to === null || one.age <= Number(each.to))
    if (each.path === 'home')
      return 'in' in each
        ? each.in.some((area) => one.home.startsWith(area))
        : !each.notIn.some((area) => one.home.startsWith(area))
    return 'in' in each && each.in.includes(each.path === 'kind' ? one.kind : one.tier)
  })
}

it('every case goes one way, to the end that its answers lead to', () => {
  for (let round = 0; round < 80; round++) {
    const tree = randomTree(4)
    const ways = waysOf(tree)
    for (const one of cases) {
      const own = ways.filter(({ assumptions }) => isAssumed(assumptions, one))
      expect(own.map(({ end }) => end)).toEqual([endOf(tree, ({ of }) => of(one))])
    }
  }
})

it('no more ways are followed than may be', () => {
  const tree: Tree = {
    ask: (path) => kinds.indexOf(path.which('kind', exprs.kind, kinds)),
    of: ({ kind }) => kinds.indexOf(kind),
    next: [0, 1, 2],
  }
  for (const [budget, isComplete] of [
    [2, false],
    [3, true],
  ] as const) {
    let count = 0
    const follow = (path: Path): void => {
      count++
      endOf(tree, ({ ask }) => ask(path))
    }
    expect(everyWay(follow, budget)).toBe(isComplete)
    expect(count).toBe(budget)
  }
})

it('what holds of two ways together is what each of them says', () => {
  for (let round = 0; round < 40; round++) {
    const [first, second] = [waysOf(randomTree(2)), waysOf(randomTree(2))]
    for (const a of first)
      for (const b of second) {
        const both = together(a.assumptions, b.assumptions)
        for (const one of cases)
          expect(both !== null && isAssumed(both, one)).toBe(
            isAssumed(a.assumptions, one) && isAssumed(b.assumptions, one),
          )
      }
  }
})

function boxesOf(all: readonly Way[], chosen: readonly number[]): ReturnType<Describer['boxes']> {
  return describerOf(all, new Graph(), []).boxes(chosen, [])
}

/** `conditions`: by way, what has to hold of amounts in it. */
function describerOf(all: readonly Way[], graph: Graph, conditions: readonly (readonly Form[])[]): Describer {
  // All that it asks of ways in which no name is one of a few and no amount counts.
  const side = { program: { definitions: [] }, definitions: new Map() }
  const followed = all.map(({ assumptions }, index) => ({
    assumptions,
    walk: { path: { conditions: conditions[index] ?? [] }, pair: () => undefined },
  }))
  return new Describer({ followed, shared: { graph, sides: [side, side] } } as unknown as Ways)
}

it('ways that amounts keep out need not be kept out', () => {
  const graph = new Graph()
  const x = graph.variable('x', 'input', true, true, { least: null, most: null })
  const atLeast = (value: number): Form => graph.plus(x, ofInteger(-value))
  const below = (value: number): Form => graph.plus(graph.scale(x, ofInteger(-1)), ofInteger(value - 1))
  const all = waysOf({
    ask: (path) => kinds.indexOf(path.which('kind', exprs.kind, kinds)),
    of: ({ kind }) => kinds.indexOf(kind),
    next: [0, 1, 1],
  })
  const first = all.findIndex(({ end }) => end === 0)
  const describer = describerOf(
    all,
    graph,
    all.map((_, index) => (index === first ? [atLeast(5)] : [below(5)])),
  )
  const where = (...conditions: readonly Form[]) => describer.boxes([first], conditions).map((each) => each.where)
  const said = [{ path: 'kind', in: ['first'] }]
  expect(where(atLeast(5))).toEqual([[]])
  expect(where(atLeast(4))).toEqual([said])
  expect(where(atLeast(6))).toEqual([[]])
  expect(where()).toEqual([said])
  expect(
    describerOf(all, graph, [])
      .boxes([first], [atLeast(5)])
      .map((each) => each.where),
  ).toEqual([said])
})

it('ways that can be told in one box are', () => {
  const isAtMost = (limit: number, ...next: readonly Tree[]): Tree => ({
    ask: (path) => yes(path.isAtMost('age', exprs.age, limit)),
    of: ({ age }) => yes(age <= limit),
    next,
  })
  const isInside = (area: string, ...next: readonly Tree[]): Tree => ({
    ask: (path) => yes(path.liesIn('home', exprs.home, area)),
    of: ({ home }) => yes(liesIn(home, area)),
    next,
  })
  const isKind = (...next: readonly Tree[]): Tree => ({
    ask: (path) => kinds.indexOf(path.which('kind', exprs.kind, kinds)),
    of: ({ kind }) => kinds.indexOf(kind),
    next,
  })
  const boxes = (tree: Tree): readonly (readonly Condition[])[] => {
    const all = waysOf(tree)
    return boxesOf(
      all,
      all.flatMap(({ end }, index) => (end === 0 ? [index] : [])),
    ).map(({ where }) => where)
  }
  expect(boxes(isKind(0, 1, 0))).toEqual([[{ path: 'kind', in: ['first', 'third'] }]])
  expect(boxes(isAtMost(4, 1, isAtMost(6, isKind(0, 0, 0), 1)))).toEqual([[{ path: 'age', from: '5', to: '6' }]])
  expect(boxes(isAtMost(4, 0, 1))).toEqual([[{ path: 'age', from: null, to: '4' }]])
  expect(boxes(isAtMost(4, 1, 0))).toEqual([[{ path: 'age', from: '5', to: null }]])
  expect(boxes(isInside('330000', isInside('330200', 1, 0), 1))).toEqual([
    [
      { path: 'home', in: ['33'] },
      { path: 'home', notIn: ['3302'] },
    ],
  ])
  expect(boxes(isInside('330000', 1, 0))).toEqual([[{ path: 'home', notIn: ['33'] }]])
  // Not where a hole has something in it, or numbers lie apart.
  expect(boxes(isInside('330000', isInside('330200', isInside('330203', 0, 1), 0), 1))).toHaveLength(2)
  expect(boxes(isAtMost(4, 0, isAtMost(6, 1, 0)))).toHaveLength(2)
})

it('boxes have no case in common, hold every case of their ways and none of another', () => {
  let boxes = 0
  let ways = 0
  for (let round = 0; round < 80; round++) {
    const tree = randomTree(4)
    const all = waysOf(tree)
    const chosen = all.flatMap(({ end }, index) => (end === 0 ? [index] : []))
    if (chosen.length === 0 || chosen.length === all.length) continue
    const found = boxesOf(all, chosen)
    expect(found.flatMap((each) => each.ways).toSorted((a, b) => a - b)).toEqual(chosen)
    boxes += found.length
    ways += chosen.length
    for (const one of cases) {
      const own = found.filter(({ where }) => isIn(where, one))
      expect(own).toHaveLength(endOf(tree, ({ of }) => of(one)) === 0 ? 1 : 0)
      for (const each of own) expect(each.ways.some((way) => isAssumed(all[way]!.assumptions, one))).toBe(true)
    }
  }
  // Boxes are for more than one way.
  expect(boxes).toBeLessThan(ways * 0.95)
})
