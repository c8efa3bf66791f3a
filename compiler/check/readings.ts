import type { Fix } from '../../grammar/problem.ts'
import type { Span } from '../../grammar/tree.ts'
import { exactOf } from '../program/build.ts'
import { addExact, compareExact, divideExact, multiplyExact, subtractExact } from '../program/exact.ts'
import type { Expr, Place } from '../program/program.ts'
import type { Exact } from '../program/type.ts'
import { plain } from '../program/exact.ts'
import { describeType } from './describe-type.ts'
import { fail, type Scope } from './scope.ts'
import { keyword, languageOf, points } from './spelling.ts'

/** 0.1, 10 or 10%: as a percentage, and as a part of one; null where it is no constant. */
export function readingsOf(expr: Expr): { readonly percent: string; readonly part: Exact } | null {
  const value = exactOf(expr)
  if (value === null) return null
  // 20 is meant as 20 %, 0.2 as a fraction of one.
  const part = expr.type.kind === 'number' && compareExact(value, '1') > 0 ? divideExact(value, '100') : value
  return { percent: plain(multiplyExact(part, '100')), part }
}

interface Change {
  readonly operator: 'loweredBy' | 'raisedBy'
  /** What is changed; null in an adjustment, where factors are written with the word 乘以. */
  readonly rate: Expr | null
  /** What follows the rate, up to the end of the number: what a fix replaces. */
  readonly span: Span
  readonly by: Expr
}

/**
 * Refuses a rate changed by a percentage or a bare number, which can be read in two ways: by so many points, or by that
 * share of itself. Both are offered as they would be written.
 */
export function refuseChange(
  code: 'rate-minus-percent' | 'lowered-by-number',
  change: Change,
  scope: Scope,
  at: Place,
  related?: Place,
): Expr {
  const { operator, by } = change
  const readings = readingsOf(by)
  const facts = { operator, found: describeType(by.type, scope) }
  if (!readings) return fail(scope, code, at, { ...facts, percent: '', points: '', remaining: '' })
  const { percent, part } = readings
  const factor = operator === 'loweredBy' ? subtractExact('1', part) : addExact('1', part)
  const remaining = `${plain(multiplyExact(factor, '100'))}%`
  const fixes = [byPoints(change, percent, scope)]
  if (compareExact(factor, '0') >= 0) fixes.push(byShare(change, remaining, scope))
  const place = related && { file: related.file, span: { start: related.start, end: related.end } }
  return fail(
    scope,
    code,
    at,
    { ...facts, percent: `${percent}%`, points: percent, remaining },
    { fixes, related: place },
  )
}

function byPoints({ operator, span }: Change, percent: string, scope: Scope): Fix {
  const language = languageOf(scope)
  const word = keyword(operator === 'loweredBy' ? 'LoweredBy' : 'RaisedBy', language)
  const label = `${word} ${points(percent, language)}`
  return { label, edits: [{ span, text: ` ${label}` }] }
}

function byShare({ rate, span }: Change, remaining: string, scope: Scope): Fix {
  const language = languageOf(scope)
  const label = `${rate ? '×' : keyword('MultipliedBy', language)} ${remaining}`
  const isSum = rate?.kind === 'arithmetic' && rate.operator !== 'multiply' && rate.operator !== 'divide'
  if (!isSum) return { label, edits: [{ span, text: ` ${label}` }] }
  // A factor would only take hold of the last part of a sum.
  const [open, close] = language === 'zh' ? ['（', '）'] : ['(', ')']
  const start = { start: rate.at.start, end: rate.at.start }
  return {
    label: `${open}…${close} ${label}`,
    edits: [
      { span: start, text: open },
      { span, text: `${close} ${label}` },
    ],
  }
}
