/** The personal account: credited in advance, clawed back at interruption, made true at the end of the year; what it pays. */
import { byHand } from './decision.ts'

byHand(
  'ningbo.employee.accountCredit',
  { status: 'active', birthDate: '1980-05-01', on: '2023-01-01', base: '5000.00', joinedOn: null },
  [
    {
      given: {},
      why: '5000 × 3.4% = 170; × 12 = 2040',
      expect: { edition: '2023', monthly: '170.00', months: 12, credited: '2040.00' },
    },
    {
      given: { birthDate: '1978-01-01' },
      why: '45 on the day: 5000 × 3.7% = 185; × 12 = 2220',
      expect: { monthly: '185.00', credited: '2220.00' },
    },
    { given: { birthDate: '1978-01-02' }, why: '45 tomorrow: 3.4%', expect: { monthly: '170.00' } },
    {
      given: { birthDate: '1978-01-01', base: '3957.00' },
      why: '146.409 a month, × 12 = 1756.908; not 146.41 × 12 = 1756.92',
      expect: { monthly: '146.41', credited: '1756.91' },
    },
    {
      given: { joinedOn: '2023-01-31' },
      why: '12 − 1 = 11; 170 × 11 = 1870',
      expect: { months: 11, credited: '1870.00' },
    },
    { given: { joinedOn: '2023-11-01' }, why: '12 − 11 = 1', expect: { months: 1, credited: '170.00' } },
    { given: { joinedOn: '2023-12-01' }, why: '12 − 12 = 0', expect: { months: 0, credited: '0.00', monthly: '170.00' } },
    { given: { joinedOn: '2019-03-15' }, why: 'by its month, whatever its year: 12 − 3 = 9', expect: { months: 9 } },
    { given: { joinedOn: '2024-02-29' }, why: '12 − 2 = 10', expect: { months: 10 } },
    {
      given: { status: 'retired', birthDate: '1953-01-02' },
      why: '69: 280 × 12 = 3360; the base does not count',
      expect: { monthly: '280.00', credited: '3360.00' },
    },
    {
      given: { status: 'retired', birthDate: '1953-01-01' },
      why: '70 on the day: 305 × 12 = 3660',
      expect: { monthly: '305.00', credited: '3660.00' },
    },
    {
      given: { status: 'retired', birthDate: '1990-01-01' },
      why: 'retired below 45 is retired below 70',
      expect: { monthly: '280.00' },
    },
    { given: { birthDate: '1940-01-01' }, why: 'active above 70 is active above 45', expect: { monthly: '185.00' } },
    {
      given: { birthDate: '1976-02-29', on: '2021-02-28' },
      why: 'born 29 February: 45 on 28 February of a common year',
      expect: { monthly: '185.00', edition: '2021' },
    },
    { given: { birthDate: '1976-02-29', on: '2021-02-27' }, why: 'the day before: 44', expect: { monthly: '170.00' } },
    {
      given: { status: 'retired', birthDate: '1953-01-02', on: '2022-12-31' },
      why: '280 − 10 = 270; × 12 = 3240',
      expect: { edition: '2022', monthly: '270.00', credited: '3240.00' },
    },
    {
      given: { status: 'retired', birthDate: '1952-12-31', on: '2022-12-31' },
      why: '305 − 10 = 295; × 12 = 3540',
      expect: { monthly: '295.00', credited: '3540.00' },
    },
    {
      given: { status: 'retired', birthDate: '1953-01-02', on: '2022-01-01' },
      why: 'first day of 2022',
      expect: { edition: '2022', monthly: '270.00' },
    },
    {
      given: { status: 'retired', birthDate: '1953-01-02', on: '2021-12-31' },
      why: '280 − 20 = 260; × 12 = 3120',
      expect: { edition: '2021', monthly: '260.00', credited: '3120.00' },
    },
    {
      given: { status: 'retired', birthDate: '1951-12-31', on: '2021-12-31' },
      why: '305 − 20 = 285; × 12 = 3420',
      expect: { monthly: '285.00', credited: '3420.00' },
    },
    { given: { on: '2020-12-31' }, why: 'no edition', expect: [{ code: 'no-edition', path: 'on' }] },
    { given: { on: '2024-01-01' }, why: 'no edition', expect: [{ code: 'no-edition', path: 'on' }] },
  ],
)

byHand(
  'ningbo.employee.accountClawback',
  { birthDate: '1980-05-01', on: '2023-01-01', base: '3957.00', interruptedOn: '2023-03-31' },
  [
    {
      given: {},
      why: '12 − 3 = 9; 3957 × 3.4% × 9 = 1210.842',
      expect: { months: 9, clawedBack: '1210.84' },
    },
    { given: { interruptedOn: '2023-04-01' }, why: '8 × 134.538 = 1076.304', expect: { months: 8, clawedBack: '1076.30' } },
    { given: { interruptedOn: '2023-12-31' }, why: 'nothing is left of the year', expect: { months: 0, clawedBack: '0.00' } },
    {
      given: { birthDate: '1978-06-01', interruptedOn: '2023-06-30' },
      why: 'at the rate at which it was credited, 44 then: 6 × 134.538 = 807.228',
      expect: { clawedBack: '807.23' },
    },
    {
      given: { birthDate: '1978-01-01', interruptedOn: '2023-06-30' },
      why: '45 when it was credited: 6 × 146.409 = 878.454',
      expect: { clawedBack: '878.45' },
    },
    { given: { on: '2022-01-01' }, why: 'another year than that of the credit', expect: [{ code: 'requirement-not-met' }] },
    {
      given: { interruptedOn: '2031-03-31', on: '2031-01-01' },
      why: 'the rates are those of 2023 (N003)',
      expect: [{ code: 'no-edition', path: 'interruptedOn' }],
    },
  ],
)

const paid = (month: string, base = '5000.00', status = 'active') => ({ month, status, base })
byHand(
  'ningbo.employee.accountTrueUp',
  {
    birthDate: '1978-06-15',
    on: '2023-12-31',
    prepaid: '340.00',
    months: [paid('2023-05'), paid('2023-06')],
  },
  [
    {
      given: {},
      why: '45 in June: 5000 × 3.4% + 5000 × 3.7% = 170 + 185; 15 more than 340',
      expect: { due: '355.00', topUp: '15.00', clawedBack: '0.00' },
    },
    { given: { birthDate: '1978-06-30' }, why: 'still in June', expect: { due: '355.00' } },
    { given: { birthDate: '1978-07-01' }, why: 'from July: 170 + 170', expect: { due: '340.00', topUp: '0.00' } },
    {
      given: { birthDate: '1963-03-20', months: [paid('2023-03', '3957.00'), paid('2023-04', '0.00', 'retired')] },
      why: '146.409 + 280 = 426.409; rounded once',
      expect: { due: '426.41', topUp: '86.41', clawedBack: '0.00' },
    },
    {
      given: { birthDate: '1953-02-28', months: ['01', '02'].map((month) => paid(`2023-${month}`, '0.00', 'retired')) },
      why: '70 in February: 280 + 305',
      expect: { due: '585.00', topUp: '245.00' },
    },
    { given: { months: [] }, why: 'no month: all goes back', expect: { due: '0.00', topUp: '0.00', clawedBack: '340.00' } },
    {
      given: { months: [paid('2023-05', '0.10'), paid('2023-07', '0.10')], prepaid: '0.00' },
      why: '0.0034 + 0.0037 = 0.0071, up to 0.01; each alone would be nothing',
      expect: { due: '0.01' },
    },
    { given: { months: [paid('2022-12')] }, why: 'a month of another year', expect: [{}] },
    { given: { on: '2024-12-31' }, why: 'no edition', expect: [{ code: 'no-edition', path: 'on' }] },
  ],
)

byHand(
  'ningbo.employee.accountUse',
  {
    account: 'current',
    purpose: 'outpatient',
    on: '2023-05-01',
    forRelative: false,
    amount: '300.00',
    balance: '200.00',
    boughtHereToday: '0.00',
  },
  [
    { given: {}, why: 'the lesser of 300 and 200', expect: { allowed: true, payable: '200.00' } },
    { given: { amount: '199.99' }, why: 'the lesser of 199.99 and 200', expect: { payable: '199.99' } },
    {
      given: { purpose: 'specialOutpatient' },
      why: 'not from the current account',
      expect: { allowed: false, payable: '0.00' },
    },
    {
      given: { purpose: 'specialOutpatient', account: 'carriedOver' },
      why: 'self-paid in the catalogue',
      expect: { allowed: true, payable: '200.00' },
    },
    { given: { purpose: 'overLimit', account: 'carriedOver' }, why: 'C08', expect: { allowed: true } },
    { given: { purpose: 'overLimit' }, why: 'current-year money pays the catalogue only', expect: { allowed: false } },
    { given: { purpose: 'vaccine', account: 'carriedOver' }, why: 'N060', expect: { allowed: true } },
    { given: { purpose: 'vaccination', account: 'carriedOver' }, why: 'no national code', expect: { allowed: false } },
    { given: { purpose: 'publicHealthOrFitness', account: 'carriedOver' }, why: 'N059', expect: { allowed: false } },
    { given: { purpose: 'overTheCounter', amount: '120.00' }, why: '120 a day', expect: { payable: '120.00' } },
    {
      given: { purpose: 'overTheCounter', amount: '120.01' },
      why: 'a fen above 120 is not for the account',
      expect: { allowed: true, payable: '120.00' },
    },
    {
      given: { purpose: 'overTheCounter', amount: '50.00', boughtHereToday: '119.99' },
      why: '120 − 119.99 = 0.01',
      expect: { payable: '0.01' },
    },
    {
      given: { purpose: 'overTheCounter', boughtHereToday: '200.00' },
      why: 'nothing is left of the 120',
      expect: { payable: '0.00' },
    },
    { given: { purpose: 'medicineAndDevices' }, why: 'carried-over money only (C14)', expect: { allowed: false } },
    { given: { purpose: 'pharmacyElsewhere' }, why: 'carried-over money only (Z008)', expect: { allowed: false } },
    { given: { purpose: 'pharmacyElsewhere', account: 'carriedOver' }, why: 'Z025', expect: { allowed: true } },
    {
      given: { purpose: 'commercialInsurance', account: 'carriedOver', balance: '4300.00' },
      why: '4300 − 300 = 4000 stays: fine',
      expect: { payable: '300.00' },
    },
    {
      given: { purpose: 'commercialInsurance', account: 'carriedOver', balance: '4299.99' },
      why: '4299.99 − 4000 = 299.99',
      expect: { payable: '299.99' },
    },
    {
      given: { purpose: 'commercialInsurance', account: 'carriedOver', balance: '3999.99' },
      why: 'below 4000 nothing',
      expect: { payable: '0.00' },
    },
    {
      given: { purpose: 'tianyiInsurance', account: 'carriedOver', balance: '500.00' },
      why: 'the 4000 are of the other item',
      expect: { payable: '300.00' },
    },
    { given: { forRelative: true }, why: 'current-year money is not shared', expect: { allowed: false } },
    { given: { forRelative: true, account: 'carriedOver' }, why: 'N067', expect: { allowed: true } },
  ],
)

byHand(
  'ningbo.employee.familySharing',
  { on: '2023-05-01', relation: 'parent', relativeInsured: true, alreadyBound: false, carriedOver: '0.01' },
  [
    { given: {}, why: 'a parent insured here, something carried over', expect: { permitted: true } },
    { given: { relation: 'self' }, why: 'oneself needs no binding', expect: { permitted: false } },
    { given: { relation: 'other' }, why: 'spouse, children, parents only', expect: { permitted: false } },
    { given: { relativeInsured: false }, why: 'insured in Ningbo (N065)', expect: { permitted: false } },
    { given: { alreadyBound: true }, why: 'one grantor each (N066)', expect: { permitted: false } },
    { given: { carriedOver: '0.00' }, why: 'nothing carried over', expect: { permitted: false } },
  ],
)
