/** Settles so many bills, from the first again after the last. Results are kept, or some would never be made. */
export function loop<Bill>(bills: readonly Bill[], settle: (bill: Bill) => unknown, count: number): unknown {
  let last: unknown = null
  let index = 0
  for (let turn = 0; turn < count; turn++) {
    last = kept.result = settle(bills[index]!)
    index = index + 1 === bills.length ? 0 : index + 1
  }
  return last
}

const kept: { result: unknown } = { result: null }
