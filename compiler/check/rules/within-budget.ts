import type { Report } from '../../problem/report.ts'
import { budget } from '../budget.ts'
import type { Defined } from '../symbols.ts'
import type { TypedEdition } from '../typed.ts'
import { placeOf } from './rule.ts'

type Place = Parameters<Report['error']>[1]

/** Rule, asked before all others: nothing is so long that compiling or settling would take noticeable time. */
export function withinBudget({ policy, splits, moves, terms, accumulations }: TypedEdition, report: Report): boolean {
  let isWithin = true
  const check = (
    what: Exclude<keyof typeof budget, 'digits' | 'bands'>,
    found: number,
    name: string,
    place: Place,
  ): void => {
    if (found <= budget[what]) return
    isWithin = false
    report.error('over-budget', place, { what, found, limit: budget[what], name })
  }
  for (const { rows, label, file, span } of policy.datasets) check('rows', rows.length, label, { file, span })
  for (const { lines, written, origin } of splits) check('lines', lines.length, written, placeOf(origin))
  const postings = new Map<Defined, number>()
  for (const { lines } of splits) for (const { into } of lines) postings.set(into, (postings.get(into) ?? 0) + 1)
  for (const [{ written, place }, found] of postings) check('postings', found, written, place)
  const [move] = moves
  if (move) check('moves', moves.length, move.into.written, placeOf(move.origin))
  for (const { defined, adjustments } of terms) check('adjustments', adjustments.length, defined.written, defined.place)
  for (const path of new Set(accumulations.map((each) => each.path))) {
    const changes = accumulations.filter((each) => each.path === path)
    check('accumulations', changes.length, changes[0]!.written, placeOf(changes[0]!.origin))
  }
  return isWithin
}
