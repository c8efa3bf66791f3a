import { buildAddition, buildExpression, compareOperatorOf } from './build-expression.ts'
import { endOf, first, nodeSpan, written } from './build-parts.ts'
import type {
  CellCstNode,
  EndCstNode,
  EntriesCstNode,
  EntryCstNode,
  GridCstNode,
  RowCstNode,
  RowsCstNode,
} from './cst.gen.ts'
import type { Cell, Entry, Expression, Grid, Row } from './tree.ts'

export function buildGrid(node: GridCstNode | undefined, fallback: number): Grid {
  const span = nodeSpan(node, fallback)
  const above = buildRows(node?.children.rows?.[0])
  if (written(node?.children.RuleLine) === undefined) return { kind: 'grid', head: [], body: above, span }
  return { kind: 'grid', head: above, body: buildRows(node?.children.rows[1]), span }
}

export function buildRows(node: RowsCstNode | undefined): readonly Row[] {
  return (node?.children.row ?? []).map(buildRow)
}

function buildRow(node: RowCstNode): Row {
  const span = nodeSpan(node, 0)
  const bars = [written(node.children.RowBar), ...(node.children.Bar ?? [])]
  const cells = (node.children.cell ?? []).map((cell, index) => {
    const bar = bars[index]
    return buildCell(cell, bar === undefined ? span.start : (bar.endOffset ?? span.start) + 1)
  })
  return { kind: 'row', cells, span }
}

function buildCell(node: CellCstNode, fallback: number): Cell {
  const { Otherwise, Same, Whatever, compareOperator, addition, entries } = node.children
  const span = nodeSpan(node, fallback)
  if (written(Otherwise) !== undefined) return { kind: 'otherwise', span }
  if (written(Same) !== undefined) return { kind: 'same', span }
  if (written(Whatever) !== undefined) return { kind: 'whatever', span }
  const operator = compareOperatorOf(first(compareOperator))
  if (operator !== null) {
    return { kind: 'compareCell', operator, value: buildAddition(first(addition), span.end), span }
  }
  const list = buildEntries(first(entries), span.end)
  return list.length === 0 ? { kind: 'missing', span } : { kind: 'entries', entries: list, span }
}

function buildEntries(node: EntriesCstNode | undefined, fallback: number): readonly Entry[] {
  return (node?.children.entry ?? []).map((entry) => buildEntry(entry, fallback))
}

function buildEntry(node: EntryCstNode, fallback: number): Entry {
  const [low, high] = node.children.end ?? []
  const end = endOf(node, fallback)
  const from = buildEnd(low, end)
  const hasTo = written(node.children.Dash) !== undefined
  const to = hasTo ? buildEnd(high, end) : null
  return {
    kind: 'entry',
    value: from.value,
    valueIncluded: from.isIncluded,
    to: to?.value ?? null,
    toIncluded: to?.isIncluded ?? false,
    span: nodeSpan(node, fallback),
  }
}

function buildEnd(
  node: EndCstNode | undefined,
  fallback: number,
): { readonly value: Expression; readonly isIncluded: boolean } {
  const value = buildExpression(first(node?.children.expression), endOf(node, fallback))
  return { value, isIncluded: written(node?.children.Included) !== undefined }
}
