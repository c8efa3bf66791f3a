/** Contributions: base between floor and cap, rates by category, an edition for each publication of floor and cap. */
import { byHand } from './decision.ts'

byHand('ningbo.employee.contribution', { month: '2022-09', category: 'employee', wage: '8000.00' }, [
  {
    given: {},
    why: '8000 × 2% = 160; × 8.5% = 680',
    expect: { edition: '2022', base: '8000.00', person: '160.00', employer: '680.00' },
  },
  {
    given: { wage: '3956.99' },
    why: 'floor 3957: × 2% = 79.14; × 8.5% = 336.345, up to 336.35',
    expect: { base: '3957.00', person: '79.14', employer: '336.35' },
  },
  {
    given: { wage: '3957.01' },
    why: '3957.01 × 2% = 79.1402; × 8.5% = 336.34585',
    expect: { base: '3957.01', person: '79.14', employer: '336.35' },
  },
  {
    given: { wage: '22310.99' },
    why: '× 2% = 446.2198; × 8.5% = 1896.43415',
    expect: { base: '22310.99', person: '446.22', employer: '1896.43' },
  },
  {
    given: { wage: '22311.01' },
    why: 'cap 22311: × 2% = 446.22; × 8.5% = 1896.435, up to 1896.44',
    expect: { base: '22311.00', person: '446.22', employer: '1896.44' },
  },
  { given: { wage: 0 }, why: 'no wage: the floor', expect: { base: '3957.00' } },
  {
    given: { category: 'flexible', wage: '30000.00' },
    why: 'the wage does not count: 3957 × 10.5% = 415.485, up to 415.49',
    expect: { base: '3957.00', person: '415.49', employer: '0.00' },
  },
  {
    given: { category: 'unemployed', wage: '30000.00' },
    why: '3957 × 10% = 395.70',
    expect: { base: '3957.00', person: '395.70', employer: '0.00' },
  },
  {
    given: { category: 'retiredContinuing' },
    why: '3957 × 10% = 395.70, not 10.5% (C10)',
    expect: { base: '3957.00', person: '395.70', employer: '0.00' },
  },
  { given: { month: '2020-01', wage: 0 }, why: 'first month of 2020/21', expect: { edition: '2021', base: '3957.00' } },
  {
    given: { month: '2021-12', wage: '22311.00' },
    why: 'last month of 2020/21: cap 19783, × 2% = 395.66; × 8.5% = 1681.555, up to 1681.56',
    expect: { edition: '2021', base: '19783.00', person: '395.66', employer: '1681.56' },
  },
  {
    given: { month: '2021-12', category: 'flexible' },
    why: '3957 × 10.5% = 415.485',
    expect: { edition: '2021', base: '3957.00', person: '415.49' },
  },
  {
    given: { month: '2022-01', wage: '22311.00' },
    why: 'the cap of 2022 from January on',
    expect: { edition: '2022', base: '22311.00' },
  },
  {
    given: { month: '2023-11', wage: '24060.00' },
    why: 'still the figures of 2022',
    expect: { edition: '2022', base: '22311.00' },
  },
  {
    given: { month: '2023-12', wage: '24060.01' },
    why: 'from December 2023: cap 24060, × 2% = 481.20; × 8.5% = 2045.10',
    expect: { edition: '2023', base: '24060.00', person: '481.20', employer: '2045.10' },
  },
  {
    given: { month: '2023-12', category: 'flexible' },
    why: '4462 × 10.5% = 468.51',
    expect: { edition: '2023', base: '4462.00', person: '468.51', employer: '0.00' },
  },
  {
    given: { month: '2024-01', wage: '1.00' },
    why: 'floor 4812: × 2% = 96.24; × 8.5% = 409.02',
    expect: { edition: '2024', base: '4812.00', person: '96.24', employer: '409.02' },
  },
  { given: { month: '2024-12', wage: '25000.00' }, why: 'cap 24930', expect: { edition: '2024', base: '24930.00' } },
  {
    given: { month: '2025-12', wage: '25066.00' },
    why: 'cap 25065: × 2% = 501.30; × 8.5% = 2130.525, up to 2130.53',
    expect: { edition: '2025', base: '25065.00', person: '501.30', employer: '2130.53' },
  },
  { given: { month: '2025-01', category: 'unemployed' }, why: '5013 × 10% = 501.30', expect: { person: '501.30' } },
  {
    given: { month: '2019-12' },
    why: 'no edition yet: the month as it is given, the editions in the order of time',
    expect: [
      {
        code: 'no-edition',
        path: 'month',
        value: '2019-12',
        facts: { editions: ['2021', '2022', '2023', '2024', '2025'].map((name) => ({ name })) },
      },
    ],
  },
  { given: { month: '2026-01' }, why: 'no edition any more', expect: [{ code: 'no-edition', path: 'month' }] },
  { given: { month: '2022-13' }, why: 'no month', expect: [{ path: 'month' }] },
  { given: { wage: '-1.00' }, why: 'no wage is negative', expect: [{ path: 'wage' }] },
  { given: { category: 'farmer' }, why: 'no such category', expect: [{ path: 'category' }] },
])
