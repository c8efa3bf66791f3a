import { areaPrefix, isRegion } from '../../../../runtime/region.ts'
import { partsOf } from '../../../program/build.ts'
import type { Expr } from '../../../program/program.ts'

/** Which places are worth looking at: rules tell places apart by the areas that they name, and by each other. */
export class Places {
  readonly #areas: readonly string[]
  /** Is a place taken as an area as it stands? Then it matters where its digits end. */
  readonly #isWhole: boolean

  constructor(exprs: readonly Expr[]) {
    const areas = new Set<string>()
    let isWhole = false
    const collect = (expr: Expr): void => {
      if (expr.kind === 'constant' && expr.value.kind === 'region') areas.add(areaPrefix(expr.value.prefix))
      if (expr.kind === 'liesIn' && !isArea(expr.area)) isWhole = true
      if (expr.kind === 'lookup' && expr.keys.some(({ value }) => value.type.kind === 'region' && !isArea(value)))
        isWhole = true
      partsOf(expr).forEach(collect)
    }
    exprs.forEach(collect)
    this.#areas = [...areas]
    this.#isWhole = isWhole
  }

  /** Any place can be put in place of one of these without a rule noticing, given the places that there are already. */
  candidates(others: readonly string[]): readonly string[] {
    const named = [...this.#areas, ...others]
    const inside = (prefix: string, end: number): readonly string[] => [
      ...new Set(named.flatMap((each) => (each.length >= end && each.startsWith(prefix) ? [each.slice(0, end)] : []))),
    ]
    const provinces = withAnother(inside('', 2), '', 11, (each) => isRegion(`${each}0000`))
    return provinces.flatMap((province) => {
      const prefectures = inside(province, 4)
      // What is named as a whole is at home with 00.
      const first = this.#areas.includes(province) ? 0 : 1
      const ends = this.#isWhole ? withEnd(prefectures, province) : prefectures
      return withAnother(ends, province, first, () => true).flatMap((prefecture) => {
        const isFine = this.#isWhole || this.#areas.some((each) => each.length === 6)
        if (!isFine) return [`${prefecture}00`]
        return withAnother(withEnd(inside(prefecture, 6), prefecture), prefecture, 1, () => true)
      })
    })
  }
}

/** Two digits more than the prefix, beside those that there are; none where they are exhausted. */
function withAnother(
  given: readonly string[],
  prefix: string,
  first: number,
  isOne: (code: string) => boolean,
): readonly string[] {
  for (let digits = first; digits < 100; digits++) {
    const code = `${prefix}${String(digits).padStart(2, '0')}`
    if (!given.includes(code) && isOne(code)) return [...given, code]
  }
  return given
}

function withEnd(given: readonly string[], prefix: string): readonly string[] {
  return given.includes(`${prefix}00`) ? given : [`${prefix}00`, ...given]
}

function isArea(expr: Expr): boolean {
  if (expr.kind === 'constant' || expr.kind === 'widen') return true
  if (expr.kind === 'cases')
    return expr.branches.every(({ value }) => isArea(value)) && (expr.otherwise === null || isArea(expr.otherwise))
  return expr.kind === 'orElse' && isArea(expr.value) && isArea(expr.fallback)
}
