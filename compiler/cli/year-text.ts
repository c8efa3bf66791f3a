import { formatDate } from '../../runtime/date.ts'
import { toDecimal } from '../../runtime/rational.ts'
import type { BoundPolicy } from '../bind/bound.ts'
import { visible } from '../problem/visible.ts'
import type { FigureField } from '../year/figures.ts'
import type { Correction, Entry, Ledger as YearLedger } from '../year/ledger.ts'
import { differences, summaries } from '../year/lines.ts'
import { valueAt } from '../year/part.ts'
import { columnsBeside } from './columns.ts'
import type { Call } from './command.ts'
import { ledgerOf, showValue, type Ledger } from './ledger.ts'
import { boldOn } from './terminal.ts'

/** A correction, and the line of the event that made it. */
export interface Corrected {
  readonly correction: Correction
  readonly because: number
}

/** All that there is to show of a ledger. */
interface Kept {
  readonly ledger: YearLedger
  readonly fields: readonly FigureField[]
  readonly corrected: readonly Corrected[]
  /** How many bills an event made to be settled again. */
  readonly resettled: ReadonlyMap<Entry['event'], number>
}

// As many columns as a terminal has room for.
const BESIDE = 5

/** Year by year: the events, the corrections, and the bills beside each other with their sum. */
export function yearText(kept: Kept, policy: BoundPolicy, call: Call): readonly string[] {
  const { words, terminal } = call
  const bold = boldOn(terminal)
  return summaries(kept.ledger, kept.fields).flatMap((summary, index) => {
    const entries = kept.ledger.filter(({ year }) => year.name === summary.year)
    return [
      ...(index > 0 ? [''] : []),
      bold(words.yearOf(summary.year, summary.from, summary.until)),
      '',
      ...entries.map((entry) => eventText(entry, kept, call)),
      ...kept.corrected
        .filter(({ correction }) => correction.after.year.name === summary.year)
        .flatMap((each) => correctionText(each, call)),
      ...tables(entries, summary, policy, call, bold),
    ]
  })
}

function eventText({ event }: Entry, { fields, resettled }: Kept, { language, words }: Call): string {
  const count = resettled.get(event) ?? 0
  const parts = [words.atLine(event.line, formatDate(event.on)), words.eventKind[event.kind]]
  if ('to' in event) {
    const field = fields.find(({ path }) => path === event.to)
    const name = field && language === 'zh' ? field.label : event.to
    parts.push(`${visible(name)} ${event.kind === 'credit' ? '+' : '−'}${grouped(toDecimal(event.amount, 2))}`)
  }
  if (count > 0) parts.push(words.resettled(count))
  return `  ${parts.join('  ')}`
}

function correctionText({ correction, because }: Corrected, { language, words }: Call): readonly string[] {
  const { event, settled } = correction.after
  if (!settled) return []
  const { program } = settled
  return [
    `  ${words.corrected(event.line, formatDate(event.on), because)}`,
    ...differences(correction).map(({ figure, old, new: now }) => {
      const field = program.output.find(({ path }) => path === figure)
      const shown = (value: typeof old) =>
        field ? showValue(field, value, program, language, words) : visible(JSON.stringify(value))
      return `      ${visible(field && language === 'zh' ? field.label : figure)}  ${shown(old)} → ${shown(now)}`
    }),
  ]
}

function tables(
  entries: readonly Entry[],
  summary: ReturnType<typeof summaries>[number],
  policy: BoundPolicy,
  { language, words }: Call,
  bold: (text: string) => string,
): readonly string[] {
  const columns = entries.flatMap(({ event, settled }) => {
    if (!settled) return []
    const ledger = ledgerOf(settled.program, policy, settled.evaluation, language, words)
    return [{ head: formatDate(event.on).slice(5), ledger }]
  })
  const [first] = columns
  if (!first) return []
  const all = [...columns, { head: words.yearTotal, ledger: totalsLike(first.ledger, summary) }]
  const lines: string[] = []
  for (let at = 0; at < all.length; at += BESIDE) lines.push('', ...columnsBeside(all.slice(at, at + BESIDE), bold))
  return lines
}

function totalsLike(like: Ledger, { totals, after }: ReturnType<typeof summaries>[number]): Ledger {
  return {
    title: like.title,
    remarks: like.remarks,
    sections: like.sections.map((section) => ({
      ...section,
      rows: section.rows.map((row) => {
        const value = valueAt(totals, row.path) ?? valueAt(after, row.path)
        return { ...row, value: typeof value === 'string' ? grouped(value) : '' }
      }),
    })),
  }
}

function grouped(amount: string): string {
  return amount.replace(/\B(?=(?:\d{3})+\.)/g, ' ')
}
