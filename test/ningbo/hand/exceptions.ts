/** Who pays no deductible, and care that is settled by a rate of its own: home bed and special disease. */
import type { HandBill } from './hand-bill.ts'

const homeBed = { kind: 'homeBed', tier: 'community' } as const
const special = { kind: 'specialOutpatient' } as const
const filed = { specialDiseaseFiled: true }

export const homeBeds: HandBill[] = [
  {
    name: 'a home bed settled on 31 January 2023',
    why: ['deductible 300; 4700 × 85 % = 3995; coPay 705; cash 1005'],
    facts: ['N110', 'N101'],
    given: { visit: { ...homeBed, admittedOn: '2023-01-10', settledOn: '2023-01-31' }, costs: { total: '5000.00' } },
    expect: {
      deductible: '300.00',
      fund: '3995.00',
      coPay: '705.00',
      cash: '1005.00',
      yearToDate: { inpatientEligible: '5000.00', deductiblePaid: '300.00', criticalIllnessBase: '1005.00' },
    },
  },
  {
    name: 'the same home bed settled on 1 February 2023',
    why: ['no deductible, though it began in January; 5000 × 85 % = 4250; coPay 750; cash 750'],
    facts: ['N110'],
    given: { visit: { ...homeBed, admittedOn: '2023-01-10', settledOn: '2023-02-01' }, costs: { total: '5000.00' } },
    expect: {
      deductible: '0.00',
      fund: '4250.00',
      coPay: '750.00',
      cash: '750.00',
      yearToDate: { inpatientEligible: '5000.00', deductiblePaid: '0.00', criticalIllnessBase: '750.00' },
    },
  },
  {
    name: 'a home bed has the bands and the critical illness of a stay',
    why: [
      '35000 × 85 % + 5000 × 90 % = 29750 + 4500 = 34250; coPay 5750',
      'critical illness base 5750; 750 × 80 % = 600; cash 5150',
    ],
    facts: ['N110', 'N106', 'N107', 'N120'],
    given: {
      person: { status: 'retired' },
      visit: { kind: 'homeBed', tier: 'tertiary' },
      costs: { total: '40000.00' },
    },
    expect: {
      deductible: '0.00',
      fund: '34250.00',
      coPay: '5750.00',
      criticalIllness: '600.00',
      cash: '5150.00',
      yearToDate: { inpatientEligible: '40000.00' },
    },
  },
  {
    name: 'a tertiary stay after a home bed owes the whole deductible',
    why: ['1200 − 0 = 1200; 6200 … 15000: 8800 × 80 % = 7040; coPay 1760'],
    facts: ['N109', 'C25'],
    given: { costs: { total: '10000.00' }, yearToDate: { inpatientEligible: '5000.00' } },
    expect: { deductible: '1200.00', fund: '7040.00', coPay: '1760.00', yearToDate: { deductiblePaid: '1200.00' } },
  },
  {
    name: 'a home bed in January of a filed person',
    why: ['a home bed counts as a stay, and the filing takes the deductible away: 5000 × 85 % = 4250; cash 750'],
    facts: ['N001', 'N135'],
    given: {
      person: filed,
      visit: { ...homeBed, admittedOn: '2023-01-10', settledOn: '2023-01-31' },
      costs: { total: '5000.00' },
    },
    expect: { deductible: '0.00', fund: '4250.00', cash: '750.00' },
  },
]

export const specialDiseases: HandBill[] = [
  {
    name: 'special-disease outpatient care',
    why: [
      '10000 × 92 % = 9200; coPay 800, all of it critical illness base',
      'no account, no segment, no deductible, no running total of stays',
    ],
    facts: ['N134', 'N120', 'N055'],
    given: {
      person: filed,
      visit: special,
      costs: { total: '10000.00' },
      yearToDate: { inpatientEligible: '20000.00', currentAccount: '1000.00' },
    },
    expect: {
      deductible: '0.00',
      selfPaySegment: '0.00',
      coPay: '800.00',
      fund: '9200.00',
      account: '0.00',
      cash: '800.00',
      person: '800.00',
      yearToDate: {
        inpatientEligible: '20000.00',
        deductiblePaid: '0.00',
        outpatientSelfPaid: '0.00',
        criticalIllnessBase: '800.00',
        currentAccount: '1000.00',
      },
    },
  },
  {
    name: 'special-disease outpatient care, retired, in a community hospital: the same',
    why: ['10000 × 92 % = 9200; coPay 800; cash 800'],
    facts: ['N134'],
    given: {
      person: { ...filed, status: 'retired' },
      visit: { ...special, tier: 'community' },
      costs: { total: '10000.00' },
    },
    expect: { fund: '9200.00', coPay: '800.00', cash: '800.00' },
  },
  {
    name: 'special-disease outpatient care in Hangzhou',
    why: ['92 % − 10 points = 82 %; 10000 × 82 % = 8200; coPay 1800'],
    facts: ['N134', 'N172', 'C05'],
    given: { person: filed, visit: { ...special, place: '330100' }, costs: { total: '10000.00' } },
    expect: { setting: 'inProvince', fund: '8200.00', coPay: '1800.00' },
  },
  {
    name: 'special-disease outpatient care in Nanjing, unfiled place',
    why: ['92 % − 20 points = 72 %; 10000 × 72 % = 7200; coPay 2800'],
    facts: ['N134', 'N180', 'N182'],
    given: { person: filed, visit: { ...special, place: '320100' }, costs: { total: '10000.00' } },
    expect: { setting: 'temporary', fund: '7200.00', coPay: '2800.00' },
  },
  {
    name: 'a bill that the hospital settles as special disease is one, whatever the person is filed for',
    why: ['the kind of visit decides: 10000 × 92 % = 9200; coPay 800'],
    facts: ['N134'],
    given: { visit: special, costs: { total: '10000.00' } },
    expect: { fund: '9200.00', coPay: '800.00', yearToDate: { criticalIllnessBase: '800.00' } },
  },
  {
    name: 'a stay of a person filed for a special disease',
    why: [
      'no deductible; 35000 × 80 % + 5000 × 85 % = 28000 + 4250 = 32250; coPay 7750',
      'critical illness base 7750; 2750 × 80 % = 2200; cash 40000 − 32250 − 2200 = 5550',
    ],
    facts: ['N135', 'C25'],
    given: { person: filed, costs: { total: '40000.00' } },
    expect: {
      deductible: '0.00',
      fund: '32250.00',
      coPay: '7750.00',
      criticalIllness: '2200.00',
      cash: '5550.00',
      yearToDate: { inpatientEligible: '40000.00', deductiblePaid: '0.00', criticalIllnessBase: '7750.00' },
    },
  },
  {
    name: 'filed within the year: what was paid before stays paid',
    why: ['no deductible now; 5000 … 6000: 1000 × 80 % = 800; coPay 200'],
    facts: ['N135', 'C25'],
    given: {
      person: filed,
      costs: { total: '1000.00' },
      yearToDate: { inpatientEligible: '5000.00', deductiblePaid: '300.00' },
    },
    expect: { deductible: '0.00', fund: '800.00', coPay: '200.00', yearToDate: { deductiblePaid: '300.00' } },
  },
  {
    name: 'the filing does not touch ordinary outpatient care',
    why: ['self-pay 900; shared 100 × 75 % = 75; cash 925'],
    facts: ['N088', 'N093'],
    given: { person: filed, visit: { kind: 'outpatient' }, costs: { total: '1000.00' } },
    expect: { selfPaySegment: '900.00', fund: '75.00', cash: '925.00', yearToDate: { criticalIllnessBase: '0.00' } },
  },
]
