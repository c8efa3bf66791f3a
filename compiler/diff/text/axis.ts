import type { Cell, CompareOperator, Expression, Span } from '../../../grammar/tree.ts'
import { formatDate, parseDate } from '../../../runtime/date.ts'
import { compare, ofInteger, parse, type Rational } from '../../../runtime/rational.ts'
import { inSentence } from '../../show/numbers.ts'
import { measure, shapeOf, type Naming } from './shape.ts'

/** The cells of one direction of a table, and how its file writes and names things. */
export interface Direction {
  readonly cells: readonly Cell[]
  readonly naming: Naming
  readonly regions: ReadonlySet<string>
  readonly write: (span: Span) => string
}

/** What the cells of two tables distinguish in one direction, as slots: each cell of either takes some of them. */
export interface Axis {
  readonly size: number
  readonly takes: (cell: Cell, of: Direction, slot: number) => boolean
  /** May slots that say the same be told as one? */
  readonly isOrdered: boolean
  /** Whether the slot is what neither table names. */
  readonly isOther: (slot: number) => boolean
  readonly label: (first: number, last: number) => string
}

/** Stretches between the edges of both where all cells are stretches; else whatever either of them names. */
export function axisOf(before: Direction, after: Direction): Axis {
  const cells = [before, after].flatMap((direction) => direction.cells).filter(isNamed)
  const stretches = cells.map(stretchOf)
  const units = new Set(stretches.flatMap((each) => each?.of ?? []))
  const isOrdered = cells.length > 0 && stretches.every((each) => each !== null) && units.size === 1
  return isOrdered ? stretchAxis(stretches.flatMap((each) => each ?? [])) : namedAxis(before, after)
}

const isNamed = ({ kind }: Cell): boolean => kind === 'entries' || kind === 'compareCell'

/** 其他 takes what no other cell of its direction does. */
function orElse(takes: (cell: Cell, of: Direction, slot: number) => boolean): Axis['takes'] {
  return (cell, of, slot) =>
    cell.kind === 'whatever' ||
    (cell.kind === 'otherwise'
      ? !of.cells.some((each) => isNamed(each) && takes(each, of, slot))
      : takes(cell, of, slot))
}

function namedAxis(before: Direction, after: Direction): Axis {
  const labels = new Map<string, string>()
  for (const direction of [before, after])
    for (const cell of direction.cells.filter(isNamed))
      for (const { key, span } of keysOf(cell, direction)) labels.set(key, direction.write(span))
  const keys = [...labels.keys()]
  const other = [after, before].flatMap((of) =>
    of.cells.filter(({ kind }) => kind === 'otherwise').map((cell) => of.write(cell.span)),
  )[0]
  // One region may lie in another: what only one of the tables names can't be looked up in the other.
  const isRegion = [before, after].some(({ cells, regions }) =>
    cells.some((cell) => cell.kind === 'entries' && cell.entries.some(({ value }) => isOfRegion(value, regions))),
  )
  const takes = (cell: Cell, of: Direction, slot: number): boolean =>
    keysOf(cell, of).some(({ key }) => key === keys[slot])
  const general = orElse(takes)
  return {
    size: keys.length + (other === undefined ? 0 : 1),
    takes: (cell, of, slot) => (isRegion && cell.kind === 'otherwise' ? slot === keys.length : general(cell, of, slot)),
    isOrdered: false,
    isOther: (slot) => slot === keys.length,
    label: (slot) => labels.get(keys[slot] ?? '') ?? other ?? '',
  }
}

const isOfRegion = (value: Expression, regions: ReadonlySet<string>): boolean =>
  value.kind === 'text' || (value.kind === 'name' && regions.has(value.text))

function keysOf(cell: Cell, { naming }: Direction): readonly { readonly key: string; readonly span: Span }[] {
  if (cell.kind === 'compareCell') return [{ key: shapeOf(cell, naming), span: cell.span }]
  return cell.kind === 'entries' ? cell.entries.map((each) => ({ key: shapeOf(each, naming), span: each.span })) : []
}

/** From where to where, in units of one kind; null is without end. */
interface Stretch {
  readonly of: string
  readonly from: { readonly at: Rational; readonly included: boolean } | null
  readonly to: { readonly at: Rational; readonly included: boolean } | null
}

const bounds: Readonly<Record<CompareOperator, { readonly side: 'from' | 'to' | 'both'; readonly included: boolean }>> =
  {
    below: { side: 'to', included: false },
    before: { side: 'to', included: false },
    atMost: { side: 'to', included: true },
    notAfter: { side: 'to', included: true },
    moreThan: { side: 'from', included: false },
    after: { side: 'from', included: false },
    atLeast: { side: 'from', included: true },
    notBefore: { side: 'from', included: true },
    equals: { side: 'both', included: true },
  }

function stretchOf(cell: Cell): Stretch | null {
  if (cell.kind === 'compareCell') {
    const edge = edgeOf(cell.value)
    if (edge === null) return null
    const { side, included } = bounds[cell.operator]
    const bound = { at: edge.at, included }
    return { of: edge.of, from: side === 'to' ? null : bound, to: side === 'from' ? null : bound }
  }
  const [entry, another] = cell.kind === 'entries' ? cell.entries : []
  if (!entry || another) return null
  const [from, to] = [edgeOf(entry.value), edgeOf(entry.to ?? entry.value)]
  if (from === null || to?.of !== from.of) return null
  const isPoint = entry.to === null
  return {
    of: from.of,
    from: { at: from.at, included: isPoint || entry.valueIncluded },
    to: { at: to.at, included: isPoint || entry.toIncluded },
  }
}

function edgeOf(value: Expression): { readonly of: string; readonly at: Rational } | null {
  if (value.kind === 'quantity') {
    const { of, exact } = measure(value)
    return { of, at: parse(exact) }
  }
  if (value.kind === 'number') return { of: 'number', at: parse(value.digits) }
  if (value.kind !== 'date') return null
  const [month, date] = [value.month, value.day].map((each) => String(each).padStart(2, '0'))
  const day = parseDate(`${value.year}-${month}-${date}`)
  return day === null ? null : { of: 'date', at: ofInteger(day) }
}

/** Slots are the gaps between edges and the edges themselves: gap, edge, gap, …, gap. */
function stretchAxis(stretches: readonly Stretch[]): Axis {
  const isDate = stretches.some(({ of }) => of === 'date')
  const edges = stretches
    .flatMap(({ from, to }) => [from, to].flatMap((each) => each?.at ?? []))
    .toSorted(compare)
    .filter((edge, index, all) => index === 0 || compare(edge, all[index - 1]!) !== 0)
  const slotOf = (edge: Rational): number => 2 * edges.findIndex((each) => compare(each, edge) === 0) + 1
  const last = 2 * edges.length
  const written = (slot: number): string => {
    const edge = edges[(slot - 1) / 2]!
    return isDate ? formatDate(Number(edge.n)) : inSentence(edge.d === 1n ? String(edge.n) : `${edge.n}/${edge.d}`)
  }
  return {
    size: last + 1,
    isOrdered: true,
    isOther: () => false,
    takes: orElse((cell, _, slot) => {
      const stretch = stretchOf(cell)
      if (stretch === null) return false
      const { from, to } = stretch
      const first = from === null ? 0 : slotOf(from.at) + (from.included ? 0 : 1)
      return first <= slot && slot <= (to === null ? last : slotOf(to.at) - (to.included ? 0 : 1))
    }),
    label: (first, end) => {
      if (first === end && first % 2 === 1) return `= ${written(first)}`
      const from = first === 0 ? null : first % 2 === 1 ? `≥ ${written(first)}` : `> ${written(first - 1)}`
      const to = end === last ? null : end % 2 === 1 ? `≤ ${written(end)}` : `< ${written(end + 1)}`
      return [from, to].filter((each) => each !== null).join(', ')
    },
  }
}
