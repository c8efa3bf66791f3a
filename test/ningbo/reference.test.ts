/** The reference against bills worked out by hand, and against what must hold of every bill. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { settleWithDecimals } from '../bench/hand-decimal.ts'
import { settleWithIntegers } from '../bench/hand-integer.ts'
import type { Bill } from './bill.ts'
import { bill, randomBill, seededRandom } from './bills.ts'
import { completeBill, handBills } from './hand.ts'
import { referenceSettle } from './reference.ts'

describe('bills worked out by hand', () => {
  it('have names of their own', () => {
    expect(new Set(handBills.map(({ name }) => name)).size).toBe(handBills.length)
  })

  describe.each(handBills)('$name', ({ why, given, expect: expected }) => {
    it('is what the reference gives', () => {
      expect(referenceSettle(completeBill(given))).toMatchObject(expected)
    })

    it('has its amounts in the written calculation', () => {
      const written = why.join('\n').match(/\d+(\.\d+)?/g) ?? []
      for (const output of ['fund', 'coPay', 'criticalIllness', 'cash'] as const) {
        const amount = expected[output]?.replace('.00', '')
        if (amount !== undefined && amount !== '0') expect(written).toContain(amount)
      }
    })
  })
})

describe('every bill', () => {
  it('adds up to the fen, and no share is negative', () => {
    const random = seededRandom(20_230_101)
    for (let round = 0; round < 20_000; round++) expectBalanced(randomBill(random))
  })

  it('adds up, with fast-check looking for a bill that does not', () => {
    fc.assert(fc.property(bill, expectBalanced), { numRuns: 2_000 })
  })

  it('with a negative eligible amount is refused', () => {
    const given = { costs: { total: '100.00', ownExpense: '60.00', firstPay: '40.01' } }
    expect(() => referenceSettle(completeBill(given))).toThrow('-0.01')
  })
})

describe.each([
  ['decimal.js', settleWithDecimals],
  ['integers', settleWithIntegers],
])('by hand with %s', (_, settle) => {
  it('is the reference on 20 000 random bills', () => {
    const random = seededRandom(20_231_231)
    for (let round = 0; round < 20_000; round++) {
      const bill = randomBill(random)
      const expected = referenceSettle(bill)
      const actual = settle(bill)
      if (JSON.stringify(actual) !== JSON.stringify(expected)) expect(actual, JSON.stringify(bill)).toEqual(expected)
    }
  })
})

describe('random bills', () => {
  it('reach every kind of visit in every setting, and every share', () => {
    const random = seededRandom(20_230_201)
    const seen = new Map<string, number>()
    const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)
    for (let round = 0; round < 20_000; round++) {
      const bill = randomBill(random)
      const settled = referenceSettle(bill)
      count(`${bill.visit.kind} ${settled.setting}`)
      if (settled.deductible !== '0.00' && settled.fund !== '0.00') count('above the deductible')
      if (settled.selfPaySegment !== '0.00' && settled.fund !== '0.00') count('two outpatient segments')
      if (settled.criticalIllness !== '0.00') count('critical illness')
      if (fen(settled.yearToDate.criticalIllnessBase) > 500_000_00) count('above the last edge')
    }
    expect(seen.size).toBe(4 * 6 + 4)
    expect(Math.min(...seen.values())).toBeGreaterThan(150)
  })
})

function expectBalanced(given: Bill): void {
  const { yearToDate, policy: _, edition: __, setting: ___, ...amounts } = referenceSettle(given)
  const s = inFen(amounts)
  const after = inFen(yearToDate)
  const broken = [
    s.fundTotal + s.account + s.cash !== s.total && 'fundTotal + account + cash is not total',
    s.person !== s.account + s.cash && 'person is not account + cash',
    s.fundTotal !== s.fund + s.criticalIllness + s.assistance && 'the funds do not add up',
    s.eligible !== s.total - s.ownExpense - s.overLimit - s.firstPay && 'eligible is not what is left',
    s.eligible !== s.account + s.deductible + s.selfPaySegment + s.coPay + s.fund && 'the shares are not eligible',
    Object.values({ ...s, ...after }).some((amount) => !(amount >= 0)) && 'an amount is negative',
  ].filter((sentence) => sentence !== false)
  if (broken.length > 0) throw new Error(`${broken.join('; ')}: ${JSON.stringify(given)}`)
}

function inFen<Amounts extends object>(amounts: Amounts): Record<keyof Amounts, number> {
  const entries = Object.entries<string>(amounts as Record<string, string>)
  return Object.fromEntries(entries.map(([name, amount]) => [name, fen(amount)])) as Record<keyof Amounts, number>
}

function fen(amount: string): number {
  if (!/^-?\d+\.\d\d$/.test(amount)) throw new Error(`${amount} is not an amount with two decimals`)
  return Number(amount.replace('.', ''))
}
