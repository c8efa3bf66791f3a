import { ofInteger, type Rational } from '../../../runtime/rational.ts'
import { atomsIn, isConstant, type Form, type Graph } from '../exact/linear/forms.ts'
import { valueAt } from '../exact/linear/integers.ts'
import { refusal, type Outcome, type Ways } from '../exact/ways/ways.ts'
import { InBox, type Box, type Span } from './box.ts'

/** What one output is in a box: less, the same or more than before; otherwise what it was and what it is. */
export interface Area {
  readonly box: Box
  readonly is: string
}

/** A way, with what has to hold on it, in terms of the months. */
export interface Branch {
  readonly conditions: readonly Form[]
  /** Where one of them does not hold, one of the two refuses the case. */
  readonly demands: readonly Form[]
  readonly outcome: Outcome
  readonly isRefused: boolean
}

/** Months after which nothing is looked at any more. */
const farthest = 100_000
/** So many are looked at one by one rather than cut further. */
const fewCases = 64
/** Where the first cut through what has no end is made. */
const firstCut = 512

/** The ways through two programs, of one output, with names written out. Null where the two can't be compared. */
export function branchesOf(output: string, { followed, shared: { graph } }: Ways): readonly Branch[] | null {
  const branches: Branch[] = []
  for (const { walk, outcomes } of followed) {
    const memo = new Map<number, Form>()
    const written = (form: Form): Form => graph.rewrite(form, (id) => walk.meanings.get(id) ?? null, memo)
    const outcome = outcomes.get(output)
    if (!outcome || outcome.kind === 'open') return null
    const isDemanded = ({ key }: Form): boolean => walk.preconditions.some((each) => each.has(key))
    branches.push({
      conditions: walk.path.conditions.map(written),
      demands: walk.facts.filter(isDemanded).map(written),
      outcome: outcome.kind === 'number' ? { ...outcome, difference: written(outcome.difference) } : outcome,
      isRefused: outcomes.get(refusal)?.kind === 'finite',
    })
  }
  return branches
}

/** A box cut up until in each part one thing is so: exact, since what can't be told of a part is cut further. */
export function areasIn(box: Box, branches: readonly Branch[], graph: Graph): readonly Area[] {
  const areas: Area[] = []
  const visit = (part: Box, left: readonly Branch[]): void => {
    const inside = new InBox(graph, part)
    const here = left.flatMap((each) => within(each, inside))
    const said = new Set(here.map((each) => stateOf(each, inside)))
    const [is] = said
    if (said.size === 1 && is != null) areas.push({ box: part, is })
    else if (casesIn(part) <= fewCases) areas.push(...oneByOne(part, here, graph))
    else {
      const cut = parts(part, here, graph)
      if (cut) for (const each of cut) visit(each, here)
      else areas.push({ box: part, is: 'undecided' })
    }
  }
  visit(box, branches)
  return areas
}

/** What is left of a way in a box; nothing where it does not go there. */
function within(branch: Branch, inside: InBox): readonly Branch[] {
  const conditions: Form[] = []
  for (const each of branch.conditions) {
    const condition = inside.simplified(each)
    const { least, most } = inside.range(condition)
    if (most && most.n < 0n) return []
    if (!least || least.n < 0n) conditions.push(condition)
  }
  const { outcome } = branch
  return [
    {
      ...branch,
      conditions,
      demands: branch.demands.map((each) => inside.simplified(each)),
      outcome: outcome.kind === 'number' ? { ...outcome, difference: inside.simplified(outcome.difference) } : outcome,
    },
  ]
}

/** Null where it can't be told. */
function stateOf({ demands, outcome, isRefused }: Branch, inside: InBox): string | null {
  const met = demands.map((each) => inside.range(each))
  if (isRefused || met.some(({ most }) => most && most.n < 0n)) return 'refused'
  if (met.some(({ least }) => !least || least.n < 0n)) return null
  switch (outcome.kind) {
    case 'same':
      return 'same'
    case 'finite':
      return `${outcome.before} → ${outcome.after}`
    case 'number': {
      const { difference } = outcome
      const { least, most } = inside.range(difference)
      if (least && least.n > 0n) return 'more'
      if (most && most.n < 0n) return 'less'
      return isConstant(difference) || (least && most && least.n === 0n && most.n === 0n) ? 'same' : null
    }
    case 'open':
      return null
  }
}

function casesIn(box: Box): number {
  return [...box.values()].reduce((all, { from, to }) => (to === null ? Infinity : all * (to - from + 1)), 1)
}

/** Every case of a box by itself; neighbours along the first side as one. */
function oneByOne(box: Box, branches: readonly Branch[], graph: Graph): readonly Area[] {
  const areas: Area[] = []
  const visit = (left: readonly (readonly [number, Span])[], values: Map<number, Rational>, cell: Box): void => {
    const [next, ...rest] = left
    if (!next) {
      const is = stateAt(values, branches, graph)
      const last = areas.at(-1)
      if (last && last.is === is && isNextTo(last.box, cell))
        areas[areas.length - 1] = { box: upTo(last.box, cell), is }
      else areas.push({ box: cell, is })
      return
    }
    const [id, { from, to }] = next
    for (let at = from; at <= to!; at++)
      visit(rest, new Map(values).set(id, ofInteger(BigInt(at))), new Map(cell).set(id, { from: at, to: at }))
  }
  visit([...box].toReversed(), new Map(), new Map())
  return areas
}

function stateAt(values: ReadonlyMap<number, Rational>, branches: readonly Branch[], graph: Graph): string {
  const holds = (form: Form): boolean => valueAt(form, values, graph).n >= 0n
  const branch = branches.find(({ conditions }) => conditions.every(holds))
  if (!branch || branch.outcome.kind === 'open') return 'undecided'
  if (branch.isRefused || !branch.demands.every(holds)) return 'refused'
  if (branch.outcome.kind === 'same') return 'same'
  if (branch.outcome.kind === 'finite') return `${branch.outcome.before} → ${branch.outcome.after}`
  const { n } = valueAt(branch.outcome.difference, values, graph)
  return n > 0n ? 'more' : n < 0n ? 'less' : 'same'
}

/** Does a cell come just after a stretch along the first side? */
function isNextTo(stretch: Box, cell: Box): boolean {
  const [id] = [...stretch].at(-1)!
  return [...cell].every(([each, { from }]) =>
    each === id ? from === stretch.get(each)!.to! + 1 : from === stretch.get(each)!.from,
  )
}

function upTo(stretch: Box, cell: Box): Box {
  const [id, { from }] = [...stretch].at(-1)!
  return new Map(stretch).set(id, { from, to: cell.get(id)!.to })
}

/** Two halves across the longest side on which something depends; null where there is none, or too far away. */
function parts(box: Box, branches: readonly Branch[], graph: Graph): readonly [Box, Box] | null {
  const length = ({ from, to }: Span): number => (to === null ? Infinity : to - from)
  const read = new Set<number>()
  for (const { conditions, demands, outcome } of branches)
    for (const each of [...conditions, ...demands, ...(outcome.kind === 'number' ? [outcome.difference] : [])])
      atomsIn(each, graph, read)
  const sides = [...box].filter(([id]) => read.has(id)).toSorted(([, a], [, b]) => length(b) - length(a))
  const side = sides[0]
  if (!side || side[1].to === side[1].from) return null
  const [id, { from, to }] = side
  if (to === null && from >= farthest) return null
  const end = to === null ? Math.max(firstCut, from * 4) - 1 : from + Math.floor((to - from) / 2)
  return [new Map(box).set(id, { from, to: end }), new Map(box).set(id, { from: end + 1, to })]
}
