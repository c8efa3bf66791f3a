import { isDeepStrictEqual } from 'node:util'
import { ningbo } from '../interpret/ningbo.ts'
import { randomBill, seededRandom } from '../ningbo/bills.ts'
import { runProgram } from '../typescript/generated.ts'
import type * as decimals from './hand-decimal.ts'
import type * as integers from './hand-integer.ts'
import { bundled } from './bundled.ts'
import type { Figure } from './figure.ts'
import { ratioOf, settling, speedOf, takeTurns } from './protocol.ts'

const BILLS = 20_000

/** The compiled Ningbo settlement beside the same written by hand, decimal texts in and out; first the results. */
export async function measureSettling(): Promise<readonly Figure[]> {
  const settle = await runProgram(ningbo())
  const { settleWithIntegers } = await bundled<typeof integers>('test/bench/hand-integer.ts')
  const { settleWithDecimals } = await bundled<typeof decimals>('test/bench/hand-decimal.ts')
  const random = seededRandom(20230101)
  const bills: readonly unknown[] = Array.from({ length: BILLS }, () => randomBill(random))
  for (const bill of bills) {
    const results = [settle(bill), settleWithIntegers(bill), settleWithDecimals(bill)]
    if (!results.every((result) => isDeepStrictEqual(result, results[0]))) {
      throw new Error(`the results differ on ${JSON.stringify(bill)}`)
    }
  }
  const compiled = await settling(bills, settle)
  const byIntegers = await settling(bills, settleWithIntegers)
  const byDecimals = await settling(bills, settleWithDecimals)
  await takeTurns([compiled, byIntegers, byDecimals])
  return [
    {
      name: 'ningbo.employee.settle compiled, to integers by hand',
      ratio: ratioOf(byIntegers, compiled),
      floor: 0.8,
      aim: 1,
      better: 'more',
      measured: `decimal texts in and out, checked: ${speedOf(compiled)} against ${speedOf(byIntegers)}`,
    },
    {
      name: 'ningbo.employee.settle compiled, to decimal.js by hand',
      ratio: ratioOf(byDecimals, compiled),
      floor: 50,
      aim: 86,
      better: 'more',
      measured: `decimal texts in and out, checked: ${speedOf(compiled)} against ${speedOf(byDecimals)}`,
    },
  ]
}
