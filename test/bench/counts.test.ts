/** Both implementations by hand over plain counts give what the reference gives, and refuse what is no count. */
import { describe, expect, it } from 'vitest'
import { randomBill, seededRandom } from '../ningbo/bills.ts'
import { completeBill, handBills } from '../ningbo/hand.ts'
import { referenceSettle } from '../ningbo/reference.ts'
import { settleCountsWithDecimals } from './counts-decimal.ts'
import { settleCountsWithIntegers } from './counts-integer.ts'
import { counted, settlementCounted, type CountedBill } from './counts.ts'

describe.each([
  ['decimal.js', settleCountsWithDecimals],
  ['integers', settleCountsWithIntegers],
])('counts by hand with %s', (_, settle) => {
  it('are those of the reference on the bills worked out by hand', () => {
    for (const { given } of handBills) {
      const bill = completeBill(given)
      expect(settle(counted(bill))).toEqual(settlementCounted(referenceSettle(bill)))
    }
  })

  it('are those of the reference on 10 000 random bills', () => {
    const random = seededRandom(20_230_601)
    for (let round = 0; round < 10_000; round++) {
      const bill = randomBill(random)
      expect(settle(counted(bill)), JSON.stringify(bill)).toEqual(settlementCounted(referenceSettle(bill)))
    }
  })

  it.each<[path: string, wrong: (bill: CountedBill) => CountedBill]>([
    ['costs.total', (bill) => ({ ...bill, costs: { ...bill.costs, total: 0.5 } })],
    ['costs.firstPay', (bill) => ({ ...bill, costs: { ...bill.costs, firstPay: -1 } })],
    ['visit.settledOn', (bill) => ({ ...bill, visit: { ...bill.visit, settledOn: 20_000 } })],
    ['visit.tier', (bill) => ({ ...bill, visit: { ...bill.visit, tier: 'other' as 'primary' } })],
    ['visit.place', (bill) => ({ ...bill, visit: { ...bill.visit, place: '33020' } })],
  ])('are refused where %s is wrong', (path, wrong) => {
    expect(() => settle(wrong(counted(completeBill({}))))).toThrow(path)
  })
})
