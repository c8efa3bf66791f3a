import { once } from '../../../once.ts'
import { greater, lesser, zero, type Rational } from '../../../../runtime/rational.ts'
import type { Cells } from '../linear/cells.ts'
import type { Condition } from '../comparison.ts'
import { isZero, type Form, type Graph } from '../linear/forms.ts'
import type { Describer } from './describe.ts'
import { opposite, tightened } from '../linear/system.ts'
import { necessary } from '../linear/write.ts'
import type { Ways } from '../ways/ways.ts'
import { leastOf } from '../linear/numbers.ts'

/** A part of the space in which an output differs, before it is put into words. */
export interface Part {
  readonly isSure: boolean
  readonly sign: 1 | -1 | null
  readonly ways: readonly number[]
  readonly conditions: readonly Form[]
  /** Null of what is not a number; then `text` says it. */
  readonly delta: Form | null
  readonly text: string
  readonly low: Rational
  readonly high: Rational
  readonly least: Rational | null
  readonly most: Rational | null
}
export interface Boxed extends Part {
  readonly where: readonly Condition[]
}
export interface Parts {
  readonly parts: readonly Part[]
  readonly isComplete: boolean
  readonly isOpen: boolean
}

/** What is not a number differs all over, or not at all. */
const whole = {
  isSure: true,
  sign: null,
  conditions: [],
  delta: null,
  low: zero,
  high: zero,
  least: null,
  most: null,
} as const

/** Ways on which an output differs in the same cells, under the same conditions. */
interface Alike {
  readonly outcome: Cells | string
  readonly own: readonly Form[]
  readonly ways: number[]
}

/** The parts in which an output differs; alike ones are one, over all ways that they are on. */
export function partsOf(output: string, { followed, shared: { graph } }: Ways): Parts {
  const alike = new Map<Cells | string, Map<string, Alike>>()
  let isOpen = false
  for (const [index, { walk, outcomes }] of followed.entries()) {
    const said = outcomes.get(output)!
    if (said.kind === 'open') isOpen = true
    if (said.kind === 'same' || said.kind === 'open') continue
    if (said.kind === 'number' && isZero(said.difference)) continue
    const outcome = said.kind === 'number' ? walk.cellsOf(said.difference) : `${said.before} → ${said.after}`
    const own = walk.path.conditions
    const under = alike.get(outcome) ?? new Map<string, Alike>()
    alike.set(outcome, under)
    const key = keysOf(own)
    const known = under.get(key)
    if (known) known.ways.push(index)
    else under.set(key, { outcome, own, ways: [index] })
  }
  const parts = new Map<string, Part>()
  const simple = new Map<string, readonly Form[]>()
  let isComplete = true
  for (const { outcome, own, ways } of [...alike.values()].flatMap((under) => [...under.values()])) {
    if (typeof outcome !== 'string' && !outcome.isComplete) isComplete = false
    const cells = typeof outcome === 'string' ? [{ ...whole, text: outcome }] : outcome.cells
    for (const cell of cells) {
      const conditions = necessaryOnce([...own, ...cell.conditions], graph, simple)
      const part: Part = { text: '', ...cell, conditions, ways }
      const key = `${cell.isSure} ${cell.sign} ${cell.delta?.key ?? part.text} ${keysOf(conditions)}`
      const known = parts.get(key)
      parts.set(key, known ? joined(known, part) : part)
    }
  }
  return { parts: neighbours([...parts.values()], graph), isComplete, isOpen }
}

function necessaryOnce(
  conditions: readonly Form[],
  graph: Graph,
  simple: Map<string, readonly Form[]>,
): readonly Form[] {
  return once(simple, keysOf(conditions), () =>
    necessary(conditions, graph).toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  )
}

function keysOf(conditions: readonly Form[]): string {
  return conditions.map(({ key }) => key).join('|')
}

function joined(a: Part, b: Part): Part {
  return {
    ...a,
    ways: [...new Set([...a.ways, ...b.ways])].toSorted((x, y) => x - y),
    low: lesser(a.low, b.low),
    high: greater(a.high, b.high),
    least: leastOf(a.least, b.least),
    most: a.most && b.most && greater(a.most, b.most),
  }
}

/** Parts with one formula on both sides of one condition are one part. */
function neighbours(parts: readonly Part[], graph: Graph): readonly Part[] {
  const kept = new Set<Part>()
  const bySide = new Map<string, Part>()
  const left = [...parts]
  for (let part = left.shift(); part; part = left.shift()) {
    const formula = `${part.isSure} ${part.sign} ${part.delta?.key ?? part.text} ${part.ways.join(',')}`
    const sides = part.conditions.map((condition) => {
      const rest = part!.conditions.filter((each) => each !== condition)
      const key = (side: Form): string => `${formula} ${keysOf(rest)} ${tightened(side, graph).key}`
      return { rest, own: key(condition), other: key(opposite(condition, graph)) }
    })
    const beside = sides.find(({ other }) => kept.has(bySide.get(other)!))
    if (beside) {
      const other = bySide.get(beside.other)!
      kept.delete(other)
      left.push({ ...joined(part, other), conditions: beside.rest })
    } else {
      kept.add(part)
      for (const { own } of sides) bySide.set(own, part)
    }
  }
  return [...kept]
}

/** The parts, each in as many boxes of categories as it takes to say where it lies. */
export function boxed(parts: readonly Part[], describer: Describer): readonly Boxed[] {
  return parts.flatMap((part) =>
    describer.boxes(part.ways, part.conditions).map(({ ways, where }) => ({ ...part, ways, where })),
  )
}
