/**
 * Critical illness insurance. Most of these bills consist of first pay only, which goes into the base as it is, so
 * that the edges can be met to the fen.
 */
import type { HandBill } from './hand-bill.ts'

function firstPayOnly(amount: string, before: string): HandBill['given'] {
  return { costs: { total: amount, firstPay: amount }, yearToDate: { criticalIllnessBase: before } }
}

export const criticalIllness: HandBill[] = [
  {
    name: 'the base reaches exactly 5 000',
    why: ['4000 + 1000 = 5000: nothing above the start; cash 1000'],
    facts: ['N122'],
    given: firstPayOnly('1000.00', '4000.00'),
    expect: {
      eligible: '0.00',
      deductible: '0.00',
      fund: '0.00',
      criticalIllness: '0.00',
      cash: '1000.00',
      yearToDate: { criticalIllnessBase: '5000.00' },
    },
  },
  {
    name: 'the base ends a fen below 5 000',
    why: ['4000 + 999.99 = 4999.99: nothing; cash 999.99'],
    facts: ['N122'],
    given: firstPayOnly('999.99', '4000.00'),
    expect: { criticalIllness: '0.00', cash: '999.99', yearToDate: { criticalIllnessBase: '4999.99' } },
  },
  {
    name: 'the base ends a fen above 5 000',
    why: ['5000.01: 0.01 × 80 % = 0.008, rounded 0.01; cash 1000.01 − 0.01 = 1000'],
    facts: ['N122', 'N123', 'C26'],
    given: firstPayOnly('1000.01', '4000.00'),
    expect: { criticalIllness: '0.01', fundTotal: '0.01', cash: '1000.00' },
  },
  {
    name: 'the base crosses 5 000',
    why: ['4500 … 5500: 500 × 80 % = 400; cash 600'],
    facts: ['N122', 'N123'],
    given: firstPayOnly('1000.00', '4500.00'),
    expect: { criticalIllness: '400.00', fundTotal: '400.00', cash: '600.00' },
  },
  {
    name: 'the base reaches exactly 20 000',
    why: ['5000 … 20000: 15000 × 80 % = 12000; cash 3000'],
    facts: ['N123'],
    given: firstPayOnly('15000.00', '5000.00'),
    expect: { criticalIllness: '12000.00', cash: '3000.00', yearToDate: { criticalIllnessBase: '20000.00' } },
  },
  {
    name: 'the base ends a fen above 20 000',
    why: ['12000 + 0.01 × 90 % = 12000.009, rounded 12000.01; cash 15000.01 − 12000.01 = 3000'],
    facts: ['N123'],
    given: firstPayOnly('15000.01', '5000.00'),
    expect: { criticalIllness: '12000.01', cash: '3000.00' },
  },
  {
    name: 'the base ends a fen below 20 000',
    why: ['14999.99 × 80 % = 11999.992, rounded 11999.99; cash 3000'],
    facts: ['N123'],
    given: firstPayOnly('14999.99', '5000.00'),
    expect: { criticalIllness: '11999.99', cash: '3000.00' },
  },
  {
    name: 'the second edge is not a fen lower: 6 fen above it',
    why: [
      '15000 … 20000.06: 5000 × 80 % = 4000; 0.06 × 90 % = 0.054; 4000.054, rounded 4000.05',
      'cash 5000.06 − 4000.05 = 1000.01',
    ],
    facts: ['N123', 'N124', 'C26'],
    given: firstPayOnly('5000.06', '15000.00'),
    expect: { criticalIllness: '4000.05', cash: '1000.01' },
  },
  {
    name: 'the base crosses 20 000',
    why: ['15000 … 25000: 5000 × 80 % + 5000 × 90 % = 4000 + 4500 = 8500; cash 1500'],
    facts: ['N123', 'N124'],
    given: firstPayOnly('10000.00', '15000.00'),
    expect: { criticalIllness: '8500.00', cash: '1500.00', yearToDate: { criticalIllnessBase: '25000.00' } },
  },
  {
    name: 'the base goes from below 5 000 to above 20 000 at once',
    why: ['1000 … 25000: 15000 × 80 % + 5000 × 90 % = 12000 + 4500 = 16500; cash 7500'],
    facts: ['N123', 'N124'],
    given: firstPayOnly('24000.00', '1000.00'),
    expect: { criticalIllness: '16500.00', cash: '7500.00' },
  },
  {
    name: 'the base stops counting at 500 000',
    why: ['499000 … 501000: 1000 × 90 % = 900; the rest is the person’s: cash 1100'],
    facts: ['N123', 'C20'],
    given: firstPayOnly('2000.00', '499000.00'),
    expect: { criticalIllness: '900.00', cash: '1100.00', yearToDate: { criticalIllnessBase: '501000.00' } },
  },
  {
    name: 'the last fen below 500 000',
    why: ['0.01 × 90 % = 0.009, rounded 0.01; cash 0'],
    facts: ['N123', 'C20'],
    given: firstPayOnly('0.01', '499999.99'),
    expect: { criticalIllness: '0.01', cash: '0.00' },
  },
  {
    name: 'nothing from 500 000 on',
    why: ['500000 … 500100: 0; cash 100'],
    facts: ['N123', 'C20'],
    given: firstPayOnly('100.00', '500000.00'),
    expect: { criticalIllness: '0.00', cash: '100.00', yearToDate: { criticalIllnessBase: '500100.00' } },
  },
  {
    name: 'the most that is ever paid',
    why: ['15000 × 80 % + 480000 × 90 % = 12000 + 432000 = 444000; cash 600000 − 444000 = 156000'],
    facts: ['N123', 'C20'],
    given: firstPayOnly('600000.00', '0.00'),
    expect: { criticalIllness: '444000.00', cash: '156000.00', yearToDate: { criticalIllnessBase: '600000.00' } },
  },
  {
    name: 'the special-disease share counts',
    why: ['12500 × 92 % = 11500; coPay 1000; base 4500 … 5500: 500 × 80 % = 400; cash 600'],
    facts: ['N120', 'N134'],
    given: {
      person: { specialDiseaseFiled: true },
      visit: { kind: 'specialOutpatient' },
      costs: { total: '12500.00' },
      yearToDate: { criticalIllnessBase: '4500.00' },
    },
    expect: {
      fund: '11500.00',
      coPay: '1000.00',
      criticalIllness: '400.00',
      fundTotal: '11900.00',
      cash: '600.00',
      yearToDate: { criticalIllnessBase: '5500.00' },
    },
  },
  {
    name: 'ordinary outpatient care does not count, its first pay neither',
    why: ['eligible 1000 − 100 = 900, shared; 900 × 75 % = 675; coPay 225; cash 100 + 225 = 325; base stays 6000'],
    facts: ['N120'],
    given: {
      visit: { kind: 'outpatient' },
      costs: { total: '1000.00', firstPay: '100.00' },
      yearToDate: { outpatientSelfPaid: '900.00', criticalIllnessBase: '6000.00' },
    },
    expect: {
      eligible: '900.00',
      fund: '675.00',
      coPay: '225.00',
      criticalIllness: '0.00',
      cash: '325.00',
      yearToDate: { criticalIllnessBase: '6000.00' },
    },
  },
  {
    name: 'own expense and over-limit amounts do not count, first pay does',
    why: [
      'eligible 10000 − 3000 − 2000 − 500 = 4500; deductible 1200; 3300 × 80 % = 2640; coPay 660',
      'base 5000 + 500 + 1200 + 660 = 7360; 2360 × 80 % = 1888',
      'funds 2640 + 1888 = 4528; cash 10000 − 4528 = 5472',
    ],
    facts: ['N120', 'N163', 'N164', 'N165', 'C08'],
    given: {
      costs: { total: '10000.00', ownExpense: '3000.00', overLimit: '2000.00', firstPay: '500.00' },
      yearToDate: { criticalIllnessBase: '5000.00' },
    },
    expect: {
      eligible: '4500.00',
      deductible: '1200.00',
      fund: '2640.00',
      coPay: '660.00',
      criticalIllness: '1888.00',
      fundTotal: '4528.00',
      cash: '5472.00',
      person: '5472.00',
      yearToDate: { inpatientEligible: '4500.00', deductiblePaid: '1200.00', criticalIllnessBase: '7360.00' },
    },
  },
]
