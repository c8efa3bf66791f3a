import { constantOf, type Numbers } from './nodes.ts'

// Where more is to be taken apart, nothing cancels that would matter.
const MOST_STEPS = 200

/** By how much the left is always more than the right, as a sum taken apart; null where it depends on the row. */
export function constantDifference(left: Numbers, right: Numbers): number | null {
  const times = new Map<Numbers, number>()
  const waiting: (readonly [numbers: Numbers, factor: number])[] = [
    [left, 1],
    [right, -1],
  ]
  let constant = 0
  for (let step = 0; step < MOST_STEPS; step++) {
    const [numbers, factor] = waiting.pop() ?? []
    if (!numbers || !factor) return [...times.values()].every((count) => count === 0) ? constant : null
    const known = constantOf(numbers)
    if (known !== null) constant += known * factor
    else if (numbers.kind === 'add') waiting.push([numbers.left, factor], [numbers.right, factor])
    else if (numbers.kind === 'subtract') waiting.push([numbers.left, factor], [numbers.right, -factor])
    else times.set(numbers, (times.get(numbers) ?? 0) + factor)
  }
  return null
}
