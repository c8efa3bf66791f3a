import type { Condition } from '../exact/comparison.ts'
import type { ComparedRegion } from './compared.ts'
import { inCommon } from './condition.ts'

/** Outputs whose regions are the same, but for the sign of the difference, told as one. */
export interface Block {
  /** The first is the one whose formulas are told; the others differ by as much, or by the opposite. */
  readonly outputs: readonly { readonly path: string; readonly sign: 1 | -1 }[]
  /** What all of its cases have in common. */
  readonly common: readonly Condition[]
  readonly rows: readonly Row[]
}
/** One formula, with the regions in which it holds. */
export interface Row {
  readonly difference: string
  /** What its regions have in common, beyond what all have. */
  readonly where: readonly Condition[]
  readonly lines: readonly Line[]
}
export interface Line {
  readonly region: ComparedRegion
  /** What the region has alone. */
  readonly where: readonly Condition[]
  /** The regions of the other outputs of the block that are the same. */
  readonly others: readonly ComparedRegion[]
}

/** All regions, each in one line. */
export function blocksOf(regions: readonly ComparedRegion[]): readonly Block[] {
  const open = [...new Set(regions.map(({ output }) => output))].map((path) => ({
    path,
    own: regions.filter(({ output }) => output === path),
  }))
  const blocks: Block[] = []
  for (let first = open.shift(); first; first = open.shift()) {
    const { path, own } = first
    const outputs: { readonly path: string; readonly sign: 1 | -1 }[] = [{ path, sign: 1 }]
    const same = new Map<ComparedRegion, ComparedRegion[]>()
    const left = open.splice(0)
    for (const other of left) {
      const sign = ([1, -1] as const).find((each) => isSameSet(own, other.own, each))
      if (sign === undefined) {
        open.push(other)
        continue
      }
      outputs.push({ path: other.path, sign })
      for (const region of own) {
        const twin = other.own.find((each) => keyOf(each, sign) === keyOf(region, 1))!
        same.set(region, [...(same.get(region) ?? []), twin])
      }
    }
    blocks.push(blockOf(outputs, own, same))
  }
  return blocks
}

function blockOf(
  outputs: Block['outputs'],
  regions: readonly ComparedRegion[],
  same: ReadonlyMap<ComparedRegion, readonly ComparedRegion[]>,
): Block {
  const common = inCommon(regions)
  const groups = new Map<string, ComparedRegion[]>()
  for (const region of regions) {
    const key = JSON.stringify([region.difference, region.where.filter((each) => !isOnAmount(each))])
    groups.set(key, [...(groups.get(key) ?? []), region])
  }
  const rows = [...groups.values()].map((group): Row => {
    const shared = inCommon(group)
    return {
      difference: group[0]!.difference,
      where: without(shared, common),
      lines: group.map((region) => ({
        region,
        where: without(region.where, shared),
        others: same.get(region) ?? [],
      })),
    }
  })
  return { outputs, common, rows }
}

const isOnAmount = (condition: Condition): boolean =>
  'from' in condition && ![condition.from, condition.to].some((each) => each !== null && /^\d{4}-/u.test(each))

function without(conditions: readonly Condition[], others: readonly Condition[]): readonly Condition[] {
  const known = new Set(others.map((each) => JSON.stringify(each)))
  return conditions.filter((each) => !known.has(JSON.stringify(each)))
}

function isSameSet(a: readonly ComparedRegion[], b: readonly ComparedRegion[], sign: 1 | -1): boolean {
  const known = new Set(a.map((each) => keyOf(each, 1)))
  return a.length === b.length && b.every((each) => known.has(keyOf(each, sign)))
}

/** A region without its output and witness, with the sign of its difference turned over or not. */
function keyOf(
  { kind, within, where, difference, least, most, reached, causes }: ComparedRegion,
  sign: 1 | -1,
): string {
  const are = [reached.least !== null, reached.most !== null]
  const bounds =
    sign === 1 ? [least, most, ...are] : [...[most, least].map((each) => each && opposite(each)), ...are.toReversed()]
  const conditions = where.map((each) => JSON.stringify(each)).toSorted()
  return JSON.stringify([kind, within, conditions, termsOf(difference, sign), bounds, causes.map(({ name }) => name)])
}

const opposite = (number: string): string =>
  /^-?[0.]+$/u.test(number) ? number : number.startsWith('-') ? number.slice(1) : `-${number}`

/** A sum as its terms with their signs, in no order. What is no sum is one term, which has no opposite. */
function termsOf(difference: string, sign: 1 | -1): readonly string[] {
  if (difference.includes(' → ')) return sign === 1 ? [difference] : []
  return difference
    .split(/ (?=[+−] )/u)
    .map((term) => {
      const isLess = term.startsWith('−')
      return `${isLess === (sign === 1) ? '−' : '+'} ${term.replace(/^[+−] ?/u, '')}`
    })
    .toSorted()
}

/** Is a rounding written out in a condition or a formula? */
export function hasFloor(regions: readonly Pick<ComparedRegion, 'where' | 'difference'>[]): boolean {
  return regions.some(({ where, difference }) => [difference, ...where.map(({ path }) => path)].some(isRounded))
}

const isRounded = (text: string): boolean => text.includes('floor(')
