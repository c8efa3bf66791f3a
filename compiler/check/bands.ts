import type { Bands, Cell, Span } from '../../grammar/tree.ts'
import { exactOf, isBoolean } from '../program/build.ts'
import { compareExact } from '../program/exact.ts'
import type { Expr, Origin } from '../program/program.ts'
import type { Exact, Type } from '../program/type.ts'
import { budget } from './budget.ts'
import { columnConditions, commonType, nameIn, valueBranches, valueColumns } from './cells.ts'
import { describeType, isUnknown, unknown } from './describe-type.ts'
import { elaborate } from './expression.ts'
import { fail, placeOf, type Scope } from './scope.ts'
import { checkBandContinuity, type BandRow } from './rules/band-continuity.ts'

/** A band table as a schedule: the edges between the bands, and for each band its rate, by column. */
export function elaborateBands(bands: Bands, scope: Scope, origin: Origin): Expr {
  const at = placeOf(bands, scope)
  const along = elaborate(bands.along, scope)
  if (isUnknown(along)) return along
  if (along.type.kind !== 'money')
    return fail(scope, 'band-edge-type', along.at, { found: describeType(along.type, scope), expected: 'money' })
  const found = bands.grid.body.length
  if (found > budget.bands)
    return fail(scope, 'over-budget', at, { what: 'bands', found, limit: budget.bands, name: bands.name.text })
  const { width, rows: wellFormed } = valueColumns(bands.grid, 1, scope)
  const columns = columnConditions(bands.grid.head, width, scope, at)
  const rows: { readonly stretch: BandRow | null; readonly rate: Expr }[] = []
  for (const row of bands.grid.body) {
    const [first, ...values] = row.cells
    const stretch = first && bandStretch(first, row.span, along.type, bands, scope)
    if (!wellFormed.includes(row)) {
      rows.push({ stretch: null, rate: unknown(at) })
      continue
    }
    const branches = valueBranches(values, columns, scope, { kind: 'rate', decimals: null }, (cell) => ({
      ...origin,
      start: cell.span.start,
      end: cell.span.end,
    }))
    const type = commonType(
      branches.map((branch) => branch.value),
      scope,
    )
    const broken =
      branches.some((branch) => isUnknown(branch.when) || isUnknown(branch.value)) || type.kind === 'unknown'
    const [only] = branches
    const rate: Expr = broken
      ? unknown(at)
      : only && branches.length === 1 && isBoolean(only.when, true)
        ? only.value
        : { kind: 'cases', branches, otherwise: null, type, at: placeOf(row, scope) }
    rows.push({ stretch: stretch ?? null, rate })
  }
  const stretches = rows.map((row) => row.stretch)
  checkBandContinuity(bands.name.text, stretches, { file: scope.file, span: bands.name.span }, scope.report)
  const type = commonType(
    rows.map((row) => row.rate),
    scope,
  )
  for (const row of rows)
    if (!isUnknown(row.rate) && row.rate.type.kind !== 'rate' && row.rate.type.kind !== 'number')
      return fail(scope, 'wrong-type', row.rate.at, { found: describeType(row.rate.type, scope), expected: 'rate' })
  // A table with a hole still says which rates its edges lead to, for those who use it to be checked.
  if (rows.length === 0 || rows.some((row) => isUnknown(row.rate)) || type.kind !== 'rate') return unknown(at)
  const edges = stretches.flatMap((stretch) => (stretch && stretch.to !== null ? [stretch.to] : [])).sort(compareExact)
  return {
    kind: 'schedule',
    rates: rows.map((row) => row.rate),
    type: { kind: 'schedule', decimals: type.decimals, edges },
    at,
  }
}

/** The stretch of positions that a row speaks of: 不超过 a, a—b, 超过 b. */
function bandStretch(cell: Cell, span: Span, wanted: Type, bands: Bands, scope: Scope): BandRow | null {
  const edge = (expression: Parameters<typeof elaborate>[0]): Exact | null => {
    const value = elaborate(expression, scope)
    if (isUnknown(value)) return null
    const exact = exactOf(value)
    if (value.type.kind !== wanted.kind || exact === null) {
      fail(scope, 'band-edge-type', value.at, {
        found: describeType(value.type, scope),
        expected: describeType(wanted, scope),
      })
      return null
    }
    return exact
  }
  if (cell.kind === 'compareCell') {
    const at = edge(cell.value)
    if (at === null) return null
    switch (cell.operator) {
      case 'below':
        return { from: null, fromIncluded: true, to: at, toIncluded: false, span }
      case 'atMost':
        return { from: null, fromIncluded: true, to: at, toIncluded: true, span }
      case 'atLeast':
        return { from: at, fromIncluded: true, to: null, toIncluded: true, span }
      case 'moreThan':
        return { from: at, fromIncluded: false, to: null, toIncluded: true, span }
      case 'before':
      case 'after':
      case 'notBefore':
      case 'notAfter':
      case 'equals':
        break
    }
  } else if (cell.kind === 'entries' && cell.entries.length === 1) {
    const entry = cell.entries[0]!
    if (entry.to) {
      const from = edge(entry.value)
      const to = edge(entry.to)
      return from === null || to === null
        ? null
        : { from, fromIncluded: entry.valueIncluded, to, toIncluded: entry.toIncluded, span }
    }
    if (!nameIn(cell) && edge(entry.value) === null) return null
  }
  if (cell.kind !== 'missing')
    scope.report.error('band-row-form', { file: scope.file, span: cell.span }, { name: bands.name.text })
  return null
}
