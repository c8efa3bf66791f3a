import type { BoundPolicy } from '../bind/bound.ts'
import type { Expr, Place } from '../program/program.ts'
import type { Type } from '../program/type.ts'
import type { Report } from '../problem/report.ts'
import { unknown } from './describe-type.ts'
import type { Defined, Symbols } from './symbols.ts'

/** Where an expression stands, and what it needs to be understood. */
export interface Scope {
  readonly policy: BoundPolicy
  readonly symbols: Symbols
  readonly report: Report
  readonly file: string
  /** The list of whose element is spoken, if any. */
  readonly over: string | null
  /** The type of a defined name; works out its rules when asked for the first time. */
  readonly typeOf: (defined: Defined) => Type
}

export function placeOf(node: { span: { start: number; end: number } }, scope: Pick<Scope, 'file'>): Place {
  return { file: scope.file, start: node.span.start, end: node.span.end }
}

/** Reports a problem and stands in for what could not be typed. */
export function fail(
  scope: Pick<Scope, 'report'>,
  code: Parameters<Report['error']>[0],
  at: Place,
  facts: Parameters<Report['error']>[2] = {},
  more: Parameters<Report['error']>[3] = {},
): Expr {
  scope.report.error(code, { file: at.file, span: { start: at.start, end: at.end } }, facts, more)
  return unknown(at)
}
