/** Every way of settling the inpatient bill gives the same fens: by hand, by the interpreter, by the generated code. */
import { describe, expect, it } from 'vitest'
import { interpret } from '../../../compiler/interpret/interpret.ts'
import { seededRandom } from '../../ningbo/bills.ts'
import { runProgram } from '../../typescript/generated.ts'
import { asTexts, settlementAsTexts, type Bill, type Settlement } from './bill.ts'
import { settleColumnsByHand, newSettlementColumns } from './columns-by-hand.ts'
import { billColumns, settlementAt } from './columns.ts'
import { settleWithDecimals } from './decimals.ts'
import { settleExactly } from './exact.ts'
import { settleCheckedWithIntegers, settleWithIntegers } from './integers.ts'
import { inpatientProgram } from './program.ts'
import { randomBill } from './random.ts'

const random = seededRandom(20230101)
const bills = Array.from({ length: 4000 }, () => randomBill(random))

/** A hundred thousand yuan in a tertiary hospital, active, the first stay of the year. */
const plain: Bill = {
  person: { status: 'active' },
  visit: { tier: 'tertiary', setting: 'local', settledOn: 19_426, eligible: 10_000_000 },
  yearToDate: { inpatientEligible: 0, deductiblePaid: 0, criticalIllnessBase: 0 },
}

/**
 * (35 000 − 1 200) × 80 % + 35 000 × 85 % + 30 000 × 95 % = 27 040 + 29 750 + 28 500 = 85 290; the person's share is
 * 14 710, of which critical illness pays (14 710 − 5 000) × 80 % = 7 768, so that 6 942 remain.
 */
const plainSettled: Settlement = {
  deductible: 120_000,
  coPay: 1_351_000,
  fund: 8_529_000,
  criticalIllness: 776_800,
  person: 694_200,
  yearToDate: { inpatientEligible: 10_000_000, deductiblePaid: 120_000, criticalIllnessBase: 1_471_000 },
}

describe.each([
  ['exactly', settleExactly],
  ['with integers', settleWithIntegers],
  ['with integers, checked', settleCheckedWithIntegers],
  ['with decimal.js', settleWithDecimals],
])('by hand, %s', (_, settle) => {
  it('settles the bill worked out by hand', () => {
    expect(settle(plain)).toEqual(plainSettled)
  })

  it('gives the fens of the exact one', () => {
    for (const bill of bills) expect(settle(bill)).toEqual(settleExactly(bill))
  })
})

it('gives the same fens over columns', () => {
  const settled = newSettlementColumns(bills.length)
  settleColumnsByHand(billColumns(bills), settled, 0, bills.length)
  for (const [row, bill] of bills.entries()) expect(settlementAt(settled, row)).toEqual(settleExactly(bill))
})

describe('the policy', () => {
  it('is interpreted to the same fens', () => {
    const program = inpatientProgram()
    for (const bill of bills.slice(0, 1000)) {
      const result = interpret(program, asTexts(bill))
      expect(result.ok && result.evaluation.output).toEqual(settlementAsTexts(settleExactly(bill)))
    }
  })

  it('is compiled to the same fens', async () => {
    const settle = await runProgram(inpatientProgram())
    for (const bill of bills) expect(settle(asTexts(bill))).toEqual(settlementAsTexts(settleExactly(bill)))
  })
})

it('refuses by hand what the policy refuses', () => {
  const wrong = [
    { ...plain, visit: { ...plain.visit, settledOn: 19_357 } },
    { ...plain, visit: { ...plain.visit, tier: 'other' } },
    { ...plain, yearToDate: { ...plain.yearToDate, deductiblePaid: 0.5 } },
  ] as readonly Bill[]
  for (const bill of wrong) expect(() => settleCheckedWithIntegers(bill)).toThrow(RangeError)
})

it('meets ties, edges and every choice', () => {
  const columns = billColumns(bills)
  expect(new Set(columns['visit.tier']).size).toBe(4)
  expect(new Set(columns['visit.setting']).size).toBe(6)
  const met = (isMet: (bill: Bill) => boolean): number => bills.filter(isMet).length / bills.length
  expect(met(({ yearToDate }) => yearToDate.inpatientEligible === 35_000_00)).toBeGreaterThan(0.02)
  expect(met(({ visit }) => visit.eligible % 20 === 10)).toBeGreaterThan(0.1)
})
