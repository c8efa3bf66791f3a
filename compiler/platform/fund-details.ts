import { round, toDecimal, type Rational } from '../../runtime/rational.ts'
import type { SplitTrace } from '../interpret/evaluation.ts'
import type { OutputField } from '../program/program.ts'
import type { FundedCase } from './funded-case.ts'
import type { Item } from './policy-items.ts'
import type { FundDetail } from './settlement.ts'

// The platform takes no more.
const LONGEST_DERIVATION = 4000

/** One row for each output that a fund pays; one without a code is there too. */
export function fundDetails(settled: FundedCase, items: readonly Item[]): readonly FundDetail[] {
  const { program, evaluation } = settled
  return program.output.flatMap(({ path, label }, at): readonly FundDetail[] => {
    const code = program.platform.find(({ field, of }) => field === 'fund_pay_type' && of === path)
    const value = evaluation.results[at]?.value
    if (!(code || settled.funds.has(path)) || value?.kind !== 'exact') return []
    const inScope = amountInScope(settled, path)
    return [
      {
        fund_pay_type: code?.code ?? null,
        fund_pay_type_name: code?.name ?? label,
        inscp_scp_amt: inScope && toDecimal(round(inScope, 2, 'halfUp'), 2),
        fund_payamt: toDecimal(value.exact, 2),
        setl_proc_info: derivation(items.filter(({ fund }) => fund === path)),
      },
    ]
  })
}

function derivation(items: readonly Item[]): string {
  const steps = items.map(
    ({ row }) => `${row.polItemName} ${row.polItemPaySum} × ${row.fundPayProp} = ${row.fundPayAmt}`,
  )
  return steps.join('；').slice(0, LONGEST_DERIVATION)
}

/**
 * What of the bill a fund looks at: the amount that its line is taken from; the whole eligible amount, where that is
 * what this amount was taken from.
 */
function amountInScope({ program, evaluation }: FundedCase, path: string): Rational | null {
  const idOf = (field: OutputField | undefined): string | null => (field?.value.kind === 'ref' ? field.value.id : null)
  const eligible = idOf(program.output.find(({ platform }) => platform === 'inscp_scp_amt'))
  const splitInto = (share: string | null): SplitTrace | undefined =>
    evaluation.splits.find(({ split }) => program.splits[split]?.lines.some((line) => line.share === share))
  const amountOf = (trace: SplitTrace | undefined): string | null => {
    const amount = program.splits[trace?.split ?? -1]?.amount
    return amount?.kind === 'ref' ? amount.id : null
  }
  const own = splitInto(idOf(program.output.find((each) => each.path === path)))
  const seen = new Set<SplitTrace>()
  for (let trace = own; trace && !seen.has(trace); trace = splitInto(amountOf(trace))) {
    if (eligible !== null && amountOf(trace) === eligible) return trace.amount
    seen.add(trace)
  }
  return own?.amount ?? null
}
