import { builtInWords } from '../../../grammar/keywords.ts'
import type { Cell, Expression, Unit } from '../../../grammar/tree.ts'
import { multiply, ofInteger, parse, toText } from '../../../runtime/rational.ts'
import type { BoundPolicy } from '../../bind/bound.ts'
import { namesFor } from '../../bind/names-for.ts'

/** What a name as written is called in a comparison. */
export type Naming = (written: string) => string

type Quantity = Extract<Expression, { kind: 'quantity' }>

/**
 * A piece of a tree without its places, by which two are the same piece: names by one of their two spellings, amounts
 * by what they are (7万元 is 70000元), without brackets, 同左 as what stands there.
 */
export function shapeOf(node: unknown, naming: Naming): string {
  return JSON.stringify(node, (key, value: unknown) => (key === 'span' ? undefined : plain(value, naming)))
}

/** Labels, where a name has a label and an identifier; the same word of the language in its two languages. */
export function namingIn(policy: BoundPolicy): Naming {
  const labels = namesFor(policy, 'zh')
  const words = new Map(builtInWords.map(({ zh, en }) => [en, zh]))
  return (written) => labels.get(written) ?? words.get(written) ?? written
}

/** 同左 as what it repeats. */
export function withoutSame(cells: readonly Cell[]): readonly Cell[] {
  const stated: Cell[] = []
  for (const cell of cells) stated.push(cell.kind === 'same' ? (stated.at(-1) ?? cell) : cell)
  return stated
}

/** How many of which unit: yuan, months and so on. */
export function measure({ digits, unit }: Pick<Quantity, 'digits' | 'unit'>): {
  readonly of: Unit
  readonly exact: string
} {
  const [of, times] = units[unit]
  return { of, exact: toText(multiply(parse(digits), ofInteger(times))) }
}

const units: Readonly<Record<Unit, readonly [Unit, number]>> = {
  yuan: ['yuan', 1],
  wanYuan: ['yuan', 10_000],
  yiYuan: ['yuan', 100_000_000],
  percent: ['percent', 1],
  points: ['points', 1],
  years: ['months', 12],
  months: ['months', 1],
  yearsOld: ['yearsOld', 1],
  days: ['days', 1],
}

function plain(value: unknown, naming: Naming): unknown {
  if (value === null || typeof value !== 'object' || !('kind' in value)) return value
  const node = value as Expression | Extract<Cell, { kind: 'entries' }> | { kind: 'row'; cells: readonly Cell[] }
  if (node.kind === 'name') return { kind: 'name', text: naming(node.text) }
  if (node.kind === 'parens') return plain(node.inner, naming)
  if (node.kind === 'quantity') return { kind: 'quantity', ...measure(node) }
  if (node.kind === 'number') return { kind: 'number', digits: toText(parse(node.digits)) }
  if (node.kind === 'row') return { kind: 'row', cells: withoutSame(node.cells) }
  return node
}
