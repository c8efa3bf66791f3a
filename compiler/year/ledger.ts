import { CaseError } from '../../runtime/case-error.ts'
import { formatDate } from '../../runtime/date.ts'
import type { Issue } from '../../runtime/issue.ts'
import { add, parse, subtract, zero } from '../../runtime/rational.ts'
import { refuseAmount } from '../../runtime/refusal.ts'
import type { Evaluation } from '../interpret/evaluation.ts'
import { interpret } from '../interpret/interpret.ts'
import { selectEdition } from '../interpret/select-edition.ts'
import type { Program } from '../program/program.ts'
import { yearOf, type BenefitYear } from './benefit-year.ts'
import type { Event } from './event.ts'
import { figuresAfter, nothingYet, readFigure, withFigures, type FigureField, type Figures } from './figures.ts'
import type { YearIssue } from './issue.ts'
import { joined, valueAt, type Part } from './part.ts'

/** What a ledger is kept for: one decision, its editions, and the figures that it carries. */
export interface LedgerOf {
  readonly programs: readonly Program[]
  readonly decision: string
  readonly fields: readonly FigureField[]
  readonly yearStart: { readonly month: number; readonly day: number }
}

/** An event in its place, with what came of it. */
export interface Entry {
  readonly event: Event
  readonly year: BenefitYear
  /** What holds after it, of the input of later bills. */
  readonly part: Part
  readonly after: Figures
  /** Of a bill. */
  readonly settled: { readonly program: Program; readonly evaluation: Evaluation } | null
}

/**
 * The entries in the order of their days; on one day what changes the status stands first, the others in the order in
 * which they came. The first is the start.
 */
export type Ledger = readonly Entry[]

/** A bill that was settled before and comes out differently now. */
export interface Correction {
  readonly before: Entry
  readonly after: Entry
}

export type Taken =
  | {
      readonly ok: true
      readonly ledger: Ledger
      readonly entry: Entry
      /** How many bills were settled again, and those that changed. */
      readonly resettled: number
      readonly corrections: readonly Correction[]
    }
  | { readonly ok: false; readonly issues: readonly YearIssue[] }

/** What holds for a bill of a day: what the start and the changes up to then say. */
export function knownOn(ledger: Ledger, on: number): Part {
  return ledger.findLast(({ event }) => event.on <= on)?.part ?? ledger[0]?.part ?? {}
}

/** Takes an event in. One that can't be settled leaves the ledger as it was. */
export function take(ledger: Ledger, event: Event, of: LedgerOf): Taken {
  const [first] = ledger
  if (!first) return event.kind === 'start' ? start(event, of) : refuse({ code: 'start-missing', path: '' })
  if (event.kind === 'start') return refuse({ code: 'start-again', path: 'event' })
  const refused = refuseDay(event, ledger, of)
  if (refused) return refuse(refused)
  const at = ledger.findLastIndex((entry) => standsBefore(entry.event, event))
  const before = ledger[at] ?? first
  const entry = applied(event, before, of)
  if ('issues' in entry) return { ok: false, issues: entry.issues }
  return settledAgain(ledger.slice(0, at + 1), entry, ledger.slice(at + 1), of)
}

/** Nothing happens before the start, and no bill before one that is settled, unless it says that it is late. */
function refuseDay({ kind, on }: Event, ledger: Ledger, { programs }: LedgerOf): YearIssue | null {
  const start = ledger[0]?.event.on ?? 0
  const last = ledger.findLast(({ settled }) => settled !== null)?.event.on ?? 0
  const path = kind === 'bill' || kind === 'late' ? (programs[0]?.edition.selectedBy ?? '') : 'on'
  const date = formatDate(on)
  if (on < start) return { code: 'before-start', path, date, start: formatDate(start) }
  return kind === 'bill' && on < last ? { code: 'out-of-order', path, date, last: formatDate(last) } : null
}

function standsBefore(earlier: Event, later: Event): boolean {
  if (earlier.on !== later.on) return earlier.on < later.on
  return later.kind !== 'status' || earlier.kind === 'status' || earlier.kind === 'start'
}

function settledAgain(earlier: Ledger, entry: Entry, later: Ledger, of: LedgerOf): Taken {
  const again: Entry[] = []
  for (const old of later) {
    const made = applied(old.event, again.at(-1) ?? entry, of)
    if ('issues' in made) {
      return refuse({ code: 'later-refused', path: '', line: old.event.line, issues: made.issues })
    }
    again.push(made)
  }
  const pairs = later.flatMap((before, index): readonly Correction[] => {
    const after = again[index]
    return before.settled && after ? [{ before, after }] : []
  })
  return {
    ok: true,
    ledger: [...earlier, entry, ...again],
    entry,
    resettled: pairs.length,
    corrections: pairs.filter(({ before, after }) => written(before) !== written(after)),
  }
}

const written = ({ settled }: Entry): string => JSON.stringify(settled?.evaluation.output)

function start(event: Extract<Event, { kind: 'start' | 'bill' | 'late' | 'status' }>, of: LedgerOf): Taken {
  const opening = of.fields.map(({ path }) => [path, valueAt(event.part, path)] as const)
  const after = new Map(opening.map(([path, value]) => [path, value === undefined ? zero : readFigure(value)]))
  const entry: Entry = { event, year: yearOf(of.yearStart, event.on), part: event.part, after, settled: null }
  return { ok: true, ledger: [entry], entry, resettled: 0, corrections: [] }
}

/** What comes of an event after another. A year starts with no figures but those of the start line. */
function applied(event: Event, before: Entry, of: LedgerOf): Entry | { readonly issues: readonly Issue[] } {
  const year = yearOf(of.yearStart, event.on)
  const figures = year.from === before.year.from ? before.after : nothingYet(of.fields)
  const same = { event, year, part: before.part, after: figures, settled: null }
  switch (event.kind) {
    case 'start':
      return same
    case 'status':
      return { ...same, part: joined(before.part, event.part) }
    case 'credit':
    case 'debit': {
      const change = event.kind === 'credit' ? add : subtract
      const value = change(figures.get(event.to) ?? zero, event.amount)
      const label = of.fields.find(({ path }) => path === event.to)?.label ?? event.to
      const issue = refuseAmount(value, largestAmount, event.to, label)
      return issue ? { issues: [issue] } : { ...same, after: new Map(figures).set(event.to, value) }
    }
    case 'bill':
    case 'late':
      return settled(event.part, same, figures, of)
  }
}

// The largest amount that a case can state.
const largestAmount = parse('9999999999999.99')

function settled(
  part: Part,
  entry: Entry,
  figures: Figures,
  { programs, decision, fields }: LedgerOf,
): Entry | { readonly issues: readonly Issue[] } {
  const input = withFigures(joined(entry.part, part), fields, figures)
  try {
    const selected = selectEdition(programs, decision, { input })
    if (!selected.ok) return { issues: selected.issues }
    const { program } = selected
    const result = interpret(program, input)
    if (!result.ok) return { issues: result.issues }
    const { evaluation } = result
    return { ...entry, after: figuresAfter(fields, program, evaluation), settled: { program, evaluation } }
  } catch (error) {
    if (error instanceof CaseError) return { issues: error.issues }
    throw error
  }
}

function refuse(issue: YearIssue): Taken {
  return { ok: false, issues: [issue] }
}
