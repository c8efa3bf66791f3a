import { originsIn } from './origins.ts'
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
export function otherReadings(program: Program): readonly OtherReading[] {
  const { readings } = program
  if (readings.every(({ chosen }) => chosen === null)) return []
  const used = new Set(originsIn(program).flatMap((origin) => origin.readings))
  const others = readings.flatMap((reading, index) => (used.has(index) ? (otherReading(reading) ?? []) : []))
  return [...new Map(others.map((each) => [JSON.stringify(each), each])).values()]
}

/** What holds in the place of a reading; null where it holds itself. */
export function otherReading({ name, statement, alternatives, chosen }: ReadingInfo): OtherReading | null {
  const other = alternatives.find((each) => each.name === chosen)
  return other ? { name, alternative: other.name, statement: other.statement, insteadOf: statement } : null
}
