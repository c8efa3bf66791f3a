import { add, parse, subtract, toText, zero } from '../../../../runtime/rational.ts'
import { inColumn } from '../../../../compiler/show/numbers.ts'
import type { ExplainedValue } from '../../../../compiler/explain/explanation.ts'

/** The exact sum of exact values. */
export function sumOf(exact: readonly string[]): string {
  return toText(exact.map(parse).reduce(add, zero))
}

/** How much more the other is, with its sign; empty where it is as much, null where that is no question. */
export function differenceText(value: ExplainedValue, other: ExplainedValue): string | null {
  if (!('exact' in value) || !('exact' in other) || value.kind !== other.kind) return null
  const difference = toText(subtract(parse(other.exact), parse(value.exact)))
  if (difference === '0') return ''
  const size = difference.replace('-', '')
  return `${difference.startsWith('-') ? '−' : '+'}${value.kind === 'money' ? inColumn(size) : size}`
}
