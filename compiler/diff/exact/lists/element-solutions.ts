import { multiply, ofInteger, zero, type Rational } from '../../../../runtime/rational.ts'
import { elementField, isElementVariable } from './element-walk.ts'
import type { ElementClass } from './elements.ts'
import { atomsIn, type Form, type Graph } from '../linear/forms.ts'
import { isNothing, minus, type Generators, type Start, type Vector } from './generators.ts'
import { valueAt } from '../linear/integers.ts'
import { minusOne } from '../linear/numbers.ts'

/** An element, short of everything but its amounts: by field, in the smallest unit. */
export interface Piece {
  readonly of: ElementClass
  readonly amounts: ReadonlyMap<string, bigint>
}

/** A way in which totals may come about: what has to hold of the variables, and the elements that their values mean. */
export interface Composition {
  readonly conditions: readonly Form[]
  readonly cost: Form
  /** Does it cover all lists that there can be? */
  readonly isExact: boolean
  pieces(values: ReadonlyMap<number, Rational>): readonly Piece[]
}

/** What a total, or another sum over the elements, has to be. */
export interface Wanted {
  readonly factors: readonly (readonly [key: string, factor: Rational])[]
  readonly form: Form
  /** Is that much enough, or has it to be just that? */
  readonly isLeast: boolean
}

const perElement = 1000n

/** Lists with one element of each class that may as well be missing, and perhaps one of a class that may not. */
export function fewElements(
  classes: readonly ElementClass[],
  keys: readonly string[],
  wanted: readonly Wanted[],
  graph: Graph,
): readonly Composition[] {
  const isFree = ({ conditions, shares }: ElementClass): boolean =>
    conditions.every((each) => valueAt(each, new Map(), graph).n >= 0n) &&
    keys.every((key) => valueAt(shares.get(key) ?? graph.constant(zero), new Map(), graph).n === 0n)
  const free = classes.filter(isFree)
  const others = classes.filter((each) => !isFree(each))
  return [free, ...others.map((each) => [...free, each])].map((chosen) => {
    const renamed = chosen.map((each) => {
      const index = classes.indexOf(each)
      const copies = new Map(variablesOf(each, graph).map((id) => [id, copyOf(id, index, graph)] as const))
      const of = (form: Form): Form => graph.rewrite(form, (id) => copies.get(id) ?? null)
      return { each, copies, of }
    })
    const sumOf = (key: string): Form =>
      renamed.reduce(
        (sum, { each, of }) => graph.add(sum, of(each.shares.get(key) ?? graph.constant(zero))),
        graph.constant(zero),
      )
    const own = renamed.flatMap(({ each, of }) => each.conditions.map(of))
    const amounts = renamed.flatMap(({ copies }) => [...copies.values()])
    return {
      conditions: [...own, ...wanted.flatMap((each) => conditionsOf(each, sumOf, graph))],
      cost: amounts.reduce((sum, each) => graph.add(sum, each, ofInteger(perElement)), graph.constant(zero)),
      isExact: false,
      pieces: (values) =>
        renamed.flatMap(({ each, copies }) => {
          const found = [...copies].map(
            ([id, copy]) => [fieldOf(id, each, graph), valueAt(copy, values, graph).n] as const,
          )
          return isFree(each) && found.every(([, amount]) => amount === 0n)
            ? []
            : [{ of: each, amounts: new Map(found) }]
        }),
    }
  })
}

/** A kind of element, so many of them; or so many periods on top of those of one class. */
interface Part {
  readonly vector: Vector
  readonly count: Form
  readonly generators: Generators
  /** Null for periods of an amount. */
  readonly start: Start | null
  readonly variable: number | null
}

/** All lists: how often each start occurs, and how many periods are added. */
export function allElements(
  generators: readonly Generators[],
  keys: readonly string[],
  wanted: readonly Wanted[],
  graph: Graph,
): Composition {
  const parts: Part[] = []
  const conditions: Form[] = []
  let counts = 0
  const count = (): Form => graph.variable(`number ${counts++}`, 'element', false, true, { least: zero, most: null })
  const single = irreducible(generators)
  for (const each of generators) {
    const starts = each.starts
      .filter((start) => !single.dropped.has(start))
      .map((start) => {
        const part: Part = { vector: start.vector, count: count(), generators: each, start, variable: null }
        if (!isNothing(start.vector)) parts.push(part)
        return part
      })
    for (const [variable, { vector }] of each.periods) {
      if (isNothing(vector) || starts.length === 0) continue
      const periods = count()
      parts.push({ vector, count: periods, generators: each, start: null, variable })
      const isFreely = starts.some(({ start }) => isNothing(start!.vector) && start!.room.get(variable) !== 0n)
      if (isFreely) continue
      // Only elements that are there can be raised, each by as much as there is room.
      let room = graph.constant(zero)
      let endless = graph.constant(zero)
      for (const { start, count: times } of starts) {
        const own = start!.room.get(variable)!
        if (own === null) endless = graph.add(endless, times)
        else room = graph.add(room, times, { n: own, d: 1n })
      }
      const over = graph.subtract(periods, room)
      conditions.push(
        endless.terms.length === 0
          ? graph.scale(over, minusOne)
          : graph.subtract(endless, graph.subtract(graph.positive(over), graph.positive(graph.plus(over, minusOne)))),
      )
    }
  }
  const sumOf = (key: string): Form => {
    const at = keys.indexOf(key)
    return parts.reduce((sum, { vector, count: times }) => graph.add(sum, times, vector[at]!), graph.constant(zero))
  }
  const weight = ({ start, variable, generators: { periods } }: Part): bigint =>
    start
      ? [...start.amounts.values()].reduce((sum, each) => sum + each, 1000n) * perElement
      : periods.get(variable!)!.length * perElement
  return {
    conditions: [...conditions, ...wanted.flatMap((each) => conditionsOf(each, sumOf, graph))],
    cost: parts.reduce((sum, part) => graph.add(sum, part.count, { n: weight(part), d: 1n }), graph.constant(zero)),
    isExact: true,
    pieces: (values) => piecesOf(parts, values, graph),
  }
}

/** Starts that are sums of others are not needed: those without which the same lists have the same totals. */
function irreducible(generators: readonly Generators[]): { readonly dropped: ReadonlySet<Start> } {
  const dropped = new Set<Start>()
  const isFree = ({ starts }: Generators): boolean =>
    starts.some(({ vector, room }) => isNothing(vector) && [...room.values()].every((each) => each !== 0n))
  const single = generators
    .filter(isFree)
    .flatMap(({ starts, periods }) => [
      ...starts.map((start) => ({ start: start as Start | null, vector: start.vector })),
      ...[...periods.values()].map(({ vector }) => ({ start: null, vector })),
    ])
    .filter(({ vector }) => !isNothing(vector) && vector.every(({ n }) => n >= 0n))
    .toSorted((a, b) => sizeOf(a.vector) - sizeOf(b.vector))
  const kept: Vector[] = []
  const isSum = (vector: Vector): boolean => {
    let rest = vector
    for (const each of kept.toReversed()) {
      const times = timesIn(rest, each)
      if (times > 0n)
        rest = minus(
          rest,
          each.map((value) => multiply(value, { n: times, d: 1n })),
        )
    }
    return isNothing(rest)
  }
  for (const { start, vector } of single) {
    if (!isSum(vector)) kept.push(vector)
    else if (start) dropped.add(start)
  }
  // Of a class that has to be there: a start that is another and something that may be missing.
  for (const each of generators) {
    if (isFree(each)) continue
    const isEndless = each.starts.every(({ room }) => [...room.values()].every((own) => own === null))
    if (!isEndless) continue
    const own: Start[] = []
    for (const start of each.starts.toSorted((a, b) => sizeOf(a.vector) - sizeOf(b.vector))) {
      const isMore = own.some((less) => {
        const rest = minus(start.vector, less.vector)
        return rest.every(({ n }) => n >= 0n) && isSum(rest)
      })
      if (isMore) dropped.add(start)
      else own.push(start)
    }
  }
  return { dropped }
}

function timesIn(vector: Vector, part: Vector): bigint {
  let times: bigint | null = null
  for (const [index, each] of part.entries()) {
    if (each.n === 0n) continue
    const own = vector[index]!
    const most = (own.n * each.d) / (own.d * each.n)
    if (times === null || most < times) times = most
  }
  return times ?? 0n
}

function sizeOf(vector: Vector): number {
  return vector.reduce((sum, { n, d }) => sum + Math.abs(Number(n) / Number(d)), 0)
}

const mostElements = 400n

function piecesOf(parts: readonly Part[], values: ReadonlyMap<number, Rational>, graph: Graph): readonly Piece[] {
  const pieces: { of: ElementClass; amounts: Map<number, bigint>; room: Map<number, bigint | null> }[] = []
  const timesOf = ({ count }: Part): bigint => valueAt(count, values, graph).n
  for (const part of parts) {
    const { start, generators } = part
    if (!start) continue
    const times = timesOf(part)
    if (times > mostElements) return []
    for (let at = 0n; at < times; at++)
      pieces.push({ of: generators.of, amounts: new Map(start.amounts), room: new Map(start.room) })
  }
  for (const part of parts) {
    const { variable, generators } = part
    if (variable === null) continue
    const { length } = generators.periods.get(variable)!
    let left = timesOf(part)
    const raise = (piece: (typeof pieces)[number]): void => {
      const room = piece.room.get(variable) ?? null
      const times = room === null || room > left ? left : room
      piece.amounts.set(variable, piece.amounts.get(variable)! + times * length)
      if (room !== null) piece.room.set(variable, room - times)
      left -= times
    }
    for (const piece of pieces) if (piece.of === generators.of) raise(piece)
    // An element that adds nothing is there as often as it is needed.
    const nothing = generators.starts.find(({ vector, room }) => isNothing(vector) && room.get(variable) !== 0n)
    for (let at = 0n; nothing && left > 0n && at < mostElements; at++) {
      const piece = { of: generators.of, amounts: new Map(nothing.amounts), room: new Map(nothing.room) }
      pieces.push(piece)
      raise(piece)
    }
  }
  return pieces.map(({ of, amounts }) => ({
    of,
    amounts: new Map([...amounts].map(([id, amount]) => [fieldOf(id, of, graph), amount])),
  }))
}

function conditionsOf({ factors, form, isLeast }: Wanted, sumOf: (key: string) => Form, graph: Graph): readonly Form[] {
  const sum = factors.reduce((all, [key, factor]) => graph.add(all, sumOf(key), factor), graph.constant(zero))
  return isLeast ? [graph.subtract(sum, form)] : [graph.subtract(sum, form), graph.subtract(form, sum)]
}

function variablesOf({ conditions, shares }: ElementClass, graph: Graph): readonly number[] {
  const atoms = new Set([...conditions, ...shares.values()].flatMap((each) => [...atomsIn(each, graph)]))
  return [...atoms].filter((id) => isElementVariable(id, graph))
}

/** The same amount of another element. */
function copyOf(id: number, index: number, graph: Graph): Form {
  const atom = graph.atoms[id]!
  if (atom.kind !== 'variable') throw new Error('not an amount')
  return graph.variable(`${atom.name} of ${index}`, 'element', atom.isMoney, atom.isInteger, atom.range)
}

function fieldOf(id: number, { list }: ElementClass, graph: Graph): string {
  const atom = graph.atoms[id]!
  return atom.kind === 'variable' ? atom.name.slice(elementField(list, '').length) : ''
}
