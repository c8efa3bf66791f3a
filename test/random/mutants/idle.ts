/** Mutants that can change no settlement, each with the proof. */
const proofs: readonly { readonly what: RegExp; readonly because: string }[] = [
  {
    what: /^(?:不超过 → 不满|超过 → 不低于): \| (?:不超过|超过) /u,
    because: 'an edge of bands is a point, and no money lies in a point',
  },
  {
    what: /^四舍五入到分 → (?:向下取整|向上取整|银行家舍入)到分: 按比例 目录外比例 /u,
    because: 'the rate is 0% or 100%, which leaves nothing to be rounded',
  },
  {
    what: /^0% → 1%: 按比例 目录先自付比例 未填则 0% /u,
    because: 'the rate is absent only where there is no row, and then all is own expense and nothing is left',
  },
  {
    what: /^\+ → −: 基金支付总额 是指 统筹基金支付 \+ 大病保险支付 \+ 医疗救助支付$/u,
    because: 'of the two signs that of medical assistance: it is 0 yuan in every case',
  },
]

/** Why a change can make no difference; null where nobody has proved it. `what` as in a mutant. */
export const proofOf = (what: string): string | null =>
  proofs.find((each) => each.what.test(what.replace(/^line \d+, /u, '')))?.because ?? null
