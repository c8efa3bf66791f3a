import { formatDate } from '../../runtime/date.ts'
import { divide, round, toDecimal, zero, type Rational } from '../../runtime/rational.ts'
import { unconfirmedIn } from '../explain/leanings.ts'
import { outputAt, type Evaluation, type Value } from '../interpret/evaluation.ts'
import type { OutputField, Program } from '../program/program.ts'
import { yearOf } from '../year/benefit-year.ts'
import { fundDetails } from './fund-details.ts'
import type { FundedCase } from './funded-case.ts'
import { brokenIdentities, type BrokenIdentity } from './identities.ts'
import { policyItems } from './policy-items.ts'
import { fundFields, isAccumulatorCode, type Accumulator, type PlatformSettlement } from './settlement.ts'

export type PlatformResult =
  | { readonly ok: true; readonly settlement: PlatformSettlement }
  | { readonly ok: false; readonly broken: readonly BrokenIdentity[] }

/**
 * A settled case in the names of the national platform. The fields are those that the outputs name, the codes those of
 * the 平台 rows; an accounting identity of the platform that does not hold refuses the case.
 */
export function toPlatform(program: Program, evaluation: Evaluation): PlatformResult {
  const outputs = program.output.map((field, at) => ({ field, value: evaluation.results[at]?.value }))
  const amounts = new Map<string, Rational>()
  for (const { field, value } of outputs)
    if (field.platform !== null && field.type.kind === 'money' && value?.kind === 'exact')
      amounts.set(field.platform, value.exact)
  const broken = brokenIdentities(amounts)
  if (broken.length > 0) return { ok: false, broken }
  const funds = new Set(program.output.flatMap(({ platform, path }) => (isFund(platform) ? path : [])))
  const settled: FundedCase = { program, evaluation, funds }
  const items = policyItems(settled)
  return {
    ok: true,
    settlement: {
      setlinfo: { ...fieldsOf(program, evaluation), ...effectiveRatio(amounts) },
      setldetail: fundDetails(settled, items),
      policyItems: items.map(({ row }) => row),
      cuminfo: {
        before: accumulators(program, evaluation, ({ path }) => evaluation.input.fields.get(path)),
        after: accumulators(program, evaluation, (field) => outputs.find((each) => each.field === field)?.value),
      },
      ...unconfirmedIn(program, evaluation),
    },
  }
}

function isFund(platform: string | null): boolean {
  return platform !== null && fundFields.includes(platform)
}

function fieldsOf({ output }: Program, evaluation: Evaluation): PlatformSettlement['setlinfo'] {
  return Object.fromEntries(
    output.flatMap(({ platform, path }) => {
      if (platform === null || isAccumulatorCode(platform)) return []
      const value = outputAt(evaluation.output, path)
      return typeof value === 'object' && value !== null ? [] : [[platform, value]]
    }),
  )
}

/** pool_prop_selfpay, whatever its name: which part of the eligible amount the pool pays. */
function effectiveRatio(amounts: ReadonlyMap<string, Rational>): PlatformSettlement['setlinfo'] {
  const [pool, eligible] = [amounts.get('hifp_pay'), amounts.get('inscp_scp_amt')]
  if (!pool || !eligible) return {}
  const ratio = eligible.n === 0n ? zero : round(divide(pool, eligible), 4, 'halfUp')
  return { pool_prop_selfpay: toDecimal(ratio, 4) }
}

function accumulators(
  program: Program,
  { input }: Evaluation,
  valueOf: (field: OutputField) => Value | undefined,
): readonly Accumulator[] {
  const date = input.fields.get(program.edition.selectedBy)
  if (date?.kind !== 'date') return []
  const insutype = program.platform.find(({ field }) => field === 'insutype')?.code ?? null
  const year = yearOf(program.yearStart ?? { month: 1, day: 1 }, date.day).name
  const cum_ym = formatDate(date.day).slice(0, 7).replace('-', '')
  return program.output.flatMap((field) => {
    const value = valueOf(field)
    if (!isAccumulatorCode(field.platform) || field.type.kind !== 'money' || value?.kind !== 'exact') return []
    return [{ insutype, year, cum_ym, cum_type_code: field.platform, cum: toDecimal(value.exact, 2) }]
  })
}
