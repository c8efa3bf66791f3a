import { compare, parse } from '../../../runtime/rational.ts'
import type { Region } from '../exact/comparison.ts'

/** The least and the greatest difference over several regions; null is without bound. */
export function boundsOf(regions: readonly Pick<Region, 'least' | 'most'>[]): {
  readonly least: string | null
  readonly most: string | null
} {
  const extreme = (values: readonly (string | null)[], sign: 1 | -1): string | null =>
    values.reduce((best, each) =>
      best === null || each === null ? null : sign * compare(parse(each), parse(best)) > 0 ? each : best,
    )
  if (regions.length === 0) return { least: '0.00', most: '0.00' }
  return {
    least: extreme(
      regions.map(({ least }) => least),
      -1,
    ),
    most: extreme(
      regions.map(({ most }) => most),
      1,
    ),
  }
}
