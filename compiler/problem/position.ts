import type { Span } from '../../grammar/tree.ts'

/** Where a span lies. Lines and columns count from 1; columns are UTF-16 code units, as editors count them; the end is exclusive. */
export interface Position {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

export function positionOf(text: string, span: Span): Position {
  const [start, end] = [pointOf(text, span.start), pointOf(text, Math.max(span.start, span.end))]
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
}

function pointOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') }
}
