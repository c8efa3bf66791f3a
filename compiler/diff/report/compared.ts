import type { Comparison, Limit, Region } from '../exact/comparison.ts'
import type { Flips } from '../months/flips.ts'
import type { NamedCause } from '../name-causes.ts'
import type { Both } from '../population/weights.ts'
import type { Population } from '../population/population.ts'
import type { TextChange } from '../text/text-change.ts'

/** What a report is made from: the JSON of `daiyu diff`, in which causes are their names alone. */
export interface Compared extends Omit<Comparison, 'regions' | 'limits'> {
  readonly regions: readonly ComparedRegion[]
  readonly limits: readonly ComparedLimit[]
  readonly text: readonly TextChange[]
  /** Month by month; null where cases have no months. */
  readonly flips: Flips | null
  /** What came of settling many cases under both; null where none were. */
  readonly population: ComparedPopulation | null
}

/** The expression as it is written, and its file and line; '' of what is written nowhere. */
export interface ComparedLimit extends Omit<Limit, 'place'> {
  readonly place: string
}

export interface ComparedRegion extends Omit<Region, 'causes'> {
  readonly causes: readonly NamedCause[]
}

/** `generated`: how the cases were drawn, where they were, so that anybody can draw them again. */
interface ComparedPopulation extends Population {
  readonly generated: {
    readonly seed: string
    readonly count: number
    readonly weights: readonly string[]
    readonly hash: string
    readonly assumptions: readonly Both[]
  } | null
}
