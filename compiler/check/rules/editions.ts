import { addDays, formatDate, parseDate } from '../../../runtime/date.ts'
import type { BoundEdition, BoundPolicy } from '../../bind/bound.ts'
import type { Report } from '../../problem/report.ts'
import { isUnknown } from '../describe-type.ts'
import { date, dateText } from '../literals.ts'

/** Rule: each edition begins before it ends, no two are in force on one day, and none leaves a hole to the next. */
export function editionsFollow(policy: BoundPolicy, report: Report): void {
  const spans = policy.editions.map((each) => ({
    each,
    from: bound(each, 'from', report),
    until: bound(each, 'until', report),
  }))
  const nameOf = (each: BoundEdition): string => each.edition.name.value
  const place = (each: BoundEdition) => ({ file: each.file, span: each.edition.name.span })
  const show = (day: number): string => (Number.isFinite(day) ? formatDate(day) : '∞')
  const names = new Map<string, BoundEdition>()
  for (const { each, from, until } of spans) {
    if (from > until)
      report.error('edition-reversed', place(each), { name: nameOf(each), from: show(from), until: show(until) })
    const first = names.get(nameOf(each))
    if (first) report.error('defined-twice', place(each), { name: nameOf(each) }, { related: place(first) })
    names.set(nameOf(each), each)
  }
  const sorted = [...spans].sort((a, b) => a.from - b.from)
  sorted.forEach((current, index) => {
    const previous = sorted[index - 1]
    if (!previous) return
    const facts = { first: nameOf(previous.each), second: nameOf(current.each) }
    if (current.from <= previous.until)
      report.error(
        'editions-overlap',
        place(current.each),
        { ...facts, from: show(current.from), until: show(Math.min(previous.until, current.until)) },
        { related: place(previous.each) },
      )
    else if (current.from > previous.until + 1)
      report.error(
        'editions-gap',
        place(current.each),
        { ...facts, from: show(addDays(previous.until, 1)), until: show(addDays(current.from, -1)) },
        { related: place(previous.each) },
      )
  })
}

function bound({ edition, file }: BoundEdition, side: 'from' | 'until', report: Report): number {
  const written = edition[side]
  const day = written && !isUnknown(date(written, { report, file })) ? parseDate(dateText(written)) : null
  return day ?? (side === 'from' ? -Infinity : Infinity)
}
