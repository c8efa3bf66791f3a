/** When benefits start, stop and start again. */
import { byHand } from './decision.ts'

byHand(
  'ningbo.employee.benefitStart',
  {
    category: 'employee',
    event: 'first',
    registeredOn: '2023-09-15',
    paidOn: null,
    gapMonths: 0,
    benefitsNormal: true,
  },
  [
    {
      given: {},
      why: 'September is the first natural month, October the second',
      expect: { startsOn: '2023-10-01', gapClaimable: false },
    },
    { given: { registeredOn: '2023-01-31' }, why: 'the month after January', expect: { startsOn: '2023-02-01' } },
    { given: { registeredOn: '2023-12-01' }, why: 'into the next year', expect: { startsOn: '2024-01-01' } },
    { given: { registeredOn: '2024-02-29' }, why: 'the month after February', expect: { startsOn: '2024-03-01' } },
    { given: { paidOn: '2023-11-05' }, why: 'an employee’s payment does not count', expect: { startsOn: '2023-10-01' } },
    {
      given: { category: 'flexible', paidOn: '2023-10-08' },
      why: 'the day after the payment',
      expect: { startsOn: '2023-10-09', gapClaimable: false },
    },
    {
      given: { category: 'flexible', paidOn: '2024-02-28', registeredOn: '2024-01-31' },
      why: 'a leap day',
      expect: { startsOn: '2024-02-29' },
    },
    {
      given: { category: 'flexible', paidOn: '2023-12-31', registeredOn: '2023-11-30' },
      why: 'into the next year',
      expect: { startsOn: '2024-01-01' },
    },
    { given: { category: 'flexible' }, why: 'not paid yet', expect: { startsOn: null, gapClaimable: false } },
    {
      given: { event: 'continued' },
      why: 'no gap, normal: the month of registration',
      expect: { startsOn: '2023-09-01', gapClaimable: false },
    },
    {
      given: { event: 'continued', benefitsNormal: false },
      why: 'no gap, not normal: the second month',
      expect: { startsOn: '2023-10-01', gapClaimable: false },
    },
    {
      given: { event: 'continued', gapMonths: 1 },
      why: 'up to three months: the second month',
      expect: { startsOn: '2023-10-01', gapClaimable: true },
    },
    {
      given: { event: 'continued', gapMonths: 3, benefitsNormal: false },
      why: 'three is still the shorter (C15)',
      expect: { startsOn: '2023-10-01', gapClaimable: true },
    },
    {
      given: { event: 'continued', gapMonths: 4 },
      why: 'more than three: the third month',
      expect: { startsOn: '2023-11-01', gapClaimable: false },
    },
    {
      given: { event: 'continued', category: 'flexible', gapMonths: 0, paidOn: '2023-10-08' },
      why: 'as employees, whatever the payment',
      expect: { startsOn: '2023-09-01', gapClaimable: false },
    },
    {
      given: { event: 'continued', category: 'flexible', gapMonths: 3 },
      why: 'as employees',
      expect: { startsOn: '2023-10-01', gapClaimable: true },
    },
    {
      given: { event: 'continued', category: 'flexible', gapMonths: 4, registeredOn: '2023-11-30' },
      why: 'the third month, into the next year',
      expect: { startsOn: '2024-01-01', gapClaimable: false },
    },
    {
      given: { event: 'fromResident', gapMonths: 2 },
      why: 'employee: the same month (N075); the gap is of those who go on',
      expect: { startsOn: '2023-09-01', gapClaimable: false },
    },
    {
      given: { event: 'fromResident', category: 'flexible' },
      why: 'flexible: the next month (N081)',
      expect: { startsOn: '2023-10-01', gapClaimable: false },
    },
    { given: { gapMonths: -1 }, why: 'no number of months', expect: [{ path: 'gapMonths' }] },
    { given: { registeredOn: '2023-02-30' }, why: 'no such day', expect: [{ path: 'registeredOn' }] },
  ],
)
byHand(
  'ningbo.employee.benefitStop',
  {
    category: 'flexible',
    cause: 'arrears',
    unpaidFrom: '2023-12-01',
    continuedAtOnce: false,
    clearedOn: null,
    arrearsMonths: 0,
  },
  [
    {
      given: {},
      why: 'December is the first month of arrears',
      expect: { stopsOn: '2024-01-01', resumesOn: null, gapClaimable: false },
    },
    {
      given: { clearedOn: '2024-03-31', arrearsMonths: 3 },
      why: 'three months: the month after March',
      expect: { stopsOn: '2024-01-01', resumesOn: '2024-04-01', gapClaimable: true },
    },
    {
      given: { clearedOn: '2024-04-01', arrearsMonths: 4 },
      why: 'four months: the second month after April',
      expect: { resumesOn: '2024-06-01', gapClaimable: false },
    },
    {
      given: { cause: 'interrupted', category: 'employee', unpaidFrom: '2023-01-31' },
      why: 'the month after January (N077)',
      expect: { stopsOn: '2023-02-01', resumesOn: null, gapClaimable: false },
    },
    { given: { cause: 'interrupted' }, why: 'flexible as well (N077b)', expect: { stopsOn: '2024-01-01' } },
    {
      given: { cause: 'interrupted', continuedAtOnce: true },
      why: 'insured again in the same month',
      expect: { stopsOn: null },
    },
    { given: { category: 'employee' }, why: 'employers pay for employees: no arrears', expect: [{}] },
  ],
)
