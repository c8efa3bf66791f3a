import type { Comparison } from '../exact/comparison.ts'
import type { Both } from '../population/weights.ts'
import type { Population } from '../population/population.ts'
import type { TextChange } from '../text/text-change.ts'

/** The JSON of `daiyu diff`: what a report is made from. */
export interface Compared extends Comparison {
  readonly text: readonly TextChange[]
  /** What came of settling many cases under both; null where none were. */
  readonly population: ComparedPopulation | null
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
