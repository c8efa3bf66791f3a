/** Both hand-written implementations give what the reference gives, and refuse what is wrong at the right place. */
import { describe, expect, it } from 'vitest'
import { badInputs } from '../ningbo/bad-input.ts'
import { completeBill, handBills } from '../ningbo/hand.ts'
import { referenceSettle } from '../ningbo/reference.ts'
import { BadBill } from './door.ts'
import { settleWithDecimals } from './hand-decimal.ts'
import { settleWithIntegers } from './hand-integer.ts'

describe.each([
  ['decimal.js', settleWithDecimals],
  ['integers', settleWithIntegers],
])('by hand with %s', (_, settle) => {
  it('is the reference on the bills worked out by hand', () => {
    for (const { given } of handBills) expect(settle(completeBill(given))).toEqual(referenceSettle(completeBill(given)))
  })

  it('takes whole yuan as numbers and one decimal', () => {
    const given = { costs: { total: '12000.50', ownExpense: '2000.50' } }
    const loose = { total: '12000.5', ownExpense: '2000.5', overLimit: 0, firstPay: -0 }
    expect(settle({ ...completeBill(given), costs: loose })).toEqual(referenceSettle(completeBill(given)))
  })

  it.each(badInputs.flatMap((bad) => ('input' in bad ? [bad] : [])))('refuses $name', ({ input, path, says }) => {
    const error = refusal(() => settle(input))
    expect(error.path).toBe(path)
    expect(error.message).toContain(says)
  })
})

function refusal(action: () => unknown): BadBill {
  try {
    action()
  } catch (error) {
    if (error instanceof BadBill) return error
    throw error
  }
  throw new Error('nothing was refused')
}
