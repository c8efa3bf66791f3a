import type { SampledRow } from '../../../batch/settle-records.ts'
import { Refusal } from '../../command.ts'
import type { End } from './evaluator.ts'
import type { Row, Session } from './session.ts'
import { countStatement, endsStatement, LINES_OF_PART, partsStatement, samplesStatement } from './statements.ts'

/** What was settled, as counted by Spark and by the evaluators, which agree. */
export interface Counts {
  /** Of the input, without those at its beginning that are no rows. */
  readonly lines: number
  readonly settled: number
  /** Of what was settled, each with its line end. */
  readonly bytes: bigint
  /** In fen, in the order of the outputs that are amounts. */
  readonly sums: readonly bigint[]
  /** Rows that are to be settled a second time, by their places. */
  readonly samples: readonly { readonly place: bigint; readonly row: SampledRow }[]
  /** How many lines come before the one with this place, without those at the beginning. */
  readonly before: (place: bigint) => number
}

/**
 * Counts what stands in the folder to which all lines were settled. Throws a Refusal unless every line of the input is
 * there, and only once: by their places, by how many lines the evaluators read, and by how many the input has.
 */
export async function countLines(session: Session, skipped: number): Promise<Counts> {
  const parts = (await session.query(partsStatement)).map(partIn)
  const ends = (await session.query(endsStatement)).map(({ came }) => JSON.parse(String(came)) as End)
  const samples = await session.query(samplesStatement)
  const [input] = await session.query(countStatement)
  const lines = sum(parts.map((part) => part.lines))
  const read = Number(input?.['lines']) - Math.min(skipped, Number(input?.['lines']))
  const areOnce = parts.every((part) => isComplete(part, part.part === 0n ? skipped : 0))
  if (!areOnce || lines !== read || sum(ends.map((end) => end.lines)) !== read)
    throw new Refusal(({ spark }) => spark.lost(read, lines))
  const starts = new Map<bigint, number>()
  let start = 0
  for (const { part, lines: count, first } of parts) {
    starts.set(part, start - first)
    start += count
  }
  return {
    lines,
    settled: sum(ends.map(({ settled }) => settled)),
    bytes: parts.reduce((all, { bytes }) => all + bytes, 0n),
    sums: ends.reduce((all, end) => added(all, end.sums.map(BigInt)), [] as readonly bigint[]),
    samples: samples.map(({ place, came }) => ({
      place: BigInt(String(place)),
      row: JSON.parse(String(came)) as SampledRow,
    })),
    before: (place) => (starts.get(place / LINES_OF_PART) ?? 0) + Number(place % LINES_OF_PART),
  }
}

interface Part {
  readonly part: bigint
  readonly lines: number
  readonly first: number
  /** All places in the part, added up. */
  readonly total: bigint
  readonly bytes: bigint
}

function partIn({ part, lines, first, total, bytes }: Row): Part {
  return {
    part: BigInt(String(part)),
    lines: Number(lines),
    first: Number(first),
    total: BigInt(String(total)),
    bytes: BigInt(String(bytes)),
  }
}

function isComplete({ lines, first, total }: Part, skipped: number): boolean {
  const [count, start] = [BigInt(lines), BigInt(first)]
  return first === skipped && total === count * start + (count * (count - 1n)) / 2n
}

function added(one: readonly bigint[], other: readonly bigint[]): readonly bigint[] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, at) => (one[at] ?? 0n) + (other[at] ?? 0n))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0)
}
