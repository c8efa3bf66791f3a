/**
 * How two ways of doing the same are timed: each warmed up, then in turns, so that what disturbs one disturbs the
 * other; processor time of all threads; the median over the rounds. On a busy machine only the ratios mean anything.
 */
import { median } from './figure.ts'

export interface Contestant {
  /** Does it so many times. */
  readonly run: (count: number) => void | Promise<void>
  /** Nanoseconds of processor time for one, of each round; filled by `takeTurns`. */
  readonly costs: number[]
}

interface Turns {
  readonly rounds?: number
  /** How long one turn is at least. */
  readonly milliseconds?: number
}

/** Times each, in turns. */
export async function takeTurns(
  contestants: readonly Contestant[],
  { rounds = 11, milliseconds = 40 }: Turns = {},
): Promise<void> {
  const counts: number[] = []
  for (const contestant of contestants) counts.push(await warmUp(contestant, milliseconds))
  for (let round = 0; round < rounds; round++) {
    // Every other round the other way round: none is always the one after another.
    const order = [...contestants.keys()]
    for (const index of round % 2 === 0 ? order : order.toReversed()) {
      const { run, costs } = contestants[index]!
      const count = counts[index]!
      const time = await processorTime(() => run(count))
      costs.push((time * 1e6) / count)
    }
  }
}

/** How much more one costs than the other: the median of the rounds. */
export function ratioOf(one: Contestant, other: Contestant): number {
  return median(one.costs.map((cost, round) => cost / other.costs[round]!))
}

/** `4.1 M per CPU second`. */
export function speedOf({ costs }: Contestant): string {
  const perSecond = 1e9 / median(costs)
  const [amount, unit] =
    perSecond >= 1e6 ? [perSecond / 1e6, ' M'] : perSecond >= 1e3 ? [perSecond / 1e3, ' k'] : [perSecond, '']
  return `${Number(amount.toPrecision(3))}${unit} per CPU second`
}

/**
 * A contestant that settles bill after bill, in a loop of its own: V8 learns for every place in the code what is
 * called there, so that in one loop for all none would be called as fast as by itself.
 */
export async function settling<Bill>(bills: readonly Bill[], settle: (bill: Bill) => unknown): Promise<Contestant> {
  loops++
  const { loop } = (await import(`./loop.ts?${loops}`)) as typeof import('./loop.ts')
  return {
    run: (count) => {
      loop(bills, settle, count)
    },
    costs: [],
  }
}

let loops = 0

/** The same for what answers later. */
export function settlingLater<Bill>(bills: readonly Bill[], settle: (bill: Bill) => Promise<unknown>): Contestant {
  const run = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index++) await settle(bills[index % bills.length]!)
  }
  return { run, costs: [] }
}

/** Runs it until it is fast; gives how many take so long. */
async function warmUp({ run }: Contestant, milliseconds: number): Promise<number> {
  let count = 1
  let spent = 0
  for (;;) {
    const time = await processorTime(() => run(count))
    spent += time
    if (time >= milliseconds && spent >= 5 * milliseconds) return Math.ceil((count * milliseconds) / time)
    if (time < milliseconds) count *= 2
  }
}

/** Milliseconds of processor time: what work costs, however busy the machine is. */
export async function processorTime(work: () => void | Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
