/** One figure of the benchmark: a ratio, and what it has to be. */
export interface Figure {
  readonly name: string
  readonly ratio: number
  /** What it must not miss, and what it should reach. */
  readonly floor: number
  readonly aim: number
  readonly better: 'more' | 'less'
  /** What was measured, for people. */
  readonly measured: string
}

export function isReached(figure: Figure, limit: 'floor' | 'aim'): boolean {
  return figure.better === 'more' ? figure.ratio >= figure[limit] : figure.ratio <= figure[limit]
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Milliseconds of processor time: what work costs, however busy the machine is. */
function cost(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The lowest cost of each in so many rounds. They take turns, so that what disturbs one disturbs all. */
export function lowestCosts(rounds: number, work: readonly (() => void)[]): readonly number[] {
  const lowest = work.map(() => Infinity)
  for (let round = 0; round < rounds; round++) {
    for (const [index, task] of work.entries()) lowest[index] = Math.min(lowest[index] ?? Infinity, cost(task))
  }
  return lowest
}
