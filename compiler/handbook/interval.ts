import type { Cell, CompareOperator, Expression } from '../../grammar/tree.ts'
import { multiply, ofInteger, parse, toText } from '../../runtime/rational.ts'
import { inSentence } from '../show/numbers.ts'

/** The positions that a row of a band table is about, in yuan: `35 000 < x ≤ 70 000`. Null where it is not plain. */
export function intervalOf(cell: Cell): string | null {
  if (cell.kind === 'compareCell') {
    const edge = inYuan(cell.value)
    return edge === null ? null : `${signs[cell.operator]} ${edge}`
  }
  if (cell.kind !== 'entries') return null
  const [entry, another] = cell.entries
  if (entry?.to === null || entry === undefined || another !== undefined) return null
  const [from, to] = [inYuan(entry.value), inYuan(entry.to)]
  if (from === null || to === null) return null
  return `${from} ${entry.valueIncluded ? '≤' : '<'} … ${entry.toIncluded ? '≤' : '<'} ${to}`
}

const signs: Readonly<Record<CompareOperator, string>> = {
  below: '<',
  atLeast: '≥',
  moreThan: '>',
  atMost: '≤',
  before: '<',
  after: '>',
  notBefore: '≥',
  notAfter: '≤',
  equals: '=',
}

function inYuan(edge: Expression): string | null {
  if (edge.kind !== 'quantity') return null
  const factor =
    edge.unit === 'yuan' ? 1 : edge.unit === 'wanYuan' ? 10_000 : edge.unit === 'yiYuan' ? 100_000_000 : null
  return factor === null ? null : inSentence(toText(multiply(parse(edge.digits), ofInteger(factor))))
}
