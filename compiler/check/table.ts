import type { Classify, Table } from '../../grammar/tree.ts'
import { and } from '../program/build.ts'
import type { Branch, Expr, Origin } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import { cellCondition, columnConditions, commonType, valueBranches, valueColumns, valueOf } from './cells.ts'
import { isUnknown, unknown } from './describe-type.ts'
import { condition, elaborate } from './expression.ts'
import { placeOf, type Scope } from './scope.ts'

/** A table as cases: one branch per cell, in the order of the page. That they exclude each other and leave nothing out is a rule's to prove. */
export function elaborateTable(table: Table, scope: Scope, expected: Type | null, origin: Origin): Expr {
  const at = placeOf(table, scope)
  const dimensions = table.by.length
  const subjects = table.by.map((name) => elaborate(name, scope))
  // How many cells a row has to have is not known either.
  if (subjects.some(isUnknown)) return unknown(at)
  const { width, rows } = valueColumns(table.grid, dimensions, scope)
  const columns = columnConditions(table.grid.head, width, scope, at)
  const sides = subjects.map((subject, index) => ({
    subject,
    // 同左 in a dimension means the row above would say it again; it is read within the row, so it has no left here.
    cells: rows.flatMap((row) => row.cells.slice(index, index + 1)),
  }))
  const branches = rows.flatMap((row): Branch[] => {
    const side = sides.map((dimension, index) => cellCondition(row.cells[index]!, dimension, scope))
    const values = valueBranches(row.cells.slice(dimensions), columns, scope, expected, (cell) => ({
      ...origin,
      start: cell.span.start,
      end: cell.span.end,
    }))
    return values.map((each) => ({
      ...each,
      when:
        side.some(isUnknown) || isUnknown(each.when)
          ? unknown(each.when.at)
          : and([...side, each.when], placeOf(row, scope)),
    }))
  })
  const type = commonType(
    branches.map((branch) => branch.value),
    scope,
  )
  if (
    branches.length === 0 ||
    rows.length < table.grid.body.length ||
    type.kind === 'unknown' ||
    branches.some((branch) => isUnknown(branch.when) || isUnknown(branch.value))
  )
    return { ...unknown(at), type: { kind: 'unknown' } }
  return { kind: 'cases', branches, otherwise: null, type, at }
}

/** 依次判定: the first row that holds; the last is 其他. */
export function elaborateClassify(classify: Classify, scope: Scope, expected: Type | null, origin: Origin): Expr {
  const at = placeOf(classify, scope)
  const branches: Branch[] = []
  let otherwise: Expr | null = null
  classify.rows.forEach((row, index) => {
    const [first, second] = row.cells
    if (row.cells.length !== 2 || !first || !second) {
      scope.report.error(
        'wrong-cell-count',
        { file: scope.file, span: row.span },
        { found: row.cells.length, expected: 2 },
      )
      return
    }
    const value = valueOf(first, scope, expected)
    const isLast = index === classify.rows.length - 1
    if (second.kind === 'otherwise') {
      if (isLast) otherwise = value
      else
        scope.report.error(
          'row-never-applies',
          { file: scope.file, span: classify.rows[index + 1]!.span },
          { name: classify.name.text },
        )
      return
    }
    const [entry] = second.kind === 'entries' ? second.entries : []
    const when = entry && !entry.to ? condition(entry.value, scope) : unknown(placeOf(second, scope))
    branches.push({ when, value, origin: { ...origin, start: row.span.start, end: row.span.end } })
    if (isLast) scope.report.error('no-otherwise', { file: scope.file, span: row.span }, { name: classify.name.text })
  })
  if (!otherwise) return unknown(at)
  const values = [...branches.map((branch) => branch.value), otherwise]
  const type = commonType(values, scope)
  if (values.some(isUnknown) || branches.some((branch) => isUnknown(branch.when))) return unknown(at)
  return { kind: 'cases', branches, otherwise, type, at }
}
