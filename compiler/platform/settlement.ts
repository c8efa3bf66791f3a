/**
 * A settled case in the names of the national platform: what `--format platform` prints. Amounts are yuan with two
 * decimals, ratios have four; all are texts.
 */
export interface PlatformSettlement {
  /** The settlement's fields, as the outputs name them. */
  readonly setlinfo: Readonly<Record<string, string | number | boolean | null>>
  /** One for each fund. */
  readonly setldetail: readonly FundDetail[]
  /** The derivation, in the order in which the bill is taken apart. */
  readonly policyItems: readonly PolicyItem[]
  /** The yearly figures that have a code, before and after. */
  readonly cuminfo: { readonly before: readonly Accumulator[]; readonly after: readonly Accumulator[] }
  /** The titles of press and unconfirmed sources that the result leans on; where there is none, so is the field. */
  readonly unconfirmed?: readonly string[]
}

export interface FundDetail {
  /** Null where no code of the fund is declared. */
  readonly fund_pay_type: string | null
  readonly fund_pay_type_name: string
  /** What of the bill the fund looks at; null where no split says so. */
  readonly inscp_scp_amt: string | null
  readonly fund_payamt: string
  /** The derivation, in the words of the items. */
  readonly setl_proc_info: string
}

/** `polItemCode` is null where the platform has no code for it. `rule`: source and article; `cites`: facts. */
export interface PolicyItem {
  readonly polItemCode: string | null
  readonly polItemName: string
  readonly selfPayAmt: string
  readonly selfPayProp: string
  readonly fundPayAmt: string
  readonly fundPayProp: string
  readonly polItemPaySum: string
  readonly rule: string | null
  readonly cites: readonly string[]
  readonly edition: string
}

export interface Accumulator {
  readonly insutype: string | null
  readonly year: string
  /** Year and month: 202303. */
  readonly cum_ym: string
  readonly cum_type_code: string
  readonly cum: string
}

/** Fields of the settlement that say what funds pay; their sum is fund_pay_sumamt. */
export const fundFields: readonly string[] = [
  'hifp_pay',
  'cvlserv_pay',
  'hifes_pay',
  'hifmi_pay',
  'hifob_pay',
  'maf_pay',
  'hifdm_pay',
  'oth_pay',
]

/** Codes of yearly figures are capitals and digits (S0000, TS390201); names of fields are small letters. */
export function isAccumulatorCode(platform: string | null): platform is string {
  return platform !== null && /^[A-Z]+\d/.test(platform)
}
