import { isDeepStrictEqual } from 'node:util'
import { ningbo } from '../interpret/ningbo.ts'
import { randomBill, seededRandom } from '../ningbo/bills.ts'
import { runProgram } from '../typescript/generated.ts'
import { lowestCosts, type Figure } from './figure.ts'
import { settleWithDecimals } from './hand-decimal.ts'
import { settleWithIntegers } from './hand-integer.ts'

const BILLS = 20_000
const ROUNDS = 15

/** The compiled Ningbo settlement beside the same written by hand, decimal texts in and out; first the results. */
export async function measureSettling(): Promise<readonly Figure[]> {
  const settle = await runProgram(ningbo())
  const random = seededRandom(20230101)
  const bills = Array.from({ length: BILLS }, () => randomBill(random))
  for (const bill of bills) {
    const results = [settle(bill), settleWithIntegers(bill), settleWithDecimals(bill)]
    if (!results.every((result) => isDeepStrictEqual(result, results[0]))) {
      throw new Error(`the results differ on ${JSON.stringify(bill)}`)
    }
  }
  const over = (each: (bill: unknown) => unknown) => () => {
    for (const bill of bills) each(bill)
  }
  const [compiled = 0, integers = 0] = lowestCosts(ROUNDS, [over(settle), over(settleWithIntegers)])
  const [again = 0, decimals = 0] = lowestCosts(3, [over(settle), over(settleWithDecimals)])
  const perSecond = (milliseconds: number) => `${((BILLS / milliseconds) * 1000).toExponential(2)} per CPU second`
  return [
    {
      name: 'compiled evaluator against integers written by hand, bills per second',
      ratio: integers / compiled,
      floor: 0.05,
      aim: 1,
      better: 'more',
      measured: `${perSecond(compiled)} against ${perSecond(integers)}`,
    },
    {
      name: 'compiled evaluator against decimal.js written by hand, bills per second',
      ratio: decimals / again,
      floor: 1,
      aim: 15,
      better: 'more',
      measured: `${perSecond(again)} against ${perSecond(decimals)}`,
    },
  ]
}
