import type { Span } from '../../../grammar/tree.ts'
import { compareExact } from '../../program/exact.ts'
import type { Exact } from '../../program/type.ts'
import type { Place, Report } from '../../problem/report.ts'
import { plain } from '../../program/exact.ts'

/** Positions above `from` (null: from nothing) up to `to` (null: without end). */
export interface BandRow {
  readonly from: Exact | null
  readonly fromIncluded: boolean
  readonly to: Exact | null
  readonly toIncluded: boolean
  readonly span: Span
}

/**
 * Rule: the rows of a band table follow one another from nothing to without end, with no hole and no overlap. A row
 * that does not say its stretch (null) was told already, and nothing is said of where it meets its neighbours.
 */
export function checkBandContinuity(
  name: string,
  written: readonly (BandRow | null)[],
  { file }: Place,
  report: Report,
): void {
  const yuan = (edge: Exact | null): string => (edge === null ? '∞' : plain(edge))
  const place = ({ span }: BandRow): Place => ({ file, span })
  const rows = written.map((row) => {
    if (!row || row.from === null || row.to === null || compareExact(row.from, row.to) < 0) return row
    report.error('band-reversed', place(row), { from: yuan(row.from), to: yuan(row.to) })
    return { ...row, from: row.to, to: row.from }
  })
  rows.forEach((row, index) => {
    const previous = rows[index - 1]
    if (!row || previous === null) return
    if (!previous) {
      if (row.from !== null && compareExact(row.from, '0') > 0)
        report.error('band-gap', place(row), { name, from: '0', to: yuan(row.from) })
      return
    }
    const reached = previous.to
    const start = row.from ?? '0'
    const order = reached === null ? -1 : compareExact(start, reached)
    const more = { related: place(previous) }
    if (order > 0) report.error('band-gap', place(row), { name, from: yuan(reached), to: yuan(start) }, more)
    else if (order < 0) report.error('band-overlap', place(row), { name, from: yuan(start), to: yuan(reached) }, more)
    else if (row.fromIncluded === previous.toIncluded)
      report.warning('band-edge-twice', place(row), { name, edge: yuan(start) }, more)
  })
  const last = rows.at(-1)
  if (last && last.to !== null) report.error('band-gap', place(last), { name, from: yuan(last.to), to: '∞' })
}
