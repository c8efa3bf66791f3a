import { addDays, addMonths, boundary } from '../../../../runtime/date.ts'

/** A function of days that never falls; `least` and `most`: by how much its value may be off the day itself. */
export interface Step {
  readonly key: string
  readonly least: number
  readonly most: number
  readonly of: (day: number) => number
}
/** A day that is known (`variable` is null, it is `day`), or one that steps lead to from a variable. */
export interface Point {
  readonly variable: number | null
  readonly day: number
  readonly steps: readonly Step[]
}
interface AtMost {
  readonly left: Point
  readonly right: Point
  readonly gap: number
}
interface Variable {
  readonly least: number
  readonly most: number
}
export interface Mark {
  readonly low: readonly number[]
  readonly counts: readonly [constraints: number, sets: number]
}

export function known(day: number): Point {
  return { variable: null, day, steps: [] }
}

export function stepped(point: Point, step: Step): Point {
  if (point.variable === null) return known(step.of(point.day))
  return { ...point, steps: [...point.steps, step] }
}

export function daysLater(days: number): Step {
  return { key: `+${days}d`, least: days, most: days, of: (day) => addDays(day, days) }
}

export function monthsLater(months: number): Step {
  // 400 years of 4800 months have 146 097 days; leap days and short months make less than eight days of difference.
  const about = (months * 146_097) / 4800
  return {
    key: `+${months}m`,
    least: Math.floor(about) - 8,
    most: Math.ceil(about) + 8,
    of: (day) => addMonths(day, months),
  }
}

export function toBoundary(side: 'first' | 'last', of: 'month' | 'year'): Step {
  const size = of === 'month' ? 30 : 365
  const [least, most] = side === 'first' ? [-size, 0] : [0, size]
  return { key: `${side} ${of}`, least, most, of: (day) => boundary(day, side, of) }
}

/** How often bounds may be moved before it is given up. */
const patience = 100_000
/** Sets that come back within two years. */
const period = 800

/**
 * Days of which one thing is known: that one is not later than another, so many days apart at least, each as steps make
 * it; or that one alone is in some set. Whatever two solutions there are, the earlier of both at each variable is a
 * solution too, since steps never fall. So there is an earliest solution, and it is found by moving up what is too
 * early until nothing is; and a latest one likewise.
 */
export class Days {
  readonly #variables: Variable[] = []
  readonly #constraints: AtMost[] = []
  readonly #sets: { readonly point: Point; readonly has: (day: number) => boolean }[] = []
  #low: number[] = []
  /** It took too long somewhere: what was found not to be possible may be. */
  isGivenUp = false

  variable(least: number, most: number): Point {
    this.#variables.push({ least, most })
    this.#low.push(least)
    return { variable: this.#variables.length - 1, day: 0, steps: [] }
  }

  mark(): Mark {
    return { low: [...this.#low], counts: [this.#constraints.length, this.#sets.length] }
  }

  /** Forgets what was said since, and the variables that came since. */
  back({ low, counts }: Mark): void {
    this.#low = [...low]
    this.#variables.length = low.length
    this.#constraints.length = counts[0]
    this.#sets.length = counts[1]
  }

  /** `left` is not later than `right`, and so many days earlier; false: that is not possible. */
  require(left: Point, right: Point, gap: number): boolean {
    this.#constraints.push({ left, right, gap })
    return this.#raise(this.#low)
  }

  /** The day is in a set of which every two years have a part. */
  requireIn(point: Point, has: (day: number) => boolean): boolean {
    if (point.variable === null) return has(point.day)
    this.#sets.push({ point, has })
    return this.#raise(this.#low)
  }

  earliest(variable: number): number {
    return this.#low[variable]!
  }

  latest(): readonly number[] {
    const high = this.#variables.map(({ most }) => most)
    this.#lower(high)
    return high
  }

  /** Fixes a variable to the day nearest to another that is possible, the later of two. */
  fix({ variable }: Point, near: number): number {
    const id = variable!
    const after = [...this.#low]
    after[id] = Math.max(after[id]!, near)
    const isAfter = after[id] <= this.#variables[id]!.most && this.#raise(after)
    const before = this.#variables.map(({ most }) => most)
    before[id] = Math.min(before[id]!, near)
    const isBefore = before[id] >= this.#variables[id]!.least && this.#lower(before)
    const day =
      isAfter && (!isBefore || after[id] - near <= near - before[id])
        ? after[id]
        : isBefore
          ? before[id]
          : this.#low[id]!
    this.#variables[id] = { least: day, most: day }
    this.#low[id] = day
    this.#raise(this.#low)
    return day
  }

  #raise(low: number[]): boolean {
    for (let moves = 0, isMoving = true; isMoving;) {
      isMoving = false
      for (const { left, right, gap } of this.#constraints) {
        const need = valueAt(left, low) + gap
        if (valueAt(right, low) >= need) continue
        if (right.variable === null) return false
        const day = firstWhere(
          (each) => through(right.steps, each) >= need,
          low[right.variable]!,
          this.#variables[right.variable]!.most,
        )
        if (day === null || !this.#mayMove(moves++)) return false
        low[right.variable] = day
        isMoving = true
      }
      for (const { point, has } of this.#sets) {
        let day = low[point.variable!]!
        const end = Math.min(day + period, this.#variables[point.variable!]!.most)
        while (day <= end && !has(through(point.steps, day))) day++
        if (day > end) return false
        if (day === low[point.variable!]) continue
        low[point.variable!] = day
        isMoving = true
      }
    }
    return true
  }

  #lower(high: number[]): boolean {
    for (let moves = 0, isMoving = true; isMoving;) {
      isMoving = false
      for (const { left, right, gap } of this.#constraints) {
        const room = valueAt(right, high) - gap
        if (valueAt(left, high) <= room) continue
        if (left.variable === null) return false
        const { least } = this.#variables[left.variable]!
        const day = firstWhere((each) => through(left.steps, -each) <= room, -high[left.variable]!, -least)
        if (day === null || !this.#mayMove(moves++)) return false
        high[left.variable] = -day
        isMoving = true
      }
      for (const { point, has } of this.#sets) {
        let day = high[point.variable!]!
        const end = Math.max(day - period, this.#variables[point.variable!]!.least)
        while (day >= end && !has(through(point.steps, day))) day--
        if (day < end) return false
        if (day === high[point.variable!]) continue
        high[point.variable!] = day
        isMoving = true
      }
    }
    return true
  }

  /** Days that push each other on without an end are found before they get there. */
  #mayMove(moves: number): boolean {
    if (moves === 40 && this.#isCircle()) return false
    if (moves < patience) return true
    this.isGivenUp = true
    return false
  }

  /** Does something have to be later than itself, whatever months are long? */
  #isCircle(): boolean {
    const nodes = new Map<string, number>()
    const edges: (readonly [from: number, to: number, least: number])[] = []
    const nodeOf = ({ variable, day, steps }: Point): number => {
      const name = variable === null ? `${day}` : `v${variable} ${steps.map(({ key }) => key).join(' ')}`
      const node = nodes.get(name)
      if (node !== undefined) return node
      const id = nodes.size
      nodes.set(name, id)
      if (variable === null || steps.length === 0) return id
      const inner = nodeOf({ variable, day, steps: steps.slice(0, -1) })
      const { least, most } = steps.at(-1)!
      edges.push([inner, id, least], [id, inner, -most])
      return id
    }
    for (const { left, right, gap } of this.#constraints) edges.push([nodeOf(left), nodeOf(right), gap])
    const distance = Array.from({ length: nodes.size }, () => 0)
    for (let round = 0; round <= nodes.size; round++) {
      let isLonger = false
      for (const [from, to, least] of edges) {
        if (distance[from]! + least <= distance[to]!) continue
        distance[to] = distance[from]! + least
        isLonger = true
      }
      if (!isLonger) return false
    }
    return true
  }
}

function through(steps: readonly Step[], day: number): number {
  return steps.reduce((at, step) => step.of(at), day)
}

function valueAt({ variable, day, steps }: Point, days: readonly number[]): number {
  return variable === null ? day : through(steps, days[variable]!)
}

/** The first whole number above `low`, up to `high`, of which it is so; it stays so from there on. */
function firstWhere(isSo: (day: number) => boolean, low: number, high: number): number | null {
  if (low >= high || !isSo(high)) return null
  let [no, yes] = [low, high]
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2)
    if (isSo(middle)) yes = middle
    else no = middle
  }
  return yes
}
