import { keywords, type KeywordToken } from '../../../grammar/keywords.ts'
import { parse } from '../../../grammar/parse.ts'
import type { Span } from '../../../grammar/tree.ts'
import { units } from '../../../grammar/units.ts'

/** A text with one small change. `what` says which, for people. */
export interface Mutant {
  readonly kind: string
  readonly what: string
  readonly text: string
}

/** Names that could stand for one another: the members of one choice, in order. */
export type Families = readonly (readonly string[])[]

/**
 * Every mutant of a policy: each rate and each reduction a point more or less, each amount a fen and a yuan, each date
 * a day, each age, month and day one; each category another of its kind; each comparison its neighbour, each operator,
 * rounding, connective and direction another; each exception, adjustment and accumulation left out.
 */
export function mutantsOf(policy: string, families: Families): Mutant[] {
  const found: Mutant[] = []
  const replace: Replace = (kind, span, by, also = []) => {
    const above = policy.slice(0, span.start).split('\n')
    const line = policy.split('\n')[above.length - 1]?.trim().replaceAll(/\s+/g, ' ') ?? ''
    const what = `line ${above.length}, ${policy.slice(span.start, span.end)} → ${by || 'nothing'}: ${line}`
    const fromTheEnd = [span, ...also].toSorted((one, other) => other.start - one.start)
    const text = fromTheEnd.reduce((before, { start, end }) => before.slice(0, start) + by + before.slice(end), policy)
    found.push({ kind, what, text })
  }
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit)
    if (typeof node !== 'object' || node === null || !('kind' in node)) return
    if ('span' in node) mutateNode(node as Node, families, replace)
    Object.values(node).forEach(visit)
  }
  const { tree } = parse(policy, 'policy')
  visit(tree.items.filter(({ kind }) => kind !== 'names' && kind !== 'always' && kind !== 'source'))
  for (const swap of swaps) mutateWords(policy, swap, replace)
  return found
}

interface Node {
  readonly kind: string
  readonly span: Span
  readonly [key: string]: unknown
}
type Replace = (kind: string, span: Span, by: string, also?: readonly Span[]) => void

function mutateNode(node: Node, families: Families, replace: Replace): void {
  switch (node.kind) {
    case 'quantity':
      return mutateQuantity(String(node['digits']), String(node['unit']), node.span, replace)
    case 'date': {
      const date = Date.UTC(Number(node['year']), Number(node['month']) - 1, Number(node['day']))
      for (const days of [1, -1]) replace('date', node.span, chineseDate(date + days * 86_400_000))
      return
    }
    case 'name': {
      const name = String(node['text'])
      const family = families.find((each) => each.includes(name)) ?? []
      for (const other of family) if (other !== name) replace('category', node.span, other)
      return
    }
    case 'table':
    case 'bands':
      return mutateEdges(node, replace)
    case 'except':
    case 'adjust':
    case 'accumulate':
      return replace(`without ${node.kind}`, node.span, '')
  }
}

function chineseDate(time: number): string {
  const date = new Date(time)
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`
}

const steps: Readonly<Record<string, readonly string[]>> = {
  yuan: ['0.01', '1'],
  wanYuan: ['0.000001', '0.0001'],
  percent: ['1'],
  points: ['1'],
  yearsOld: ['1'],
  months: ['1'],
  days: ['1'],
}

function mutateQuantity(digits: string, unit: string, span: Span, replace: Replace): void {
  const word = units.find((each) => each.unit === unit)?.zh ?? ''
  for (const step of steps[unit] ?? []) {
    for (const sign of [1, -1]) {
      const value = Number(digits) + sign * Number(step)
      if (value >= 0) replace(unit, span, `${Number(value.toFixed(6))}${word}`)
    }
  }
}

/** An edge stands in two rows: both of them at once. */
function mutateEdges(node: Node, replace: Replace): void {
  const edges = new Map<string, Node[]>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit)
    if (typeof value !== 'object' || value === null) return
    const inner = value as Node
    if (inner.kind === 'quantity') {
      const key = `${String(inner['digits'])} ${String(inner['unit'])}`
      edges.set(key, [...(edges.get(key) ?? []), inner])
    } else Object.values(value).forEach(visit)
  }
  visit(rowHeads(node))
  for (const [key, places] of edges) {
    const [digits = '', unit = ''] = key.split(' ')
    const [first, ...others] = places.map(({ span }) => span)
    if (first && others.length > 0)
      mutateQuantity(digits, unit, first, (_, span, by) => replace(`edge in ${unit}`, span, by, others))
  }
}

/** The cells that say when a row holds: all but the values. */
function rowHeads(node: Node): unknown {
  const { body } = node['grid'] as { readonly body: readonly { readonly cells: readonly unknown[] }[] }
  const count = node.kind === 'bands' ? 1 : (node['by'] as readonly unknown[]).length
  return body.map(({ cells }) => cells.slice(0, count))
}

/** Keywords that are taken for one another. */
const swaps: readonly (readonly [string, ...KeywordToken[]])[] = [
  ['comparison', 'Below', 'AtMost'],
  ['comparison', 'AtLeast', 'MoreThan'],
  ['comparison', 'Before', 'NotAfter'],
  ['comparison', 'NotBefore', 'After'],
  ['comparison', 'AtLeast', 'Below'],
  ['connective', 'And', 'Or'],
  ['quantifier', 'Any', 'All'],
  ['membership', 'In', 'NotIn'],
  ['direction', 'Adds', 'Subtracts'],
  ['adjustment', 'LoweredBy', 'RaisedBy'],
  ['rounding', 'HalfUpFen', 'DownFen', 'UpFen', 'HalfEvenFen', 'HalfUpYuan'],
  ['line', 'UpTo', 'Exactly'],
]

function mutateWords(policy: string, [kind, ...tokens]: (typeof swaps)[number], replace: Replace): void {
  const words = tokens.map((token) => keywords.find((each) => each.token === token)?.zh ?? '')
  const rules = rulesOnly(policy)
  for (const word of words) {
    for (const match of rules.matchAll(new RegExp(`(?<=[\\s|（])${word}(?=[\\s）])`, 'gu'))) {
      const span = { start: match.index, end: match.index + word.length }
      for (const other of words) if (other !== word) replace(kind, span, other)
    }
  }
  if (kind !== 'connective') return
  for (const [sign, other] of ['+−', '−+', '＋−'].map((pair) => [pair.slice(0, 1), pair.slice(1)])) {
    for (const match of rules.matchAll(new RegExp(`(?<=\\s)[${sign}](?=\\s)`, 'gu'))) {
      replace('operator', { start: match.index, end: match.index + 1 }, other ?? '')
    }
  }
}

/** The text with quotes, readings and what is promised blanked out, every place where it was. */
function rulesOnly(policy: string): string {
  return policy
    .replace(/「[^」]*」/gu, (text) => ' '.repeat(text.length))
    .replace(/^(?:保证|※).*$/gmu, (text) => ' '.repeat(text.length))
}
