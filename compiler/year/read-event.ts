import { CaseError } from '../../runtime/case-error.ts'
import { parseDate } from '../../runtime/date.ts'
import { fraction, type Rational } from '../../runtime/rational.ts'
import { Reader } from '../../runtime/reader.ts'
import { showValue } from '../../runtime/show-value.ts'
import { interpret } from '../interpret/interpret.ts'
import { readInput } from '../interpret/read-input.ts'
import { selectEdition } from '../interpret/select-edition.ts'
import type { Program } from '../program/program.ts'
import { eventKinds, type Event } from './event.ts'
import type { FigureField } from './figures.ts'
import type { YearIssue } from './issue.ts'
import { isPart, joined, valueAt, type Part } from './part.ts'

/** What events are read for. */
export interface Reading {
  readonly programs: readonly Program[]
  readonly decision: string
  readonly fields: readonly FigureField[]
  /** Of the decisions by which credits are computed, by name. */
  readonly others: ReadonlyMap<string, readonly Program[]>
}

export type EventRead =
  { readonly ok: true; readonly event: Event } | { readonly ok: false; readonly issues: readonly YearIssue[] }

/** Reads an event. `known`: what a bill need not say, by the day on which that depends. */
export function readEvent(value: unknown, line: number, known: (on: number) => Part, reading: Reading): EventRead {
  try {
    if (!isPart(value)) return { ok: false, issues: issuesOf((reader) => reader.record(value, '', [])) }
    const { event: name, ...rest } = value
    const kind = eventKinds.find((each) => each === name)
    if (name === undefined) return refuse({ code: 'missing', path: 'event', value: null, facts: {} })
    if (!kind) return refuse({ code: 'unknown-event', path: 'event', value: showValue(name), events: eventKinds })
    if (kind === 'credit' || kind === 'debit') return readCredit(rest, line, kind, reading)
    if (kind === 'bill' || kind === 'late') return readBill(rest, line, kind, known, reading)
    const { on, ...part } = rest
    const issues = [...issuesOf((reader) => reader.date(on, 'on')), ...partIssues(part, reading)]
    const given = kind === 'status' ? givenFigures(part, reading) : []
    if (issues.length + given.length > 0) return { ok: false, issues: [...issues, ...given] }
    return { ok: true, event: { kind, line, on: parseDate(String(on)) ?? 0, part } }
  } catch (error) {
    if (error instanceof CaseError) return { ok: false, issues: error.issues }
    throw error
  }
}

// The date that selects the edition may stand in the bill, or hold for all bills.
function readBill(
  part: Part,
  line: number,
  kind: 'bill' | 'late',
  known: (on: number) => Part,
  reading: Reading,
): EventRead {
  const issues = [...partIssues(part, reading), ...givenFigures(part, reading)]
  if (issues.length > 0) return { ok: false, issues }
  const [first] = reading.programs
  const own = first ? valueAt(part, first.edition.selectedBy) : undefined
  const whole = joined(known(dayOf(own) ?? Infinity), part)
  const selected = selectEdition(reading.programs, reading.decision, { input: whole })
  if (!selected.ok) return { ok: false, issues: selected.issues }
  const on = dayOf(valueAt(whole, selected.program.edition.selectedBy)) ?? 0
  return { ok: true, event: { kind, line, on, part } }
}

/** A date, or the first day of a month. */
function dayOf(value: unknown): number | null {
  return typeof value === 'string' ? (parseDate(value) ?? parseDate(`${value}-01`)) : null
}

function readCredit(given: Part, line: number, kind: 'credit' | 'debit', { fields, others }: Reading): EventRead {
  const known = ['on', 'to', 'amount', 'decision', 'input', 'output']
  const issues: YearIssue[] = issuesOf((reader) => {
    reader.record({ ...Object.fromEntries(known.map((key) => [key, null])), ...given }, '', known)
    reader.date(given['on'], 'on')
    if (Object.hasOwn(given, 'amount')) reader.money(given['amount'], 'amount')
  })
  const to = fields.find(({ path }) => path === given['to'])
  if (given['to'] === undefined) issues.push({ code: 'missing', path: 'to', value: null, facts: {} })
  else if (!to) {
    const figures = fields.map(({ path }) => path)
    issues.push({ code: 'not-a-figure', path: 'to', value: showValue(given['to']), figures })
  }
  const { amount, decision, input, output } = given
  const [isStated, isComputed] = [amount !== undefined, [decision, input, output].every((each) => each !== undefined)]
  const isMixed = isStated && [decision, input, output].some((each) => each !== undefined)
  if (isStated === isComputed || isMixed) issues.push({ code: 'amount-or-decision', path: '' })
  if (issues.length > 0 || !to) return { ok: false, issues }
  const computed = isStated
    ? { ok: true as const, amount: fraction(new Reader().money(amount, 'amount'), 100n) }
    : compute(String(decision), input, String(output), others)
  if (!computed.ok) return computed
  const on = parseDate(String(given['on'])) ?? 0
  return { ok: true, event: { kind, line, on, to: to.path, amount: computed.amount } }
}

function compute(
  decision: string,
  input: unknown,
  output: string,
  others: Reading['others'],
): { readonly ok: true; readonly amount: Rational } | Extract<EventRead, { ok: false }> {
  const programs = others.get(decision)
  if (!programs) return refuse({ code: 'no-such-decision', path: 'decision', value: showValue(decision) })
  const selected = selectEdition(programs, decision, { input })
  if (!selected.ok) return { ok: false, issues: selected.issues.map((issue) => under('input', issue)) }
  const { program } = selected
  const at = program.output.findIndex(({ path, type }) => path === output && type.kind === 'money')
  if (at < 0) {
    const outputs = program.output.flatMap(({ path, type }) => (type.kind === 'money' ? path : []))
    return refuse({ code: 'not-an-amount-of', path: 'output', value: showValue(output), outputs })
  }
  const result = interpret(program, input)
  if (!result.ok) return { ok: false, issues: result.issues.map((issue) => under('input', issue)) }
  const value = result.evaluation.results[at]?.value
  return value?.kind === 'exact' ? { ok: true, amount: value.exact } : refuse({ code: 'amount-or-decision', path: '' })
}

function under<Of extends YearIssue>(key: string, issue: Of): Of {
  return { ...issue, path: issue.path === '' ? key : `${key}.${issue.path}` }
}

function isMissing(issue: YearIssue): boolean {
  return issue.code === 'missing' || (issue.code === 'not-one-of' && issue.facts.found === 'none')
}

/** What is wrong with what is there of an input; what is not there may come from elsewhere. */
function partIssues(part: Part, { programs: [program] }: Reading): readonly YearIssue[] {
  if (!program) return []
  return issuesOf(() => readInput(program, part)).filter((issue) => !isMissing(issue))
}

function givenFigures(part: Part, { fields }: Reading): readonly YearIssue[] {
  return fields.flatMap(({ path }) =>
    valueAt(part, path) === undefined ? [] : [{ code: 'figure-given', path, figure: path } as const],
  )
}

function issuesOf(read: (reader: Reader) => void): YearIssue[] {
  try {
    const reader = new Reader()
    read(reader)
    reader.finish()
    return []
  } catch (error) {
    if (error instanceof CaseError) return [...error.issues]
    throw error
  }
}

function refuse(issue: YearIssue): Extract<EventRead, { ok: false }> {
  return { ok: false, issues: [issue] }
}
