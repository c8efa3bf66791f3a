import { partsOf } from '../program/build.ts'
import type { Expr } from '../program/program.ts'
import { allOver } from '../arithmetic/denominator.ts'
import { boundOf, over, type Count, type Here } from './writing.ts'

export type Cases = Extract<Expr, { kind: 'cases' }>

/** The number of the first case that holds. */
export function writeCases(expr: Cases, here: Here): Count {
  const whens = expr.branches.map(({ when }) => here.writing.write.condition(when, here))
  const values = valuesOf(expr).map((value, index) =>
    here.writing.write.number(value, inBranch(value, index, whens, here)),
  )
  const common = allOver(values.map((value) => value.over))
  if (common === 'any') throw new Error('a denominator is not known')
  const codes = values.map((value) => over(value, common, here).code)
  return { code: choose(whens, codes), over: common, ...boundOf(expr, common, here) }
}

/** What each branch comes to, and what the others do. */
function valuesOf({ branches, otherwise }: Cases): readonly Expr[] {
  return [...branches.map(({ value }) => value), ...(otherwise ? [otherwise] : [])]
}

/** Where the value of a branch is written: one that can be refused is so only where the branch holds. */
function inBranch(value: Expr, index: number, whens: readonly string[], here: Here): Here {
  if (!canRefuse(value)) return here
  const before = whens.slice(0, index).map((when) => `!(${when})`)
  const own = whens[index]
  return { ...here, under: [...here.under, ...before, ...(own === undefined ? [] : [`(${own})`])] }
}

/**
 * The code of the first condition that is true. By proof, one is where there are no others: so the last is not asked,
 * unless what it guards takes long.
 */
function choose(whens: readonly string[], values: readonly string[]): string {
  const isShort = (code: string | undefined): boolean => code !== undefined && !/[\p{L}\p{N}_]\(/u.test(code)
  const isAsked = values.length === whens.length && !isShort(values.at(-1))
  const codes = isAsked ? [...values, 'NaN'] : values
  const last = codes.at(-1) ?? 'NaN'
  return codes.slice(0, -1).reduceRight((rest, value, index) => {
    const when = whens[index]
    if (when === 'true') return value
    return when === 'false' || value === rest ? rest : `(${when} ? ${value} : ${rest})`
  }, last)
}

/** May computing it show that a case is wrong? */
export function canRefuse(expr: Expr): boolean {
  return expr.kind === 'exactly' || partsOf(expr).some(canRefuse)
}

/** The same of values that are no numbers. */
export function choosePlain(expr: Cases, write: (value: Expr, here: Here) => string, here: Here): string {
  const whens = expr.branches.map(({ when }) => here.writing.write.condition(when, here))
  return choose(
    whens,
    valuesOf(expr).map((value, index) => write(value, inBranch(value, index, whens, here))),
  )
}
