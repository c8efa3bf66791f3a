/** Half a fen goes up, once per amount, on the sum over the bands; the person has what remains. */
import type { HandBill } from './hand-bill.ts'

const shared = { outpatientSelfPaid: '900.00' }

export const rounding: HandBill[] = [
  {
    name: 'half a fen at 85 %',
    why: ['0.10 × 85 % = 0.085, rounded 0.09; coPay 0.01'],
    facts: ['C26', 'N105'],
    given: { costs: { total: '0.10' }, yearToDate: { inpatientEligible: '35000.00', deductiblePaid: '1200.00' } },
    expect: { fund: '0.09', coPay: '0.01' },
  },
  {
    name: 'half a fen at 95 %',
    why: ['0.30 × 95 % = 0.285, rounded 0.29; coPay 0.01'],
    facts: ['C26', 'N108'],
    given: { costs: { total: '0.30' }, yearToDate: { inpatientEligible: '70000.00', deductiblePaid: '1200.00' } },
    expect: { fund: '0.29', coPay: '0.01' },
  },
  {
    name: 'half a fen at 95 % takes the whole bill',
    why: ['0.10 × 95 % = 0.095, rounded 0.10; coPay 0'],
    facts: ['C26', 'N108'],
    given: { costs: { total: '0.10' }, yearToDate: { inpatientEligible: '70000.00', deductiblePaid: '1200.00' } },
    expect: { fund: '0.10', coPay: '0.00', cash: '0.00' },
  },
  {
    name: 'half a fen at 75 %',
    why: ['0.06 × 75 % = 0.045, rounded 0.05; coPay 0.01'],
    facts: ['C26', 'N093'],
    given: { visit: { kind: 'outpatient' }, costs: { total: '0.06' }, yearToDate: shared },
    expect: { fund: '0.05', coPay: '0.01' },
  },
  {
    name: 'just below half a fen at 75 %',
    why: ['0.03 × 75 % = 0.0225, rounded 0.02; coPay 0.01'],
    facts: ['C26', 'N093'],
    given: { visit: { kind: 'outpatient' }, costs: { total: '0.03' }, yearToDate: shared },
    expect: { fund: '0.02', coPay: '0.01' },
  },
  {
    name: 'half a fen at 86 %',
    why: ['0.25 × 86 % = 0.215, rounded 0.22; coPay 0.03'],
    facts: ['C26', 'N092'],
    given: { visit: { kind: 'outpatient', tier: 'community' }, costs: { total: '0.25' }, yearToDate: shared },
    expect: { fund: '0.22', coPay: '0.03' },
  },
  {
    name: 'half a fen at 65 %, in the province',
    why: ['75 % − 10 points; 0.10 × 65 % = 0.065, rounded 0.07; coPay 0.03'],
    facts: ['C26', 'N172'],
    given: { visit: { kind: 'outpatient', place: '330100' }, costs: { total: '0.10' }, yearToDate: shared },
    expect: { setting: 'inProvince', fund: '0.07', coPay: '0.03' },
  },
  {
    name: 'half a fen at 55 %, the lowest rate there is',
    why: ['75 % − 20 points = 55 %, far above 0; 0.10 × 55 % = 0.055, rounded 0.06; coPay 0.04'],
    facts: ['C26', 'N180'],
    given: { visit: { kind: 'outpatient', place: '440300' }, costs: { total: '0.10' }, yearToDate: shared },
    expect: { setting: 'temporary', fund: '0.06', coPay: '0.04' },
  },
  {
    name: 'two half fens in two bands make one fen, not two',
    why: ['69999.90 … 70000.10: 0.10 × 85 % + 0.10 × 95 % = 0.085 + 0.095 = 0.18; alone 0.09 + 0.10', 'coPay 0.02'],
    facts: ['C26', 'N104', 'N108'],
    given: { costs: { total: '0.20' }, yearToDate: { inpatientEligible: '69999.90', deductiblePaid: '1200.00' } },
    expect: { fund: '0.18', coPay: '0.02' },
  },
  {
    name: 'a half fen that only the sum has',
    why: [
      '34999.95 … 35000.05, retired: 0.05 × 85 % + 0.05 × 90 % = 0.0425 + 0.045 = 0.0875, rounded 0.09; coPay 0.01',
    ],
    facts: ['C26', 'N106', 'N107'],
    given: {
      person: { status: 'retired' },
      costs: { total: '0.10' },
      yearToDate: { inpatientEligible: '34999.95', deductiblePaid: '1200.00' },
    },
    expect: { fund: '0.09', coPay: '0.01' },
  },
  {
    name: 'half a fen of critical illness',
    why: ['0.05 × 90 % = 0.045, rounded 0.05; cash 0'],
    facts: ['C26', 'N123'],
    given: {
      costs: { total: '0.05', firstPay: '0.05' },
      yearToDate: { criticalIllnessBase: '20000.00' },
    },
    expect: { criticalIllness: '0.05', cash: '0.00' },
  },
  {
    name: 'critical illness is rounded once over its bands',
    why: [
      '19999.97 … 20000.06: 0.03 × 80 % + 0.06 × 90 % = 0.024 + 0.054 = 0.078, rounded 0.08',
      'each alone would give 0.02 + 0.05; cash 0.01',
    ],
    facts: ['C26', 'N123', 'N124'],
    given: {
      costs: { total: '0.09', firstPay: '0.09' },
      yearToDate: { criticalIllnessBase: '19999.97' },
    },
    expect: { criticalIllness: '0.08', cash: '0.01' },
  },
  {
    name: 'the fund is rounded, not the person’s share',
    why: ['4050.30 × 85 % = 3442.755, rounded 3442.76; coPay 607.54, not 607.55 as 15 % would be'],
    facts: ['C26', 'N103'],
    given: {
      visit: { tier: 'community' },
      costs: { total: '4050.30' },
      yearToDate: { inpatientEligible: '2000.00', deductiblePaid: '300.00' },
    },
    expect: { fund: '3442.76', coPay: '607.54', cash: '607.54' },
  },
]
