import { isDeepStrictEqual } from 'node:util'
import { ningbo } from '../interpret/ningbo.ts'
import { randomBill, seededRandom } from '../ningbo/bills.ts'
import { runProgram } from '../typescript/generated.ts'
import { bundled } from './bundled.ts'
import type * as countedDecimals from './counts-decimal.ts'
import type * as countedIntegers from './counts-integer.ts'
import { counted } from './counts.ts'
import type { Figure } from './figure.ts'
import type * as decimals from './hand-decimal.ts'
import type * as integers from './hand-integer.ts'
import { ratioOf, settling, speedOf, takeTurns } from './protocol.ts'

const BILLS = 20_000

/** The compiled Ningbo settlement beside the same written by hand, over plain counts. */
export async function measureCounts(): Promise<readonly Figure[]> {
  const { settleCountsWithIntegers } = await bundled<typeof countedIntegers>('test/bench/counts-integer.ts')
  const { settleCountsWithDecimals } = await bundled<typeof countedDecimals>('test/bench/counts-decimal.ts')
  return measure('fen and day numbers in and out', {
    bills: randomBills().map(counted),
    compiled: await runProgram(ningbo(), 'settleCounts'),
    integers: settleCountsWithIntegers,
    decimals: settleCountsWithDecimals,
    limits: { integers: [0.8, 1], decimals: [50, 86] },
  })
}

/** The same with decimal texts in and out, which cost whoever reads and writes them more than the rules do. */
export async function measureSettling(): Promise<readonly Figure[]> {
  const { settleWithIntegers } = await bundled<typeof integers>('test/bench/hand-integer.ts')
  const { settleWithDecimals } = await bundled<typeof decimals>('test/bench/hand-decimal.ts')
  return measure('decimal texts in and out', {
    bills: randomBills(),
    compiled: await runProgram(ningbo()),
    integers: settleWithIntegers,
    decimals: settleWithDecimals,
    limits: { integers: [0.8, 1], decimals: [10, 15] },
  })
}

interface Contract<Bill> {
  readonly bills: readonly Bill[]
  readonly compiled: (bill: Bill) => unknown
  readonly integers: (bill: Bill) => unknown
  readonly decimals: (bill: Bill) => unknown
  readonly limits: Readonly<Record<'integers' | 'decimals', readonly [floor: number, aim: number]>>
}

/** First the results, then the speed. */
async function measure<Bill>(of: string, contract: Contract<Bill>): Promise<readonly Figure[]> {
  const { bills, compiled, integers, decimals, limits } = contract
  for (const bill of bills) {
    const results = [compiled(bill), integers(bill), decimals(bill)]
    if (!results.every((result) => isDeepStrictEqual(result, results[0]))) {
      throw new Error(`the results differ on ${JSON.stringify(bill)}`)
    }
  }
  const ours = await settling(bills, compiled)
  const byIntegers = await settling(bills, integers)
  const byDecimals = await settling(bills, decimals)
  await takeTurns([ours, byIntegers, byDecimals])
  const figure = (by: string, other: typeof ours, [floor, aim]: readonly [number, number]): Figure => ({
    name: `ningbo.employee.settle, ${of}, to ${by} by hand`,
    ratio: ratioOf(other, ours),
    floor,
    aim,
    better: 'more',
    measured: `checked: ${speedOf(ours)} against ${speedOf(other)}`,
  })
  return [figure('integers', byIntegers, limits.integers), figure('decimal.js', byDecimals, limits.decimals)]
}

function randomBills(): readonly ReturnType<typeof randomBill>[] {
  const random = seededRandom(20230101)
  return Array.from({ length: BILLS }, () => randomBill(random))
}
