import { element, fragment, type Html } from '../../show/html.ts'
import { plainTable } from '../../show/table.ts'
import type { Along, Grid, Row, Run } from '../months/flips.ts'
import { leavesOf } from './bills.ts'
import { grouped } from './grouped.ts'
import type { Report } from './to-html.ts'

/** A list with more stretches is told by its first and its last. */
const MOST_RUNS = 4

/** Month by month: along each kind of months what every output does, and over two kinds of months where it does it. */
export function monthsSection(report: Report): Html | null {
  const { compared, words, names } = report
  const { flips } = compared
  if (!flips) return null
  const facts = [...leavesOf(flips.case.input)].map(([path, value]) =>
    element('li', {}, `${names.nameOf(path)}${words.colon}${names.value(value)}`),
  )
  return fragment(
    element('p', { class: 'note' }, words.monthsSay(flips.case.label, flips.checked)),
    element('ul', { class: 'leaves' }, ...facts),
    ...flips.along.map((along) => alongPart(report, along)),
    ...(flips.grid ? gridParts(report, flips.grid) : []),
  )
}

/** In a sentence for each output: in which months it flips along the months that most count alike. */
export function monthFindings({ compared: { flips }, names, words }: Report): readonly string[] {
  const [along] = flips?.along ?? []
  if (!along) return []
  const found = along.outputs.flatMap(({ output, runs }) => {
    if (runs.length < 2) return []
    const said =
      runs.length <= MOST_RUNS + 1 ? runs.map((run) => sayRun(run, words, names)) : shortened(runs, words, names)
    return [[names.nameOf(output), (all: string) => `${all}${words.colon}${said.join(words.semicolon)}`] as const]
  })
  return grouped(found, words.comma).map((each) => words.alongMonths(names.nameOf(along.path), each))
}

function alongPart({ words, names }: Report, { path, alike, outputs }: Along): Html {
  const changing = outputs.filter(({ runs }) => runs.length > 1 || runs[0]?.is !== 'same')
  return fragment(
    element(
      'h3',
      {},
      names.nameOf(path),
      alike.length > 0 ? words.alikeMonths(alike.map((each) => names.nameOf(each))) : '',
    ),
    plainTable(
      [words.columns.output, words.monthsColumn],
      changing.map(({ output, runs }) => [
        names.nameOf(output),
        runs.map((run) => sayRun(run, words, names)).join(words.semicolon),
      ]),
      'plain months',
    ),
  )
}

type Says = Report['words']

/** `0–177 months less` */
export function sayRun({ from, to, is }: Run, words: Says, names: Report['names']): string {
  return words.inMonths(from, to, sayState(is, words, names))
}

function sayState(is: string, words: Says, names: Report['names']): string {
  const known = new Map(Object.entries(words.monthState))
  return (
    known.get(is) ??
    is
      .split(' → ')
      .map((each) => names.value(each))
      .join(' → ')
  )
}

function shortened(runs: readonly Run[], words: Says, names: Report['names']): readonly string[] {
  const [first, last] = [runs[0]!, runs.at(-1)!]
  return [
    sayRun(first, words, names),
    words.flipsBetween(runs.length - 1, first.to! + 1, last.from - 1),
    sayRun(last, words, names),
  ]
}

const size = { width: 700, height: 430, left: 54, right: 20, top: 30, bottom: 44 } as const
/** More is dark, less is light, and what stays the same is left white: told apart without colour. */
const shades: ReadonlyMap<string, string> = new Map([
  ['more', 'dark'],
  ['less', 'light'],
])
const otherShades = ['dark', 'light', 'middle'] as const

/** Of each output that is not the same everywhere, a map of its months. */
function gridParts(report: Report, { across, up, outputs }: Grid): readonly Html[] {
  const shown = outputs.filter(({ rows }) => rows.length > 1 || (rows[0]?.runs.length ?? 0) > 1)
  if (shown.length === 0) return []
  const ends = shown.flatMap(({ rows }) => rows)
  const until = Math.max(...ends.map(({ from }) => from), ...ends.flatMap(({ runs }) => runs.map(({ from }) => from)))
  const { words, names } = report
  const maps = new Map<string, { readonly id: string; readonly rows: readonly Row[]; readonly names: string[] }>()
  for (const { output, rows } of shown) {
    const known = maps.get(JSON.stringify(rows)) ?? { id: `months-${output}`, rows, names: [] }
    known.names.push(names.nameOf(output))
    maps.set(JSON.stringify(rows), known)
  }
  return [
    element('h3', {}, words.overMonths(names.nameOf(across), names.nameOf(up))),
    ...[...maps.values()].map(({ id, rows, names: all }) => {
      const title = all.join(words.comma)
      const drawn = map(report, { id, rows, until: until + 12, across, up, title })
      return element('figure', {}, element('figcaption', {}, title), drawn)
    }),
  ]
}

interface Mapped {
  readonly id: string
  readonly title: string
  readonly rows: readonly Row[]
  /** Up to which month both sides go. */
  readonly until: number
  readonly across: string
  readonly up: string
}

function map({ words, names }: Report, { id, title, rows, until, across, up }: Mapped): Html {
  const [right, bottom] = [size.width - size.right, size.height - size.bottom]
  const x = (month: number): string => at(size.left + (Math.min(month, until) / until) * (right - size.left))
  const y = (month: number): string => at(bottom - (Math.min(month, until) / until) * (bottom - size.top))
  const states = [...new Set(rows.flatMap(({ runs }) => runs.map(({ is }) => is)))]
    .filter((is) => is !== 'same')
    .toSorted()
  const shadeOf = (is: string): string => shades.get(is) ?? otherShades[states.indexOf(is) % otherShades.length]!
  const areas = states.map((is) => {
    const cells = rows.flatMap((row) =>
      row.runs
        .filter((run) => run.is === is && run.from < until && row.from < until)
        .map((run) => {
          const [left, end] = [x(run.from), x(run.to === null ? until : run.to + 1)]
          return `M${left} ${y(row.from)}H${end}V${y(row.to === null ? until : row.to + 1)}H${left}Z`
        }),
    )
    return element('path', { class: `months ${shadeOf(is)}`, d: cells.join('') })
  })
  const ticks = Array.from({ length: Math.floor(until / 60) + 1 }, (_, index) => index * 60)
  const text = (tx: string, ty: string, said: string, anchor: string): Html =>
    element('text', { x: tx, y: ty, 'text-anchor': anchor }, said)
  return element(
    'svg',
    { viewBox: `0 0 ${size.width} ${size.height}`, role: 'img', 'aria-labelledby': `${id}-title` },
    element('title', { id: `${id}-title` }, `${title}${words.colon}${names.nameOf(across)} × ${names.nameOf(up)}`),
    ...areas,
    ...ticks.flatMap((tick) => [
      element('line', { class: 'grid', x1: x(tick), x2: x(tick), y1: at(size.top), y2: at(bottom) }),
      element('line', { class: 'grid', x1: at(size.left), x2: at(right), y1: y(tick), y2: y(tick) }),
      text(x(tick), at(bottom + 15), String(tick), 'middle'),
      text(at(size.left - 6), at(Number(y(tick)) + 4), String(tick), 'end'),
    ]),
    text(at(right), at(size.height - 8), words.axisOfMonths(names.nameOf(across)), 'end'),
    text(at(size.left), at(size.top - 10), words.axisOfMonths(names.nameOf(up)), 'start'),
    ...[...states, 'same'].flatMap((is, index, all) => {
      const left = right - (all.length - index) * 125
      const shade = is === 'same' ? 'none' : shadeOf(is)
      return [
        element('path', { class: `months ${shade}`, d: `M${left} ${size.top - 20}h14v12h-14Z` }),
        text(at(left + 20), at(size.top - 10), sayState(is, words, names), 'start'),
      ]
    }),
  )
}

function at(value: number): string {
  return String(Math.round(value * 100) / 100)
}
