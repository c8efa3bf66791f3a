import { fundFields } from './settlement.ts'

/** Who pays the amount of an output. */
export type Payer = 'person' | 'fund'

const payers: Readonly<Record<string, Payer>> = {
  ...Object.fromEntries([...fundFields, 'fund_pay_sumamt'].map((field) => [field, 'fund'])),
  psn_part_amt: 'person',
  psn_cash_pay: 'person',
  fulamt_ownpay_amt: 'person',
  overlmt_selfpay: 'person',
  preselfpay_amt: 'person',
  act_pay_dedc: 'person',
}

/** By the platform's name of an output; null where it has none, or where the name does not say. */
export function payerOf(platform: string | null): Payer | null {
  return platform !== null && Object.hasOwn(payers, platform) ? (payers[platform] ?? null) : null
}
