/** ningbo.manualClaim.deadline (N191) and nantong.manualClaim.deadline (T025), C17. */
import { monthsLater, parts } from './civil.ts'

export interface ClaimCase {
  readonly invoicedOn: string
  readonly incurredOn: string
  readonly specialCircumstances: boolean
}

export const ningboDeadline = ({ invoicedOn }: ClaimCase): object => ({ latestOn: monthsLater(invoicedOn, 12) })

export function nantongDeadline({ incurredOn, specialCircumstances }: ClaimCase): object {
  const { year } = parts(incurredOn)
  return { latestOn: specialCircumstances ? `${String(year + 1)}-03-31` : `${String(year)}-12-31` }
}
