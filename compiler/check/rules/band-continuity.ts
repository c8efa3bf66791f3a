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

/** Rule: the rows of a band table follow one another from nothing to without end, with no hole and no overlap. */
export function checkBandContinuity(name: string, rows: readonly BandRow[], table: Place, report: Report): boolean {
  const yuan = (edge: Exact | null): string => (edge === null ? '∞' : plain(edge))
  const place = (row: BandRow): Place => ({ file: table.file, span: row.span })
  let sound = true
  const wrong = (...problem: Parameters<Report['error']>): void => {
    report.error(...problem)
    sound = false
  }
  for (const row of rows)
    if (row.from !== null && row.to !== null && compareExact(row.from, row.to) >= 0)
      wrong('band-reversed', place(row), { from: yuan(row.from), to: yuan(row.to) })
  if (!sound || rows.length === 0) return sound
  rows.forEach((row, index) => {
    const previous = rows[index - 1]
    if (!previous) {
      if (row.from !== null && compareExact(row.from, '0') > 0)
        wrong('band-gap', place(row), { name, from: '0', to: yuan(row.from) })
      return
    }
    const reached = previous.to
    const start = row.from ?? '0'
    const order = reached === null ? -1 : compareExact(start, reached)
    if (order > 0)
      wrong('band-gap', place(row), { name, from: yuan(reached), to: yuan(start) }, { related: place(previous) })
    else if (order < 0)
      wrong('band-overlap', place(row), { name, from: yuan(start), to: yuan(reached) }, { related: place(previous) })
    else if (row.fromIncluded === previous.toIncluded)
      report.warning('band-edge-twice', place(row), { name, edge: yuan(start) }, { related: place(previous) })
  })
  const last = rows.at(-1)!
  if (last.to !== null) wrong('band-gap', place(last), { name, from: yuan(last.to), to: '∞' })
  return sound
}
