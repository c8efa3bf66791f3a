/** What never reaches the fund: own expense, over-limit amounts, first pay; and the account outside outpatient care. */
import type { HandBill } from './hand-bill.ts'

export const costs: HandBill[] = [
  {
    name: 'everything at own expense',
    why: ['eligible 1000 − 1000 = 0; no deductible is used up; cash 1000'],
    facts: ['N163', 'N164'],
    given: { costs: { total: '1000.00', ownExpense: '1000.00' } },
    expect: {
      ownExpense: '1000.00',
      eligible: '0.00',
      deductible: '0.00',
      fund: '0.00',
      cash: '1000.00',
      yearToDate: { inpatientEligible: '0.00', deductiblePaid: '0.00', criticalIllnessBase: '0.00' },
    },
  },
  {
    name: 'everything over the limit',
    why: ['eligible 0; cash 750.25; nothing for critical illness'],
    facts: ['N166', 'C08'],
    given: { costs: { total: '750.25', overLimit: '750.25' }, yearToDate: { criticalIllnessBase: '6000.00' } },
    expect: {
      overLimit: '750.25',
      eligible: '0.00',
      criticalIllness: '0.00',
      cash: '750.25',
      yearToDate: { criticalIllnessBase: '6000.00' },
    },
  },
  {
    name: 'one fen remains eligible',
    why: ['10000 − 4000 − 3000 − 2999.99 = 0.01, all deductible; base 2999.99 + 0.01 = 3000; cash 10000'],
    facts: ['N100', 'N120', 'N163'],
    given: { costs: { total: '10000.00', ownExpense: '4000.00', overLimit: '3000.00', firstPay: '2999.99' } },
    expect: {
      eligible: '0.01',
      deductible: '0.01',
      fund: '0.00',
      cash: '10000.00',
      yearToDate: { inpatientEligible: '0.01', deductiblePaid: '0.01', criticalIllnessBase: '3000.00' },
    },
  },
  {
    name: 'first pay comes off before the deductible and the bands',
    why: ['eligible 10000 − 300 = 9700; 9700 − 1200 = 8500; 8500 × 80 % = 6800; coPay 1700; cash 3200'],
    facts: ['N151', 'N165'],
    given: { costs: { total: '10000.00', firstPay: '300.00' } },
    expect: {
      eligible: '9700.00',
      deductible: '1200.00',
      fund: '6800.00',
      coPay: '1700.00',
      cash: '3200.00',
      yearToDate: { inpatientEligible: '9700.00', criticalIllnessBase: '3200.00' },
    },
  },
  {
    name: 'own expense moves nothing in the bands',
    why: ['eligible 100000 of 130000: fund 27040 + 29750 + 28500 = 85290; critical illness 7768; cash 36942'],
    facts: ['N102', 'N164'],
    given: { costs: { total: '130000.00', ownExpense: '30000.00' } },
    expect: { eligible: '100000.00', fund: '85290.00', criticalIllness: '7768.00', cash: '36942.00' },
  },
  {
    name: 'the account pays eligible amounts only',
    why: ['eligible 100 − 10 − 5 − 3 = 82; account 82; cash 18; 918 stay on the account'],
    facts: ['N055', 'N087'],
    given: {
      visit: { kind: 'outpatient' },
      costs: { total: '100.00', ownExpense: '10.00', overLimit: '5.00', firstPay: '3.00' },
      yearToDate: { currentAccount: '1000.00' },
    },
    expect: {
      eligible: '82.00',
      account: '82.00',
      cash: '18.00',
      person: '100.00',
      yearToDate: { currentAccount: '918.00' },
    },
  },
  {
    name: 'the account pays nothing of a stay',
    why: ['8800 × 80 % = 7040; cash 10000 − 7040 = 2960; the account keeps its 3000'],
    facts: ['N055'],
    given: { costs: { total: '10000.00' }, yearToDate: { currentAccount: '3000.00' } },
    expect: {
      fund: '7040.00',
      account: '0.00',
      cash: '2960.00',
      person: '2960.00',
      yearToDate: { currentAccount: '3000.00' },
    },
  },
  {
    name: 'the account pays nothing of a home bed',
    why: ['1000 × 85 % = 850; cash 150; the account keeps its 3000'],
    facts: ['N055', 'N110'],
    given: {
      visit: { kind: 'homeBed', tier: 'community' },
      costs: { total: '1000.00' },
      yearToDate: { currentAccount: '3000.00' },
    },
    expect: { fund: '850.00', account: '0.00', cash: '150.00', yearToDate: { currentAccount: '3000.00' } },
  },
]
