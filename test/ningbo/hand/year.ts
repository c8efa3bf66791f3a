/** Several stays in a year: one deductible, that of the highest hospital, and bands over the running total. */
import type { HandBill } from './hand-bill.ts'

export const year: HandBill[] = [
  {
    name: 'a second tertiary stay has no deductible left',
    why: ['1200 − 1200 = 0; the stay lies in 20000 … 30000: 10000 × 80 % = 8000; coPay 2000'],
    facts: ['N109', 'N100'],
    given: {
      costs: { total: '10000.00' },
      yearToDate: { inpatientEligible: '20000.00', deductiblePaid: '1200.00', criticalIllnessBase: '4960.00' },
    },
    expect: {
      deductible: '0.00',
      fund: '8000.00',
      coPay: '2000.00',
      yearToDate: { inpatientEligible: '30000.00', deductiblePaid: '1200.00', criticalIllnessBase: '6960.00' },
    },
  },
  {
    name: 'a second stay crosses 35 000',
    why: ['30000 … 50000: 5000 × 80 % + 15000 × 85 % = 4000 + 12750 = 16750; coPay 3250'],
    facts: ['N100', 'N102', 'N104'],
    given: {
      costs: { total: '20000.00' },
      yearToDate: { inpatientEligible: '30000.00', deductiblePaid: '1200.00' },
    },
    expect: { deductible: '0.00', fund: '16750.00', coPay: '3250.00', yearToDate: { inpatientEligible: '50000.00' } },
  },
  {
    name: 'a second stay crosses both edges',
    why: ['30000 … 80000: 5000 × 80 % + 35000 × 85 % + 10000 × 95 % = 4000 + 29750 + 9500 = 43250; coPay 6750'],
    facts: ['N100', 'N102', 'N104', 'N108'],
    given: {
      visit: { tier: 'secondary' },
      costs: { total: '50000.00' },
      yearToDate: { inpatientEligible: '30000.00', deductiblePaid: '1200.00' },
    },
    expect: { deductible: '0.00', fund: '43250.00', coPay: '6750.00', yearToDate: { inpatientEligible: '80000.00' } },
  },
  {
    name: 'a stay wholly above 70 000',
    why: ['70000 … 71000: 1000 × 95 % = 950; coPay 50'],
    facts: ['N108'],
    given: {
      costs: { total: '1000.00' },
      yearToDate: { inpatientEligible: '70000.00', deductiblePaid: '1200.00' },
    },
    expect: { deductible: '0.00', fund: '950.00', coPay: '50.00' },
  },
  {
    name: 'a community stay first, a tertiary one tops up',
    why: ['1200 − 300 = 900; 5900 … 15000: 9100 × 80 % = 7280; coPay 1820'],
    facts: ['N109'],
    given: {
      costs: { total: '10000.00' },
      yearToDate: { inpatientEligible: '5000.00', deductiblePaid: '300.00' },
    },
    expect: {
      deductible: '900.00',
      fund: '7280.00',
      coPay: '1820.00',
      yearToDate: { inpatientEligible: '15000.00', deductiblePaid: '1200.00' },
    },
  },
  {
    name: 'a community stay first, a secondary one tops up',
    why: ['600 − 300 = 300; 5300 … 15000: 9700 × 80 % = 7760; coPay 1940'],
    facts: ['N109'],
    given: {
      visit: { tier: 'secondary' },
      costs: { total: '10000.00' },
      yearToDate: { inpatientEligible: '5000.00', deductiblePaid: '300.00' },
    },
    expect: { deductible: '300.00', fund: '7760.00', coPay: '1940.00', yearToDate: { deductiblePaid: '600.00' } },
  },
  {
    name: 'a tertiary stay first, a community one owes nothing',
    why: ['300 − 1200 is below 0: no deductible; 2000 × 85 % = 1700; coPay 300'],
    facts: ['N109', 'N103'],
    given: {
      visit: { tier: 'community' },
      costs: { total: '2000.00' },
      yearToDate: { inpatientEligible: '9000.00', deductiblePaid: '1200.00' },
    },
    expect: { deductible: '0.00', fund: '1700.00', coPay: '300.00', yearToDate: { deductiblePaid: '1200.00' } },
  },
  {
    name: 'an earlier stay was cheaper than its deductible',
    why: ['1200 − 250.40 = 949.60; 5000 − 949.60 = 4050.40; 4050.40 × 80 % = 3240.32; coPay 810.08'],
    facts: ['N109'],
    given: {
      costs: { total: '5000.00' },
      yearToDate: { inpatientEligible: '250.40', deductiblePaid: '250.40' },
    },
    expect: {
      deductible: '949.60',
      fund: '3240.32',
      coPay: '810.08',
      yearToDate: { inpatientEligible: '5250.40', deductiblePaid: '1200.00' },
    },
  },
  {
    name: 'the top-up is larger than the bill',
    why: ['1200 − 300 = 900, the bill is 800: deductible 800; cash 800; 100 stay open'],
    facts: ['N109'],
    given: { costs: { total: '800.00' }, yearToDate: { inpatientEligible: '4000.00', deductiblePaid: '300.00' } },
    expect: {
      deductible: '800.00',
      fund: '0.00',
      coPay: '0.00',
      cash: '800.00',
      yearToDate: { deductiblePaid: '1100.00' },
    },
  },
  {
    name: 'the top-up reaches over the edge of a band',
    why: ['deductible 900 lies in 34500 … 35400; the rest in 35400 … 36500: 1100 × 85 % = 935; coPay 165'],
    facts: ['N109', 'N104', 'C07'],
    given: {
      costs: { total: '2000.00' },
      yearToDate: { inpatientEligible: '34500.00', deductiblePaid: '300.00' },
    },
    expect: { deductible: '900.00', fund: '935.00', coPay: '165.00', yearToDate: { inpatientEligible: '36500.00' } },
  },
  {
    name: 'the running total stands a fen below 35 000',
    why: ['0.01 × 80 % + 99.99 × 85 % = 0.008 + 84.9915 = 84.9995, rounded 85; coPay 15'],
    facts: ['N102', 'N104'],
    given: {
      costs: { total: '100.00' },
      yearToDate: { inpatientEligible: '34999.99', deductiblePaid: '1200.00' },
    },
    expect: { fund: '85.00', coPay: '15.00' },
  },
  {
    name: 'the running total stands a fen above 70 000',
    why: ['100 × 95 % = 95; coPay 5'],
    facts: ['N108'],
    given: {
      costs: { total: '100.00' },
      yearToDate: { inpatientEligible: '70000.01', deductiblePaid: '1200.00' },
    },
    expect: { fund: '95.00', coPay: '5.00', yearToDate: { inpatientEligible: '70100.01' } },
  },
  {
    name: 'a stay over New Year belongs to the year of settlement',
    why: [
      'nothing used up in 2023: deductible 1200; 33800 × 80 % + 5000 × 85 % = 27040 + 4250 = 31290',
      'coPay 38800 − 31290 = 7510; critical illness base 8710; 3710 × 80 % = 2968; cash 5742',
    ],
    facts: ['N002', 'N162', 'C22'],
    given: { visit: { admittedOn: '2022-12-20', settledOn: '2023-01-05' }, costs: { total: '40000.00' } },
    expect: {
      edition: '2023',
      deductible: '1200.00',
      fund: '31290.00',
      coPay: '7510.00',
      criticalIllness: '2968.00',
      cash: '5742.00',
      yearToDate: { inpatientEligible: '40000.00', deductiblePaid: '1200.00', criticalIllnessBase: '8710.00' },
    },
  },
  {
    name: 'settled on the last day of the year',
    why: ['8800 × 80 % = 7040; coPay 1760; cash 2960'],
    facts: ['N002', 'N003'],
    given: { visit: { admittedOn: '2023-12-01', settledOn: '2023-12-31' }, costs: { total: '10000.00' } },
    expect: { edition: '2023', fund: '7040.00', cash: '2960.00' },
  },
  {
    name: 'settled on the first day of the year',
    why: ['1 January belongs to the year: deductible 1200; 8800 × 80 % = 7040; coPay 1760; cash 10000 − 7040 = 2960'],
    facts: ['N002', 'N003'],
    given: { visit: { admittedOn: '2023-01-01', settledOn: '2023-01-01' }, costs: { total: '10000.00' } },
    expect: { deductible: '1200.00', fund: '7040.00', coPay: '1760.00', cash: '2960.00' },
  },
]
