import type { Cell, ListAll } from '../../grammar/tree.ts'
import { booleanConstant, isBoolean } from '../program/build.ts'
import type { Expr, Origin, TextRow } from '../program/program.ts'
import { isUnknown, unknown } from './describe-type.ts'
import { condition } from './expression.ts'
import { fail, placeOf, type Scope } from './scope.ts'

/** 列出: the texts of all rows that hold; the last row may be 其他, for where none does. */
export function elaborateListAll({ name, rows, span }: ListAll, scope: Scope, origin: Origin): Expr {
  const at = placeOf({ span }, scope)
  const found: TextRow[] = []
  let otherwise: string | null = null
  let isWhole = true
  const broken = (): void => void (isWhole = false)
  rows.forEach((row, index) => {
    const place = { file: scope.file, span: row.span }
    const [first, second] = row.cells
    if (row.cells.length !== 2 || !first || !second) {
      scope.report.error('wrong-cell-count', place, { found: row.cells.length, expected: 2 })
      return broken()
    }
    const text = textOf(first, scope)
    if (text === null) return broken()
    if (second.kind === 'otherwise') {
      const last = rows.length - 1
      const next = rows[index + 1] ?? row
      if (index < last || found.some(({ when }) => isBoolean(when, true)))
        scope.report.error('row-never-applies', { file: scope.file, span: next.span }, { name: name.text })
      otherwise = text
      return
    }
    const when = conditionOf(second, scope)
    if (isUnknown(when)) return broken()
    found.push({ when, text, origin: { ...origin, start: row.span.start, end: row.span.end } })
  })
  return isWhole ? { kind: 'listAll', rows: found, otherwise, type: { kind: 'texts' }, at } : unknown(at)
}

function conditionOf(cell: Cell, scope: Scope): Expr {
  const at = placeOf(cell, scope)
  if (cell.kind === 'whatever') return booleanConstant(true, at)
  const [entry, another] = cell.kind === 'entries' ? cell.entries : []
  if (!entry) return cell.kind === 'missing' ? unknown(at) : fail(scope, 'wrong-type', at, wrong('unknown', 'boolean'))
  return entry.to || another ? fail(scope, 'wrong-type', at, wrong('list', 'boolean')) : condition(entry.value, scope)
}

function textOf(cell: Cell, scope: Scope): string | null {
  const [entry, another] = cell.kind === 'entries' ? cell.entries : []
  if (entry?.value.kind === 'text' && !entry.to && !another) return entry.value.value
  if (cell.kind !== 'missing')
    fail(scope, 'wrong-type', placeOf(cell, scope), wrong(another ? 'texts' : 'unknown', 'text'))
  return null
}

const wrong = (found: string, expected: string): Record<string, string> => ({ found, expected })
