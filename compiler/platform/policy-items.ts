import {
  add,
  compare,
  divide,
  one,
  parse,
  round,
  subtract,
  toDecimal,
  zero,
  type Rational,
} from '../../runtime/rational.ts'
import type { SplitTrace, Step } from '../interpret/evaluation.ts'
import { asExact } from '../interpret/value.ts'
import type { SplitLineInfo } from '../program/program.ts'
import { basisOf, type Basis } from './basis.ts'
import type { FundedCase } from './funded-case.ts'
import type { PolicyItem } from './settlement.ts'

/** A row of the derivation. `fund`: the path of the output that is paid by a fund in it. */
export interface Item {
  readonly fund: string | null
  readonly row: PolicyItem
}

/**
 * The derivation: a row for each line of a split, where no other split takes the line apart; a line at a rate and the
 * rest after it share a row, or one for each band. What of a fund's payment no line shows stands in a row of its own,
 * so that the rows of a fund add up to what it pays.
 */
export function policyItems(settled: FundedCase): readonly Item[] {
  const items = inOrderOfFlow(settled).flatMap((trace) => splitItems(settled, trace))
  return [...items, ...settled.program.output.flatMap(({ path }) => remainder(settled, items, path))]
}

// A split whose lines are computed first stands first: the whole bill before its parts.
function inOrderOfFlow({ program, evaluation }: FundedCase): readonly SplitTrace[] {
  const position = new Map(program.definitions.map(({ id }, index) => [id, index]))
  const firstLine = ({ split }: SplitTrace) => position.get(program.splits[split]?.lines[0]?.definition ?? '') ?? 0
  return evaluation.splits.filter(({ amount }) => amount.n !== 0n).toSorted((a, b) => firstLine(a) - firstLine(b))
}

function splitItems(settled: FundedCase, { split: index, element }: SplitTrace): readonly Item[] {
  const lines = settled.program.splits[index]?.lines ?? []
  const rest = lines.at(-1)
  const lastAtRate = lines.findLast(({ mode }) => mode === 'atRate')
  const [paid, kept] = [lastAtRate, rest].map((line) => (line ? fundOf(settled, line) : null))
  // Of a line at a rate and the rest after it, one is the fund's and the other the person's.
  const isPair = rest?.mode === 'theRest' && lines.at(-2) === lastAtRate && (paid === null) !== (kept === null)
  return lines.flatMap((line): readonly Item[] => {
    const step = stepOf(settled, line, element)
    if (!step) return []
    if (isPair && line === rest) return []
    const restStep = isPair && line === lastAtRate ? stepOf(settled, rest, element) : undefined
    if (isPair && restStep) return pairItems(settled, line, rest, { line: step, rest: restStep })
    const amount = asExact(step.value)
    if (amount.n === 0n || isTakenApart(settled, line)) return []
    const part = { fund: fundOf(settled, line), label: line.into, band: null, amount, share: one, paid: amount }
    return [itemOf(settled, outputOf(settled, line), part, basisOf(settled, line.origin, step))]
  })
}

/** What the line and the rest after it were taken from, as one row or as one for each band. */
function pairItems(settled: FundedCase, line: SplitLineInfo, rest: SplitLineInfo, steps: Pair): readonly Item[] {
  const ofLine = fundOf(settled, line)
  const [fund, label] = ofLine === null ? [fundOf(settled, rest), rest.into] : [ofLine, line.into]
  const basis = basisOf(settled, line.origin, steps.line)
  return stretchesOf(steps).map(({ band, amount, rate, product }) => {
    const [share, paid] = ofLine === null ? [subtract(one, rate), subtract(amount, product)] : [rate, product]
    return itemOf(settled, fund, { fund, label, band, amount, share, paid }, basis)
  })
}

/** The steps of a line at a rate and of the rest after it. */
interface Pair {
  readonly line: Step
  readonly rest: Step
}

/** A part of an amount at one rate: in a band, from 1, or all of it. Amount and product are in fen. */
interface Stretch {
  readonly band: number | null
  readonly amount: Rational
  readonly rate: Rational
  readonly product: Rational
}

// Each stretch is the difference of what all up to it come to in fen, so that they add up to the line.
function stretchesOf({ line, rest }: Pair): readonly Stretch[] {
  const product = asExact(line.value)
  const amount = add(product, asExact(rest.value))
  if (amount.n === 0n) return []
  const { schedule, bands } = line.integrals.at(-1) ?? { schedule: { edges: [], rates: [] }, bands: [] }
  const [rate = line.products.at(-1)?.rate ?? divide(product, amount)] = schedule.rates
  if (schedule.rates.every((each) => compare(each, rate) === 0)) return [{ band: null, amount, rate, product }]
  const upTo = { amount: zero, product: zero }
  return bands.map((band, at) => {
    const before = { ...upTo }
    const isLast = at === bands.length - 1
    upTo.amount = isLast ? amount : fen(sum(bands.slice(0, at + 1).map((each) => each.amount)))
    upTo.product = isLast ? product : fen(sum(bands.slice(0, at + 1).map((each) => each.product)))
    return {
      band: bandNumber(schedule.edges, band.ceiling),
      amount: subtract(upTo.amount, before.amount),
      rate: band.rate,
      product: subtract(upTo.product, before.product),
    }
  })
}

function bandNumber(edges: readonly Rational[], ceiling: Rational | null): number {
  const at = ceiling === null ? -1 : edges.findIndex((edge) => compare(edge, ceiling) === 0)
  return (at < 0 ? edges.length : at) + 1
}

interface Part {
  readonly fund: string | null
  readonly label: string
  readonly band: number | null
  readonly amount: Rational
  /** Of the amount, what the fund pays of it; all of it is the person's where no fund is meant. */
  readonly share: Rational
  readonly paid: Rational
}

function itemOf(
  { program }: FundedCase,
  path: string | null,
  { fund, label, band, amount, share, paid }: Part,
  { rule, cites }: Basis,
): Item {
  const code = program.platform.find(
    (each) => each.field === 'polItemCode' && each.of === path && each.band === band && path !== null,
  )
  const [prop, pay] = fund === null ? [zero, zero] : [share, paid]
  return {
    fund,
    row: {
      polItemCode: code?.code ?? null,
      polItemName: code?.name ?? label,
      selfPayAmt: inFen(subtract(amount, pay)),
      selfPayProp: ratio(subtract(one, prop)),
      fundPayAmt: inFen(pay),
      fundPayProp: ratio(prop),
      polItemPaySum: inFen(amount),
      rule,
      cites,
      edition: program.edition.name,
    },
  }
}

/** What a fund pays beyond the rows that are there: moved into it, taken out of it, or of no split. */
function remainder(settled: FundedCase, items: readonly Item[], path: string): readonly Item[] {
  if (!settled.funds.has(path)) return []
  const { program, evaluation } = settled
  const at = program.output.findIndex((field) => field.path === path)
  const [field, result] = [program.output[at], evaluation.results[at]]
  if (!field || !result) return []
  const shown = sum(items.filter(({ fund }) => fund === path).map(({ row }) => parse(row.fundPayAmt)))
  const left = subtract(asExact(result.value), shown)
  if (left.n === 0n) return []
  const step = evaluation.steps.find(({ definition }) => field.value.kind === 'ref' && definition === field.value.id)
  const origin = program.definitions.find(({ id }) => field.value.kind === 'ref' && id === field.value.id)?.origin
  const basis = step && origin ? basisOf(settled, origin, step) : { rule: null, cites: [] }
  const part = { fund: path, label: field.label, band: null, amount: left, share: one, paid: left }
  return [itemOf(settled, path, part, basis)]
}

/** The output that a line's share is; null where it is none. */
function outputOf({ program }: FundedCase, { share }: SplitLineInfo): string | null {
  return program.output.find(({ value }) => value.kind === 'ref' && value.id === share)?.path ?? null
}

function fundOf(settled: FundedCase, line: SplitLineInfo): string | null {
  const path = outputOf(settled, line)
  return path !== null && settled.funds.has(path) ? path : null
}

function isTakenApart({ program, evaluation }: FundedCase, { share }: SplitLineInfo): boolean {
  return evaluation.splits.some(({ split, amount }) => {
    const taken = program.splits[split]?.amount
    return amount.n !== 0n && taken?.kind === 'ref' && taken.id === share
  })
}

function stepOf({ evaluation }: FundedCase, { definition }: SplitLineInfo, element: number | null): Step | undefined {
  const all = evaluation.steps.filter((step) => step.definition === definition)
  return all.find((step) => step.element === element) ?? all.find((step) => step.element === null)
}

function fen(amount: Rational): Rational {
  return round(amount, 2, 'halfUp')
}

function ratio(rate: Rational): string {
  return toDecimal(round(rate, 4, 'halfUp'), 4)
}

function inFen(amount: Rational): string {
  return toDecimal(fen(amount), 2)
}

function sum(amounts: readonly Rational[]): Rational {
  return amounts.reduce(add, zero)
}
