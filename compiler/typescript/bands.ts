import { isReference } from '../program/build.ts'
import { compareExact } from '../program/exact.ts'
import type { Expr } from '../program/program.ts'
import type { Exact } from '../program/type.ts'
import { writeCases, type Cases } from './cases.ts'
import { from, join, type Code } from './code.ts'
import { formOf, type BandsForm } from './form.ts'
import { ownCounted, referenceText, type Band, type Here } from './here.ts'
import { isSame } from './same.ts'
import { typeText } from './type-text.ts'

/** A rate for each band, as a tuple: between the edges of the form, over its denominator. */
export function writeBands(expr: Expr, form: BandsForm, here: Here): Code {
  const cases = casesOfSchedules(expr)
  if (cases) return writeCases(cases, form, here)
  if (isReference(expr) && expr.type.kind === 'schedule') {
    const own = ownCounted(expr, here)
    const isSame = own.over === form.over && own.as === form.as && sameEdges(expr.type.edges, form.edges)
    if (isSame) return from(expr.at, referenceText(expr, here))
  }
  // What would otherwise be computed once for each band is given a name first.
  const parts = [...new Set(leavesOf(expr))].filter((leaf) => !canBeRepeated(leaf))
  const named = new Map(parts.map((part) => [part, here.module.names.fresh('part')]))
  const bands = [null, ...form.edges].map((floor): Code => {
    const inBand = { ...here, band: { floor, named } }
    return here.write(expr, { kind: 'number', over: form.over, as: form.as }, inBand)
  })
  const tuple: Code = ['[', join(bands, ', '), ']']
  if (parts.length === 0) return from(expr.at, tuple)

  const forms = parts.map((part) => formOf(part.type, ownCounted(part, here)))
  const parameters = parts.map(
    (part, index) => `${named.get(part)}: ${typeText(part.type, forms[index]!, here.module)}`,
  )
  const values = parts.map((part, index) => here.write(part, forms[index]!, here))
  return from(expr.at, [`((${parameters.join(', ')}) => `, tuple, ')(', join(values, ', '), ')'])
}

/** The rate that a reference or a named part has in the band. */
export function rateInBand(text: string, edges: readonly Exact[], { floor }: Band): string {
  return `${text}[${bandAbove(edges, floor)}]`
}

/** Which band of a schedule holds the band of a finer one that begins at `floor`. */
export function bandAbove(edges: readonly Exact[], floor: Exact | null): number {
  return floor === null ? 0 : edges.filter((edge) => compareExact(edge, floor) <= 0).length
}

/** The bands as cases whose branches are schedules, if they are that, or if all their rates distinguish the same cases. */
export function casesOfSchedules(expr: Expr): Cases | null {
  if (expr.kind === 'cases') return expr
  if (expr.kind !== 'schedule') return null
  const [first, ...others] = expr.rates.filter((rate): rate is Cases => rate.kind === 'cases')
  if (!first || first.otherwise || others.some((other) => other.otherwise || !sameConditions(first, other))) return null
  const branches = first.branches.map((branch, index) => ({
    ...branch,
    value: { ...expr, rates: expr.rates.map((rate) => (rate.kind === 'cases' ? rate.branches[index]!.value : rate)) },
  }))
  return { ...first, branches, type: expr.type }
}

/** The parts that an operation on bands is made of. */
function leavesOf(expr: Expr): readonly Expr[] {
  if (expr.type.kind !== 'schedule') return [expr]
  if (expr.kind === 'arithmetic') return [...leavesOf(expr.left), ...leavesOf(expr.right)]
  return expr.kind === 'round' ? leavesOf(expr.value) : [expr]
}

function canBeRepeated(leaf: Expr): boolean {
  return leaf.kind === 'constant' || leaf.kind === 'schedule' || isReference(leaf)
}

function sameEdges(a: readonly Exact[], b: readonly Exact[]): boolean {
  return a.length === b.length && a.every((edge, index) => compareExact(edge, b[index]!) === 0)
}

function sameConditions(a: Cases, b: Cases): boolean {
  return (
    a.branches.length === b.branches.length &&
    a.branches.every(({ when }, index) => isSame(when, b.branches[index]!.when))
  )
}
