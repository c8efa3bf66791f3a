/** Until when bills paid in full may be claimed. */
import { byHand } from './decision.ts'

const bill = { invoicedOn: '2023-03-10', incurredOn: '2023-03-01', specialCircumstances: false }

byHand('ningbo.manualClaim.deadline', bill, [
  { given: {}, why: '12 months from the invoice', expect: { latestOn: '2024-03-10' } },
  { given: { invoicedOn: '2024-02-29' }, why: '2025 has no 29 February', expect: { latestOn: '2025-02-28' } },
  { given: { invoicedOn: '2023-02-28' }, why: 'the 28th, though 2024 has a 29th', expect: { latestOn: '2024-02-28' } },
  { given: { invoicedOn: '2023-12-31' }, why: 'no year’s end', expect: { latestOn: '2024-12-31' } },
  {
    given: { specialCircumstances: true, incurredOn: '2022-01-01' },
    why: 'neither counts in Ningbo',
    expect: { latestOn: '2024-03-10' },
  },
  { given: { invoicedOn: '2023-02-29' }, why: 'no such day', expect: [{ path: 'invoicedOn' }] },
])

byHand('nantong.manualClaim.deadline', bill, [
  { given: {}, why: 'the end of the year of care', expect: { latestOn: '2023-12-31' } },
  {
    given: { incurredOn: '2023-12-31', invoicedOn: '2024-01-05' },
    why: 'the day of care counts, not the invoice',
    expect: { latestOn: '2023-12-31' },
  },
  {
    given: { incurredOn: '2023-12-31', specialCircumstances: true },
    why: '31 March after it',
    expect: { latestOn: '2024-03-31' },
  },
  { given: { incurredOn: '2024-01-01', specialCircumstances: true }, why: '31 March', expect: { latestOn: '2025-03-31' } },
  { given: { incurredOn: '2024-02-29' }, why: 'a leap day', expect: { latestOn: '2024-12-31' } },
])
