/** The self-pay segment of outpatient care depends on status, and for the employed on age on the day of settlement. */
import type { HandBill } from './hand-bill.ts'

const outpatient = { kind: 'outpatient' } as const

export const age: HandBill[] = [
  {
    name: 'the day before the 45th birthday',
    why: ['44 years: segment 900; shared 1000 − 900 = 100; fund 100 × 75 % = 75; cash 900 + 25 = 925'],
    facts: ['N089', 'C21'],
    given: { person: { birthDate: '1978-03-11' }, visit: outpatient, costs: { total: '1000.00' } },
    expect: { selfPaySegment: '900.00', fund: '75.00', coPay: '25.00', cash: '925.00' },
  },
  {
    name: 'on the 45th birthday',
    why: ['45 years: segment 600; shared 400; fund 400 × 75 % = 300; cash 600 + 100 = 700'],
    facts: ['N090', 'C21'],
    given: { person: { birthDate: '1978-03-10' }, visit: outpatient, costs: { total: '1000.00' } },
    expect: { selfPaySegment: '600.00', fund: '300.00', coPay: '100.00', cash: '700.00' },
  },
  {
    name: 'begun the day before the 45th birthday, settled on it',
    why: ['the age on the day of settlement counts: 45 years, segment 600; fund 400 × 75 % = 300; cash 700'],
    facts: ['N090', 'N162', 'C21'],
    given: {
      person: { birthDate: '1978-03-10' },
      visit: { ...outpatient, admittedOn: '2023-03-09' },
      costs: { total: '1000.00' },
    },
    expect: { selfPaySegment: '600.00', fund: '300.00', cash: '700.00' },
  },
  {
    name: 'the day after the 45th birthday',
    why: ['45 years: segment 600; shared 400; fund 400 × 75 % = 300; cash 700'],
    facts: ['N090'],
    given: { person: { birthDate: '1978-03-09' }, visit: outpatient, costs: { total: '1000.00' } },
    expect: { selfPaySegment: '600.00', fund: '300.00', cash: '700.00' },
  },
  {
    name: 'turned 45 within the year: what was paid before counts',
    why: ['limit 600, paid 750: nothing left of the segment; fund 1000 × 75 % = 750; cash 250'],
    facts: ['N091', 'C21'],
    given: {
      person: { birthDate: '1978-03-10' },
      visit: outpatient,
      costs: { total: '1000.00' },
      yearToDate: { outpatientSelfPaid: '750.00' },
    },
    expect: {
      selfPaySegment: '0.00',
      fund: '750.00',
      cash: '250.00',
      yearToDate: { outpatientSelfPaid: '750.00' },
    },
  },
  {
    name: 'retired before 45: status decides, not age',
    why: ['segment 300; shared 700; fund 700 × 75 % = 525; cash 300 + 175 = 475'],
    facts: ['N091'],
    given: { person: { status: 'retired', birthDate: '1980-05-01' }, visit: outpatient, costs: { total: '1000.00' } },
    expect: { selfPaySegment: '300.00', fund: '525.00', coPay: '175.00', cash: '475.00' },
  },
  {
    name: 'retired at 70: the account grows with age, the segment does not',
    why: ['segment 300; shared 700; fund 700 × 92 % = 644; cash 300 + 56 = 356'],
    facts: ['N051', 'N091', 'N092'],
    given: {
      person: { status: 'retired', birthDate: '1953-03-10' },
      visit: { ...outpatient, tier: 'community' },
      costs: { total: '1000.00' },
    },
    expect: { selfPaySegment: '300.00', fund: '644.00', coPay: '56.00', cash: '356.00' },
  },
  {
    name: 'employed at 70: still the segment from 45 on',
    why: ['segment 600; shared 400; fund 400 × 75 % = 300; cash 700'],
    facts: ['N090', 'N029'],
    given: { person: { birthDate: '1953-03-10' }, visit: outpatient, costs: { total: '1000.00' } },
    expect: { selfPaySegment: '600.00', fund: '300.00', cash: '700.00' },
  },
  {
    name: 'born on 29 February, 43 years old',
    why: ['born 1980-02-29: 43 on 2023-03-10: segment 900; fund 100 × 75 % = 75; cash 925'],
    facts: ['N089'],
    given: { person: { birthDate: '1980-02-29' }, visit: outpatient, costs: { total: '1000.00' } },
    expect: { selfPaySegment: '900.00', fund: '75.00', cash: '925.00' },
  },
  {
    name: 'age does not touch a stay',
    why: ['deductible 1200; fund (10000 − 1200) × 80 % = 7040; coPay 1760; cash 1200 + 1760 = 2960'],
    facts: ['N103'],
    given: { person: { birthDate: '1953-03-10' }, costs: { total: '10000.00' } },
    expect: { deductible: '1200.00', fund: '7040.00', coPay: '1760.00', cash: '2960.00' },
  },
]
