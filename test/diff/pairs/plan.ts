import { between, chance, pick, type Draw } from '../../random/draw.ts'

/** A small policy as data: what `writePlan` writes, in one of many equivalent ways. Amounts in fen, rates in percent. */
export interface Plan {
  /** How many of the three kinds of persons there are. */
  readonly kinds: 2 | 3
  readonly hasOwnExpense: boolean
  /** By kind and tier. */
  readonly deductibles: readonly (readonly [number, number])[]
  /** What has been paid of it in the year counts. */
  readonly isYearly: boolean
  readonly edges: readonly number[]
  /** By band and kind; of no edges: one flat rate for each kind. */
  readonly rates: readonly (readonly number[])[]
  readonly start: 'zero' | 'year' | 'afterDeductible'
  readonly rounding: Rounding
  readonly exceptions: readonly Exception[]
  readonly adjustment: Adjustment | null
  readonly layers: readonly Layer[]
  readonly hasAid: boolean
  readonly hasFormer: boolean
  readonly isFilingLimited: boolean
  /** The person always pays something. */
  readonly hasPromise: boolean
}

export const roundings = ['四舍五入到分', '向下取整到分', '向上取整到分', '四舍五入到元', '银行家舍入到分'] as const
export type Rounding = (typeof roundings)[number]

export interface Exception {
  readonly of: 'deductible' | 'rate'
  readonly title: string
  readonly since: number | null
  readonly when: When
  readonly value: number
}
/** Conditions that depend on all that a case has but amounts. */
export type When =
  | { readonly kind: 'is'; readonly member: number }
  | { readonly kind: 'hardship' }
  | { readonly kind: 'younger' | 'older'; readonly years: number }
  | { readonly kind: 'place'; readonly isInside: boolean; readonly place: string }
  | { readonly kind: 'filed' }

export interface Adjustment {
  readonly direction: '下浮' | '上浮'
  /** Without and with a filing, or by tier, or outside of the city. */
  readonly by: 'filed' | 'tier' | 'place'
  readonly points: readonly [number, number]
}

/** A further amount that is worked out from those before. */
export interface Layer {
  readonly kind: 'excess' | 'parts' | 'sum' | 'limit' | 'step' | 'banded'
  readonly base: 'rest' | 'both' | 'left'
  readonly floor: number
  readonly width: number
  readonly rates: readonly [number, number]
  readonly rounding: Rounding
}

const places = ['宁波市', '上海', '浙江省'] as const

export function randomPlan(draw: Draw): Plan {
  const kinds = chance(draw, 30) ? 3 : 2
  const count = pick(draw, [1, 2, 0, 2, 3])
  const edges: number[] = []
  for (let at = 0; at < count; at++) edges.push((edges.at(-1) ?? 4_000) + amount(draw, 60))
  const rounding = pick(draw, [roundings[0], roundings[0], ...roundings.slice(0, 4)])
  return {
    kinds,
    hasOwnExpense: chance(draw, 50),
    deductibles: Array.from({ length: kinds }, () => [amount(draw, 30), amount(draw, 30)]),
    isYearly: chance(draw, 40),
    edges,
    rates: Array.from({ length: count + 1 }, () => Array.from({ length: kinds }, () => draw(101))),
    start: pick(draw, ['year', 'zero', 'afterDeductible'] as const),
    rounding,
    exceptions: randomExceptions(draw, kinds),
    adjustment: chance(draw, 50) ? randomAdjustment(draw) : null,
    layers: Array.from({ length: pick(draw, [1, 0, 1, 2, 2, 3]) }, () => randomLayer(draw)),
    hasAid: chance(draw, 25),
    hasFormer: chance(draw, 20),
    isFilingLimited: chance(draw, 50),
    hasPromise: chance(draw, 20),
  }
}

/** Whole yuan, or with fen. */
export function amount(draw: Draw, most: number): number {
  const yuan = between(draw, 1, most) * 100
  return chance(draw, 25) ? yuan + draw(100) : yuan
}

/** At most one of each name, so that no two can hold at once. */
function randomExceptions(draw: Draw, kinds: number): Exception[] {
  return (['deductible', 'rate'] as const).flatMap((of) => (chance(draw, 45) ? [randomException(draw, of, kinds)] : []))
}

export function randomException(draw: Draw, of: Exception['of'], kinds: number): Exception {
  const when = pick<() => When>(draw, [
    () => ({ kind: 'is', member: draw(kinds) }),
    () => ({ kind: 'hardship' }),
    () => ({ kind: 'younger', years: pick(draw, [18, 6, 45]) }),
    () => ({ kind: 'older', years: pick(draw, [60, 70]) }),
    () => ({ kind: 'place', isInside: draw(2) === 0, place: pick(draw, places) }),
    () => ({ kind: 'filed' }),
  ])()
  return {
    of,
    title: of === 'deductible' ? '另有起付' : '另有比例',
    since: chance(draw, 40) ? between(draw, 2, 28) : null,
    when,
    value: of === 'deductible' ? (draw(2) === 0 ? 0 : amount(draw, 30)) : draw(101),
  }
}

export function randomAdjustment(draw: Draw): Adjustment {
  const first = draw(12)
  return {
    direction: pick(draw, ['下浮', '上浮'] as const),
    by: pick(draw, ['filed', 'tier', 'place'] as const),
    points: [first, chance(draw, 20) ? first : draw(25)],
  }
}

export function randomLayer(draw: Draw): Layer {
  return {
    kind: pick(draw, ['excess', 'parts', 'sum', 'limit', 'step', 'banded'] as const),
    base: pick(draw, ['rest', 'both', 'left'] as const),
    floor: amount(draw, 40),
    width: amount(draw, 40),
    rates: [1 + draw(99), draw(101)],
    rounding: pick(draw, [roundings[0], ...roundings.slice(0, 4)]),
  }
}
