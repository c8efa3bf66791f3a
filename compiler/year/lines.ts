import { formatDate } from '../../runtime/date.ts'
import { add, toDecimal, toText, zero, type Rational } from '../../runtime/rational.ts'
import { resultWithLeanings } from '../explain/leanings.ts'
import { isRecord, type OutputRecord, type OutputValue } from '../interpret/evaluation.ts'
import type { Program } from '../program/program.ts'
import type { FigureField, Figures } from './figures.ts'
import type { Correction, Entry, Ledger } from './ledger.ts'
import { withValueAt, type Part } from './part.ts'

// What `daiyu year --format json` prints. Amounts are yuan with two decimals, dates YYYY-MM-DD; figures stand in
// records as in the input of the decision.

/** What came of an event: `result` of a bill, `amount` of a credit, and the figures after it. */
export function eventLine({ event, year, after, settled }: Entry, fields: readonly FigureField[], resettled: number) {
  const { line, kind } = event
  return {
    line,
    event: kind,
    on: formatDate(event.on),
    year: year.name,
    ...('to' in event && { to: event.to, amount: toDecimal(event.amount, 2) }),
    ...(settled && { result: resultWithLeanings(settled.program, settled.evaluation) }),
    ...(resettled > 0 && { resettled }),
    after: figureRecord(after, fields),
  }
}

/** A bill that comes out differently since the event in `because`: the figures that differ, and the new result. */
export function correctionLine({ before, after }: Correction, because: number, fields: readonly FigureField[]) {
  return {
    line: after.event.line,
    event: 'correction',
    on: formatDate(after.event.on),
    year: after.year.name,
    because,
    differences: differences({ before, after }),
    result: after.settled && resultWithLeanings(after.settled.program, after.settled.evaluation),
    after: figureRecord(after.after, fields),
  }
}

/** An output of a bill before and after. */
export interface FigureDifference {
  readonly figure: string
  readonly old: OutputValue
  readonly new: OutputValue
}

export function differences({ before, after }: Correction): readonly FigureDifference[] {
  const [old, now] = [before, after].map(({ settled }) => (settled ? leaves(settled.evaluation.output) : []))
  const earlier = new Map(old)
  return (now ?? []).flatMap(([figure, value]) => {
    const was = earlier.get(figure) ?? null
    return JSON.stringify(was) === JSON.stringify(value) ? [] : [{ figure, old: was, new: value }]
  })
}

function leaves(output: OutputRecord, path = ''): readonly (readonly [string, OutputValue])[] {
  return Object.entries(output).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`
    return isRecord(value) ? leaves(value, at) : [[at, value]]
  })
}

/** The years of a ledger in which something was settled or changed, each with the sums over its bills. */
export function summaries(ledger: Ledger, fields: readonly FigureField[]) {
  const years = [...new Map(ledger.map(({ year }) => [year.from, year])).values()]
  return years.map((year) => {
    const entries = ledger.filter((entry) => entry.year.from === year.from)
    const bills = entries.flatMap(({ settled }) => settled ?? [])
    const sums = new Map<string, Rational>()
    for (const { program, evaluation } of bills)
      for (const [at, { path }] of moneyOutputs(program, fields)) {
        const value = evaluation.results[at]?.value
        if (value?.kind === 'exact') sums.set(path, add(sums.get(path) ?? zero, value.exact))
      }
    return {
      event: 'summary',
      year: year.name,
      from: formatDate(year.from),
      until: formatDate(year.until),
      bills: bills.length,
      totals: [...sums].reduce<Part>((record, [path, sum]) => withValueAt(record, path, toDecimal(sum, 2)), {}),
      after: figureRecord(entries.at(-1)?.after ?? new Map(), fields),
    }
  })
}

/** The amounts that a decision gives, but for the figures that are carried. */
function moneyOutputs({ output }: Program, fields: readonly FigureField[]) {
  return [...output.entries()].filter(
    ([, { path, type }]) => type.kind === 'money' && !fields.some((figure) => figure.path === path),
  )
}

function figureRecord(figures: Figures, fields: readonly FigureField[]): Part {
  return fields.reduce<Part>((record, { path, kind }) => {
    const value = figures.get(path) ?? zero
    return withValueAt(record, path, kind === 'money' ? toDecimal(value, 2) : toText(value))
  }, {})
}
