import type { Cell, Grid, Rule, Span } from '../../../grammar/tree.ts'
import { axisOf, type Axis, type Direction } from './axis.ts'
import { shapeOf, withoutSame, type Naming } from './shape.ts'
import type { CellChange } from './text-change.ts'

/** A rule, and how its file writes and names things. */
export interface WrittenIn {
  readonly rule: Rule
  readonly naming: Naming
  readonly regions: ReadonlySet<string>
  readonly write: (span: Span) => string
}

/** More than that and two tables are shown as they are written. */
const MOST_CELLS = 20_000

/**
 * Where two tables (band tables, plain definitions) of one name differ: each as what it says for every combination that
 * either of them distinguishes. A table that does not ask about something says the same whatever it is.
 */
export function tableCells(before: WrittenIn, after: WrittenIn): readonly CellChange[] {
  const [was, is] = [gridOf(before), gridOf(after)]
  if (!was || !is) return []
  const names = [...new Set([...is.by.keys(), ...was.by.keys()])]
  const [first] = names
  if (first === undefined) return []
  const directionOf = (table: GridOf, { naming, regions, write }: WrittenIn, name: string): Direction => ({
    cells: table.by.get(name) ?? [],
    naming,
    regions,
    write,
  })
  const dimensions = names.map((name) => {
    const [ofWas, ofIs] = [directionOf(was, before, name), directionOf(is, after, name)]
    return { name, was: ofWas, is: ofIs, axis: axisOf(ofWas, ofIs), isRow: (is.by.has(name) ? is : was).rows.has(name) }
  })
  if (dimensions.reduce((product, { axis }) => product * axis.size, 1) > MOST_CELLS) return []
  const valueAt = (table: GridOf, of: 'was' | 'is', slots: readonly number[]): Cell | null =>
    table.values.find(({ keys }) =>
      dimensions.every(({ name, axis, [of]: direction }, index) => {
        const key = keys.get(name)
        return key === undefined || axis.takes(key, direction, slots[index]!)
      }),
    )?.cell ?? null
  const found = combinations(dimensions.map(({ axis }) => axis.size)).flatMap((slots): Difference[] => {
    const [old, next] = [valueAt(was, 'was', slots), valueAt(is, 'is', slots)]
    const isCovered = dimensions.some(({ axis }, index) => axis.isOther(slots[index]!)) && (!old || !next)
    if (isCovered || (!old && !next)) return []
    if (old && next && shapeOf(old, before.naming) === shapeOf(next, after.naming)) return []
    const texts = { before: old && before.write(old.span), after: next && after.write(next.span) }
    return [
      { slots: slots.map((slot) => [slot, slot] as const), ...texts, spans: [[old && old.span, next && next.span]] },
    ]
  })
  return merged(
    found,
    dimensions.map(({ axis }) => axis),
  ).map(({ slots, ...texts }) => {
    const labels = (isRow: boolean): string =>
      dimensions
        .flatMap((each, index) => (each.isRow === isRow ? labelOf(each.axis, slots[index]!) : []))
        .filter((label) => label !== '')
        .join(' · ')
    return { row: labels(true), column: labels(false) || null, ...texts }
  })
}

interface Difference extends Omit<CellChange, 'row' | 'column'> {
  /** The first and the last slot in each direction. */
  readonly slots: readonly (readonly [number, number])[]
}

const labelOf = (axis: Axis, [first, last]: readonly [number, number]): string =>
  first === 0 && last === axis.size - 1 && axis.size > 1 ? '' : axis.label(first, last)

/** Neighbours that say the same told as one, direction by direction; and a direction that makes no difference not at all. */
function merged(found: readonly Difference[], axes: readonly Axis[]): readonly Difference[] {
  return axes.reduce((differences, axis, index) => {
    const groups = new Map<string, Difference[]>()
    for (const each of differences) {
      const key = JSON.stringify([each.slots.filter((_, other) => other !== index), each.before, each.after])
      groups.set(key, [...(groups.get(key) ?? []), each])
    }
    return [...groups.values()].flatMap((group) => {
      const runs: Difference[] = []
      for (const each of group) {
        const last = runs.at(-1)
        const isNext = last?.slots[index]![1] === each.slots[index]![0] - 1
        if (last && isNext && (axis.isOrdered || group.length === axis.size))
          runs[runs.length - 1] = {
            ...last,
            slots: last.slots.with(index, [last.slots[index]![0], each.slots[index]![1]]),
            spans: [...last.spans, ...each.spans],
          }
        else runs.push(each)
      }
      return runs
    })
  }, found)
}

function combinations(sizes: readonly number[]): readonly (readonly number[])[] {
  return sizes.reduce<readonly (readonly number[])[]>(
    (all, size) => all.flatMap((slots) => Array.from({ length: size }, (_, slot) => [...slots, slot])),
    [[]],
  )
}

interface GridOf {
  /** The cells that stand in each direction, by the name asked about. */
  readonly by: ReadonlyMap<string, readonly Cell[]>
  /** The names asked about at the side; others are asked about above. */
  readonly rows: ReadonlySet<string>
  readonly values: readonly { readonly keys: ReadonlyMap<string, Cell>; readonly cell: Cell }[]
}

function gridOf({ rule, naming }: WrittenIn): GridOf | null {
  switch (rule.kind) {
    case 'table':
      return gridBy(
        rule.by.map(({ text }) => naming(text)),
        rule.grid,
        naming,
      )
    case 'bands':
      return gridBy([naming(rule.along.text)], rule.grid, naming)
    case 'define': {
      const { value, span } = rule.value
      const isPlain = !rule.value.floorZero && rule.value.rounding === null
      const entry = { kind: 'entry', value, valueIncluded: false, to: null, toIncluded: false, span } as const
      const values = [{ keys: new Map<string, Cell>(), cell: { kind: 'entries', entries: [entry], span } as const }]
      return isPlain ? { by: new Map(), rows: new Set(), values } : null
    }
    case 'accumulate':
    case 'adjust':
    case 'classify':
    case 'except':
    case 'listAll':
    case 'match':
    case 'move':
    case 'requires':
    case 'split':
      return null
  }
}

function gridBy(by: readonly string[], { head, body }: Grid, naming: Naming): GridOf {
  const columns = head.flatMap(({ cells: [asked, ...rest] }) => {
    const [entry] = asked?.kind === 'entries' ? asked.entries : []
    return entry?.value.kind === 'name' ? [{ name: naming(entry.value.text), cells: withoutSame(rest) }] : []
  })
  const values = body.flatMap(({ cells }) =>
    withoutSame(cells.slice(by.length)).map((cell, column) => ({
      keys: new Map<string, Cell>([
        ...by.flatMap((name, index) => (cells[index] ? [[name, cells[index]] as const] : [])),
        ...columns.flatMap(({ name, cells: above }) => (above[column] ? [[name, above[column]] as const] : [])),
      ]),
      cell,
    })),
  )
  const sides = by.map((name, index) => [name, body.flatMap(({ cells }) => cells[index] ?? [])] as const)
  return {
    by: new Map([...sides, ...columns.map(({ name, cells }) => [name, cells] as const)]),
    rows: new Set(by),
    values,
  }
}
