import { add, multiply, ofInteger, one, subtract, zero, type Rational } from '../../../../runtime/rational.ts'
import type { ElementClass } from './elements.ts'
import { isElementVariable } from './element-walk.ts'
import { atomsIn, type Form, type Graph } from '../linear/forms.ts'
import { valueAt } from '../linear/integers.ts'
import { Unsupported } from './unsupported.ts'
import { floorOf, ceilingOf, lcm } from '../linear/numbers.ts'

/** What an element adds to each fold. */
export type Vector = readonly Rational[]

/** One element: its amounts, and how many periods each of them can be raised by; null is without end. */
export interface Start {
  readonly amounts: ReadonlyMap<number, bigint>
  readonly vector: Vector
  readonly room: ReadonlyMap<number, bigint | null>
}

/**
 * All elements of a class: each is a start with amounts raised by whole periods. A period is how often the roundings of
 * an amount begin again: raising the amount by it adds the same to every fold, wherever it is.
 */
export interface Generators {
  readonly of: ElementClass
  readonly starts: readonly Start[]
  readonly periods: ReadonlyMap<number, { readonly length: bigint; readonly vector: Vector }>
}

const most = 2000n

/** The elements of a class, of which each adds to the folds of the given keys. */
export function generatorsOf(of: ElementClass, keys: readonly string[], graph: Graph): Generators {
  const shares = keys.map((key) => of.shares.get(key) ?? graph.constant(zero))
  const forms = [...shares, ...of.conditions]
  const variables = [...new Set(forms.flatMap((form) => [...atomsIn(form, graph)]))]
    .filter((id) => isElementVariable(id, graph))
    .toSorted((a, b) => a - b)
  const lengths = new Map(
    variables.map((id) => [id, forms.reduce((all, form) => lcm(all, periodOf(form, id, graph).length), 1n)] as const),
  )
  const size = [...lengths.values()].reduce((all, each) => all * each, 1n)
  if (size > most) throw new Unsupported('roundings of an element that begin again too late')
  // The amounts of a class are free of each other: by variable, the first of every remainder, and how far it goes.
  const ends = variables.map((id) => ({
    id,
    starts: startsOf(id, lengths.get(id)!, of.conditions, graph),
  }))
  let starts: readonly (readonly (readonly [id: number, amount: bigint, room: bigint | null])[])[] = [[]]
  for (const { id, starts: own } of ends)
    starts = starts.flatMap((before) => own.map(({ amount, room }) => [...before, [id, amount, room] as const]))
  const fixed = of.conditions.filter((each) => variables.every((id) => !atomsIn(each, graph).has(id)))
  if (fixed.some(({ constant }) => constant.n < 0n)) starts = []
  const vectorAt = (values: ReadonlyMap<number, Rational>): Vector => shares.map((each) => valueAt(each, values, graph))
  return {
    of,
    starts: starts.map((each) => ({
      amounts: new Map(each.map(([id, amount]) => [id, amount])),
      vector: vectorAt(new Map(each.map(([id, amount]) => [id, ofInteger(amount)]))),
      room: new Map(each.map(([id, , room]) => [id, room])),
    })),
    periods: new Map(
      variables.map((id) => {
        const length = lengths.get(id)!
        const vector = shares.map((form) => {
          const period = periodOf(form, id, graph)
          return multiply(period.rise, { n: length / period.length, d: 1n })
        })
        return [id, { length, vector }]
      }),
    ),
  }
}

function startsOf(
  id: number,
  length: bigint,
  conditions: readonly Form[],
  graph: Graph,
): readonly { readonly amount: bigint; readonly room: bigint | null }[] {
  const own = conditions.filter((each) => atomsIn(each, graph).has(id))
  for (const each of own)
    for (const other of atomsIn(each, graph))
      if (other !== id && isElementVariable(other, graph))
        throw new Unsupported('two amounts of an element that are measured against each other')
  const rises = own.map((each) => {
    const period = periodOf(each, id, graph)
    return multiply(period.rise, { n: length / period.length, d: 1n })
  })
  const starts: { amount: bigint; room: bigint | null }[] = []
  for (let rest = 0n; rest < length; rest++) {
    let low = 0n
    let high: bigint | null = null
    for (const [index, each] of own.entries()) {
      const value = valueAt(each, new Map([[id, ofInteger(rest)]]), graph)
      const rise = rises[index]!
      if (rise.n === 0n && value.n < 0n) high = -1n
      if (rise.n > 0n) {
        const needed = ceilingOf({ n: -value.n * rise.d, d: value.d * rise.n })
        if (needed > low) low = needed
      }
      if (rise.n < 0n) {
        const allowed = floorOf({ n: value.n * rise.d, d: value.d * -rise.n })
        if (high === null || allowed < high) high = allowed
      }
    }
    if (high === null || high >= low)
      starts.push({ amount: rest + low * length, room: high === null ? null : high - low })
  }
  return starts
}

/** After how much more of a variable a form begins again, and by how much it has risen then. */
function periodOf(form: Form, variable: number, graph: Graph): { readonly length: bigint; readonly rise: Rational } {
  let length = 1n
  let rise = zero
  for (const [id, factor] of form.terms) {
    const inner = periodOfAtom(id, variable, graph)
    const both = lcm(length, inner.length)
    rise = add(
      multiply(rise, { n: both / length, d: 1n }),
      multiply(multiply(factor, inner.rise), { n: both / inner.length, d: 1n }),
    )
    length = both
  }
  return { length, rise }
}

function periodOfAtom(
  id: number,
  variable: number,
  graph: Graph,
): { readonly length: bigint; readonly rise: Rational } {
  const atom = graph.atoms[id]!
  switch (atom.kind) {
    case 'variable':
      return { length: 1n, rise: id === variable ? one : zero }
    case 'floor': {
      const { length, rise } = periodOf(atom.of, variable, graph)
      return { length: length * rise.d, rise: multiply(rise, { n: rise.d, d: 1n }) }
    }
    case 'positive':
    case 'product':
      throw new Unsupported('an amount of an element that is multiplied')
  }
}

/**
 * What the outermost elements of a class add, each amount as low and as high as it can be; where there is no end, what
 * a period more of it adds.
 */
export function cornersOf({ starts, periods }: Generators): readonly Vector[] {
  const corners = starts.flatMap(({ vector, room }) => {
    let all: readonly Vector[] = [vector]
    for (const [id, periodsMore] of room) {
      if (periodsMore === null || periodsMore === 0n) continue
      const step = periods.get(id)!.vector
      const raised = (from: Vector): Vector =>
        from.map((each, index) => add(each, multiply(step[index]!, { n: periodsMore, d: 1n })))
      all = [...all, ...all.map(raised)]
    }
    return all
  })
  const endless = [...periods].filter(([id]) => starts.some(({ room }) => room.get(id) === null))
  return [...corners, ...endless.map(([, { vector }]) => vector)]
}

export function isNothing(vector: Vector): boolean {
  return vector.every(({ n }) => n === 0n)
}

export function minus(a: Vector, b: Vector): Vector {
  return a.map((each, index) => subtract(each, b[index]!))
}
