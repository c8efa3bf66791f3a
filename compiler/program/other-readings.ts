import type { Program, ReadingInfo } from './program.ts'

/** A reading in whose place another holds. */
export interface OtherReading {
  readonly name: string
  /** The alternative that holds, and what it says. */
  readonly alternative: string
  readonly statement: string
  /** What the policy itself reads. */
  readonly insteadOf: string
}

/** The readings that rules of the program rest on and for which an alternative was chosen, each once. */
export function otherReadings({ readings, definitions, splits, invariants, output }: Program): readonly OtherReading[] {
  if (readings.every(({ chosen }) => chosen === null)) return []
  const used = new Set<number>()
  const seen = new Set<object>()
  const look = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || seen.has(part)) return
    seen.add(part)
    if ('readings' in part && Array.isArray(part.readings)) for (const index of part.readings) used.add(index)
    for (const each of Object.values(part)) look(each)
  }
  look([definitions, splits, invariants, output])
  const others = readings.flatMap((reading, index) => (used.has(index) ? (otherReading(reading) ?? []) : []))
  return [...new Map(others.map((each) => [JSON.stringify(each), each])).values()]
}

/** What holds in the place of a reading; null where it holds itself. */
export function otherReading({ name, statement, alternatives, chosen }: ReadingInfo): OtherReading | null {
  const other = alternatives.find((each) => each.name === chosen)
  return other ? { name, alternative: other.name, statement: other.statement, insteadOf: statement } : null
}
