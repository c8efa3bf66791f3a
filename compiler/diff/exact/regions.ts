import { compare, type Rational } from '../../../runtime/rational.ts'
import type { Condition } from './comparison.ts'
import { isZero, type Form, type Graph } from './forms.ts'
import type { Describer } from './describe.ts'
import { opposite, tightened } from './system.ts'
import { necessary } from './write.ts'
import type { Ways } from './ways.ts'

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

const none: Rational = { n: 0n, d: 1n }

/** The parts in which an output differs; alike ones are one, over all ways that they are on. */
export function partsOf(output: string, { followed, shared: { graph } }: Ways): Parts {
  const parts = new Map<string, Part>()
  const simple = new Map<string, readonly Form[]>()
  let isComplete = true
  let isOpen = false
  const add = (key: string, part: Part): void => {
    const known = parts.get(key)
    parts.set(key, known ? joined(known, part) : part)
  }
  for (const [index, { walk, outcomes }] of followed.entries()) {
    const outcome = outcomes.get(output)!
    const own = walk.path.conditions
    if (outcome.kind === 'open') isOpen = true
    if (outcome.kind === 'finite') {
      const text = `${outcome.before} → ${outcome.after}`
      const conditions = necessaryOnce(own, graph, simple)
      const part = {
        isSure: true,
        sign: null,
        ways: [index],
        conditions,
        delta: null,
        text,
        low: none,
        high: none,
        least: null,
        most: null,
      }
      add(`${text} ${keysOf(conditions)}`, part)
    }
    if (outcome.kind !== 'number' || isZero(outcome.difference)) continue
    const cells = walk.cellsOf(outcome.difference)
    if (!cells.isComplete) isComplete = false
    for (const cell of cells.cells) {
      const conditions = necessaryOnce([...own, ...cell.conditions], graph, simple)
      const part: Part = { ...cell, conditions, ways: [index], text: '' }
      add(`${cell.isSure} ${cell.sign} ${cell.delta.key} ${keysOf(conditions)}`, part)
    }
  }
  return { parts: neighbours([...parts.values()], graph), isComplete, isOpen }
}

function necessaryOnce(
  conditions: readonly Form[],
  graph: Graph,
  simple: Map<string, readonly Form[]>,
): readonly Form[] {
  const key = keysOf(conditions)
  const known = simple.get(key) ?? necessary(conditions, graph).toSorted((a, b) => (a.key < b.key ? -1 : 1))
  simple.set(key, known)
  return known
}

function keysOf(conditions: readonly Form[]): string {
  return conditions.map(({ key }) => key).join('|')
}

function joined(a: Part, b: Part): Part {
  return {
    ...a,
    ways: [...new Set([...a.ways, ...b.ways])].toSorted((x, y) => x - y),
    low: compare(a.low, b.low) <= 0 ? a.low : b.low,
    high: compare(a.high, b.high) >= 0 ? a.high : b.high,
    least: a.least && b.least && (compare(a.least, b.least) <= 0 ? a.least : b.least),
    most: a.most && b.most && (compare(a.most, b.most) >= 0 ? a.most : b.most),
  }
}

/** Parts with one formula on both sides of one condition are one part. */
function neighbours(parts: readonly Part[], graph: Graph): readonly Part[] {
  let all = [...parts]
  for (let changed = true; changed;) {
    changed = false
    const byRest = new Map<string, { readonly part: Part; readonly condition: Form }>()
    for (const part of all) {
      for (const condition of part.conditions) {
        const rest = part.conditions.filter((each) => each !== condition)
        const alike = `${part.isSure} ${part.sign} ${part.delta?.key ?? part.text} ${part.ways.join(',')} ${keysOf(rest)}`
        const turned = byRest.get(`${alike} ${tightened(opposite(condition, graph), graph).key}`)
        if (turned && turned.part !== part) {
          all = all.filter((each) => each !== part && each !== turned.part)
          all.push({ ...joined(part, turned.part), conditions: rest })
          changed = true
          break
        }
        byRest.set(`${alike} ${tightened(condition, graph).key}`, { part, condition })
      }
      if (changed) break
    }
  }
  return all
}

/** The parts, each in as many boxes of categories as it takes to say where it lies. */
export function boxed(parts: readonly Part[], describer: Describer): readonly Boxed[] {
  return parts.flatMap((part) =>
    describer.boxes(part.ways, part.conditions).map(({ ways, where }) => ({ ...part, ways, where })),
  )
}
