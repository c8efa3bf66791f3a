import { parse } from '../../runtime/rational.ts'
import type { Exact } from '../program/type.ts'
import type { Lanes } from './lanes.ts'
import { commonOver, reduced, rescaled, type Quantity } from './quantity.ts'

/**
 * The amount between two positions, each part at the rate of its band. Instead of cutting it into its parts, it is
 * taken at the last rate, and of what lies below each edge the difference of the rates on both sides of it is added.
 */
export function integral(
  lanes: Lanes,
  edges: readonly Exact[],
  schedule: readonly Quantity[],
  start: Quantity,
  end: Quantity,
): Quantity {
  const cuts = edges.map((edge): Quantity => {
    const { n, d } = parse(edge)
    return { numbers: lanes.constant(Number(n)), over: d }
  })
  const positions = commonOver(lanes, [start, end, ...cuts])
  const over = commonOver(lanes, schedule)
  const rates = schedule.map((rate) => rescaled(lanes, rate, over))
  const from = rescaled(lanes, start, positions)
  const given = rescaled(lanes, end, positions)
  // Where the end comes first, nothing lies between.
  const to = lanes.subtract(given, from).least >= 0 ? given : lanes.greater(given, from)
  const whole = lanes.subtract(to, from)
  const most = Math.max(0, whole.most)
  const last = rates.at(-1) ?? lanes.constant(0)
  let sum = lanes.multiply(lanes.within(whole, 0, most), last)
  for (const [band, cut] of cuts.entries()) {
    const edge = rescaled(lanes, cut, positions)
    const below = lanes.within(lanes.subtract(lanes.lesser(to, edge), lanes.lesser(from, edge)), 0, most)
    const [here, above] = [rates[band]!, rates[band + 1]!]
    const more = lanes.subtract(here, above)
    sum =
      more.most <= 0
        ? lanes.subtract(sum, lanes.multiply(lanes.subtract(above, here), below))
        : lanes.add(sum, lanes.multiply(more, below))
  }
  // The parts make up the whole, so that the sum lies between the whole at the lowest and at the highest rate.
  const lowest = Math.min(0, ...rates.map(({ least }) => least))
  const highest = Math.max(0, ...rates.map((rate) => rate.most))
  return reduced(lanes, { numbers: lanes.within(sum, lowest * most, highest * most), over: over * positions })
}
